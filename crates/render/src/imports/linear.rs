//! What Linear's importer for the command line takes: a CSV file a team, in the form of Linear's own exports.
//!
//! - Inside Linear, import assistants exist for other products only (Asana, GitHub, Jira, Shortcut); CSV files of one's
//!   own go through the command `linear-import` of the package `@linear/import`. Source: linear.app/docs/import-issues and
//!   the README of `packages/import` in github.com/linear/linear, read November 2026.
//! - It reads Title, Description (Markdown), Status, Estimate (whole), Priority, Assignee (a member's full name), Labels
//!   (parted by a comma and a space), Created, Completed; rows with Archived are passed over, and every column of an
//!   export must be there. It takes away the apostrophe that guards a text from running as a formula. Source:
//!   `LinearCsvImporter` there; that of version 3.2.14 read these files as they are meant, November 2026.
//! - A label `Group/Label` makes a label group, of which an issue carries one; parts are cut at 80 characters. Source:
//!   `labelManager` there; older versions of the package make flat labels of them.
//! - A status that the team lacks is made with the type *backlog*, so the read-me has them made by hand first.
//! - Due dates, relations and parents are not in its form: they stand in the description. Priority stays empty: the plan
//!   makes it a label group, as every select. Rollups and formulas are left out, as the plan says.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::tasks::{
    Checks, Hierarchical, Importer, Labels, Own, People, Role, TextStyle, add_csv, joined, plain_header,
    write,
};
use crate::RenderError;
use crate::csv::Form;
use crate::progress::Progress;

const LINEAR: Importer = Importer {
    platform: Platform::Linear,
    format: ArtifactFormat::LinearImport,
    columns: &[
        (Role::Number, "Id"),
        (Role::Table, "Team"),
        (Role::Title, "Title"),
        (Role::Description, "Description"),
        (Role::Status, "Status"),
        (Role::Estimate, "Estimate"),
        (Role::Blank, "Priority"),
        (Role::Blank, "Project"),
        (Role::Blank, "Creator"),
        (Role::Assignee, "Assignee"),
        (Role::Labels, "Labels"),
        (Role::Blank, "Cycle Number"),
        (Role::Blank, "Cycle Name"),
        (Role::Blank, "Cycle Start"),
        (Role::Blank, "Cycle End"),
        (Role::Created, "Created"),
        (Role::Updated, "Updated"),
        (Role::Blank, "Started"),
        (Role::Blank, "Completed"),
        (Role::Blank, "Canceled"),
        (Role::Blank, "Archived"),
    ],
    wants_all_columns: true,
    own: Own::Lines,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%dT%H:%M:%SZ",
        checked: "",
        unchecked: "",
        percent_signs: false,
        list: joined,
    },
    checks: Checks::Words,
    people: People::Names,
    text: TextStyle::Markdown,
    labels: Labels::Grouped,
    hierarchy: Hierarchical::No,
    types: &[],
    header: plain_header,
    files: add_csv,
};

/// The archive that Linear's importer takes file by file.
pub(crate) fn linear(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&LINEAR, blueprint, progress)
}
