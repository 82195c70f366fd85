//! Running other programs: what is run is said, what fails is named.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A program with its arguments.
pub fn program<I, S>(name: impl AsRef<OsStr>, arguments: I) -> Command
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut command = Command::new(name);
    command.args(arguments);
    command
}

/// Cargo, of the toolchain that runs this.
pub fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs to the end, its output going where ours goes.
///
/// # Errors
/// When it cannot start or ends badly.
pub fn run(command: &mut Command) -> Result<()> {
    say(command);
    let status = command.status().with_context(|| format!("starting {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs to the end, prints what it prints and hands it over as well, with whether it ended well.
///
/// # Errors
/// When it cannot start.
pub fn tee(command: &mut Command) -> Result<(bool, String)> {
    say(command);
    let name = shown(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        let mut out = std::io::stdout();
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            writeln!(out, "{line}")?;
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((child.wait()?.success(), text))
}

/// Runs quietly and hands over what it printed on standard output.
///
/// # Errors
/// When it cannot start or ends badly; then with what it printed on standard error.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("starting {}", shown(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}: {}", shown(command), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether it runs and ends well; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// A program that is stopped when this is dropped.
pub struct Running(Child);

impl Running {
    /// Starts `command` and waits until `ready` says so, at most 30 s.
    ///
    /// # Errors
    /// When it cannot start, ends, or does not get ready.
    pub fn start(command: &mut Command, ready: impl Fn() -> bool) -> Result<Self> {
        say(command);
        let mut running = Self(command.spawn().with_context(|| format!("starting {}", shown(command)))?);
        let deadline = Instant::now() + Duration::from_secs(30);
        while !ready() {
            if let Some(status) = running.0.try_wait()? {
                bail!("{} ended with {status} before it was ready", shown(command));
            }
            if Instant::now() > deadline {
                bail!("{} was not ready within 30 s", shown(command));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port that is free now.
///
/// # Errors
/// When the machine has none.
pub fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Whether something listens on a local port.
pub fn listens(port: u16) -> bool {
    std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// `PATH` with `folders` before it.
pub fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<std::ffi::OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().map(Path::to_owned).chain(std::env::split_paths(&old));
    Ok(std::env::join_paths(all)?)
}

fn say(command: &Command) {
    println!("    $ {}", shown(command));
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}
