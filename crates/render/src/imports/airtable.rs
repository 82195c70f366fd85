//! What Airtable takes: a CSV file a table, imported one after the other into one base.
//!
//! - The first column becomes the primary field, and the file's name the table's. Types are guessed; dates are known by
//!   their ISO form. Source: support.airtable.com, "Importing and adding data", and nosheet.ai/blog/clean-csv-for-airtable.
//! - A text column turned into *Link to another record* links what equals the other table's primary field, items parted
//!   by commas, those with a comma in double quotes; what matches nothing becomes a new record. So the other table comes
//!   first, and names are unique. Source: support.airtable.com, "Linked record fields" and "Linking records in Airtable".
//! - A link to its own table has no other side: both columns are imported. Boxes are checked by the word `checked`, as
//!   Airtable's own exports write them.
//!
//! All read November 2026; nobody tried the import itself.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::tables::{self, Importer};
use crate::csv::{Form, commas};
use crate::{Progress, RenderError};

const AIRTABLE: Importer = Importer {
    platform: Platform::Airtable,
    format: ArtifactFormat::AirtableImport,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%dT%H:%M:%S.000Z",
        checked: "checked",
        unchecked: "",
        percent_signs: true,
        list: commas,
    },
    key: "airtable",
    name_chars: 100,
    pairs_with_itself: false,
};

/// The archive of `blueprint`: the read-me, then the files in the order in which to import them.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`] when it could not be packed.
pub(crate) fn airtable(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    tables::write(&AIRTABLE, blueprint, progress)
}
