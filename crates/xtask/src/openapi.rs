//! The checked-in OpenAPI document.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, read};

const DOCUMENT: &str = "openapi/openapi.json";

/// Writes `openapi/openapi.json`.
///
/// # Errors
/// When the server does not build or the file cannot be written.
pub fn write() -> Result<()> {
    fs::write(DOCUMENT, generated()?)?;
    println!("Wrote {DOCUMENT}");
    Ok(())
}

/// Compares `openapi/openapi.json` with what the code says.
///
/// # Errors
/// When they differ.
pub fn check() -> Result<()> {
    let written = fs::read_to_string(Path::new(DOCUMENT)).with_context(|| format!("reading {DOCUMENT}"))?;
    if written != generated()? {
        bail!("{DOCUMENT} is out of date: run `cargo xtask openapi` and commit what it writes");
    }
    Ok(())
}

fn generated() -> Result<String> {
    read(&mut cargo(["run", "--quiet", "--package", "api", "--", "openapi"]))
}
