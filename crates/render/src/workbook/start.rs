//! The first sheet: what this is, how to use it, where everything stands.

use rust_xlsxwriter::{Formula, Url, Worksheet, XlsxError};
use serde::Serialize;
use shared::blueprint::Automation;

use super::formula_text::{day_serial, sheet_reference};
use super::layout::Book;
use super::name::shorten;
use super::{page, style};
use crate::words::{sentence, word};

/// Most text of a line, so that it stays readable.
const LINE_MAX: usize = 2_000;

/// Writes the first sheet. The day stands in B4: [`Book::today_cell`].
pub(super) fn write(book: &Book<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    worksheet.set_name(&book.start_sheet)?.set_screen_gridlines(false);
    worksheet.set_column_width(0, 30)?.set_column_width(1, 90)?;
    worksheet.write_string_with_format(0, 0, shorten(&book.blueprint.name, LINE_MAX), &style::title())?;
    worksheet.set_row_height(0, 30)?;
    worksheet.write_string_with_format(
        1,
        0,
        shorten(&book.blueprint.description, LINE_MAX),
        &style::remark().unset_text_wrap(),
    )?;
    today(book, worksheet)?;
    for (row, line) in (5..).zip(lines_of_file(book)) {
        write_line(worksheet, row, &line)?;
    }
    page::set_up(book, worksheet, None)?;
    page::protect(worksheet);
    Ok(())
}

/// The day that everything relative is counted from.
fn today(book: &Book<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let language = book.language();
    let format = style::grid().set_num_format(style::date_format(book.blueprint.settings.date_format));
    let serial = day_serial(book.today).unwrap_or_default();
    worksheet.write_string_with_format(3, 0, word(language, "start_today"), &style::grid_header())?;
    worksheet.write_formula_with_format(
        3,
        1,
        Formula::new("TODAY()").set_result(serial.to_string()),
        &format.set_align(rust_xlsxwriter::FormatAlign::Left).set_unlocked(),
    )?;
    Ok(())
}

/// A line of the sheet, below the day.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Line {
    /// An empty one.
    Gap,
    /// The heading of what follows.
    Heading { name: String },
    /// A name and a text beside it.
    Text { name: String, text: String },
    /// A link to a sheet and a text beside it.
    Link { name: String, text: String },
}

/// The lines below the day: how to use it, which sheets there are, which rules.
pub(super) fn lines(book: &Book<'_>) -> Vec<Line> {
    let mut lines = how_to(book);
    lines.push(Line::Gap);
    lines.extend(sheets(book));
    lines.push(Line::Gap);
    lines.extend(automations(book));
    lines
}

/// The same, then what only the file has: help and protection.
fn lines_of_file(book: &Book<'_>) -> Vec<Line> {
    let (language, help) = (book.language(), book.help_sheet.as_str());
    let mut lines = lines(book);
    lines.extend([
        Line::Gap,
        heading(word(language, "start_file")),
        Line::Link { name: help.to_owned(), text: word(language, "start_help").to_owned() },
        text("", word(language, "start_how_protected")),
    ]);
    lines
}

fn how_to(book: &Book<'_>) -> Vec<Line> {
    let language = book.language();
    let steps = [
        "start_how_rows",
        "start_how_lists",
        "start_how_gray",
        "start_how_titles",
        "start_how_samples",
        "start_how_today",
        "start_how_jumps",
        "start_how_sheets",
    ];
    let mut lines = vec![heading(word(language, "start_how"))];
    lines.extend((1..).zip(steps).map(|(number, key)| text(&number.to_string(), word(language, key))));
    let convention = &book.blueprint.settings.naming_convention;
    if !convention.is_empty() {
        lines.push(text(word(language, "naming_convention"), convention));
    }
    lines
}

fn sheets(book: &Book<'_>) -> Vec<Line> {
    let link =
        |name: &String, text: &String| Line::Link { name: name.clone(), text: shorten(text, LINE_MAX) };
    let dashboards = book.dashboards.iter().map(|(name, dashboard)| link(name, &dashboard.description));
    let tables = book.sheets.iter().map(|sheet| link(&sheet.name, &sheet.table.description));
    [heading(word(book.language(), "start_sheets"))].into_iter().chain(dashboards).chain(tables).collect()
}

fn automations(book: &Book<'_>) -> Vec<Line> {
    let language = book.language();
    if book.blueprint.automations.is_empty() {
        return Vec::new();
    }
    let rule = |automation: &Automation| match automation.description.as_str() {
        "" => text(&automation.name, &sentence(language, "automation_bare", &[("name", &automation.name)])),
        description => text(&automation.name, description),
    };
    let mut lines =
        vec![heading(word(language, "automations")), text("", word(language, "start_automations"))];
    lines.extend(book.blueprint.automations.iter().map(rule));
    lines
}

fn heading(name: &str) -> Line {
    Line::Heading { name: name.to_owned() }
}

fn text(name: &str, text: &str) -> Line {
    Line::Text { name: shorten(name, LINE_MAX), text: shorten(text, LINE_MAX) }
}

fn write_line(worksheet: &mut Worksheet, row: u32, line: &Line) -> Result<(), XlsxError> {
    let text = match line {
        Line::Gap => return Ok(()),
        Line::Heading { name } => {
            worksheet.write_string_with_format(row, 0, name, &style::heading())?;
            worksheet.write_blank(row, 1, &style::heading())?;
            return Ok(());
        }
        Line::Text { name, text } => {
            worksheet.write_string_with_format(row, 0, name, &style::paragraph())?;
            text
        }
        Line::Link { name, text } => {
            let target = Url::new(format!("internal:{}A1", sheet_reference(name))).set_text(name);
            worksheet.write_url_with_format(row, 0, target, &style::link())?;
            text
        }
    };
    worksheet.write_string_with_format(row, 1, text, &style::paragraph())?;
    Ok(())
}
