//! Fields and their kinds.

use serde::{Deserialize, Serialize};

use super::{FieldId, OptionId, Reason, TableId};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id.
    pub id: FieldId,
    /// Name, unique in its table.
    pub name: String,
    /// What belongs in it.
    #[serde(default)]
    pub description: String,
    /// Whether a row must have a value.
    #[serde(default)]
    pub required: bool,
    /// What it holds.
    pub kind: FieldKind,
    /// Which answer asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// The name of a row; one a table.
    Title,
    /// One line of text.
    Text,
    /// Text of several lines, Markdown allowed.
    LongText,
    /// A number.
    Number {
        /// How it is shown.
        #[serde(default)]
        format: NumberFormat,
    },
    /// A day.
    Date,
    /// A day and a time, UTC.
    Datetime,
    /// Yes or no.
    Checkbox,
    /// One of a few options.
    Select {
        /// The options, in order.
        options: Vec<SelectOption>,
    },
    /// Any of a few options.
    MultiSelect {
        /// The options, in order.
        options: Vec<SelectOption>,
    },
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// People.
    Person {
        /// Whether it may name more than one.
        #[serde(default)]
        many: bool,
    },
    /// Stars from 1 to `max`.
    Rating {
        /// Most stars, 1 to 10.
        max: u8,
    },
    /// Rows of a table.
    Relation {
        /// The table whose rows it names; may be its own.
        table: TableId,
        /// How many it may name.
        cardinality: Cardinality,
        /// The field over there that shows the same links from the other side.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        inverse: Option<FieldId>,
    },
    /// A value computed over related rows.
    Rollup {
        /// The relation of this table to follow.
        relation: FieldId,
        /// The field of the related table to compute over; [`RollupFunction::Count`] needs none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<FieldId>,
        /// What to compute.
        function: RollupFunction,
    },
    /// A value computed from this row, see [`crate::compute`] for the language.
    Formula {
        /// The expression; fields stand as `{fld_…}`.
        expression: String,
    },
    /// When the row was made.
    CreatedAt,
    /// When the row was last changed.
    UpdatedAt,
    /// A number the platform counts up, shown after a prefix.
    AutoId {
        /// What stands before the number; `{year}` in it stands for the year the row was made in.
        prefix: String,
    },
    /// Files.
    Attachment,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NumberFormat {
    /// 1,234
    #[default]
    Integer,
    /// 1,234.50
    Decimal,
    /// 12 % for the value 0.12
    Percent,
}

/// How many rows a relation may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cardinality {
    /// At most one.
    One,
    /// Any number.
    Many,
}

/// What a rollup computes over related rows. Empty cells do not count, except in [`Self::Count`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RollupFunction {
    /// How many rows.
    Count,
    /// Sum of numbers.
    Sum,
    /// Mean of numbers; empty when there are none.
    Average,
    /// Least number or earliest date.
    Min,
    /// Greatest number or latest date.
    Max,
    /// Share of checked boxes among related rows, 0 to 1.
    PercentChecked,
}

/// An option of a select.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SelectOption {
    /// Its id; cells hold it.
    pub id: OptionId,
    /// Name, unique in its field.
    pub name: String,
    /// Its colour.
    #[serde(default)]
    pub color: Color,
}

/// A colour of options and charts. Every platform has its nearest one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a colour's name says it all")]
pub enum Color {
    #[default]
    Gray,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
    Pink,
    Brown,
}

impl Color {
    /// Every one, in the order of the palette.
    pub const ALL: [Self; 10] = [
        Self::Gray,
        Self::Red,
        Self::Orange,
        Self::Yellow,
        Self::Green,
        Self::Teal,
        Self::Blue,
        Self::Purple,
        Self::Pink,
        Self::Brown,
    ];

    /// Those of new options, one after the other; gray is for what stands back.
    const OF_OPTIONS: [Self; 9] = [
        Self::Blue,
        Self::Green,
        Self::Yellow,
        Self::Red,
        Self::Purple,
        Self::Teal,
        Self::Orange,
        Self::Pink,
        Self::Brown,
    ];

    /// The colour of a new option that has so many before it: as unlike theirs as there are colours.
    pub fn of_option(before: usize) -> Self {
        Self::OF_OPTIONS[before % Self::OF_OPTIONS.len()]
    }

    /// The name as it stands in documents, such as `teal`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gray => "gray",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Teal => "teal",
            Self::Blue => "blue",
            Self::Purple => "purple",
            Self::Pink => "pink",
            Self::Brown => "brown",
        }
    }
}

/// The name of a [`FieldKind`], without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "documented at FieldKind")]
pub enum KindName {
    Title,
    Text,
    LongText,
    Number,
    Date,
    Datetime,
    Checkbox,
    Select,
    MultiSelect,
    Url,
    Email,
    Person,
    Rating,
    Relation,
    Rollup,
    Formula,
    CreatedAt,
    UpdatedAt,
    AutoId,
    Attachment,
}

impl KindName {
    /// Every kind, in the order of [`FieldKind`].
    pub const ALL: [Self; 20] = [
        Self::Title,
        Self::Text,
        Self::LongText,
        Self::Number,
        Self::Date,
        Self::Datetime,
        Self::Checkbox,
        Self::Select,
        Self::MultiSelect,
        Self::Url,
        Self::Email,
        Self::Person,
        Self::Rating,
        Self::Relation,
        Self::Rollup,
        Self::Formula,
        Self::CreatedAt,
        Self::UpdatedAt,
        Self::AutoId,
        Self::Attachment,
    ];

    /// The name as it stands in documents, such as `long_text`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Datetime => "datetime",
            Self::Checkbox => "checkbox",
            Self::Select => "select",
            Self::MultiSelect => "multi_select",
            Self::Url => "url",
            Self::Email => "email",
            Self::Person => "person",
            Self::Rating => "rating",
            Self::Relation => "relation",
            Self::Rollup => "rollup",
            Self::Formula => "formula",
            Self::CreatedAt => "created_at",
            Self::UpdatedAt => "updated_at",
            Self::AutoId => "auto_id",
            Self::Attachment => "attachment",
        }
    }
}

impl FieldKind {
    /// Its name.
    pub fn name(&self) -> KindName {
        match self {
            Self::Title => KindName::Title,
            Self::Text => KindName::Text,
            Self::LongText => KindName::LongText,
            Self::Number { .. } => KindName::Number,
            Self::Date => KindName::Date,
            Self::Datetime => KindName::Datetime,
            Self::Checkbox => KindName::Checkbox,
            Self::Select { .. } => KindName::Select,
            Self::MultiSelect { .. } => KindName::MultiSelect,
            Self::Url => KindName::Url,
            Self::Email => KindName::Email,
            Self::Person { .. } => KindName::Person,
            Self::Rating { .. } => KindName::Rating,
            Self::Relation { .. } => KindName::Relation,
            Self::Rollup { .. } => KindName::Rollup,
            Self::Formula { .. } => KindName::Formula,
            Self::CreatedAt => KindName::CreatedAt,
            Self::UpdatedAt => KindName::UpdatedAt,
            Self::AutoId { .. } => KindName::AutoId,
            Self::Attachment => KindName::Attachment,
        }
    }

    /// The options of a select or multi-select, nothing for other kinds.
    pub fn options(&self) -> &[SelectOption] {
        match self {
            Self::Select { options } | Self::MultiSelect { options } => options,
            _ => &[],
        }
    }

    /// Whether its values are computed from others and never stored.
    pub fn is_computed(&self) -> bool {
        matches!(self, Self::Rollup { .. } | Self::Formula { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::Color;

    #[test]
    fn new_options_have_every_colour_but_gray_before_one_comes_again() {
        let first: Vec<_> = (0..9).map(Color::of_option).collect();

        for color in Color::ALL {
            assert_eq!(first.iter().filter(|it| **it == color).count(), usize::from(color != Color::Gray));
        }
        assert_eq!(Color::of_option(9), first[0]);
    }
}
