//! What a person downloads, in bytes.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::build::{brotli, is_compressible};
use crate::client::{Finished, Loaded, inventory};

/// Goal for everything the landing page and the wizard load, over the wire.
pub const FIRST_LOAD_GOAL: usize = 180_000;

/// Prints every file of the client with its size as it is and as it is sent, and the sum of the first load.
///
/// # Errors
/// When a file cannot be read.
pub fn print(folder: &Path) -> Result<()> {
    println!("{:>10} {:>10}  {:<14} file", "bytes", "sent", "loaded");
    let mut first_load = 0;
    for file in inventory(folder)? {
        let sent = sent(folder, &file)?;
        first_load += if file.loaded == Loaded::First { sent } else { 0 };
        println!("{:>10} {sent:>10}  {:<14} {}", file.size_bytes, word(file.loaded), file.name);
    }
    println!("first load: {first_load} bytes; the goal is {FIRST_LOAD_GOAL}");
    Ok(())
}

/// How many bytes travel.
fn sent(folder: &Path, file: &Finished) -> Result<usize> {
    let bytes = fs::read(folder.join(&file.name))?;
    Ok(if is_compressible(Path::new(&file.name)) { brotli(&bytes)?.len() } else { bytes.len() })
}

fn word(loaded: Loaded) -> &'static str {
    match loaded {
        Loaded::First => "first",
        Loaded::Lazily => "lazily",
        Loaded::ByWorker => "by the worker",
        Loaded::InOtherLanguage => "other language",
    }
}
