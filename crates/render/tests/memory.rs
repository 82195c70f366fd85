//! The memory that the largest workbook takes. A program of its own: tests beside it would count, too.

#[path = "it/harness/giant.rs"]
mod giant;
#[path = "it/harness/sampled.rs"]
mod sampled;

use peak_alloc::PeakAlloc;
use render::render;
use shared::artifact::ArtifactFormat;
use shared::design::design;
use shared::platform::Platform;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Most bytes at once that the workbook of 50 tables and 10,000 rows may take beyond the blueprint: a browser's
/// worker has room for many times that.
const BYTES_MAX: usize = 96 << 20;

#[test]
fn the_largest_workbook_is_written_in_bounded_memory() {
    let blueprint = giant::giant(&design(&sampled::answers(0)));
    assert_eq!(shared::validate::structure(&blueprint), []);
    assert_eq!(blueprint.tables.len(), giant::TABLES);
    assert_eq!(blueprint.tables.iter().map(|table| table.sample_rows.len()).sum::<usize>(), 10_000);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();

    let workbook = render(&blueprint, Platform::Excel, ArtifactFormat::Xlsx).unwrap();

    let bytes = MEMORY.peak_usage() - before;
    assert!(bytes < BYTES_MAX, "{bytes} bytes at once");
    // Much less would mean that rows were left out.
    assert!(workbook.bytes.len() > 4 << 20, "{} bytes in all", workbook.bytes.len());
}
