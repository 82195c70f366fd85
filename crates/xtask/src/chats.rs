//! How quickly a large export is read, beside programs that only parse it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::process::{cargo, program, run};

/// The command line as people use it.
const CSMB: &str = "target/release/csmb";
/// The export that is read.
const EXPORT: &str = "target/export.json";
/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// How often each is measured; the quickest counts.
const ROUNDS: usize = 3;

/// Generates an export of `size` and reads it with `csmb`, with Python and, where it is installed, with jq, in turn.
///
/// # Errors
/// When a program is missing or fails.
pub fn measure(size: &str) -> Result<()> {
    run(&mut cargo(["build", "--release", "--package", "cli"]))?;
    run(&mut program(CSMB, ["chats", "generate", EXPORT, "--size", size]))?;
    #[expect(clippy::cast_precision_loss, reason = "megabytes for people")]
    let megabytes = fs::metadata(EXPORT)?.len() as f64 / 1e6;
    let python = "import json, sys; json.load(open(sys.argv[1], 'rb'))";
    let readers: [(&str, &str, Vec<&str>); 4] = [
        ("csmb chats inspect --json", CSMB, vec!["chats", "inspect", "--json", EXPORT]),
        ("csmb … --facts", CSMB, vec!["chats", "inspect", "--json", "--facts", EXPORT]),
        ("python3 json.load", "python3", vec!["-c", python, EXPORT]),
        ("jq length", "jq", vec!["length", EXPORT]),
    ];
    println!("{megabytes:.0} MB");
    let mut quickest = None;
    for (name, executable, arguments) in readers {
        if !is_installed(executable) {
            println!("{name:28} is not installed");
            continue;
        }
        let rounds: Result<Vec<_>> = (0..ROUNDS).map(|_| timed(executable, &arguments)).collect();
        let best = rounds?.into_iter().min_by_key(|(time, _)| *time).context("no rounds")?;
        let seconds = best.0.as_secs_f64();
        let own = *quickest.get_or_insert(seconds);
        println!(
            "{name:28} {seconds:>6.2} s  {:>6.0} MB/s  {:>6} MiB at most  {:>5.1} × csmb's time",
            megabytes / seconds,
            best.1 / 1024,
            seconds / own
        );
    }
    Ok(())
}

fn is_installed(executable: &str) -> bool {
    Path::new(executable).exists()
        || program("which", [executable]).stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// How long a program takes, and the most memory that it held, in KiB.
fn timed(executable: &str, arguments: &[&str]) -> Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new(executable).args(arguments).stdout(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        peak = peak.max(fs::read_to_string(&status).ok().and_then(|status| high_water(&status)).unwrap_or(0));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(LOOK);
    };
    ensure!(ended.success(), "`{executable}` failed");
    Ok((start.elapsed(), peak))
}

/// What the system says of the most memory that a process held, in KiB.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
