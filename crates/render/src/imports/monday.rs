//! What monday.com's board import takes: a file a board, a row an item.
//!
//! - A table with a header row; one asks which column is the item's name (here the first) and maps every other to a
//!   column type. Its menu names Excel; that it takes CSV as well is what its users report, unverified on its own
//!   pages, so the read-me says what to do if it does not. Rows have no description: every field is a column.
//! - Types that bulk imports fill, with ISO dates and plain numbers: text, long text, number, date, status, dropdown,
//!   people, e-mail, link (and connected boards, by the API alone). Source: developer.monday.com, *Importing items in
//!   bulk*, read November 2026. Types beyond these (ratings, logs, counted ids) are imported as the nearest of them;
//!   mirrors and formulas are made by hand.
//! - A check mark is written `v`, as in monday.com's own exports; unverified for imports.
//! - Item names of 255 and labels of 30 characters, 40 labels a status column: `shared/src/platform/monday.rs`.

use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, KindName};
use shared::platform::Platform;

use super::tasks::{
    Checks, Hierarchical, Importer, Labels, Own, People, Role, TextStyle, add_csv, joined, plain_header,
    write,
};
use crate::RenderError;
use crate::csv::Form;
use crate::progress::Progress;

const MONDAY: Importer = Importer {
    platform: Platform::Monday,
    format: ArtifactFormat::MondayImport,
    columns: &[(Role::Title, "Name")],
    wants_all_columns: false,
    own: Own::OnlyColumns,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%d %H:%M",
        checked: "v",
        unchecked: "",
        percent_signs: false,
        list: joined,
    },
    checks: Checks::Signs,
    people: People::Names,
    text: TextStyle::Plain,
    labels: Labels::Named,
    hierarchy: Hierarchical::No,
    types: &[
        (KindName::Relation, "Text"),
        (KindName::Rating, "Numbers"),
        (KindName::CreatedAt, "Date"),
        (KindName::UpdatedAt, "Date"),
        (KindName::AutoId, "Text"),
        (KindName::Attachment, "Link"),
    ],
    header: plain_header,
    files: add_csv,
};

/// The archive that monday.com's importer takes file by file.
pub(crate) fn monday(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    write(&MONDAY, blueprint, progress)
}
