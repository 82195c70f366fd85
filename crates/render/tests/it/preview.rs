//! What files look like before they are taken.

use render::{preview, render};
use shared::artifact::{ArtifactFormat, Block, Preview, TEXT_PREVIEW_MAX};
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::harness::{hostile, largest, largest_in_german, smallest};

/// Enough for a message between two threads, whatever the design.
const PREVIEW_MAX_BYTES: usize = 1024 * 1024;

/// The preview of every format.
fn previews(blueprint: &Blueprint) -> Vec<(ArtifactFormat, Preview)> {
    let of = |format| {
        let artifact = render(blueprint, Platform::Notion, format).unwrap();
        (format, preview(blueprint, Platform::Notion, format, &artifact).unwrap())
    };
    ArtifactFormat::ALL.map(of).into()
}

#[test]
fn every_format_has_a_bounded_preview_with_something_to_see() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        for (format, preview) in previews(&blueprint) {
            let size = serde_json::to_string(&preview).unwrap().len();
            assert!(size <= PREVIEW_MAX_BYTES, "{format:?} has a preview of {size} bytes");
            match preview {
                Preview::Text { text, .. } => assert!(!text.is_empty() && text.len() <= TEXT_PREVIEW_MAX),
                Preview::Archive { entries, .. } => {
                    assert!(!entries.is_empty(), "{format:?}");
                    assert!(entries.iter().any(|entry| entry.start.is_some()), "{format:?}");
                }
                Preview::Workbook { sheets } => assert!(sheets.iter().all(|sheet| !sheet.rows.is_empty())),
                Preview::Document { blocks } => {
                    assert!(matches!(blocks.first(), Some(Block::Heading { level: 1, .. })));
                }
                Preview::Picture { svg } => assert!(svg.contains("<svg")),
            }
        }
    }
}

#[test]
fn every_sheet_of_the_workbook_is_in_its_preview() {
    for (_, preview) in previews(&largest()) {
        let Preview::Workbook { sheets } = preview else { continue };

        for table in largest().tables {
            assert!(sheets.iter().any(|sheet| sheet.name == table.name), "{}", table.name);
        }
    }
}
