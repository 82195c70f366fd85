//! Every file of real designs: well-formed, complete, always the same.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod graph;
mod guide;
mod harness;
mod imports;
mod mutations;
mod preview;
mod schemas;
mod script;
mod sql;
mod tables;
mod vault;
mod workbook;

use std::collections::BTreeSet;

use harness::{designs, hostile, largest, sampled, smallest};
use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::read;
use shared::platform::Platform;

#[test]
fn a_blueprint_reads_back_as_it_was() {
    for blueprint in designs() {
        let artifact = render(&blueprint, Platform::Notion, ArtifactFormat::BlueprintJson).unwrap();

        let json = String::from_utf8(artifact.bytes).unwrap();

        assert!(json.ends_with("}\n"));
        assert_eq!(read(&json).unwrap(), blueprint);
    }
}

#[test]
fn files_are_named_after_the_system_and_the_platform() {
    let blueprint = largest();
    for (format, expected) in [
        (ArtifactFormat::Xlsx, "chat-session-management.xlsx"),
        (ArtifactFormat::GuideMarkdown, "chat-session-management-guide-google-sheets.md"),
        (ArtifactFormat::BlueprintJson, "chat-session-management-blueprint.json"),
    ] {
        assert_eq!(render(&blueprint, Platform::GoogleSheets, format).unwrap().file_name, expected);
    }
}

/// Also of the same kind: no two formats of one system may be saved over each other.
#[test]
fn every_format_of_a_system_has_a_name_of_its_own() {
    let blueprint = smallest();
    let names: Vec<_> = ArtifactFormat::ALL
        .into_iter()
        .map(|format| render(&blueprint, Platform::Custom, format).unwrap().file_name)
        .collect();
    let unique: BTreeSet<_> = names.iter().collect();

    assert_eq!(unique.len(), names.len(), "{names:?}");
}

#[test]
fn hostile_names_keep_the_structure_and_every_format_takes_them() {
    let blueprint = hostile();
    assert_eq!(shared::validate::structure(&blueprint), []);

    for format in ArtifactFormat::ALL {
        let rendered = render(&blueprint, Platform::Custom, format);

        assert!(rendered.is_ok(), "{format:?}: {rendered:?}");
    }
}

#[test]
fn sampled_designs_become_every_file_always_the_same() {
    for number in 1..6 {
        let (platform, blueprint) = sampled(number);
        for format in ArtifactFormat::ALL {
            let write = || render(&blueprint, platform, format).unwrap();

            assert_eq!(write(), write(), "{number} {format:?}");
        }
    }
}
