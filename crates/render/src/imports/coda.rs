//! What Coda takes: a CSV file a table, imported or pasted one after the other into one doc.
//!
//! - An imported file becomes a table of typed columns; at most 10,000 rows a file, which is as many as a blueprint has.
//!   Relations come as text and are chosen by the reader. Source: clonepartner.com, "How to Import Data into Coda",
//!   which cites help.coda.io, read November 2026.
//! - A text column turned into *Relation* finds rows by their display column, items parted by commas. No page of Coda's
//!   own says how a comma inside a name is written; such names stand in quotes, as other importers want them, and the
//!   read-me says to look at them.
//!
//! Nobody tried the import itself.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use super::tables::{self, Importer};
use crate::csv::{Form, commas};
use crate::{Progress, RenderError};

const CODA: Importer = Importer {
    platform: Platform::Coda,
    format: ArtifactFormat::CodaImport,
    form: Form {
        date: "%Y-%m-%d",
        datetime: "%Y-%m-%d %H:%M:%S",
        checked: "true",
        unchecked: "false",
        percent_signs: true,
        list: commas,
    },
    key: "coda",
    name_chars: 100,
    pairs_with_itself: true,
};

/// The archive of `blueprint`: the read-me, then the files in the order in which to import them.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`] when it could not be packed.
pub(crate) fn coda(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    tables::write(&CODA, blueprint, progress)
}
