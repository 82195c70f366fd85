//! Workbooks.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use shared::sheet::{COLUMNS_MAX, SHEETS_MAX, SheetError};

use crate::read;

/// A workbook with a sheet for each name, written by `write`.
pub(crate) fn workbook(names: &[&str], write: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for name in names {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        write(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

pub(crate) fn contacts(sheet: &mut Worksheet) {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let date = ExcelDateTime::from_ymd(2026, 3, 20).unwrap();
    sheet.write_row(0, 0, ["Name", "Age", "Since", "Seen", "Member"]).unwrap();
    sheet.write(1, 0, "Ada").unwrap();
    sheet.write(1, 1, 36.5).unwrap();
    sheet.write_with_format(1, 2, &date, &day).unwrap();
    sheet.write_with_format(1, 3, date.and_hms(9, 30, 0).unwrap(), &moment).unwrap();
    sheet.write(1, 4, true).unwrap();
    sheet.write(3, 0, "Bo").unwrap();
    sheet.write(3, 1, 7).unwrap();
}

#[test]
fn cells_become_text_with_dates_as_programs_write_them() {
    let read = read(&workbook(&["Contacts"], contacts)).unwrap();

    let sheet = &read.sheets[0];
    assert_eq!(sheet.name, "Contacts");
    assert_eq!(sheet.headers, ["Name", "Age", "Since", "Seen", "Member"]);
    assert_eq!(sheet.rows[0], ["Ada", "36.5", "2026-03-20", "2026-03-20T09:30:00", "true"]);
    assert_eq!(sheet.rows[1], ["Bo", "7", "", "", ""]);
    assert_eq!(sheet.row_count, 2);
}

#[test]
fn sheets_that_are_empty_or_hidden_are_passed_over() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Empty").unwrap();
    let hidden = workbook.add_worksheet().set_name("Lists").unwrap();
    hidden.set_hidden(true).write(0, 0, "secret").unwrap();
    workbook.add_worksheet().set_name("Told").unwrap().write(4, 2, "Name").unwrap();

    let read = read(&workbook.save_to_buffer().unwrap()).unwrap();

    let names: Vec<_> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Told"]);
    assert_eq!(read.sheets[0].headers, ["Name"]);
}

#[test]
fn what_is_beyond_is_counted() {
    let names: Vec<String> = (0..SHEETS_MAX + 3).map(|at| format!("S{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let read = read(&workbook(&names, |sheet| {
        sheet.write(0, 0, "a").unwrap();
        sheet.write(0, 1, "b").unwrap();
    }));

    let read = read.unwrap();
    assert_eq!((read.sheets.len(), read.left_out), (SHEETS_MAX, 3));
}

#[test]
fn cells_far_out_take_no_room() {
    let bytes = workbook(&["Far"], |sheet| {
        sheet.write(0, 0, "a").unwrap();
        sheet.write(1_048_575, 16_383, "z").unwrap();
    });

    let sheet = read(&bytes).unwrap().sheets.remove(0);

    assert_eq!(sheet.headers, ["a"]);
    assert_eq!(sheet.columns_left_out, 16_384 - COLUMNS_MAX);
    assert_eq!(sheet.row_count, 1);
}

#[test]
fn a_workbook_without_anything_is_empty() {
    assert_eq!(read(&workbook(&["Empty"], |_| ())), Err(SheetError::Empty));
}
