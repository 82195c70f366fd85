//! Tables as task managers import them: a row becomes a task, and its values columns that the importer knows, columns
//! of one's own or lines of the description.
//!
//! Each platform's file declares an [`Importer`]; where the values of a field go follows from what the plan says becomes
//! of it, see [`Home`]. [`Values`] makes the values, [`sheet`] the CSV file of a table, [`clicks`] the read-me.

mod clicks;
mod description;
mod hierarchy;
mod home;
mod importer;
mod layout;
mod sheet;
mod text;
mod values;

use std::collections::BTreeMap;

use shared::blueprint::{Blueprint, FieldId};
use shared::compute::Evaluator;
use shared::plan::field_supports;
use shared::platform::{Capabilities, Support, capabilities};
use shared::words::{IMPORTS, Language};

use crate::RenderError;
use crate::archive::Archive;
use crate::csv::{CellTexts, RowNames};
use crate::names::Taken;
use crate::progress::Progress;

pub(crate) use home::Home;
pub(crate) use importer::{Checks, Hierarchical, Importer, Labels, Own, People, Role, TextStyle};
pub(crate) use layout::{Column, Layout, Source};
pub(crate) use sheet::add_csv;
pub(crate) use text::{bare_header, joined, joined_tightly, one_line, plain_header};
pub(crate) use values::Values;

/// A blueprint with everything that its files are written from.
pub(crate) struct System<'a> {
    /// What takes the files.
    pub(crate) importer: &'a Importer,
    /// What they are made of.
    pub(crate) blueprint: &'a Blueprint,
    /// What the importer's platform can do.
    pub(crate) capabilities: &'static Capabilities,
    /// Computes the values of rows.
    pub(crate) evaluator: &'a Evaluator<'a>,
    /// Makes cells of values that need nothing special.
    pub(crate) texts: CellTexts<'a>,
    /// What the plan says becomes of each field.
    pub(crate) supports: BTreeMap<&'a FieldId, Support>,
}

impl System<'_> {
    /// The language of the files.
    pub(crate) fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    /// The word for `key`.
    pub(crate) fn word<'k>(&self, key: &'k str) -> &'k str {
        IMPORTS.get(self.language(), key)
    }
}

/// The archive of `blueprint` that `importer` takes: a folder a table, and a read-me.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`] when it could not be packed.
pub(crate) fn write(
    importer: &Importer,
    blueprint: &Blueprint,
    progress: Progress<'_>,
) -> Result<Vec<u8>, RenderError> {
    let evaluator = Evaluator::new(blueprint);
    let system = System {
        importer,
        blueprint,
        capabilities: capabilities(importer.platform),
        evaluator: &evaluator,
        texts: CellTexts::new(&evaluator, RowNames::or_ids(blueprint), importer.form),
        supports: field_supports(blueprint, importer.platform),
    };
    let mut taken = Taken::default();
    let layouts: Vec<_> =
        blueprint.tables.iter().map(|table| Layout::new(&system, table, &mut taken)).collect();
    let mut archive = Archive::new();
    clicks::write(&system, &layouts, &mut archive)?;
    for (done, layout) in layouts.iter().enumerate() {
        progress.report(done, layouts.len());
        (importer.files)(&system, layout, &mut archive)?;
    }
    archive.finish()
}
