//! The sheets of a workbook as people see them on opening it, without writing it.

use shared::artifact::Sheet as SheetPreview;
use shared::blueprint::{Blueprint, ChartKind, Dashboard, Field, SampleRow};

use super::dashboard::{number_format, placed};
use super::help_sheet;
use super::layout::{Book, Sheet};
use super::legible::legible;
use super::lists::Lists;
use super::view_sheet::{self, ViewSheet};
use crate::words::word;

/// Rows below the header that a preview shows of each sheet.
const ROWS: usize = 8;

/// The sheets of `blueprint`'s workbook, in its order: their names, their headers and their first rows.
pub(crate) fn preview(blueprint: &Blueprint) -> Vec<SheetPreview> {
    let blueprint = legible(blueprint);
    let book = Book::new(&blueprint);
    let dashboards = book.dashboards.iter().map(|(name, dashboard)| of_dashboard(&book, name, dashboard));
    let tables = book.sheets.iter().map(|sheet| of_table(&book, sheet));
    let views = book.views.iter().filter_map(|view| of_view(&book, view));
    let ends = [Some(help(&book)), lists(&book)].into_iter().flatten();
    [start(&book)].into_iter().chain(dashboards).chain(tables).chain(views).chain(ends).collect()
}

/// A header with the first of `rows`.
fn sheet(name: &str, header: Vec<String>, rows: Vec<Vec<String>>) -> SheetPreview {
    let row_count = rows.len();
    let rows = [header].into_iter().chain(rows.into_iter().take(ROWS)).collect();
    SheetPreview { name: name.to_owned(), rows, row_count }
}

fn start(book: &Book<'_>) -> SheetPreview {
    let line = |name: &str, text: &str| vec![name.to_owned(), text.to_owned()];
    let today = line(word(book.language(), "start_today"), &book.evaluator.date_label(book.today));
    let dashboards =
        book.dashboards.iter().map(|(name, dashboard)| line(name, dashboard.description.as_str()));
    let tables = book.sheets.iter().map(|sheet| line(&sheet.name, &sheet.table.description));
    let rows = [today].into_iter().chain(dashboards).chain(tables).collect();
    let header = line(&book.blueprint.name, &book.blueprint.description);
    sheet(&book.start_sheet, header, rows)
}

fn help(book: &Book<'_>) -> SheetPreview {
    let mut rows = Vec::new();
    for sheet in &book.sheets {
        rows.push(help_sheet::texts_of_table(sheet).map(str::to_owned).to_vec());
        let columns = sheet.fields().map(|(_, place)| help_sheet::texts_of_column(book, place).to_vec());
        rows.extend(columns);
    }
    let header = help_sheet::HEADER.map(|key| word(book.language(), key).to_owned()).to_vec();
    sheet(&book.help_sheet, header, rows)
}

/// The lists beside each other; nothing where there are none.
fn lists(book: &Book<'_>) -> Option<SheetPreview> {
    let columns = Lists::new(book).columns();
    let line = |row: usize| columns.iter().map(|names| names.get(row).cloned().unwrap_or_default()).collect();
    let rows = (1..columns.iter().map(Vec::len).max()?).map(line).collect();
    Some(sheet(&book.lists_sheet, line(0), rows))
}

fn of_table(book: &Book<'_>, of: &Sheet<'_>) -> SheetPreview {
    let rows = &of.table.sample_rows;
    let header = of.fields().map(|(_, place)| place.header.clone()).collect();
    let shown = cells(book, rows.iter(), of.fields().map(|(_, place)| place.field));
    SheetPreview { row_count: rows.len(), ..sheet(&of.name, header, shown) }
}

fn of_view(book: &Book<'_>, of: &ViewSheet<'_>) -> Option<SheetPreview> {
    let table = book.sheets.get(of.table)?;
    let columns = view_sheet::columns(book, table, of.view);
    let rows = view_sheet::rows(book, table, of.view);
    let header = columns.iter().map(|column| column.field.name.clone()).collect();
    let shown = cells(book, rows.iter().copied(), columns.iter().map(|column| column.field));
    Some(SheetPreview { row_count: rows.len(), ..sheet(&of.name, header, shown) })
}

/// What the first rows show.
fn cells<'a>(
    book: &Book<'_>,
    rows: impl Iterator<Item = &'a SampleRow>,
    fields: impl Iterator<Item = &'a Field> + Clone,
) -> Vec<Vec<String>> {
    let label = |row: &SampleRow, field: &Field| {
        book.evaluator.label(field, &book.evaluator.value(&row.id, &field.id))
    };
    rows.take(ROWS).map(|row| fields.clone().map(|field| label(row, field)).collect()).collect()
}

/// Its numbers: a line a chart, with a line a label below it.
fn of_dashboard(book: &Book<'_>, name: &str, dashboard: &Dashboard) -> SheetPreview {
    let mut rows = Vec::new();
    for placed in placed(book, dashboard) {
        let form = number_format(book, placed.chart);
        let first = placed.data.values.first().map_or(&[][..], Vec::as_slice);
        if placed.chart.kind == ChartKind::Number {
            let figure = first.first().copied().unwrap_or_default();
            rows.push(vec![placed.chart.name.clone(), number(figure, form)]);
            continue;
        }
        let across = if placed.chart.y.is_some() { placed.data.y.clone() } else { vec![String::new()] };
        rows.push([placed.chart.name.clone()].into_iter().chain(across).collect());
        for (index, label) in placed.data.x.iter().enumerate() {
            let numbers = placed.data.values.iter().filter_map(|line| line.get(index));
            rows.push([label.clone()].into_iter().chain(numbers.map(|value| number(*value, form))).collect());
        }
    }
    sheet(name, vec![dashboard.name.clone(), String::new()], rows)
}

/// A number as the dashboards' formats show it, without thousands.
fn number(number: f64, form: &str) -> String {
    match form {
        "0%" => format!("{:.0} %", number * 100.0),
        "0.0" => format!("{number:.1}"),
        "#,##0.00" => format!("{number:.2}"),
        _ => format!("{number:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::read;

    use super::*;

    #[test]
    fn every_sheet_shows_its_header_and_its_first_rows() {
        let blueprint = read(include_str!("../../tests/it/fixtures/middling.json")).unwrap();

        let sheets = preview(&blueprint);

        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names.first(), Some(&"Start"));
        let table = sheets.iter().find(|sheet| sheet.name == blueprint.tables[0].name).unwrap();
        assert_eq!(table.row_count, blueprint.tables[0].sample_rows.len());
        assert_eq!(table.rows[0][0], blueprint.tables[0].title().unwrap().name);
        assert!(sheets.iter().all(|sheet| sheet.rows.len() <= ROWS + 1 && !sheet.rows.is_empty()));
        assert!(sheets.iter().any(|sheet| sheet.rows.iter().any(|row| row.len() == 2 && !row[1].is_empty())));
    }
}
