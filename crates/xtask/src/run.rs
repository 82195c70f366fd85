//! The app on this machine, and the development loop.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::client::{Variant, build};
use crate::process::{Running, cargo, listens, program, run};

/// Builds client and server and serves both until it is stopped.
///
/// # Errors
/// When a build fails or the server cannot start.
pub fn once() -> Result<()> {
    let client = build_both()?;
    println!("\nServing on http://localhost:{}; data in ./data; Ctrl+C stops it.\n", port());
    run(&mut server(&client))
}

/// Serves, and builds and starts anew whenever a source file changes.
///
/// # Errors
/// When the first build fails.
pub fn watch() -> Result<()> {
    let mut client = build_both()?;
    loop {
        let seen = newest_source()?;
        let server = Running::start(&mut server(&client), || listens(port()));
        match &server {
            Ok(_) => println!("\nServing on http://localhost:{}; watching for changes.\n", port()),
            Err(error) => eprintln!("\n{error:#}; watching for changes.\n"),
        }
        while newest_source()? <= seen {
            std::thread::sleep(Duration::from_millis(400));
        }
        drop(server);
        match build_both() {
            Ok(built) => client = built,
            Err(error) => eprintln!("\n{error:#}; the last good build is served.\n"),
        }
    }
}

fn build_both() -> Result<PathBuf> {
    println!("Building the client");
    let client = build(Variant::Quick)?;
    println!("Building the server");
    run(&mut cargo(["build", "--package", "api"]))?;
    Ok(client)
}

/// The server as a person at this machine wants it: lines to read, no second port. The environment wins.
fn server(client: &Path) -> Command {
    let mut server = program("target/debug/csmb-server", ["serve"]);
    server.env("CLIENT_DIR", client);
    for (variable, value) in [("LOG_FORMAT", "text"), ("METRICS_PORT", "off")] {
        if std::env::var_os(variable).is_none() {
            server.env(variable, value);
        }
    }
    server
}

fn port() -> u16 {
    std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8080)
}

/// When the newest source file was changed.
fn newest_source() -> Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for folder in ["shared", "api", "frontend", "crates", "Trunk.toml", "Cargo.toml"] {
        newest = newest.max(newest_below(Path::new(folder))?);
    }
    Ok(newest)
}

fn newest_below(path: &Path) -> Result<SystemTime> {
    if path.is_file() {
        return Ok(fs::metadata(path)?.modified()?);
    }
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(path)? {
        newest = newest.max(newest_below(&entry?.path())?);
    }
    Ok(newest)
}
