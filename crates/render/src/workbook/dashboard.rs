//! The sheet of a dashboard: for every chart a small table of live numbers, with the chart beside it.

use rust_xlsxwriter::{ConditionalFormat2ColorScale, Formula, Worksheet, XlsxError};
use shared::blueprint::{Chart, ChartKind, Dashboard, MeasureFunction};
use shared::compute::{ChartData, chart_data};

use super::layout::Book;
use super::measure::Measured;
use super::name::shorten;
use super::{axis, chart, column, style};

/// Rows that a chart needs beside its table, at 20 pixels a row.
const CHART_ROWS: u32 = 17;
/// Columns of labels and numbers.
const LABELS: u16 = 1;
pub(super) const NUMBERS: u16 = 2;
/// Longest name of a chart, in UTF-16 units, so that titles fit.
const NAME_MAX: usize = 200;

/// Where a chart's table stands: the first row and the last row of its labels, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A chart with its numbers and the row where it starts, counted from 0.
pub(super) struct Placed<'a> {
    pub(super) chart: &'a Chart,
    pub(super) data: ChartData,
    row: u32,
}

/// Where the charts of a dashboard stand: numbers first, then those with tables, in order.
pub(super) fn placed<'a>(book: &Book<'_>, dashboard: &'a Dashboard) -> Vec<Placed<'a>> {
    let is_figure = |chart: &&Chart| chart.kind == ChartKind::Number;
    let figures = dashboard.charts.iter().filter(is_figure);
    let others = dashboard.charts.iter().filter(|chart| !is_figure(chart));
    let mut row = 3;
    let mut after_figures = 1;
    let mut all = Vec::new();
    for chart in figures.chain(others) {
        if chart.kind != ChartKind::Number {
            row += std::mem::take(&mut after_figures);
        }
        let placed = Placed { chart, data: chart_data(&book.evaluator, chart, book.today), row };
        row = placed.end();
        all.push(placed);
    }
    all
}

impl Placed<'_> {
    /// Where its table stands.
    pub(super) fn area(&self) -> Area {
        let first = if self.chart.kind == ChartKind::Number { self.row } else { self.row + 2 };
        let labels = u32::try_from(self.data.x.len()).unwrap_or(u32::MAX);
        Area { first, last: first + labels.saturating_sub(1) }
    }

    /// The row where the next one starts.
    fn end(&self) -> u32 {
        match self.chart.kind {
            ChartKind::Number => self.row + 2,
            ChartKind::Heatmap => self.area().last + 3,
            _ => (self.row + CHART_ROWS + 2).max(self.area().last + 3),
        }
    }
}

/// Writes the sheet of a dashboard.
pub(super) fn write(
    book: &Book<'_>,
    (name, dashboard): (&str, &Dashboard),
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    worksheet.set_name(name)?.set_screen_gridlines(false);
    worksheet.set_column_width(0, 2)?.set_column_width(LABELS, 28)?.set_column_range_width(2, 12, 12)?;
    worksheet.write_string_with_format(0, LABELS, &dashboard.name, &style::title())?;
    worksheet.set_row_height(0, 30)?;
    worksheet.write_string_with_format(
        1,
        LABELS,
        &dashboard.description,
        &style::remark().unset_text_wrap(),
    )?;
    for placed in placed(book, dashboard) {
        if placed.chart.kind == ChartKind::Number {
            figure(book, &placed, worksheet)?;
        } else {
            block(book, name, &placed, worksheet)?;
        }
    }
    Ok(())
}

/// A number that stands out, beside its name.
fn figure(book: &Book<'_>, placed: &Placed<'_>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (chart, row) = (placed.chart, placed.row);
    worksheet.write_string_with_format(row, LABELS, shorten(&chart.name, NAME_MAX), &style::paragraph())?;
    worksheet.set_row_height(row, 30)?;
    let format = style::figure(number_format(book, chart));
    let number = placed.data.values.first().and_then(|line| line.first()).copied().unwrap_or_default();
    if let Some(measured) = Measured::new(book, chart) {
        let formula = Formula::new(measured.formula(&[])).set_result(number.to_string());
        worksheet.write_array_formula_with_format(row, NUMBERS, row, NUMBERS, formula, &format)?;
    }
    Ok(())
}

/// A chart with its table.
fn block(
    book: &Book<'_>,
    sheet: &str,
    placed: &Placed<'_>,
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let chart = placed.chart;
    worksheet.write_string_with_format(
        placed.row,
        LABELS,
        shorten(&chart.name, NAME_MAX),
        &style::heading(),
    )?;
    table(book, chart, &placed.data, worksheet, placed.area())?;
    if chart.kind != ChartKind::Heatmap {
        chart::insert(book, (sheet, chart), &placed.data, worksheet, placed.area())?;
    }
    Ok(())
}

/// The table of a chart: a row a label; a heat map has a column a label of its second axis.
fn table(
    book: &Book<'_>,
    chart: &Chart,
    data: &ChartData,
    worksheet: &mut Worksheet,
    area: Area,
) -> Result<(), XlsxError> {
    let (Some(measured), Some(x)) = (Measured::new(book, chart), &chart.x) else { return Ok(()) };
    worksheet.write_blank(area.first - 1, LABELS, &style::grid_header())?;
    let x_cells =
        axis::write_down(book, x, (&data.x_keys, &data.x), worksheet, (area.first, LABELS), &measured)?;
    let y_cells = match &chart.y {
        Some(y) => {
            axis::write_across(book, y, (&data.y_keys, &data.y), worksheet, (area.first - 1, NUMBERS))?
        }
        None => {
            worksheet.write_string_with_format(
                area.first - 1,
                NUMBERS,
                axis::measure_name(book, chart),
                &style::grid_header(),
            )?;
            vec![String::new()]
        }
    };
    let format = style::grid().set_num_format(number_format(book, chart));
    for (column, (y, line)) in (NUMBERS..).zip(y_cells.iter().zip(&data.values)) {
        for (row, (x, value)) in (area.first..).zip(x_cells.iter().zip(line)) {
            let formula = Formula::new(measured.formula(&[x, y])).set_result(value.to_string());
            worksheet.write_array_formula_with_format(row, column, row, column, formula, &format)?;
        }
    }
    if chart.kind == ChartKind::Heatmap {
        let last = NUMBERS + u16::try_from(y_cells.len().saturating_sub(1)).unwrap_or_default();
        let scale =
            ConditionalFormat2ColorScale::new().set_minimum_color("FFFFFF").set_maximum_color("6366F1");
        worksheet.add_conditional_format(area.first, NUMBERS, area.last, last, &scale)?;
    }
    Ok(())
}

/// How the numbers of a chart are shown.
pub(super) fn number_format(book: &Book<'_>, chart: &Chart) -> &'static str {
    match chart.measure.function {
        MeasureFunction::Count => "0",
        MeasureFunction::Share => "0%",
        MeasureFunction::Average => "0.0",
        MeasureFunction::Sum => {
            let field = chart.measure.field.as_ref().and_then(|field| book.column(field));
            field.map_or("#,##0.00", |found| column::numbers(book, found.field))
        }
    }
}
