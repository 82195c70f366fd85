//! Cells of a sheet that has no columns of one kind, such as a dashboard's: what stands where and how it looks.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use serde::Serialize;

use super::style;

/// A cell; rows and columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct GridCell {
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) content: Content,
    pub(crate) look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub(crate) enum Content {
    Blank,
    Text(String),
    Number(f64),
    /// An array formula with one result.
    Formula {
        text: String,
        #[serde(skip)]
        result: String,
    },
}

/// How a cell looks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "number_format", rename_all = "snake_case")]
pub(crate) enum Look {
    Title,
    Remark,
    Paragraph,
    Heading,
    /// A number that stands out.
    Figure(String),
    /// The header of a small table's row or column; days have a number format.
    Label(Option<String>),
    /// A number of a small table.
    Grid(String),
}

impl GridCell {
    pub(super) fn text((row, column): (u32, u16), text: impl Into<String>, look: Look) -> Self {
        Self { row, column, content: Content::Text(text.into()), look }
    }

    pub(super) fn formula((row, column): (u32, u16), text: String, result: f64, look: Look) -> Self {
        Self { row, column, content: Content::Formula { text, result: result.to_string() }, look }
    }

    /// Writes it.
    pub(super) fn write(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (row, column, format) = (self.row, self.column, self.look.format());
        match &self.content {
            Content::Blank => worksheet.write_blank(row, column, &format)?,
            Content::Text(text) => worksheet.write_string_with_format(row, column, text, &format)?,
            Content::Number(number) => worksheet.write_number_with_format(row, column, *number, &format)?,
            Content::Formula { text, result } => {
                let formula = Formula::new(text).set_result(result);
                worksheet.write_array_formula_with_format(row, column, row, column, formula, &format)?
            }
        };
        Ok(())
    }
}

impl Look {
    fn format(&self) -> Format {
        match self {
            Self::Title => style::title(),
            Self::Remark => style::remark().unset_text_wrap(),
            Self::Paragraph => style::paragraph(),
            Self::Heading => style::heading(),
            Self::Figure(number_format) => style::figure(number_format),
            Self::Label(None) => style::grid_header(),
            Self::Label(Some(number_format)) => style::grid_header().set_num_format(number_format),
            Self::Grid(number_format) => style::grid().set_num_format(number_format),
        }
    }
}
