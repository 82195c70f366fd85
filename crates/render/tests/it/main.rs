//! Every file of real designs: well-formed, complete, always the same.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod guide;
mod harness;
mod workbook;

use harness::{designs, largest};
use render::render;
use shared::api::artifacts::ArtifactFormat;
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
    let names = ArtifactFormat::ALL
        .map(|format| render(&blueprint, Platform::GoogleSheets, format).unwrap().file_name)
        .join(" ");

    let expected = "chat-session-management.xlsx chat-session-management-guide-google-sheets.md \
                    chat-session-management-blueprint.json";
    assert_eq!(names, expected);
}
