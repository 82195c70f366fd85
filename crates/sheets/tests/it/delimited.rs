//! CSV files.

use std::cell::RefCell;

use shared::sheet::{FILE_MAX, ROWS_KEPT_MAX, Sheet, SheetError};

use crate::read;

fn only(bytes: &[u8]) -> Sheet {
    let mut read = read(bytes).unwrap();
    assert_eq!(read.sheets.len(), 1);
    read.sheets.remove(0)
}

#[test]
fn a_file_of_a_german_spreadsheet_is_read() {
    let sheet = only("\u{feff}Name;Preis\r\n\"Tee; grün\";1,50\r\nKaffee;2,20\r\n".as_bytes());

    assert_eq!(sheet.headers, ["Name", "Preis"]);
    assert_eq!(sheet.rows, [["Tee; grün", "1,50"], ["Kaffee", "2,20"]]);
}

#[test]
fn tabs_in_utf_16_are_read() {
    let text = "名前\t点\n花子\t5\n";
    let bytes: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();

    assert_eq!(only(&bytes).rows, [["花子", "5"]]);
}

#[test]
fn headers_alone_are_a_sheet() {
    let sheet = only(b"Name,State");

    assert_eq!((sheet.headers.len(), sheet.row_count), (2, 0));
}

#[test]
fn of_many_rows_the_first_are_kept_and_all_are_counted() {
    let count = 5_000;
    let text: String = (0..count).map(|at| format!("{at},x\n")).collect();
    let heard = RefCell::new(Vec::new());
    let hear = |done, total| heard.borrow_mut().push((done, total));

    let bytes = format!("N,X\n{text}");
    let sheet = sheets::read(bytes.as_bytes(), &hear).unwrap().sheets.remove(0);

    assert_eq!((sheet.rows.len(), sheet.row_count), (ROWS_KEPT_MAX, count));
    let heard = heard.into_inner();
    assert_eq!(heard.len(), 4);
    assert!(heard.is_sorted() && heard.iter().all(|(done, total)| done <= total && *total == bytes.len()));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    assert_eq!(read(b""), Err(SheetError::Empty));
    assert_eq!(read(b" ,\n\n;"), Err(SheetError::Empty));
    assert_eq!(read(b"a,b\n1,\"2\n3,4"), Err(SheetError::OpenQuote { line: 2 }));
    assert_eq!(read(b"a,b\nM\xFCller,1"), Err(SheetError::Encoding { line: 2 }));
    assert_eq!(read(b"<html><table>"), Err(SheetError::NoTable));
    assert_eq!(read(b"{\"tables\": []}"), Err(SheetError::NoTable));
    assert_eq!(read(b"a,b\0c"), Err(SheetError::NoTable));
    assert_eq!(read(&vec![b'a'; FILE_MAX + 1]), Err(SheetError::TooLarge { max_mb: 64 }));
}
