//! Real charts over the tables of a dashboard.

use rust_xlsxwriter::{
    Chart as SpreadsheetChart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color as Rgb, Worksheet, XlsxError,
};
use shared::blueprint::{Chart, ChartKind, Color};
use shared::compute::{ChartData, GroupKey};

use super::dashboard::{Area, NUMBERS, number_format};
use super::layout::Book;
use super::style;

/// Size of a chart in pixels.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 320;
/// Colours of parts that have none of their own, in order.
const PARTS: [Color; 10] = [
    Color::Blue,
    Color::Orange,
    Color::Green,
    Color::Purple,
    Color::Pink,
    Color::Teal,
    Color::Yellow,
    Color::Red,
    Color::Brown,
    Color::Gray,
];

/// Puts the chart of a table beside it.
pub(super) fn insert(
    book: &Book<'_>,
    (sheet, chart): (&str, &Chart),
    data: &ChartData,
    worksheet: &mut Worksheet,
    area: Area,
) -> Result<(), XlsxError> {
    let labels = (sheet, area.first, NUMBERS - 1, area.last, NUMBERS - 1);
    let numbers = (sheet, area.first, NUMBERS, area.last, NUMBERS);
    let mut drawn = SpreadsheetChart::new(kind(chart.kind));
    let colors = colors(book, data);
    let series = drawn.add_series().set_categories(labels).set_values(numbers).set_name(chart.name.as_str());
    match chart.kind {
        ChartKind::Line => {
            let line = ChartLine::new().set_color(INDIGO).set_width(2.25).clone();
            series.set_format(ChartFormat::new().set_line(&line));
        }
        _ => {
            series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(INDIGO)));
            series.set_point_colors(&colors).set_gap(60);
        }
    }
    drawn.title().set_name(chart.name.as_str());
    drawn.set_width(WIDTH).set_height(HEIGHT).set_alt_text(&chart.name);
    if chart.kind == ChartKind::Pie {
        drawn.legend().set_position(ChartLegendPosition::Right);
    } else {
        drawn.legend().set_hidden();
        // The axes of lying bars are named after where they are drawn.
        if chart.kind == ChartKind::Bar {
            drawn.x_axis().set_min(0).set_num_format(number_format(book, chart));
            // The first label on top, as in the table.
            drawn.y_axis().set_reverse();
        } else {
            drawn.y_axis().set_min(0).set_num_format(number_format(book, chart));
            drawn.x_axis().set_text_axis(true);
        }
    }
    worksheet.insert_chart(area.first - 1, NUMBERS + 2, &drawn)?;
    Ok(())
}

const INDIGO: Rgb = Rgb::RGB(0x4F_46_E5);

fn kind(kind: ChartKind) -> ChartType {
    match kind {
        ChartKind::Bar => ChartType::Bar,
        ChartKind::Line => ChartType::Line,
        ChartKind::Pie => ChartType::Pie,
        ChartKind::Column | ChartKind::Number | ChartKind::Heatmap => ChartType::Column,
    }
}

/// A colour a part: an option's own, else the next of a fixed row.
pub(super) fn colors(book: &Book<'_>, data: &ChartData) -> Vec<Rgb> {
    let has_options = data.x_keys.iter().any(|key| matches!(key, GroupKey::Option(..)));
    let of = |(key, spare): (&GroupKey, Color)| match key {
        GroupKey::Option(_, id) => {
            let option = book.evaluator.option(&id.as_str().into());
            style::shades(option.map_or(spare, |option| option.color)).shape
        }
        GroupKey::Empty => style::shades(Color::Gray).shape,
        _ if has_options => style::shades(spare).shape,
        GroupKey::Row(..) | GroupKey::Text(..) | GroupKey::Bool(_) => style::shades(spare).shape,
        _ => INDIGO,
    };
    data.x_keys.iter().zip(PARTS.into_iter().cycle()).map(of).collect()
}
