//! What all sheets have in common: how they are printed, which way they run, what may be changed in them.
//!
//! Excel sorts no rows with locked cells on a protected sheet, grows no table there, and a table's rows always hold
//! computed cells. So the sheets to type in are not protected: rules of their headers and computed columns refuse
//! what is typed there (see [`super::guard`]), and adding, sorting and filtering work. Sheets that only show are
//! protected, without a password: whoever wants to change one may.

use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};
use shared::words::Language;

use super::formula_text::sheet_reference;
use super::layout::Book;
use super::name::{one_line, shorten};

/// Longest name of the system in a page's header: Excel takes 255 characters in all.
const NAME_MAX: usize = 80;
/// Paper of type A4, as Excel numbers it.
const A4: u8 = 9;

/// Sets how a sheet is printed and which way it runs; `header` is the row that every page repeats.
pub(super) fn set_up(
    book: &Book<'_>,
    worksheet: &mut Worksheet,
    header: Option<u32>,
) -> Result<(), XlsxError> {
    if book.right_to_left {
        worksheet.set_right_to_left(true);
    }
    if book.language() != Language::En {
        // English is read where paper is A4 and where it is Letter: there, the printer's own paper is right.
        worksheet.set_paper_size(A4);
    }
    // In headers of pages, `&` starts a code.
    let name = shorten(&one_line(&book.blueprint.name), NAME_MAX).replace('&', "&&");
    worksheet.set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_header(format!("&L{name}&R&A")).set_footer("&C&P / &N");
    if let Some(row) = header {
        worksheet.set_repeat_rows(row, row)?;
    }
    Ok(())
}

/// How far a sheet with a title in its first column is printed: formulas reach further than rows, so the area is a
/// formula itself, down to the last row with a title. `header` and `last_row` are counted from 0.
pub(super) fn print_area(
    worksheet: &mut Worksheet,
    sheet: &str,
    (header, last_row): (u32, u32),
    last_column: u16,
) -> Result<String, XlsxError> {
    // The formula takes the place of this area when the rows are put in.
    worksheet.set_print_area(0, 0, last_row, last_column)?;
    let (place, first) = (sheet_reference(sheet), header + 2);
    let titles = format!("{place}$A${first}:$A${}", last_row + 1);
    let rows = format!("MAX({first},SUMPRODUCT(MAX(({titles}<>\"\")*ROW({titles}))))");
    Ok(format!("OFFSET({place}$A$1,0,0,{rows},{})", last_column + 1))
}

/// Protects a sheet that only shows: filtering, widths and heights stay free.
pub(super) fn protect(worksheet: &mut Worksheet) {
    worksheet.protect_with_options(&ProtectionOptions {
        use_autofilter: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
}
