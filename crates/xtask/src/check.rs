//! The quick half of `test`: nothing here runs the product.

use std::fs;

use anyhow::Result;

use crate::process::{cargo, read, run};
use crate::stages::Stages;
use crate::{openapi, setup};

/// Crates that only WebAssembly runs.
const WASM_CRATES: [&str; 2] = ["frontend", "worker"];
/// Lines from which on a file is worth another look.
const LONG_FILE: usize = 400;

/// Formatting, lints, documentation, generated files, sizes.
///
/// # Errors
/// When anything is found.
pub fn everything() -> Result<()> {
    let mut stages = Stages::default();
    source(&mut stages);
    stages.check("OpenAPI document", openapi::check);
    stages.check("sizes of files", sizes);
    stages.close()
}

/// What is checked about the source alone.
pub fn source(stages: &mut Stages) {
    stages.check("formatting", || run(&mut cargo(["fmt", "--all", "--check"])));
    stages.check("lints, native", || {
        run(cargo(["clippy", "--all-targets"]).args(native()).args(["--", "-D", "warnings"]))
    });
    stages.check("lints, wasm32", || {
        setup::client_tools()?;
        let mut clippy = cargo(["clippy", "--all-targets", "--target", "wasm32-unknown-unknown"]);
        run(clippy.args(WASM_CRATES.map(|name| format!("--package={name}"))).args(["--", "-D", "warnings"]))
    });
    stages.check("documentation", || {
        let mut doc = cargo(["doc", "--no-deps", "--document-private-items", "--quiet"]);
        run(doc.args(native()).env("RUSTDOCFLAGS", "-D warnings"))
    });
}

/// The arguments that choose every crate that runs natively.
pub fn native() -> Vec<String> {
    let excluded = WASM_CRATES.map(|name| format!("--exclude={name}"));
    std::iter::once("--workspace".to_owned()).chain(excluded).collect()
}

/// Lists files that may have become more than one thing. It informs; it does not fail.
fn sizes() -> Result<()> {
    let files = read(&mut crate::process::program("git", ["ls-files", "*.rs", "*.ts", "*.css"]))?;
    for file in files.lines() {
        let lines = fs::read_to_string(file).map(|text| text.lines().count()).unwrap_or_default();
        if lines > LONG_FILE {
            println!("{lines:>6}  {file}");
        }
    }
    Ok(())
}
