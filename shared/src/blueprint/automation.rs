//! Automations: rules that act by themselves.

use serde::{Deserialize, Serialize};

use super::{AutomationId, CellValue, Cells, FieldId, Filter, Reason, TableId};

/// A rule that acts by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Automation {
    /// Its id.
    pub id: AutomationId,
    /// Name, unique in the blueprint.
    pub name: String,
    /// The rule as a sentence.
    #[serde(default)]
    pub description: String,
    /// The table whose rows it watches and acts on.
    pub table: TableId,
    /// What starts it.
    pub trigger: Trigger,
    /// Which rows it acts on; all (of those that triggered) without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    /// What it does, in order; at least one.
    pub actions: Vec<Action>,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What starts an automation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Trigger {
    /// A row is made.
    RowCreated,
    /// A field of a row changes.
    FieldChanged {
        /// The field.
        field: FieldId,
    },
    /// A day is reached.
    DateReached {
        /// The date field.
        field: FieldId,
        /// Days after it; negative means before.
        #[serde(default)]
        days_after: i32,
    },
    /// The clock.
    Schedule {
        /// How often.
        every: Period,
    },
}

/// How often a schedule runs: on the first working day of each period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every month.
    Month,
}

/// What an automation does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Set a field of the row.
    SetField {
        /// The field.
        field: FieldId,
        /// Its new value, form as in [`CellValue`].
        value: CellValue,
    },
    /// Set a date field of the row to the day on which the automation runs.
    SetToday {
        /// The field.
        field: FieldId,
    },
    /// Tell people.
    Notify {
        /// A person field of the row that names whom to tell; absent means everybody who follows the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<FieldId>,
        /// What to say.
        message: String,
    },
    /// Make a row.
    CreateRow {
        /// Where.
        table: TableId,
        /// Its values.
        cells: Cells,
    },
    /// Write the rows to a file.
    Export {
        /// Which file.
        format: ExportFormat,
        /// A field whose values each get a file of their own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<FieldId>,
    },
}

/// A file that rows are exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}
