//! The sheet of a dashboard: for every chart a small table of live numbers, with the chart beside it.

use rust_xlsxwriter::{ConditionalFormat2ColorScale, Worksheet, XlsxError};
use shared::blueprint::{Chart, ChartKind, Dashboard, MeasureFunction};
use shared::compute::{ChartData, chart_data};

use super::axis::Axis;
use super::grid::{Content, GridCell, Look};
use super::layout::Book;
use super::measure::Measured;
use super::name::shorten;
use super::{axis, chart, column, page};

/// Rows that a chart needs beside its table, at 20 pixels a row.
const CHART_ROWS: u32 = 17;
/// Columns of labels and numbers.
const LABELS: u16 = 1;
pub(super) const NUMBERS: u16 = 2;
/// Colours of a heat map's least and greatest number.
pub(super) const HEAT: [&str; 2] = ["#FFFFFF", "#6366F1"];
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

    /// The last column of its numbers, counted from 0.
    pub(super) fn last_column(&self) -> u16 {
        NUMBERS + u16::try_from(self.data.values.len().saturating_sub(1)).unwrap_or_default()
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
    page::set_up(book, worksheet, None)?;
    page::protect(worksheet);
    worksheet.set_name(name)?.set_screen_gridlines(false);
    worksheet.set_column_width(0, 2)?.set_column_width(LABELS, 28)?.set_column_range_width(2, 12, 12)?;
    worksheet.set_row_height(0, 30)?;
    for cell in cells(book, dashboard) {
        cell.write(worksheet)?;
    }
    for placed in placed(book, dashboard) {
        draw(book, name, &placed, worksheet)?;
    }
    Ok(())
}

/// What stands on the sheet of a dashboard.
pub(super) fn cells(book: &Book<'_>, dashboard: &Dashboard) -> Vec<GridCell> {
    let title = GridCell::text((0, LABELS), &dashboard.name, Look::Title);
    let about = GridCell::text((1, LABELS), &dashboard.description, Look::Remark);
    let charts = placed(book, dashboard).into_iter().flat_map(|placed| match placed.chart.kind {
        ChartKind::Number => figure(book, &placed),
        _ => block(book, &placed),
    });
    [title, about].into_iter().chain(charts).collect()
}

/// A number that stands out, beside its name.
fn figure(book: &Book<'_>, placed: &Placed<'_>) -> Vec<GridCell> {
    let (chart, row) = (placed.chart, placed.row);
    let number = placed.data.values.first().and_then(|line| line.first()).copied().unwrap_or_default();
    let name = GridCell::text((row, LABELS), shorten(&chart.name, NAME_MAX), Look::Paragraph);
    let look = Look::Figure(number_format(book, chart).to_owned());
    let figure = Measured::new(book, chart)
        .map(|measured| GridCell::formula((row, NUMBERS), measured.formula(&[]), number, look));
    [name].into_iter().chain(figure).collect()
}

/// The heading of a chart and its table: a row a label; a heat map has a column a label of its second axis.
fn block(book: &Book<'_>, placed: &Placed<'_>) -> Vec<GridCell> {
    let (chart, data, area) = (placed.chart, &placed.data, placed.area());
    let mut cells = vec![GridCell::text((placed.row, LABELS), shorten(&chart.name, NAME_MAX), Look::Heading)];
    let (Some(measured), Some(x)) = (Measured::new(book, chart), &chart.x) else { return cells };
    cells.push(GridCell {
        row: area.first - 1,
        column: LABELS,
        content: Content::Blank,
        look: Look::Label(None),
    });
    let x = axis::down(book, x, (&data.x_keys, &data.x), (area.first, LABELS), &measured);
    let y = match &chart.y {
        Some(y) => axis::across(book, y, (&data.y_keys, &data.y), (area.first - 1, NUMBERS)),
        None => {
            let name = axis::measure_name(book, chart);
            let header = GridCell::text((area.first - 1, NUMBERS), name, Look::Label(None));
            Axis { cells: vec![header], masks: vec![String::new()] }
        }
    };
    let look = Look::Grid(number_format(book, chart).to_owned());
    let mut numbers = Vec::new();
    for (column, (y, line)) in (NUMBERS..).zip(y.masks.iter().zip(&data.values)) {
        for (row, (x, value)) in (area.first..).zip(x.masks.iter().zip(line)) {
            let formula = measured.formula(&[x, y]);
            numbers.push(GridCell::formula((row, column), formula, *value, look.clone()));
        }
    }
    cells.into_iter().chain(x.cells).chain(y.cells).chain(numbers).collect()
}

/// Draws what goes with a chart's numbers.
fn draw(
    book: &Book<'_>,
    sheet: &str,
    placed: &Placed<'_>,
    worksheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    match placed.chart.kind {
        ChartKind::Number => {
            worksheet.set_row_height(placed.row, 30)?;
            Ok(())
        }
        ChartKind::Heatmap => {
            let (area, last) = (placed.area(), placed.last_column());
            let scale = ConditionalFormat2ColorScale::new()
                .set_minimum_color(HEAT[0].trim_start_matches('#'))
                .set_maximum_color(HEAT[1].trim_start_matches('#'));
            worksheet.add_conditional_format(area.first, NUMBERS, area.last, last, &scale)?;
            Ok(())
        }
        _ => chart::insert(book, (sheet, placed.chart), &placed.data, worksheet, placed.area()),
    }
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
