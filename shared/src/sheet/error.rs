//! Why a file gives no sheets.

use serde::{Deserialize, Serialize};

use super::WORDS;
use crate::words::Language;

/// Why a file gives no sheets: what is wrong, where, and how to go on. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum SheetError {
    /// It has more bytes than are read.
    TooLarge {
        /// The most, in megabytes.
        max_mb: usize,
    },
    /// No cell of it holds anything.
    Empty,
    /// A workbook of another program, or of an old one, or one with a password.
    OtherWorkbook,
    /// Neither text nor a workbook.
    NoTable,
    /// A text that is not in the encoding it should be in.
    Encoding {
        /// The first line that cannot be read, from 1.
        line: usize,
    },
    /// A quote that opens and never closes.
    OpenQuote {
        /// The line it opens in, from 1.
        line: usize,
    },
    /// A workbook that grows beyond all measure when it is unpacked.
    Unpacked {
        /// The most, in megabytes.
        max_mb: usize,
    },
    /// A workbook that is damaged.
    Broken {
        /// What the reader says, in English.
        detail: String,
    },
    /// A sheet of a workbook that is damaged.
    BrokenSheet {
        /// Its name.
        sheet: String,
        /// What the reader says, in English.
        detail: String,
    },
}

impl SheetError {
    /// What is wrong, where, and how to go on.
    pub fn sentence(&self, language: Language) -> String {
        let values = self.values();
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        WORDS.fill(language, &format!("error.{}", self.code()), &values)
    }

    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::Empty => "empty",
            Self::OtherWorkbook => "other_workbook",
            Self::NoTable => "no_table",
            Self::Encoding { .. } => "encoding",
            Self::OpenQuote { .. } => "open_quote",
            Self::Unpacked { .. } => "unpacked",
            Self::Broken { .. } => "broken",
            Self::BrokenSheet { .. } => "broken_sheet",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { max_mb } | Self::Unpacked { max_mb } => vec![("max", max_mb.to_string())],
            Self::Encoding { line } | Self::OpenQuote { line } => vec![("line", line.to_string())],
            Self::Broken { detail } => vec![("detail", detail.clone())],
            Self::BrokenSheet { sheet, detail } => {
                vec![("sheet", sheet.clone()), ("detail", detail.clone())]
            }
            Self::Empty | Self::OtherWorkbook | Self::NoTable => Vec::new(),
        }
    }
}
