//! What a platform's importer takes, as data.

use shared::artifact::ArtifactFormat;
use shared::blueprint::KindName;
use shared::platform::Platform;

use super::{Layout, System};
use crate::RenderError;
use crate::archive::Archive;
use crate::csv::Form;

/// What a platform's importer takes and how it wants it.
pub(crate) struct Importer {
    /// Whose importer.
    pub(crate) platform: Platform,
    /// The files made for it.
    pub(crate) format: ArtifactFormat,
    /// Columns that mean something to it, in the order of the file.
    pub(crate) columns: &'static [(Role, &'static str)],
    /// Whether it reads all of [`Self::columns`], also those that nothing fills.
    pub(crate) wants_all_columns: bool,
    /// What becomes of fields of one's own.
    pub(crate) own: Own,
    /// How values are written.
    pub(crate) form: Form,
    /// How check marks are written.
    pub(crate) checks: Checks,
    /// Whom it knows people by.
    pub(crate) people: People,
    /// How descriptions are written.
    pub(crate) text: TextStyle,
    /// How options become labels.
    pub(crate) labels: Labels,
    /// How it finds the row that a row stands under.
    pub(crate) hierarchy: Hierarchical,
    /// Kinds whose columns are mapped to another type than the plan's, which an import cannot fill.
    pub(crate) types: &'static [(KindName, &'static str)],
    /// A field's name as the header of a column.
    pub(crate) header: fn(&str) -> String,
    /// Writes the files of a table into its folder.
    pub(crate) files: fn(&System<'_>, &Layout<'_>, &mut Archive) -> Result<(), RenderError>,
}

impl Importer {
    /// The header of the column of `role`, if the importer has such a one.
    pub(crate) fn column(&self, role: Role) -> Option<&'static str> {
        self.columns.iter().find(|(known, _)| *known == role).map(|(_, header)| *header)
    }

    /// Whether it reads the column of `role`.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }
}

/// What a column means to an importer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// What the row is called.
    Title,
    /// Its description.
    Description,
    /// Where it stands on the board.
    Status,
    /// The day it is due.
    Due,
    /// Who does it.
    Assignee,
    /// Labels or tags.
    Labels,
    /// The one number that rows have.
    Estimate,
    /// When it was made.
    Created,
    /// When it was last changed.
    Updated,
    /// A number by which rows of the same file name it.
    Number,
    /// The row it stands under.
    Parent,
    /// What kind of row it is, by how deep it stands.
    Level,
    /// The name of its table.
    Table,
    /// Nothing: the importer wants the column to be there.
    Blank,
}

/// What becomes of fields of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    /// Lines of the description: the importer fills no fields of one's own.
    Lines,
    /// Columns, one a field; the importer takes several values of a field joined in a cell.
    Columns,
    /// Columns; a field with several values has as many columns of one name.
    RepeatedColumns,
    /// Columns, relations too: rows have no description.
    OnlyColumns,
}

/// How check marks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checks {
    /// As [`Form`] says.
    Signs,
    /// As the words for yes and no.
    Words,
    /// As the word for yes, or not at all.
    WordOrBlank,
}

/// Whom an importer knows people by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum People {
    /// Their e-mail addresses; names stand in the description.
    Addresses,
    /// Their names.
    Names,
}

/// How descriptions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextStyle {
    /// As Markdown.
    Markdown,
    /// As plain text.
    Plain,
}

/// How options become labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Labels {
    /// By their names; names that two fields share get the field's in front.
    Named,
    /// The same, and single choices as `Group/Label`.
    Grouped,
}

/// How an importer finds the row that a row stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hierarchical {
    /// Not at all.
    No,
    /// By its title, at most so many levels deep.
    ByTitle(usize),
    /// By its number in the file, at most so many levels deep.
    ByNumber(usize),
}
