//! Rows that are alike: kept in memory once, written as often as the sheet has them.
//!
//! Formulas and formats reach far below the sample rows, and views show whole tables. Of such rows the writer of
//! workbooks gets only the last one; this puts the others in, sheet by sheet, with the results that readers show
//! which do not calculate. So a workbook takes little more memory than its packed bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::cells::{Cell, Row, Shown, TemplateCell, push_escaped, rows};
use crate::RenderError;

/// What a cell of a row shows, by the row's number, in the order of the last row's cells.
type Results<'b> = Box<dyn Fn(u32) -> Vec<Shown> + 'b>;

/// Rows from the first to the last, counted from 1: those between are written as the last one is.
pub(super) struct Block<'b> {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) results: Results<'b>,
}

/// What a sheet has more often than it is kept.
#[derive(Default)]
pub(super) struct Unrolled<'b> {
    pub(super) blocks: Vec<Block<'b>>,
    /// Cells whose array formula reaches down to a row, by their addresses.
    pub(super) arrays: BTreeMap<String, u32>,
    /// How far it is printed, as a formula.
    pub(super) printed: Option<String>,
}

/// The workbook in `packed` with all of its rows; `sheets` in its order, `heard` is told each one that is written.
pub(super) fn unroll(
    packed: Vec<u8>,
    sheets: &[Unrolled<'_>],
    heard: impl Fn(usize),
) -> Result<Vec<u8>, RenderError> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index)?.name()?.into_owned();
        if name == "xl/workbook.xml" {
            let mut text = String::new();
            archive.by_index(index)?.read_to_string(&mut text)?;
            zip.start_file(name, options)?;
            zip.write_all(with_print_areas(&text, sheets).as_bytes())?;
            continue;
        }
        let Some((position, sheet)) = position(&name).and_then(|at| Some((at, sheets.get(at)?))) else {
            zip.raw_copy_file(archive.by_index_raw(index)?)?;
            continue;
        };
        let mut text = String::new();
        archive.by_index(index)?.read_to_string(&mut text)?;
        zip.start_file(name, options)?;
        sheet.write(&text, &mut zip)?;
        heard(position + 1);
    }
    Ok(zip.finish()?.into_inner())
}

/// The workbook's list of sheets and names with the print areas that are formulas.
fn with_print_areas(workbook: &str, sheets: &[Unrolled<'_>]) -> String {
    const START: &str = "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"";
    let mut areas = workbook.split(START);
    let mut text = areas.next().unwrap_or_default().to_owned();
    for area in areas {
        text.push_str(START);
        let formula = area.split_once("\">").and_then(|(position, rest)| {
            let sheet = sheets.get(position.parse::<usize>().ok()?)?;
            Some((position, sheet.printed.as_ref()?, rest.split_once("</definedName>")?.1))
        });
        match formula {
            Some((position, formula, rest)) => {
                text.push_str(position);
                text.push_str("\">");
                push_escaped(&mut text, formula);
                text.push_str("</definedName>");
                text.push_str(rest);
            }
            None => text.push_str(area),
        }
    }
    text
}

/// The position of the sheet that a part of the workbook holds.
fn position(name: &str) -> Option<usize> {
    let number = name.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?;
    number.parse::<usize>().ok()?.checked_sub(1)
}

impl Unrolled<'_> {
    fn write(&self, sheet: &str, zip: &mut ZipWriter<impl Write + Seek>) -> Result<(), RenderError> {
        const START: &str = "<sheetData>";
        const END: &str = "</sheetData>";
        let parts = sheet.split_once(START).and_then(|(head, rest)| Some((head, rest.rsplit_once(END)?)));
        let Some((head, (data, tail))) = parts else { return Ok(zip.write_all(sheet.as_bytes())?) };
        let rows: BTreeMap<u32, Row<'_>> = rows(data);
        zip.write_all(self.head(head).as_bytes())?;
        zip.write_all(START.as_bytes())?;
        self.write_rows(&rows, zip)?;
        zip.write_all(END.as_bytes())?;
        Ok(zip.write_all(tail.as_bytes())?)
    }

    fn write_rows(
        &self,
        rows: &BTreeMap<u32, Row<'_>>,
        zip: &mut ZipWriter<impl Write + Seek>,
    ) -> Result<(), RenderError> {
        let mut text = String::new();
        let mut written = 0;
        for block in &self.blocks {
            for row in rows.range(written + 1..block.first).map(|(_, row)| row) {
                self.push_row(&mut text, row);
                zip.write_all(text.as_bytes())?;
            }
            let template: Vec<TemplateCell> = rows.get(&block.last).map(Row::templates).unwrap_or_default();
            for number in block.first..=block.last {
                let kept = rows.get(&number).filter(|_| number < block.last);
                push_merged(&mut text, number, kept, &template, (block.results)(number));
                zip.write_all(text.as_bytes())?;
            }
            written = block.last;
        }
        for row in rows.range(written + 1..).map(|(_, row)| row) {
            self.push_row(&mut text, row);
            zip.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    /// A row as it is, its array formulas reaching as far as they should.
    fn push_row(&self, text: &mut String, row: &Row<'_>) {
        text.clear();
        open_row(text, row.number, row.attributes);
        for cell in row.cells() {
            match self.arrays.get(cell.address) {
                Some(last) => {
                    let one = format!("ref=\"{}\"", cell.address);
                    let all = format!("ref=\"{}:{}{last}\"", cell.address, cell.letters());
                    text.push_str(&cell.text.replacen(&one, &all, 1));
                }
                None => text.push_str(cell.text),
            }
        }
        text.push_str("</row>");
    }

    /// What stands before the rows, saying how far they reach.
    fn head(&self, head: &str) -> String {
        let Some(last) = self.blocks.iter().map(|block| block.last).max() else { return head.to_owned() };
        let dimension = head.split_once("<dimension ref=\"").and_then(|(before, rest)| {
            let (range, after) = rest.split_once('"')?;
            let (first, end) = range.split_once(':').unwrap_or((range, range));
            let letters = end.trim_end_matches(|c: char| c.is_ascii_digit());
            let last = end.strip_prefix(letters)?.parse().map_or(last, |end: u32| end.max(last));
            Some(format!("{before}<dimension ref=\"{first}:{letters}{last}\"{after}"))
        });
        dimension.unwrap_or_else(|| head.to_owned())
    }
}

fn open_row(text: &mut String, number: u32, attributes: &str) {
    let _ = write!(text, "<row r=\"{number}\"{attributes}>");
}

/// A row of the cells it has itself and those that every row has, from left to right.
fn push_merged(
    text: &mut String,
    number: u32,
    kept: Option<&Row<'_>>,
    template: &[TemplateCell],
    results: Vec<Shown>,
) {
    text.clear();
    open_row(text, number, kept.map_or("", |row| row.attributes));
    let mut kept = kept.into_iter().flat_map(Row::cells).peekable();
    let mut results = results.into_iter();
    for cell in template {
        while let Some(before) = kept.next_if(|kept| Cell::order(kept.letters(), &cell.letters).is_lt()) {
            text.push_str(before.text);
        }
        // What the row has itself stands where it is.
        let own = kept.next_if(|kept| kept.letters() == cell.letters);
        let shown = results.next().unwrap_or(Shown::Nothing);
        match own {
            Some(own) => text.push_str(own.text),
            None => cell.push(text, number, &shown),
        }
    }
    kept.for_each(|cell| text.push_str(cell.text));
    text.push_str("</row>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_between_are_written_as_the_last_one() {
        let sheet = concat!(
            r#"<dimension ref="A1:C5"/><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c></row>"#,
            r#"<row r="2" spans="1:1" ht="9"><c r="A2" s="3"><v>7</v></c></row>"#,
            r#"<row r="4"><c r="B4" s="4"/><c r="AA4"><f t="array" ref="AA4">SUM($A"#,
            "\u{fdd0}",
            r#")</f><v>0</v></c></row><row r="5"><c r="A5"><f t="array" ref="A5">1</f><v>1</v></c></row></sheetData><x/>"#,
        );
        let results = |number| match number {
            2 => vec![Shown::Text("<a>".into()), Shown::Number(1.5)],
            3 => vec![Shown::Bool(true)],
            _ => Vec::new(),
        };
        let unrolled = Unrolled {
            blocks: vec![Block { first: 2, last: 4, results: Box::new(results) }],
            arrays: [("A5".to_owned(), 9)].into(),
            printed: None,
        };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("s", SimpleFileOptions::default()).unwrap();

        unrolled.write(sheet, &mut zip).unwrap();

        let mut text = String::new();
        let mut archive = ZipArchive::new(zip.finish().unwrap()).unwrap();
        archive.by_index(0).unwrap().read_to_string(&mut text).unwrap();
        insta::assert_snapshot!(text.replace("<row", "\n<row").replace("<c ", "\n  <c "), @r#"
        <dimension ref="A1:C5"/><sheetData>
        <row r="1">
          <c r="A1" t="s"><v>0</v></c></row>
        <row r="2" ht="9">
          <c r="A2" s="3"><v>7</v></c>
          <c r="B2" s="4" t="str"><v>&lt;a&gt;</v></c>
          <c r="AA2"><f t="array" ref="AA2">SUM($A2)</f><v>1.5</v></c></row>
        <row r="3">
          <c r="B3" s="4" t="b"><v>1</v></c>
          <c r="AA3" t="str"><f t="array" ref="AA3">SUM($A3)</f><v></v></c></row>
        <row r="4">
          <c r="B4" s="4"/>
          <c r="AA4" t="str"><f t="array" ref="AA4">SUM($A4)</f><v></v></c></row>
        <row r="5">
          <c r="A5"><f t="array" ref="A5:A9">1</f><v>1</v></c></row></sheetData><x/>
        "#);
    }
}
