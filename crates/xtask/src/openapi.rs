//! The checked-in OpenAPI document, and the schema that is taken out of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, read};
use crate::schema::{self, SCHEMA};

const DOCUMENT: &str = "openapi/openapi.json";

/// Writes `openapi/openapi.json` and the schema of blueprints.
///
/// # Errors
/// When the server does not build or the file cannot be written.
pub fn write() -> Result<()> {
    let document = generated()?;
    fs::write(SCHEMA, schema::of(&document)?)?;
    fs::write(DOCUMENT, document)?;
    println!("Wrote {DOCUMENT} and {SCHEMA}");
    Ok(())
}

/// Compares `openapi/openapi.json` and the schema with what the code says.
///
/// # Errors
/// When they differ.
pub fn check() -> Result<()> {
    let document = generated()?;
    let schema = schema::of(&document)?;
    for (name, current) in [(DOCUMENT, &document), (SCHEMA, &schema)] {
        let written = fs::read_to_string(Path::new(name)).with_context(|| format!("reading {name}"))?;
        if written != *current {
            bail!("{name} is out of date: run `cargo xtask openapi` and commit what it writes");
        }
    }
    Ok(())
}

fn generated() -> Result<String> {
    read(&mut cargo(["run", "--quiet", "--package", "api", "--", "openapi"]))
}
