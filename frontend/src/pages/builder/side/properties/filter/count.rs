//! How many sample rows pass.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Filter, TableId};
use shared::compute::{Evaluator, matches};

use super::terms::is_whole;
use crate::i18n::use_i18n;
use crate::pages::builder::store::use_workbench;

/// How many sample rows a filter lets pass, or that it is not whole yet.
#[component]
pub(super) fn MatchCount(
    /// The table whose rows it filters.
    table: Signal<TableId>,
    /// The filter.
    filter: Signal<Option<Filter>>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let counted = Memo::new(move |_| {
        let filter = filter.get()?;
        let is_open = !filter.conditions.iter().all(is_whole);
        let (passing, all) = bench.settled.with(|it| table.with(|table| count(it, table, &filter)))?;
        Some((is_open, passing, all))
    });
    let text = move || match counted.get() {
        None => String::new(),
        Some((true, ..)) => i18n.text("builder.filter.open"),
        Some((false, passing, all)) => {
            let values = [("passing", passing.to_string()), ("all", all.to_string())];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            i18n.fill("builder.filter.count", &values)
        }
    };
    view! { <p class="hint clause-count" aria-live="polite">{text}</p> }
}

/// How many sample rows of a table pass, and how many there are.
fn count(blueprint: &Blueprint, table: &TableId, filter: &Filter) -> Option<(usize, usize)> {
    let rows = &blueprint.table(table)?.sample_rows;
    let today = blueprint.settings.sample_today.unwrap_or_default();
    let evaluator = Evaluator::new(blueprint);
    let passing = rows.iter().filter(|row| matches(&evaluator, row, filter, today)).count();
    Some((passing, rows.len()))
}
