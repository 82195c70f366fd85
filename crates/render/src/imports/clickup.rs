//! What ClickUp's spreadsheet importer takes: a file a List, a row a task.
//!
//! - CSV, Excel, TSV, text or JSON with a header whose names are unique; the only column that must be there is the
//!   task's name, at most 10,000 rows a file; columns are mapped by hand, to task fields or to custom fields, old or
//!   new. Source: help.clickup.com, *Prepare a spreadsheet for import*, read November 2026.
//! - Several values in a cell are parted by a comma without spaces around it: the same page.
//! - Columns for the id of a task and of its parent make subtasks, nested ones too: the same page. ClickUp nests seven
//!   levels; deeper rows stay at the top and keep their parent in the description.
//! - Statuses are mapped to those that the List has, so they are made first. Importing takes an owner or admin and a
//!   browser; descriptions are plain text: the same pages.
//! - Dates are ISO 8601; the importer asks for their form or knows it (which of both is unverified).
//! - Relationships, rollups and formulas cannot be imported: links stand in the description.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::tasks::{
    Checks, Hierarchical, Importer, Labels, Own, People, Role, TextStyle, add_csv, joined_tightly,
    plain_header, write,
};
use crate::RenderError;
use crate::csv::Form;
use crate::progress::Progress;

const CLICKUP: Importer = Importer {
    platform: Platform::Clickup,
    format: ArtifactFormat::ClickupImport,
    columns: &[
        (Role::Number, "Task ID"),
        (Role::Parent, "Parent ID"),
        (Role::Title, "Task Name"),
        (Role::Description, "Description"),
        (Role::Status, "Status"),
        (Role::Assignee, "Assignee"),
        (Role::Due, "Due Date"),
    ],
    wants_all_columns: false,
    own: Own::Columns,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%d %H:%M",
        checked: "true",
        unchecked: "false",
        percent_signs: false,
        list: joined_tightly,
    },
    checks: Checks::Signs,
    people: People::Addresses,
    text: TextStyle::Plain,
    labels: Labels::Named,
    hierarchy: Hierarchical::ByNumber(7),
    types: &[],
    header: plain_header,
    files: add_csv,
};

/// The archive that ClickUp's importer takes file by file.
pub(crate) fn clickup(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&CLICKUP, blueprint, progress)
}
