//! Rows and cells of a sheet as its XML has them, written by `rust_xlsxwriter`: attributes in double quotes, `r`
//! first, no space between elements.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::formula_text::ROW;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Nothing,
    Bool(bool),
    Number(f64),
    Text(String),
}

/// A row of a sheet.
pub(super) struct Row<'x> {
    pub(super) number: u32,
    /// What its element says beside its number, with a space before it.
    pub(super) attributes: &'x str,
    content: &'x str,
}

/// A cell of a row.
pub(super) struct Cell<'x> {
    /// Where it is, such as `C5`.
    pub(super) address: &'x str,
    /// Its element.
    pub(super) text: &'x str,
}

/// A cell that every row of a block has.
pub(super) struct TemplateCell {
    /// Its column, such as `C`.
    pub(super) letters: String,
    /// Its format, with a space before it.
    style: String,
    /// Its formula, escaped, [`ROW`] for the row's number, and whether it is an array formula.
    formula: Option<(String, bool)>,
}

/// The rows in the data of a sheet by their numbers.
pub(super) fn rows(data: &str) -> BTreeMap<u32, Row<'_>> {
    let rows = data.split("<row r=\"").skip(1).filter_map(|row| {
        let (number, rest) = row.split_once('"')?;
        let (attributes, content) = rest.split_once('>')?;
        let content = content.strip_suffix("</row>").unwrap_or_default();
        let number = number.parse().ok()?;
        Some((number, Row { number, attributes: without_spans(attributes.trim_end_matches('/')), content }))
    });
    rows.collect()
}

/// Which columns a row spans is a hint, and wrong as soon as it has more cells.
fn without_spans(attributes: &str) -> &str {
    let rest = attributes.strip_prefix(" spans=\"").and_then(|rest| rest.split_once('"'));
    rest.map_or(attributes, |(_, rest)| rest)
}

impl<'x> Row<'x> {
    /// Its cells from left to right.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'x>> + use<'x> {
        let content = self.content;
        let starts = content.match_indices("<c r=\"").map(|(at, _)| at);
        let ends = content.match_indices("<c r=\"").map(|(at, _)| at).skip(1).chain([content.len()]);
        starts.zip(ends).filter_map(move |(start, end)| {
            let text = content.get(start..end)?;
            let address = text.strip_prefix("<c r=\"")?.split('"').next()?;
            Some(Cell { address, text })
        })
    }

    /// Its cells as every row of its block has them.
    pub(super) fn templates(&self) -> Vec<TemplateCell> {
        self.cells().map(|cell| cell.template()).collect()
    }
}

impl Cell<'_> {
    /// Its column, such as `C`.
    pub(super) fn letters(&self) -> &str {
        self.address.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// The order of columns by their letters.
    pub(super) fn order(left: &str, right: &str) -> Ordering {
        left.len().cmp(&right.len()).then_with(|| left.cmp(right))
    }

    fn template(&self) -> TemplateCell {
        let (tag, content) = self.text.split_once('>').unwrap_or((self.text, ""));
        let style = tag.split_once(" s=\"").and_then(|(_, rest)| rest.split_once('"'));
        let formula = content.strip_prefix("<f").and_then(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (formula, _) = rest.split_once("</f>")?;
            Some((formula.to_owned(), attributes.contains("t=\"array\"")))
        });
        TemplateCell {
            letters: self.letters().to_owned(),
            style: style.map_or_else(String::new, |(style, _)| format!(" s=\"{style}\"")),
            formula,
        }
    }
}

impl TemplateCell {
    /// Adds it to a row, with what it shows there.
    pub(super) fn push(&self, text: &mut String, row: u32, shown: &Shown) {
        let Self { letters, style, formula } = self;
        let kind = match shown {
            Shown::Nothing if formula.is_none() => {
                if !style.is_empty() {
                    let _ = write!(text, "<c r=\"{letters}{row}\"{style}/>");
                }
                return;
            }
            Shown::Nothing | Shown::Text(_) => " t=\"str\"",
            Shown::Bool(_) => " t=\"b\"",
            Shown::Number(_) => "",
        };
        let _ = write!(text, "<c r=\"{letters}{row}\"{style}{kind}>");
        if let Some((formula, is_array)) = formula {
            match is_array {
                true => {
                    let _ = write!(text, "<f t=\"array\" ref=\"{letters}{row}\">");
                }
                false => text.push_str("<f>"),
            }
            for (index, piece) in formula.split(ROW).enumerate() {
                if index > 0 {
                    let _ = write!(text, "{row}");
                }
                text.push_str(piece);
            }
            text.push_str("</f>");
        }
        text.push_str("<v>");
        match shown {
            Shown::Nothing => {}
            Shown::Bool(shown) => text.push(if *shown { '1' } else { '0' }),
            Shown::Number(number) => {
                let _ = write!(text, "{number}");
            }
            Shown::Text(shown) => push_escaped(text, shown),
        }
        text.push_str("</v></c>");
    }
}

/// Adds `plain` as the content of an element.
pub(super) fn push_escaped(text: &mut String, plain: &str) {
    for c in plain.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            c => text.push(c),
        }
    }
}
