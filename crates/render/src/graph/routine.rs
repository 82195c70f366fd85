//! What does not run by itself here: each automation as a routine, with the rows that it is about.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use shared::blueprint::{Action, Automation, Period, Table, Trigger};

use super::condition::asked;
use super::outline::{Block, Page};
use super::pages::{Graph, link};
use super::query::{Ask, Bound};
use super::row::weekday;
use super::title::DAY;
use super::view::{self, Shown};
use super::{templates, text};

/// The page of all routines.
pub(super) fn page(graph: &Graph<'_>) -> Page {
    let mut page = Page::default();
    page.block(graph.word("routines_how"));
    page.blocks(graph.blueprint.automations.iter().filter_map(|automation| block(graph, automation)));
    page
}

fn block(graph: &Graph<'_>, automation: &Automation) -> Option<Block> {
    let table = graph.blueprint.table(&automation.table)?;
    let mut block = Block::heading(2, &text::inline(&automation.name));
    if !automation.description.is_empty() {
        block = block.with([text::block(&automation.description)]);
    }
    if let Trigger::Schedule { every } = automation.trigger {
        block = block.with([task(graph, automation, every)]);
    }
    if automation.trigger == Trigger::RowCreated && automation.filter.is_none() {
        let page = link(graph.fixed("page_templates"));
        let template = templates::name(graph, table);
        block = block.with([graph.say("routine_template", &[("template", &template), ("page", &page)])]);
    }
    if automation.actions.iter().any(|action| matches!(action, Action::Export { .. })) {
        return Some(block.with([graph.word("routine_export")]));
    }
    Some(block.with(rows(graph, table, automation)))
}

/// A task that comes again on the first working day of each period.
fn task(graph: &Graph<'_>, automation: &Automation, every: Period) -> Block {
    let repeated = match every {
        Period::Day => "+1d",
        Period::Week => "+1w",
        Period::Month => "+1m",
    };
    let first = next(graph.today, every);
    Block::from(format!("TODO {}", text::block(&automation.name))).line(format!(
        "SCHEDULED: <{} {} {repeated}>",
        first.format(DAY),
        weekday(first)
    ))
}

/// The first day of the next period; a working day.
fn next(today: NaiveDate, every: Period) -> NaiveDate {
    let days = today.iter_days().skip(1);
    let is_first = |day: &NaiveDate| match every {
        Period::Day => day.weekday().num_days_from_monday() < 5,
        Period::Week => day.weekday() == Weekday::Mon,
        Period::Month => day.day() == 1,
    };
    let first = days.take(40).find(is_first).unwrap_or(today);
    let weekend = u64::from(first.weekday().num_days_from_monday().saturating_sub(4));
    first.checked_add_days(Days::new(if weekend > 0 { 3 - weekend } else { 0 })).unwrap_or(first)
}

/// The rows that a routine is about, where a query can find exactly them.
fn rows(graph: &Graph<'_>, table: &Table, automation: &Automation) -> Option<Block> {
    let asked = asked(graph, automation.filter.as_ref());
    let mut asks = asked.asks;
    if let Trigger::DateReached { field, days_after } = &automation.trigger {
        let property = graph.property(field)?;
        asks.push(Ask::Days(property.name.clone(), None, Some(Bound::After(days_after.checked_neg()?))));
    }
    if asks.is_empty() || !asked.wider.is_empty() {
        return None;
    }
    Some(view::query(graph, table, &automation.name, asks, &Shown::brief(graph, table)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_begins_on_a_working_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, every, expected) in [
            ("2026-03-18", Period::Day, "2026-03-19"),
            ("2026-03-20", Period::Day, "2026-03-23"),
            ("2026-03-18", Period::Week, "2026-03-23"),
            ("2026-03-18", Period::Month, "2026-04-01"),
            ("2026-01-18", Period::Month, "2026-02-02"),
            ("2026-07-18", Period::Month, "2026-08-03"),
        ] {
            assert_eq!(next(day(today), every), day(expected), "{today} {every:?}");
        }
    }
}
