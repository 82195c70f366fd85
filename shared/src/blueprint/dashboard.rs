//! Dashboards: pages of charts over tables.

use serde::{Deserialize, Serialize};

use super::{ChartId, DashboardId, FieldId, Filter, Reason, TableId};

/// A page of charts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Dashboard {
    /// Its id.
    pub id: DashboardId,
    /// Name, unique in the blueprint.
    pub name: String,
    /// The questions it answers.
    #[serde(default)]
    pub description: String,
    /// Its charts, in order; at least one.
    pub charts: Vec<Chart>,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// A chart over the rows of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Its id.
    pub id: ChartId,
    /// Name, unique in its dashboard.
    pub name: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Whose rows it counts.
    pub table: TableId,
    /// Which rows; all without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    /// What parts the rows along the first axis; only [`ChartKind::Number`] has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Grouping>,
    /// What parts the rows along the second axis: [`ChartKind::Heatmap`] only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<Grouping>,
    /// What is shown of each part.
    pub measure: Measure,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// One number.
    Number,
    /// Upright bars.
    Column,
    /// Lying bars.
    Bar,
    /// A line over time.
    Line,
    /// Parts of a whole.
    Pie,
    /// Two axes, a shade a cell.
    Heatmap,
}

impl ChartKind {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Number, Self::Column, Self::Bar, Self::Line, Self::Pie, Self::Heatmap];
}

/// What parts rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Grouping {
    /// The field.
    pub field: FieldId,
    /// For dates and times: which part of them counts. Absent for other kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bucket: Option<Bucket>,
}

/// Which part of a date or time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// The week, by its Monday.
    Week,
    /// The month, by its first day.
    Month,
    /// Monday to Sunday.
    Weekday,
    /// Night, morning, afternoon, evening: hours from 0, 6, 12 and 18, UTC.
    PartOfDay,
}

impl Bucket {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Weekday, Self::PartOfDay];
}

/// What is shown of each part of the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// What is computed.
    pub function: MeasureFunction,
    /// Over which field: a number, rating, rollup or formula; [`MeasureFunction::Count`] and `share` need none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldId>,
    /// [`MeasureFunction::Share`] only: which rows of the part count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Filter>,
}

/// What a measure computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeasureFunction {
    /// How many rows.
    Count,
    /// Sum of a field.
    Sum,
    /// Mean of a field, empty cells left out.
    Average,
    /// Rows that match `of` over all rows of the part, 0 to 1; 0 where there are none.
    Share,
}
