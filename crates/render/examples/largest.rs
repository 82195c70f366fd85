//! Writes every file of the largest system, 50 tables with 10,000 rows, and says what each took: time, size, and the
//! most memory at once beyond the blueprint itself.
//!
//! `cargo run --release --package render --example largest [-- FORMAT...]`
#![expect(clippy::print_stdout, reason = "a command says what it measured")]

#[path = "../tests/it/harness/giant.rs"]
mod giant;
#[path = "../tests/it/harness/sampled.rs"]
mod sampled;

use std::env;
use std::error::Error;
use std::time::Instant;

use peak_alloc::PeakAlloc;
use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::design::design;
use shared::platform::Platform;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() -> Result<(), Box<dyn Error>> {
    let wanted: Vec<_> = env::args().skip(1).collect();
    let blueprint = giant::giant(&design(&sampled::answers(0)));
    let rows: usize = blueprint.tables.iter().map(|table| table.sample_rows.len()).sum();
    let [tables, views] =
        [blueprint.tables.len(), blueprint.tables.iter().map(|table| table.views.len()).sum()];
    println!("{tables} tables, {rows} rows, {views} views, {} in memory", mebibytes(MEMORY.current_usage()));
    println!("{:>8}  {:>10}  {:>10}  format", "time", "size", "memory");
    for format in ArtifactFormat::ALL {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == format.as_str()) {
            measure(&blueprint, format)?;
        }
    }
    Ok(())
}

fn measure(blueprint: &Blueprint, format: ArtifactFormat) -> Result<(), Box<dyn Error>> {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = Instant::now();
    let artifact = render(blueprint, Platform::Custom, format)?;
    let (time, memory) = (start.elapsed().as_secs_f64(), MEMORY.peak_usage().saturating_sub(before));
    let size = mebibytes(artifact.bytes.len());
    println!("{time:>6.2} s  {size:>10}  {:>10}  {}", mebibytes(memory), format.as_str());
    Ok(())
}

fn mebibytes(bytes: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no memory holds 2^52 bytes")]
    let bytes = bytes as f64;
    format!("{:.1} MiB", bytes / 1_048_576.0)
}
