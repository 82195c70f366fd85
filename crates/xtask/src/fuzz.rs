//! Throws damaged exports at the readers of chats.

use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{path_with, program, read, run};
use crate::setup;

/// The crate of the targets.
const FUZZ: &str = "crates/chats/fuzz";

/// Runs every fuzz target for `seconds`, one after the other, from its seeds on.
///
/// # Errors
/// When one finds an input that reading does not survive; it stands in `crates/chats/fuzz/artifacts`. Put it among the
/// seeds once it is mended: tests read those.
pub fn everything(seconds: &str) -> Result<()> {
    seconds.parse::<u32>().context("a number of seconds")?;
    let path = path_with([setup::fuzz()?.as_path()])?;
    let list = read(program("cargo", ["fuzz", "list"]).current_dir("crates/chats").env("PATH", &path))?;
    for target in list.lines() {
        println!("Fuzzing {target} for {seconds} s");
        let corpus = Path::new("fuzz/corpus").join(target);
        std::fs::create_dir_all(Path::new("crates/chats").join(&corpus))?;
        let mut fuzz = program("cargo", ["fuzz", "run", "-s", "none", target]);
        fuzz.arg(corpus).arg(format!("fuzz/seeds/{target}"));
        fuzz.args([
            "--",
            &format!("-max_total_time={seconds}"),
            "-max_len=65536",
            "-rss_limit_mb=2048",
            "-timeout=10",
        ]);
        run(fuzz.current_dir("crates/chats").env("PATH", &path))
            .with_context(|| format!("fuzzing {FUZZ}/{target}"))?;
    }
    Ok(())
}
