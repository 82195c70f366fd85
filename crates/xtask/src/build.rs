//! The release: one binary with the client inside it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::client::{Variant, build};
use crate::process::{cargo, run};

/// The server that [`release`] makes.
pub const SERVER: &str = "target/release/csmb-server";

/// Endings of files that are worth compressing.
const COMPRESSIBLE: [&str; 9] = ["html", "css", "js", "wasm", "json", "svg", "webmanifest", "txt", "xml"];

/// Makes [`SERVER`] with the client inside it, pre-compressed.
///
/// # Errors
/// When a build fails.
pub fn release() -> Result<()> {
    let folder = build(Variant::Small)?;
    let compressed = compress(&folder)?;
    println!("Compressed {compressed} files of the client");
    run(&mut cargo(["build", "--release", "--package", "api", "--features", "embedded-client"]))?;
    println!("\nBuilt {SERVER}; it needs no other file.");
    Ok(())
}

/// Writes a `.br` and a `.gz` beside every file worth it; returns how many.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(folder: &Path) -> Result<usize> {
    let files = compressible(folder)?;
    for file in &files {
        let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        fs::write(beside(file, "br"), brotli(&bytes)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes)?;
        fs::write(beside(file, "gz"), gzip.finish()?)?;
    }
    Ok(files.len())
}

/// `bytes` as brotli at its strongest.
///
/// # Errors
/// Never for bytes in memory.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Every file below `folder` that is worth compressing, sorted.
///
/// # Errors
/// When a folder cannot be read.
fn compressible(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(compressible(&path)?);
        } else if is_compressible(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is of a kind that compressing makes smaller.
pub fn is_compressible(file: &Path) -> bool {
    file.extension().is_some_and(|ending| COMPRESSIBLE.iter().any(|known| ending == *known))
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
