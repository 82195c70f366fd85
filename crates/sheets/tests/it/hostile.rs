//! Files that somebody broke, on purpose or not: nothing panics, and what is refused says why.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use shared::sheet::{COLUMNS_MAX, ROWS_KEPT_MAX, SheetError};
use shared::words::Language;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::read;
use crate::workbooks::{contacts, workbook};

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (path, bytes) in files {
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What holds of every file.
fn check(bytes: &[u8]) {
    match read(bytes) {
        Ok(read) => {
            assert!(!read.sheets.is_empty());
            for sheet in read.sheets {
                assert!((1..=COLUMNS_MAX).contains(&sheet.headers.len()));
                assert!(sheet.rows.len() <= ROWS_KEPT_MAX && sheet.rows.len() <= sheet.row_count);
                assert!(sheet.rows.iter().all(|row| row.len() == sheet.headers.len()));
            }
        }
        Err(error) => assert!(!error.sentence(Language::En).contains(['{', '}'])),
    }
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(read(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), Err(SheetError::OtherWorkbook));
    assert_eq!(read(&archive(&[("content.xml", b"<x/>")])), Err(SheetError::OtherWorkbook));
    assert_eq!(read(&archive(&[("xl/workbook.bin", b"x")])), Err(SheetError::OtherWorkbook));
    assert_eq!(read(&archive(&[("word/document.xml", b"<x/>")])), Err(SheetError::NoTable));
    assert!(matches!(read(&archive(&[("xl/workbook.xml", b"<x/>")])), Err(SheetError::Broken { .. })));
    assert!(matches!(read(b"PK\x03\x04 and then nothing"), Err(SheetError::Broken { .. })));
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    let zeros = vec![0; 64 * 1024 * 1024];
    let files: Vec<_> = (0..9).map(|at| format!("xl/media/{at}")).collect();
    let files: Vec<_> = files.iter().map(|path| (path.as_str(), zeros.as_slice())).collect();
    let bomb = archive(&files);

    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(read(&bomb), Err(SheetError::Unpacked { max_mb: 512 }));
}

#[test]
fn a_damaged_sheet_is_told_by_its_name() {
    let whole = workbook(&["Good", "Contacts"], contacts);
    let mut zip = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        std::io::copy(&mut file, &mut bytes).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            bytes.truncate(bytes.len() / 2);
        }
        files.push((name, bytes));
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();

    let Err(error) = read(&archive(&files)) else { panic!("it was read") };

    assert!(matches!(&error, SheetError::BrokenSheet { sheet, .. } if sheet == "Contacts"), "{error:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "([a-z0-9é,;\t|\"\r\n ]{0,12}){0,20}") {
        check(text.as_bytes());
    }

    /// Damage inside the archive's files gets past its checksums only when it is packed anew.
    #[test]
    fn a_damaged_workbook_is_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut files = parts();
        for (file, at, byte) in changes {
            let (_, bytes) = file.get_mut(&mut files);
            if !bytes.is_empty() {
                *at.get_mut(bytes) = byte;
            }
        }
        let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        check(&archive(&files));
    }

    #[test]
    fn a_workbook_with_other_bytes_is_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = workbook(&["A"], contacts);
        for (at, byte) in changes {
            *at.get_mut(&mut bytes) = byte;
        }
        check(&bytes);
    }
}

/// The files of a workbook that say what is in its cells.
fn parts() -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook(&["A"], contacts))).unwrap();
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        std::io::copy(&mut file, &mut bytes).unwrap();
        files.push((name, bytes));
    }
    files
}
