//! The first sheet: what this is, how to use it, where everything stands.

use rust_xlsxwriter::{Formula, Url, Worksheet, XlsxError};

use super::formula_text::{day_serial, sheet_reference};
use super::layout::Book;
use super::name::shorten;
use super::style;
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
    let mut page = Page { worksheet, row: 5 };
    how_to(book, &mut page)?;
    sheets(book, &mut page)?;
    automations(book, &mut page)
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
        &format.set_align(rust_xlsxwriter::FormatAlign::Left),
    )?;
    Ok(())
}

fn how_to(book: &Book<'_>, page: &mut Page<'_>) -> Result<(), XlsxError> {
    let language = book.language();
    page.heading(word(language, "start_how"))?;
    let steps = [
        "start_how_rows",
        "start_how_lists",
        "start_how_gray",
        "start_how_titles",
        "start_how_samples",
        "start_how_today",
        "start_how_sheets",
    ];
    for (number, key) in (1..).zip(steps) {
        page.line(&number.to_string(), word(language, key))?;
    }
    if !book.blueprint.settings.naming_convention.is_empty() {
        page.line(word(language, "naming_convention"), &book.blueprint.settings.naming_convention)?;
    }
    page.gap();
    Ok(())
}

fn sheets(book: &Book<'_>, page: &mut Page<'_>) -> Result<(), XlsxError> {
    page.heading(word(book.language(), "start_sheets"))?;
    for (name, dashboard) in &book.dashboards {
        page.link(name, &dashboard.description)?;
    }
    for sheet in &book.sheets {
        page.link(&sheet.name, &sheet.table.description)?;
    }
    page.gap();
    Ok(())
}

fn automations(book: &Book<'_>, page: &mut Page<'_>) -> Result<(), XlsxError> {
    if book.blueprint.automations.is_empty() {
        return Ok(());
    }
    let language = book.language();
    page.heading(word(language, "automations"))?;
    page.line("", word(language, "start_automations"))?;
    for automation in &book.blueprint.automations {
        let text = if automation.description.is_empty() {
            sentence(language, "automation_bare", &[("name", &automation.name)])
        } else {
            automation.description.clone()
        };
        page.line(&automation.name, &text)?;
    }
    Ok(())
}

/// Lines below each other.
struct Page<'w> {
    worksheet: &'w mut Worksheet,
    row: u32,
}

impl Page<'_> {
    fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.worksheet.write_string_with_format(self.row, 0, text, &style::heading())?;
        self.worksheet.write_blank(self.row, 1, &style::heading())?;
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, name: &str, text: &str) -> Result<(), XlsxError> {
        self.worksheet.write_string_with_format(self.row, 0, shorten(name, LINE_MAX), &style::paragraph())?;
        self.worksheet.write_string_with_format(self.row, 1, shorten(text, LINE_MAX), &style::paragraph())?;
        self.row += 1;
        Ok(())
    }

    fn link(&mut self, sheet: &str, text: &str) -> Result<(), XlsxError> {
        let target = Url::new(format!("internal:{}A1", sheet_reference(sheet))).set_text(sheet);
        self.worksheet.write_url_with_format(self.row, 0, target, &style::link())?;
        self.worksheet.write_string_with_format(self.row, 1, shorten(text, LINE_MAX), &style::paragraph())?;
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }
}
