//! The platform-neutral design: tables, fields, relations, views, automations, dashboards, sample rows.
//!
//! WIRE: this is the document that browsers store, the API speaks and files hold. Add optional things only.

mod automation;
mod cell;
mod dashboard;
mod field;
#[cfg(test)]
pub(crate) mod fixture;
mod id;
mod position;
mod read;
mod reason;
mod view;

use serde::{Deserialize, Serialize};

pub use automation::{Action, Automation, ExportFormat, Period, Trigger};
pub use cell::{CellValue, Cells};
pub use dashboard::{Bucket, Chart, ChartKind, Dashboard, Grouping, Measure, MeasureFunction};
pub use field::{Cardinality, Color, Field, FieldKind, KindName, NumberFormat, RollupFunction, SelectOption};
pub(crate) use id::is_id;
pub use id::{
    AutomationId, BlueprintId, ChartId, DashboardId, FieldId, ID_MAX, OptionId, RowId, TableId, ViewId,
};
pub use position::{Position, PositionError, Positions};
pub(crate) use read::lost;
pub use read::{READ_MAX, ReadError, read, read_own};
pub use reason::{Cause, Reason};
pub use view::{Condition, Conjunction, Direction, Filter, Operator, RelativeRange, Sort, View, ViewKind};

use crate::answers::DateFormat;
use crate::words::Language;

/// Version of the document that this code writes. Older ones are migrated by [`read()`], newer ones refused.
pub const SCHEMA_VERSION: u32 = 1;

/// A complete, platform-neutral design of a chat session management system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// Version of this document's form; [`SCHEMA_VERSION`] after reading.
    pub schema_version: u32,
    /// Its id.
    pub id: BlueprintId,
    /// What people call the system.
    pub name: String,
    /// What it is for, in a sentence or two.
    #[serde(default)]
    pub description: String,
    /// Language, time zone and date format of what is made from it.
    #[serde(default)]
    pub settings: Settings,
    /// Tables, in the order in which people see them.
    pub tables: Vec<Table>,
    /// Rules that act by themselves.
    #[serde(default)]
    pub automations: Vec<Automation>,
    /// Pages of charts.
    #[serde(default)]
    pub dashboards: Vec<Dashboard>,
    /// Why it looks as it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Positions by id, of those elements alone that do not stand at the next whole number after the one before
    /// them: of what was moved, or put between others. Lists are ordered by position, then by id.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub positions: Positions,
}

/// Language, time zone and date format of what is made from a blueprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Language of guides and of words that files add.
    pub language: Language,
    /// IANA time zone; empty means UTC.
    pub timezone: String,
    /// How dates are written.
    pub date_format: DateFormat,
    /// How session titles are written, such as `[Platform] Topic - Focus (YYYY-MM-DD)`; empty when free.
    pub naming_convention: String,
    /// The day the sample rows are dated around: what previews take for today.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub sample_today: Option<chrono::NaiveDate>,
}

/// A table: what it holds, its fields, the views on it and a few sample rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its id.
    pub id: TableId,
    /// Name, plural, unique in the blueprint.
    pub name: String,
    /// What one row is.
    #[serde(default)]
    pub description: String,
    /// A Lucide icon name, such as `messages-square`.
    #[serde(default)]
    pub icon: String,
    /// Fields in order; exactly one is the title.
    pub fields: Vec<Field>,
    /// Views in order; the first is what people see on opening.
    #[serde(default)]
    pub views: Vec<View>,
    /// A few rows that show how it is meant.
    #[serde(default)]
    pub sample_rows: Vec<SampleRow>,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// A row that shows how a table is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SampleRow {
    /// Its id; relation cells of other rows refer to it.
    pub id: RowId,
    /// Values by field; a missing field is empty. Rollups and formulas have no values here: they are computed.
    pub cells: Cells,
}

impl Blueprint {
    /// The table with this id.
    pub fn table(&self, id: &TableId) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == *id)
    }

    /// The field with this id, with the table that holds it.
    pub fn field(&self, id: &FieldId) -> Option<(&Table, &Field)> {
        self.tables.iter().find_map(|table| table.field(id).map(|field| (table, field)))
    }

    /// The sample row with this id, with its table.
    pub fn row(&self, id: &RowId) -> Option<(&Table, &SampleRow)> {
        self.tables.iter().find_map(|table| table.row(id).map(|row| (table, row)))
    }
}

impl Table {
    /// The field with this id.
    pub fn field(&self, id: &FieldId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// The sample row with this id.
    pub fn row(&self, id: &RowId) -> Option<&SampleRow> {
        self.sample_rows.iter().find(|row| row.id == *id)
    }

    /// The field that names a row.
    pub fn title(&self) -> Option<&Field> {
        self.fields.iter().find(|field| matches!(field.kind, FieldKind::Title))
    }

    /// What a row is called: the text of its title cell, empty when it has none.
    pub fn label<'a>(&self, row: &'a SampleRow) -> &'a str {
        self.title().and_then(|title| row.cells.get(&title.id)).and_then(CellValue::text).unwrap_or_default()
    }
}
