//! Why a column is proposed as it is.

use super::WORDS;
use crate::words::Language;

/// Why a column is proposed as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no value to go by.
    NoValues,
    /// The person wants it so.
    Chosen,
    /// Its name says that it names the rows.
    TitleByName,
    /// It is the first text that is there in every row and never twice.
    TitleUnique,
    /// There is no better one to name the rows by.
    TitleFirst,
    /// Every value is a yes or a no.
    Checks,
    /// Every value is a whole number.
    Whole,
    /// Every value is a number, some with digits after a point.
    Decimals,
    /// Every value is a number, some with digits after a comma.
    Commas,
    /// Every value is a percentage.
    Percent,
    /// Numbers that would lose zeros or digits.
    Codes,
    /// Whole numbers in a column that is named like a rating.
    Stars,
    /// Days, year first.
    Days,
    /// Days before months.
    DaysFirst,
    /// Months before days.
    MonthsFirst,
    /// Days with times.
    Moments,
    /// Web addresses.
    Addresses,
    /// E-mail addresses.
    Mails,
    /// Few values that come again and again.
    Options {
        /// How many different ones.
        count: usize,
    },
    /// Lists of few values that come again and again.
    Lists {
        /// How many different ones.
        count: usize,
    },
    /// Long texts, or texts of several lines.
    Long,
    /// Short texts.
    Short,
}

impl Why {
    /// The reason in a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let count = match self {
            Self::Options { count } | Self::Lists { count } => count.to_string(),
            _ => String::new(),
        };
        WORDS.fill(language, &format!("why.{}", self.code()), &[("count", &count)])
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoValues => "no_values",
            Self::Chosen => "chosen",
            Self::TitleByName => "title_by_name",
            Self::TitleUnique => "title_unique",
            Self::TitleFirst => "title_first",
            Self::Checks => "checks",
            Self::Whole => "whole",
            Self::Decimals => "decimals",
            Self::Commas => "commas",
            Self::Percent => "percent",
            Self::Codes => "codes",
            Self::Stars => "stars",
            Self::Days => "days",
            Self::DaysFirst => "days_first",
            Self::MonthsFirst => "months_first",
            Self::Moments => "moments",
            Self::Addresses => "addresses",
            Self::Mails => "mails",
            Self::Options { .. } => "options",
            Self::Lists { .. } => "lists",
            Self::Long => "long",
            Self::Short => "short",
        }
    }
}
