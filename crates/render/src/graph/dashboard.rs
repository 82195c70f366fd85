//! Dashboards as pages: a query for each number, and one a value for what other places draw.

use shared::blueprint::{Chart, Dashboard, Filter, MeasureFunction, Table};

use super::condition::asked;
use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::query::Ask;
use super::text;
use super::view::{self, Shown};

/// The page of `dashboard`.
pub(super) fn page(graph: &Graph<'_>, dashboard: &Dashboard) -> Page {
    let mut page = Page::default();
    if dashboard.name != graph.dashboard(dashboard) {
        page.property(graph.word("property_name"), text::value(&dashboard.name));
    }
    if !dashboard.description.is_empty() {
        page.block(text::block(&dashboard.description));
    }
    page.block(graph.word("dashboard_how"));
    page.blocks(dashboard.charts.iter().filter_map(|chart| block(graph, chart)));
    page
}

fn block(graph: &Graph<'_>, chart: &Chart) -> Option<Block> {
    let table = graph.blueprint.table(&chart.table)?;
    let heading = Block::heading(2, &text::inline(&chart.name));
    let block = match chart.measure.function {
        MeasureFunction::Share => heading.with(share(graph, table, chart)),
        MeasureFunction::Count => match groups(graph, table, chart) {
            Some(groups) => heading.line("collapsed:: true").with(groups),
            None if chart.x.is_none() => {
                heading.with([rows(graph, table, chart, chart.filter.as_ref(), Vec::new())])
            }
            None => heading.with([left_out(graph, table)]),
        },
        MeasureFunction::Sum | MeasureFunction::Average => heading.with([left_out(graph, table)]),
    };
    Some(block)
}

/// Two queries, whose counts are to be divided.
fn share(graph: &Graph<'_>, table: &Table, chart: &Chart) -> Vec<Block> {
    let all = asked(graph, chart.filter.as_ref()).asks;
    let part = rows(graph, table, chart, chart.measure.of.as_ref(), all.clone());
    let whole = rows(graph, table, chart, None, all);
    vec![
        Block::from(graph.word("share_how")),
        Block::heading(3, graph.word("share_part")).with([part]),
        Block::heading(3, graph.word("share_whole")).with([whole]),
    ]
}

fn groups(graph: &Graph<'_>, table: &Table, chart: &Chart) -> Option<Vec<Block>> {
    let by = chart.x.as_ref().filter(|by| by.bucket.is_none() && chart.y.is_none())?;
    let groups = view::groups_by(graph, table, table.field(&by.field)?)?;
    let block = |(heading, ask): (String, Ask)| {
        Block::heading(3, &heading).with([rows(graph, table, chart, chart.filter.as_ref(), vec![ask])])
    };
    Some(groups.into_iter().map(block).collect())
}

fn rows(graph: &Graph<'_>, table: &Table, chart: &Chart, filter: Option<&Filter>, more: Vec<Ask>) -> Block {
    let mut asks = asked(graph, filter).asks;
    asks.extend(more);
    view::query(graph, table, &chart.name, asks, &Shown::titles())
}

fn left_out(graph: &Graph<'_>, table: &Table) -> Block {
    Block::from(graph.say("chart_left_out", &[("table", &link(graph.table(&table.id)))]))
}
