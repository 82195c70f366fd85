//! What Jira Cloud's CSV importers take: a file a project, a row a work item.
//!
//! - A header row with Summary and without punctuation; every row has all columns; values with commas or line breaks in
//!   quotes. People are e-mail addresses. Source: support.atlassian.com, *Import data from a CSV file* and *Prepare a
//!   CSV file for import*, read November 2026.
//! - One form of dates for the whole file, given in the import in Java's letters: here `yyyy-MM-dd HH:mm`, also for days.
//!   Source: *Map CSV data to Jira fields*, the same.
//! - A field with several values has several columns of one name: *Import data from a CSV file*.
//! - Parents come by Work item ID and Parent, types from the highest level to the lowest (Epic, Task, Subtask). Source:
//!   *CSV import parent-child mapping*, confluence.atlassian.com, read November 2026. The importer for people who are no
//!   administrators takes 250 work items a file and no parents: *Create work items using the CSV importer*, the same.
//! - Links are mapped to link types within one import only, and each table is a project of its own: links to other
//!   projects stand in the description. Rollups and formulas are left out, as the plan says.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::tasks::{
    Checks, Hierarchical, Importer, Labels, Own, People, Role, TextStyle, add_csv, bare_header, joined, write,
};
use crate::RenderError;
use crate::csv::Form;
use crate::progress::Progress;

const JIRA: Importer = Importer {
    platform: Platform::Jira,
    format: ArtifactFormat::JiraImport,
    columns: &[
        (Role::Number, "Work item ID"),
        (Role::Level, "Work type"),
        (Role::Title, "Summary"),
        (Role::Description, "Description"),
        (Role::Parent, "Parent"),
        (Role::Assignee, "Assignee"),
        (Role::Due, "Due date"),
        (Role::Created, "Created"),
        (Role::Updated, "Updated"),
    ],
    wants_all_columns: false,
    own: Own::RepeatedColumns,
    form: Form {
        date: "%Y-%m-%d 00:00",
        datetime: "%Y-%m-%d %H:%M",
        checked: "",
        unchecked: "",
        percent_signs: false,
        list: joined,
    },
    checks: Checks::WordOrBlank,
    people: People::Addresses,
    text: TextStyle::Plain,
    labels: Labels::Named,
    hierarchy: Hierarchical::ByNumber(3),
    types: &[],
    header: bare_header,
    files: add_csv,
};

/// The archive that Jira's importers take file by file.
pub(crate) fn jira(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&JIRA, blueprint, progress)
}
