//! What Asana's CSV importer takes: a file a project, a row a task.
//!
//! - Columns that it maps by their names: Name, Description, Subtask of, Section, Assignee, Collaborators, Start Date,
//!   Due Date, in about this order, Name first; the rest become custom fields, whose type is chosen in the preview and
//!   which need a paid plan. An assignee is one e-mail address of a member. Source: help.asana.com, *Preparing data for
//!   CSV import* and *CSV importer*, read November 2026.
//! - A subtask names its parent by its exact name. Asana nests five levels; the importer's own limit is not published,
//!   so rows deeper than that stay at the top and keep their parent in the description.
//! - Dates are month/day/year, as in the page's examples; whether an account in another language reads them otherwise
//!   is unverified, so the read-me asks to compare one date. Days have no times: those stand in the description.
//! - Several options in a cell are parted by commas, as in Asana's own CSV exports; unverified for imports.
//! - References and formulas cannot be imported: relations stand in the description, formulas are made by hand.

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

const ASANA: Importer = Importer {
    platform: Platform::Asana,
    format: ArtifactFormat::AsanaImport,
    columns: &[
        (Role::Title, "Name"),
        (Role::Description, "Description"),
        (Role::Parent, "Subtask of"),
        (Role::Status, "Section"),
        (Role::Assignee, "Assignee"),
        (Role::Due, "Due Date"),
    ],
    wants_all_columns: false,
    own: Own::Columns,
    form: Form {
        date: "%m/%d/%Y",
        datetime: "%m/%d/%Y",
        checked: "",
        unchecked: "",
        percent_signs: false,
        list: joined,
    },
    checks: Checks::Words,
    people: People::Addresses,
    text: TextStyle::Plain,
    labels: Labels::Named,
    hierarchy: Hierarchical::ByTitle(5),
    types: &[],
    header: plain_header,
    files: add_csv,
};

/// The archive that Asana's importer takes file by file.
pub(crate) fn asana(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&ASANA, blueprint, progress)
}
