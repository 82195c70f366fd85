//! What a person told the wizard: small, validated once, shareable as a link.

mod legacy;
mod link;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

pub use legacy::{Ignored, Legacy, LegacyError, read_legacy};
pub use link::{LINK_MAX, LinkError, from_link, to_link};

use crate::platform::Platform;
use crate::words::Language;

/// Most fields of one's own that answers may ask for.
pub const EXTRA_FIELDS_MAX: u64 = 12;
/// Longest name of an extra field, in characters; the tightest limit of all platforms that have one.
pub const EXTRA_FIELD_NAME_MAX: u64 = 60;
/// Longest IANA time zone name accepted, in characters.
pub const TIMEZONE_MAX: u64 = 64;
/// Longest naming convention, in characters.
pub const NAMING_CONVENTION_MAX: u64 = 120;

/// Everything the wizard asks, in one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Where the system will live.
    pub platform: Platform,
    /// How many people will use it.
    pub team_size: TeamSize,
    /// What matters most; 2 to 4 are recommended.
    #[validate(length(min = 1, max = 8), custom(function = unique))]
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 8))]
    pub priorities: Vec<Priority>,
    /// Which parts the system gets.
    #[serde(default)]
    #[validate(length(max = 8), custom(function = unique))]
    #[cfg_attr(feature = "openapi", schema(max_items = 8))]
    pub features: Vec<Feature>,
    /// How much structure the person wants to live with.
    pub complexity: Complexity,
    /// Language, dates, colours and fields of one's own.
    #[serde(default)]
    #[validate(nested)]
    pub customization: Customization,
}

/// How many people will use the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TeamSize {
    /// One person.
    #[serde(rename = "just_me")]
    JustMe,
    /// Two to five people.
    #[serde(rename = "2_5")]
    TwoToFive,
    /// Six to twenty people.
    #[serde(rename = "6_20")]
    SixToTwenty,
    /// More than twenty people.
    #[serde(rename = "20_plus")]
    OverTwenty,
}

impl TeamSize {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 4] = [Self::JustMe, Self::TwoToFive, Self::SixToTwenty, Self::OverTwenty];

    /// Its name in documents, such as `just_me`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::JustMe => "just_me",
            Self::TwoToFive => "2_5",
            Self::SixToTwenty => "6_20",
            Self::OverTwenty => "20_plus",
        }
    }
}

/// What matters most to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Everything has its place: topics and categories.
    Organization,
    /// Finding a chat again.
    Search,
    /// Numbers about how chats are used.
    Analytics,
    /// Working on chats with others.
    Collaboration,
    /// Rules that do the routine.
    Automation,
    /// As little as possible to keep up.
    Simplicity,
    /// Never locked in.
    Portability,
    /// Tied into other tools.
    Integration,
}

impl Priority {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 8] = [
        Self::Organization,
        Self::Search,
        Self::Analytics,
        Self::Collaboration,
        Self::Automation,
        Self::Simplicity,
        Self::Portability,
        Self::Integration,
    ];

    /// Its name in documents, such as `organization`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Search => "search",
            Self::Analytics => "analytics",
            Self::Collaboration => "collaboration",
            Self::Automation => "automation",
            Self::Simplicity => "simplicity",
            Self::Portability => "portability",
            Self::Integration => "integration",
        }
    }
}

/// A part the system may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Tags and a priority on every session.
    Tags,
    /// Projects that sessions belong to.
    Projects,
    /// Timeline and calendar views.
    Timeline,
    /// Ready prompts for the sessions one has again and again.
    Templates,
    /// Action items with due dates and alerts.
    Reminders,
    /// Recipes for regular exports.
    Exports,
    /// Dashboards with charts.
    Dashboard,
    /// An archive with a rule that fills it.
    Archive,
}

impl Feature {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 8] = [
        Self::Tags,
        Self::Projects,
        Self::Timeline,
        Self::Templates,
        Self::Reminders,
        Self::Exports,
        Self::Dashboard,
        Self::Archive,
    ];

    /// Its name in documents, such as `tags`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Projects => "projects",
            Self::Timeline => "timeline",
            Self::Templates => "templates",
            Self::Reminders => "reminders",
            Self::Exports => "exports",
            Self::Dashboard => "dashboard",
            Self::Archive => "archive",
        }
    }
}

/// How much structure the person wants to live with. It chooses the form, never what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Complexity {
    /// Sessions and at most one more table.
    Simple,
    /// At most four tables.
    Moderate,
    /// Everything asked for, with rollups and formulas.
    Advanced,
}

impl Complexity {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 3] = [Self::Simple, Self::Moderate, Self::Advanced];

    /// Its name in documents, such as `simple`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Moderate => "moderate",
            Self::Advanced => "advanced",
        }
    }
}

/// How dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateFormat {
    /// 2026-03-20
    #[default]
    Iso,
    /// 20/03/2026
    DayFirst,
    /// 03/20/2026
    MonthFirst,
    /// 20.03.2026
    Dotted,
}

impl DateFormat {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 4] = [Self::Iso, Self::DayFirst, Self::MonthFirst, Self::Dotted];

    /// Its name in documents, such as `iso`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Iso => "iso",
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::Dotted => "dotted",
        }
    }
}

/// Which colours options and charts take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColorScheme {
    /// The full palette.
    #[default]
    Vivid,
    /// Fewer, calmer colours.
    Calm,
    /// Grey, except where a colour carries meaning.
    Mono,
}

impl ColorScheme {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 3] = [Self::Vivid, Self::Calm, Self::Mono];

    /// Its name in documents, such as `vivid`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vivid => "vivid",
            Self::Calm => "calm",
            Self::Mono => "mono",
        }
    }
}

/// What a field of one's own holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExtraFieldKind {
    /// One line of text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    Checkbox,
    /// A web address.
    Url,
}

impl ExtraFieldKind {
    /// Every one, in the order in which people see them.
    pub const ALL: [Self; 5] = [Self::Text, Self::Number, Self::Date, Self::Checkbox, Self::Url];

    /// Its name in documents, such as `text`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Checkbox => "checkbox",
            Self::Url => "url",
        }
    }
}

/// A field of one's own on Sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExtraField {
    /// Its name, 1 to [`EXTRA_FIELD_NAME_MAX`] characters; unique among the fields of Sessions.
    #[validate(length(min = 1, max = EXTRA_FIELD_NAME_MAX), custom(function = visible))]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// What it holds.
    pub kind: ExtraFieldKind,
}

/// Language, dates, colours and fields of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Customization {
    /// Language of names, options, sample rows and reasons.
    pub language: Language,
    /// IANA time zone; empty means UTC.
    #[validate(length(max = TIMEZONE_MAX))]
    #[cfg_attr(feature = "openapi", schema(max_length = 64))]
    pub timezone: String,
    /// How dates are written.
    pub date_format: DateFormat,
    /// How session titles are written; empty means the recommended one.
    #[validate(length(max = NAMING_CONVENTION_MAX))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub naming_convention: String,
    /// Colours of options and charts.
    pub color_scheme: ColorScheme,
    /// Fields of one's own on Sessions.
    #[validate(length(max = EXTRA_FIELDS_MAX), nested)]
    #[cfg_attr(feature = "openapi", schema(max_items = 12))]
    pub extra_fields: Vec<ExtraField>,
    /// The day that sample rows are dated around; absent means [`crate::design::SAMPLE_TODAY`].
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub today: Option<NaiveDate>,
}

/// Refuses a list that names something twice.
fn unique<T: Ord>(values: &[T]) -> Result<(), ValidationError> {
    let mut seen = std::collections::BTreeSet::new();
    if values.iter().all(|value| seen.insert(value)) {
        return Ok(());
    }
    Err(ValidationError::new("unique").with_message("must not name anything twice".into()))
}

/// Refuses a name made of white space or control characters.
fn visible(name: &str) -> Result<(), ValidationError> {
    if name.trim().is_empty() || name.chars().any(char::is_control) {
        return Err(ValidationError::new("visible")
            .with_message("must hold a letter or a digit and no control characters".into()));
    }
    Ok(())
}
