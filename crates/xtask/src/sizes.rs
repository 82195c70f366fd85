//! What a person downloads, in bytes.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::build::{brotli, compressible};

/// Goal for everything the landing page and the wizard load, over the wire.
const FIRST_LOAD_GOAL: usize = 180_000;

/// Prints every file of the client with its size as it is and as brotli.
///
/// # Errors
/// When a file cannot be read.
pub fn print(folder: &Path) -> Result<()> {
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    let mut first_load = 0;
    for file in compressible(folder)? {
        let bytes = fs::read(&file)?;
        let sent = brotli(&bytes)?.len();
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        let is_first = is_first_load(&name);
        first_load += if is_first { sent } else { 0 };
        println!("{:>10} {sent:>10}  {name}{}", bytes.len(), if is_first { "" } else { "  (later)" });
    }
    println!("first load: {first_load} bytes of brotli; the goal is {FIRST_LOAD_GOAL}");
    Ok(())
}

/// Renderers come on first use, and only one language does.
fn is_first_load(name: &str) -> bool {
    let other_language = name.contains("locales") && !name.contains("en");
    !name.contains("worker") && !other_language
}
