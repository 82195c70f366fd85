//! Values that name several: options, and rows of a table.

use leptos::prelude::*;
use shared::blueprint::{CellValue, FieldId, RowId, SampleRow, SelectOption, TableId};

use super::super::controls::Pick;
use super::super::follow;
use super::Cell;
use super::links::{link, links};
use crate::components::OptionChip;
use crate::i18n::{t, use_i18n};

/// Most rows that are offered: sample rows are few, and nobody looks through more.
const ROWS_MAX: usize = 200;

/// Any of the options.
#[component]
pub(super) fn OptionChecks(
    /// The value.
    cell: Cell,
    /// The options, in order.
    options: Vec<SelectOption>,
) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        cell.value.with(|value| value.as_ref().map(|value| value.list().to_vec()).unwrap_or_default())
    });
    let is_empty = options.is_empty();
    let order: Vec<String> = options.iter().map(|option| option.id.to_string()).collect();
    let order = StoredValue::new(order);
    let check = move |(id, wanted): (String, bool)| {
        let now = chosen.get_untracked();
        let is_chosen = |it: &&String| if **it == id { wanted } else { now.contains(it) };
        // In the order of the options, as everybody else's values are.
        let all = order.with_value(|order| order.iter().filter(is_chosen).cloned().collect::<Vec<_>>());
        cell.choose((!all.is_empty()).then_some(CellValue::List(all)));
    };
    let line = move |option: SelectOption| {
        let (id, own) = (option.id.to_string(), option.id.to_string());
        let is_on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&own)));
        let chip = view! { <OptionChip name=option.name color=option.color/> }.into_any();
        check_row(is_on, chip, Callback::new(move |wanted| check((id.clone(), wanted))))
    };
    view! {
        <fieldset class="props-group">
            <legend>{cell.name}</legend>
            <div class="cell-checks">{options.into_iter().map(line).collect_view()}</div>
            {is_empty.then(|| view! { <p class="hint">{t!("builder.props.cell.no_options")}</p> })}
        </fieldset>
    }
}

/// Rows of a table: one, or any.
#[component]
pub(super) fn LinkChecks(
    /// The value.
    cell: Cell,
    /// The table.
    table: TableId,
    /// Whether it may name one at most.
    is_one: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (row, field): (RowId, FieldId) = (cell.row.get_value(), cell.field.get_value());
    let linked = follow(move |it| Some(links(it, &row, &field)));
    let rows = follow(move |it| {
        let table = it.table(&table)?;
        let row = |row: &SampleRow| (row.id.to_string(), table.label(row).to_owned());
        Some(table.sample_rows.iter().take(ROWS_MAX).map(row).collect::<Vec<(String, String)>>())
    });
    let named = move |name: String| if name.trim().is_empty() { i18n.text("builder.unnamed") } else { name };
    let relink = move |wanted: Vec<String>| {
        let blueprint = cell.bench.blueprint.get_untracked();
        cell.bench.perform(link(&blueprint, &cell.row.get_value(), &cell.field.get_value(), wanted));
    };
    if is_one {
        let items = Signal::derive(move || {
            let none = (String::new(), i18n.text("builder.props.none"));
            let rows = rows.get().into_iter().map(|(id, name)| (id, named(name)));
            std::iter::once(none).chain(rows).collect::<Vec<_>>()
        });
        let selected =
            Signal::derive(move || linked.with(|linked| linked.first().cloned()).unwrap_or_default());
        let select = move |id: String| relink(if id.is_empty() { Vec::new() } else { vec![id] });
        return view! {
            <Pick id=cell.id.get_value() label=cell.name items selected on_select=select/>
        }
        .into_any();
    }
    let check = move |id: &str, wanted: bool| {
        let mut all = linked.get_untracked();
        all.retain(|it| it != id);
        if wanted {
            all.push(id.to_owned());
        }
        relink(all);
    };
    let line = move |(id, name): (String, String)| {
        let own = id.clone();
        let is_on = Signal::derive(move || linked.with(|linked| linked.contains(&own)));
        check_row(is_on, named(name).into_any(), Callback::new(move |wanted| check(&id, wanted)))
    };
    view! {
        <fieldset class="props-group">
            <legend>{cell.name}</legend>
            <div class="cell-checks">
                <For each=move || rows.get() key=|row| row.clone() let(row)>{line(row)}</For>
            </div>
            {move || {
                rows.with(Vec::is_empty)
                    .then(|| view! { <p class="hint">{t!("builder.props.cell.no_rows")}</p> })
            }}
        </fieldset>
    }
    .into_any()
}

/// A box to check, with what it stands for.
fn check_row(is_on: Signal<bool>, words: AnyView, on_change: Callback<bool>) -> AnyView {
    view! {
        <label class="check-row">
            <input
                class="check-box"
                type="checkbox"
                prop:checked=is_on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span class="check-words">{words}</span>
        </label>
    }
    .into_any()
}
