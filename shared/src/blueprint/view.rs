//! Views: ways of looking at a table.

use serde::{Deserialize, Serialize};

use super::{CellValue, FieldId, Reason, ViewId};

/// A way of looking at a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Name, unique in its table.
    pub name: String,
    /// What it is good for.
    #[serde(default)]
    pub description: String,
    /// How rows are laid out.
    pub kind: ViewKind,
    /// Which rows it shows; all without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    /// Order of rows, most important first; without one, the table's order.
    #[serde(default)]
    pub sorts: Vec<Sort>,
    /// The field whose values part the rows into sections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<FieldId>,
    /// Fields it shows, in order; empty means all.
    #[serde(default)]
    pub visible_fields: Vec<FieldId>,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl View {
    /// A grid of every row and every field.
    pub fn grid(id: ViewId, name: String, description: String) -> Self {
        Self {
            id,
            name,
            description,
            kind: ViewKind::Grid,
            filter: None,
            sorts: Vec::new(),
            group: None,
            visible_fields: Vec::new(),
            reason: None,
        }
    }
}

/// How a view lays rows out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ViewKind {
    /// Rows and columns.
    Grid,
    /// Cards in columns, one for each value of a field.
    Board {
        /// A select, person, checkbox or to-one relation.
        by: FieldId,
    },
    /// Cards on days.
    Calendar {
        /// A date, datetime, created_at or updated_at.
        date: FieldId,
    },
    /// Bars from a start to an end.
    Timeline {
        /// Where a bar starts.
        start: FieldId,
        /// Where it ends; without one a bar is a day long.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<FieldId>,
    },
    /// Cards in a grid.
    Gallery,
    /// One line a row.
    List,
}

/// Which rows to take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Whether all conditions must hold, or any.
    #[serde(rename = "match")]
    pub conjunction: Conjunction,
    /// The conditions; at least one.
    pub conditions: Vec<Condition>,
}

/// How conditions are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Conjunction {
    /// Every one must hold.
    All,
    /// One is enough.
    Any,
}

/// A test of one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The field to test.
    pub field: FieldId,
    /// How to test it.
    pub operator: Operator,
    /// What to test against; form as in [`CellValue`]. Absent for operators that need none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<CellValue>,
}

/// How a condition tests a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Equal; for a list, holds it.
    Is,
    /// Not equal; for a list, does not hold it. True for empty cells.
    IsNot,
    /// One of a list of values; for text, contains one of the words, whatever their case.
    IsAnyOf,
    /// Text contains, whatever the case.
    Contains,
    /// No value.
    IsEmpty,
    /// A value.
    IsNotEmpty,
    /// Number or date at least as great.
    AtLeast,
    /// Number or date at most as great.
    AtMost,
    /// A date in a range around today; the value is a [`RelativeRange`] by its name.
    Within,
    /// A person field names the person who looks; needs no value.
    IsMe,
}

impl Operator {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Is,
        Self::IsNot,
        Self::IsAnyOf,
        Self::Contains,
        Self::IsEmpty,
        Self::IsNotEmpty,
        Self::AtLeast,
        Self::AtMost,
        Self::Within,
        Self::IsMe,
    ];

    /// Its name in documents, such as `is_any_of`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::IsNot => "is_not",
            Self::IsAnyOf => "is_any_of",
            Self::Contains => "contains",
            Self::IsEmpty => "is_empty",
            Self::IsNotEmpty => "is_not_empty",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Within => "within",
            Self::IsMe => "is_me",
        }
    }
}

/// A range of days around today, as the value of [`Operator::Within`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelativeRange {
    /// Today.
    Today,
    /// Monday to Sunday of this week.
    ThisWeek,
    /// Today and the six days after it.
    Next7Days,
    /// Today and the 29 days before it.
    Past30Days,
    /// Up to and with today.
    UntilToday,
    /// More than 30 days ago.
    Over30DaysAgo,
}

impl RelativeRange {
    /// Every range.
    pub const ALL: [Self; 6] = [
        Self::Today,
        Self::ThisWeek,
        Self::Next7Days,
        Self::Past30Days,
        Self::UntilToday,
        Self::Over30DaysAgo,
    ];

    /// Its name in documents, such as `this_week`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::ThisWeek => "this_week",
            Self::Next7Days => "next_7_days",
            Self::Past30Days => "past_30_days",
            Self::UntilToday => "until_today",
            Self::Over30DaysAgo => "over_30_days_ago",
        }
    }

    /// The range with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.as_str() == name)
    }
}

/// An order of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// The field to order by.
    pub field: FieldId,
    /// Which way.
    pub direction: Direction,
}

/// Which way to order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Least first; empty cells last.
    Ascending,
    /// Greatest first; empty cells last.
    Descending,
}
