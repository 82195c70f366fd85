//! The sheets of dashboards as data.

use serde::Serialize;
use shared::blueprint::{ChartKind, Dashboard};

use super::chart;
use super::dashboard::{self, NUMBERS, Placed};
use super::grid::GridCell;
use super::layout::Book;
use super::outline::hex;

/// A dashboard and its sheet.
#[derive(Debug, Serialize)]
pub(crate) struct DashboardOutline {
    pub(crate) sheet: String,
    pub(crate) cells: Vec<GridCell>,
    pub(crate) charts: Vec<ChartOutline>,
    /// Tables whose numbers are shaded from the first colour to the second.
    pub(crate) heat: Vec<AreaOutline>,
    pub(crate) heat_colors: [&'static str; 2],
}

/// A chart over two columns: labels, then numbers.
#[derive(Debug, Serialize)]
pub(crate) struct ChartOutline {
    pub(crate) name: String,
    pub(crate) kind: ChartKind,
    pub(crate) area: AreaOutline,
    /// A colour a label.
    pub(crate) colors: Vec<String>,
}

/// Cells from the first row and column to the last, counted from 0.
#[derive(Debug, Serialize)]
pub(crate) struct AreaOutline {
    pub(crate) first_row: u32,
    pub(crate) last_row: u32,
    pub(crate) first_column: u16,
    pub(crate) last_column: u16,
}

/// The sheets of all dashboards.
pub(super) fn dashboards(book: &Book<'_>) -> Vec<DashboardOutline> {
    book.dashboards.iter().map(|(name, dashboard)| outline(book, name, dashboard)).collect()
}

fn outline(book: &Book<'_>, name: &str, of: &Dashboard) -> DashboardOutline {
    let placed = dashboard::placed(book, of);
    let is_heat = |placed: &&Placed<'_>| placed.chart.kind == ChartKind::Heatmap;
    let is_drawn = |placed: &&Placed<'_>| !is_heat(placed) && placed.chart.kind != ChartKind::Number;
    DashboardOutline {
        sheet: name.to_owned(),
        cells: dashboard::cells(book, of),
        charts: placed.iter().filter(is_drawn).map(|placed| chart_of(book, placed)).collect(),
        heat: placed.iter().filter(is_heat).map(|placed| area(placed, NUMBERS)).collect(),
        heat_colors: dashboard::HEAT,
    }
}

fn chart_of(book: &Book<'_>, placed: &Placed<'_>) -> ChartOutline {
    ChartOutline {
        name: placed.chart.name.clone(),
        kind: placed.chart.kind,
        area: area(placed, NUMBERS - 1),
        colors: chart::colors(book, &placed.data).into_iter().map(hex).collect(),
    }
}

fn area(placed: &Placed<'_>, first_column: u16) -> AreaOutline {
    let area = placed.area();
    AreaOutline {
        first_row: area.first,
        last_row: area.last,
        first_column,
        last_column: placed.last_column(),
    }
}
