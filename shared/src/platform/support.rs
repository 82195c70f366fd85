//! The form of the data: what a platform declares about each kind of thing.

use serde::{Deserialize, Serialize};

use super::Platform;
use crate::artifact::ArtifactFormat;
use crate::blueprint::{ChartKind, KindName, ViewKind};
use crate::plan::WORDS;
use crate::words::Language;

/// Everything the plan needs to know of a platform.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Which platform.
    pub platform: Platform,
    /// What its makers call it.
    pub name: &'static str,
    /// How a system gets there.
    pub delivery: Delivery,
    /// Files made for it alone, the one it takes best first.
    pub files: &'static [ArtifactFormat],
    /// What the platform calls our words.
    pub terms: Terms,
    /// What becomes of tables.
    pub tables: Support,
    /// What becomes of each kind of field, in the order of [`KindName::ALL`].
    pub fields: &'static [FieldSupport],
    /// What becomes of the first field of a kind in a table, where that is special: a card has one description.
    pub firsts: &'static [FieldSupport],
    /// What becomes of the select that a table's first board groups by, where that is special.
    pub board_field: Option<Support>,
    /// What becomes of a relation's other side.
    pub inverse: Inverse,
    /// What becomes of a field beyond the most that a table holds.
    pub overflow: Support,
    /// Whether the prefix of a counted id may hold the year.
    pub dated_ids: bool,
    /// What becomes of each kind of view.
    pub views: &'static [ViewSupport],
    /// Views that every table has from the start: what becomes of the first of their kind, when it asks for no
    /// filter and for no group but the one it has.
    pub default_views: &'static [ViewSupport],
    /// What becomes of a view's filter.
    pub filters: Support,
    /// What becomes of a view's groups.
    pub groups: Support,
    /// What becomes of automations.
    pub automations: Support,
    /// What becomes of particular automations, where that is special.
    pub special_automations: &'static [AutomationSupport],
    /// What becomes of dashboards.
    pub dashboards: Support,
    /// What becomes of each kind of chart.
    pub charts: &'static [ChartSupport],
    /// What becomes of sample rows.
    pub rows: Support,
    /// Sizes it does not exceed.
    pub limits: Limits,
}

/// Files that are of use wherever a system lives, the most useful first.
const FILES_FOR_ALL: [ArtifactFormat; 6] = [
    ArtifactFormat::GuideHtml,
    ArtifactFormat::Xlsx,
    ArtifactFormat::CsvZip,
    ArtifactFormat::GuideMarkdown,
    ArtifactFormat::BlueprintJson,
    ArtifactFormat::BlueprintYaml,
];

impl Capabilities {
    /// The files to offer, the one it takes best first: its own, then those that are of use everywhere.
    pub fn all_files(&self) -> impl Iterator<Item = ArtifactFormat> {
        let others = FILES_FOR_ALL.into_iter().filter(|file| !self.files.contains(file));
        self.files.iter().copied().chain(others)
    }

    /// What becomes of a kind of field.
    pub fn field(&self, kind: KindName) -> Support {
        find(self.fields.iter().map(|field| (field.kind, field.support)), kind)
    }

    /// What becomes of the first field of a kind in a table, where that is special.
    pub fn first(&self, kind: KindName) -> Option<Support> {
        self.firsts.iter().find(|first| first.kind == kind).map(|first| first.support)
    }

    /// What becomes of a kind of view.
    pub fn view(&self, kind: ViewName) -> Support {
        find(self.views.iter().map(|view| (view.kind, view.support)), kind)
    }

    /// What becomes of a view that is there from the start.
    pub fn default_view(&self, kind: ViewName) -> Option<Support> {
        self.default_views.iter().find(|view| view.kind == kind).map(|view| view.support)
    }

    /// What becomes of a kind of chart.
    pub fn chart(&self, kind: ChartKind) -> Support {
        find(self.charts.iter().map(|chart| (chart.kind, chart.support)), kind)
    }

    /// What becomes of an automation of this case.
    pub fn automation(&self, case: AutomationCase) -> Support {
        let special = self.special_automations.iter().find(|special| special.case == case);
        special.map_or(self.automations, |special| special.support)
    }
}

/// A test keeps every list complete, so that nothing undeclared is ever asked for.
fn find<K: PartialEq>(mut declared: impl Iterator<Item = (K, Support)>, kind: K) -> Support {
    declared.find(|(known, _)| *known == kind).map_or(UNDECLARED, |(_, support)| support)
}

const UNDECLARED: Support = Support::impossible("impossible.undeclared");

/// How a system gets to a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Through its API.
    Api,
    /// As files that a person opens there.
    Files,
    /// In this app.
    Here,
}

/// What a platform calls our words, untranslated: people see them in its interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    /// The whole system, such as `Base`.
    pub system: &'static str,
    /// A table, such as `Board`.
    pub table: &'static str,
    /// A field, such as `Column`.
    pub field: &'static str,
    /// A row, such as `Item`.
    pub row: &'static str,
    /// A view, such as `View`.
    pub view: &'static str,
}

/// What becomes of something on a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Support {
    /// How well it fits.
    pub level: SupportLevel,
    /// What the platform calls it or what it becomes there, such as `Multi-select`; empty where it becomes nothing.
    pub native: &'static str,
    /// Key of the sentence that says what happens instead, in the words of topic `plan`; empty for exact.
    pub note: &'static str,
    /// Where the platform keeps it.
    pub place: Place,
}

impl Support {
    /// What it becomes there, as people read it: a name of the platform's own stays as it is.
    pub fn native_in(&self, language: Language) -> &'static str {
        WORDS.find(language, &format!("native:{}", self.native)).unwrap_or(self.native)
    }

    pub(super) const fn exact(native: &'static str) -> Self {
        Self { level: SupportLevel::Exact, native, note: "", place: Place::Own }
    }

    pub(super) const fn adapted(native: &'static str, note: &'static str) -> Self {
        Self { level: SupportLevel::Adapted, native, note, place: Place::Own }
    }

    pub(super) const fn manual(native: &'static str, note: &'static str) -> Self {
        Self { level: SupportLevel::Manual, native, note, place: Place::Own }
    }

    pub(super) const fn impossible(note: &'static str) -> Self {
        Self { level: SupportLevel::Impossible, native: "", note, place: Place::Own }
    }

    /// The same as a property that every row has.
    pub(super) const fn of_row(mut self) -> Self {
        self.place = Place::Row;
        self
    }

    /// The same inside a text of the row.
    pub(super) const fn in_text(mut self) -> Self {
        self.place = Place::Text;
        self
    }
}

/// Where a platform keeps something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In a place of its own, such as a column: it counts towards the most fields of a table.
    Own,
    /// In a property that every row has anyway, such as a card's due date.
    Row,
    /// Inside a text of the row: people read it there, views neither filter nor group by it.
    Text,
}

/// How well something fits a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SupportLevel {
    /// As designed.
    Exact,
    /// As something else that does the job.
    Adapted,
    /// A person does it by hand, guided.
    Manual,
    /// Not there.
    Impossible,
}

/// What becomes of a kind of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldSupport {
    /// The kind.
    pub kind: KindName,
    /// What becomes of it.
    pub support: Support,
}

/// What becomes of a relation's other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Inverse {
    /// What becomes of it.
    pub support: Support,
    /// Whether it comes into being together with the first side.
    pub together: bool,
    /// Whether its links have to be written as well: they do not follow from the first side's.
    pub written: bool,
}

/// The name of a kind of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "documented at ViewKind")]
pub enum ViewName {
    Grid,
    Board,
    Calendar,
    Timeline,
    Gallery,
    List,
}

impl ViewName {
    /// Every kind, in the order of [`ViewKind`].
    pub const ALL: [Self; 6] =
        [Self::Grid, Self::Board, Self::Calendar, Self::Timeline, Self::Gallery, Self::List];

    /// The name as it stands in documents, such as `board`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Board => "board",
            Self::Calendar => "calendar",
            Self::Timeline => "timeline",
            Self::Gallery => "gallery",
            Self::List => "list",
        }
    }
}

impl From<&ViewKind> for ViewName {
    fn from(kind: &ViewKind) -> Self {
        match kind {
            ViewKind::Grid => Self::Grid,
            ViewKind::Board { .. } => Self::Board,
            ViewKind::Calendar { .. } => Self::Calendar,
            ViewKind::Timeline { .. } => Self::Timeline,
            ViewKind::Gallery => Self::Gallery,
            ViewKind::List => Self::List,
        }
    }
}

/// What becomes of a kind of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewSupport {
    /// The kind.
    pub kind: ViewName,
    /// What becomes of it.
    pub support: Support,
}

/// What becomes of a kind of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChartSupport {
    /// The kind.
    pub kind: ChartKind,
    /// What becomes of it.
    pub support: Support,
}

/// Automations that platforms treat in ways of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AutomationCase {
    /// Writes rows to files.
    Export,
    /// Fills every new row with the same values.
    Defaults,
    /// All else.
    Other,
}

/// What becomes of a particular automation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AutomationSupport {
    /// Which one.
    pub case: AutomationCase,
    /// What becomes of it.
    pub support: Support,
}

/// Sizes a platform does not exceed; absent where it publishes none that a design could meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Limits {
    /// Characters of a table's name.
    pub table_name_chars: Option<u32>,
    /// Characters of a field's name.
    pub field_name_chars: Option<u32>,
    /// Characters of an option's name.
    pub option_name_chars: Option<u32>,
    /// Characters of a row's title.
    pub title_chars: Option<u32>,
    /// Characters of a text cell of one line.
    pub text_chars: Option<u32>,
    /// Characters of a text cell of several lines.
    pub long_text_chars: Option<u32>,
    /// Options of one field.
    pub options: Option<u32>,
    /// Fields of one table.
    pub fields: Option<u32>,
    /// Tables of one system.
    pub tables: Option<u32>,
    /// Characters that names of tables must not hold.
    pub table_name_forbidden: &'static str,
    /// Characters that names of options must not hold.
    pub option_name_forbidden: &'static str,
}

impl Limits {
    /// No limit that a design could meet.
    pub const NONE: Self = Self {
        table_name_chars: None,
        field_name_chars: None,
        option_name_chars: None,
        title_chars: None,
        text_chars: None,
        long_text_chars: None,
        options: None,
        fields: None,
        tables: None,
        table_name_forbidden: "",
        option_name_forbidden: "",
    };
}
