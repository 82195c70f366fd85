//! A row that an automation makes.

use leptos::prelude::*;
use shared::blueprint::{Action, CellValue, Cells, FieldId, TableId};

use super::super::clauses::{Fact, fact, facts, named};
use super::super::controls::Pick;
use super::super::value::{Role, ValueControl};
use super::action::Acted;
use super::fresh::{cells, set};
use crate::components::{Glyph, IconButton};
use crate::i18n::{t, use_i18n};

/// The table of the row, and its values.
#[component]
pub(super) fn CreatedRow(
    /// The action.
    acted: Acted,
) -> impl IntoView {
    let (bench, i18n) = (acted.ruled.bench, use_i18n());
    let table = Memo::new(move |_| match acted.action.get() {
        Some(Action::CreateRow { table, .. }) => table,
        _ => TableId::default(),
    });
    let row = Memo::new(move |_| match acted.action.get() {
        Some(Action::CreateRow { cells, .. }) => cells,
        _ => Cells::new(),
    });
    let fields = Memo::new(move |_| table.with(|table| bench.blueprint.with(|it| facts(it, table))));
    let tables = Memo::new(move |_| {
        bench
            .blueprint
            .with(|it| it.tables.iter().map(|it| (it.id.to_string(), it.name.clone())).collect::<Vec<_>>())
    });
    let choose_table = move |id: String| {
        let table = TableId::from(id.as_str());
        let words = i18n.text("builder.rule.row.new");
        let cells = bench.blueprint.with_untracked(|it| cells(&facts(it, &table), &words));
        acted.perform(Action::CreateRow { table, cells });
    };
    // In the order of the table, whatever the ids.
    let filled = Memo::new(move |_| {
        row.with(|row| {
            let is_filled = |fact: &&Fact| row.contains_key(&fact.id);
            fields.with(|it| it.iter().filter(is_filled).map(|fact| fact.id.clone()).collect::<Vec<_>>())
        })
    });
    let free = Signal::derive(move || {
        row.with(|row| fields.with(|it| named(it, |it| !row.contains_key(&it.id) && set(it).is_some())))
    });
    let add = move |id: String| {
        let field = FieldId::from(id.as_str());
        if let Some((field, value)) = fields.with_untracked(|it| fact(it, &field).and_then(set)) {
            let mut cells = row.get_untracked();
            cells.insert(field, value);
            acted.perform(Action::CreateRow { table: table.get_untracked(), cells });
        }
    };
    let cell = move |field: FieldId| view! { <CreatedCell acted field table row fields/> };
    let add_items = Signal::derive(move || {
        let ask = (String::new(), i18n.text("builder.rule.row.add"));
        std::iter::once(ask).chain(free.get()).collect::<Vec<_>>()
    });
    view! {
        <Pick
            id=acted.part("table")
            label=t!("builder.rule.row.table")
            is_short=true
            items=tables
            selected=Signal::derive(move || table.get().to_string())
            on_select=choose_table
        />
        <ul class="clause-list">
            <For each=move || filled.get() key=|field| field.clone() children=cell/>
        </ul>
        <Show when=move || free.with(|free| !free.is_empty())>
            <AddCell id=acted.part("add") items=add_items on_add=add/>
        </Show>
    }
}

/// Fields that have no value yet, to give one of them a value.
#[component]
fn AddCell(
    /// Its id.
    id: String,
    /// The fields, after what asks to choose one.
    items: Signal<Vec<(String, String)>>,
    /// Called with the field that the person chooses.
    #[prop(into)]
    on_add: Callback<String>,
) -> impl IntoView {
    view! {
        <Pick
            id
            label=t!("builder.rule.row.add")
            is_short=true
            items
            selected=Signal::stored(String::new())
            on_select=move |field: String| {
                if !field.is_empty() {
                    on_add.run(field);
                }
            }
        />
    }
}

/// A value of the row.
#[component]
fn CreatedCell(
    /// The action.
    acted: Acted,
    /// Of which field.
    field: FieldId,
    /// The table of the row.
    table: Memo<TableId>,
    /// All values.
    row: Memo<Cells>,
    /// The fields of the table.
    fields: Memo<Vec<Fact>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = acted.part(field.as_str());
    let field = StoredValue::new(field);
    let found = Memo::new(move |_| field.with_value(|id| fields.with(|it| fact(it, id).cloned())));
    let form = Memo::new(move |_| found.with(|it| it.as_ref().and_then(|it| it.form.clone())));
    let name =
        Signal::derive(move || found.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default());
    let value = Signal::derive(move || field.with_value(|id| row.with(|row| row.get(id).cloned())));
    let changed = move |value: Option<CellValue>| {
        let mut cells = row.get_untracked();
        match value {
            Some(value) => drop(cells.insert(field.get_value(), value)),
            None => drop(field.with_value(|id| cells.remove(id))),
        }
        Action::CreateRow { table: table.get_untracked(), cells }
    };
    let edit = move |value: Option<CellValue>| {
        value.map(|value| acted.edit.run(changed(Some(value)))).into_iter().collect::<Vec<_>>()
    };
    view! {
        <li class="clause">
            <span class="clause-name">{name}</span>
            <IconButton
                label=Signal::derive(move || i18n.fill("builder.rule.row.remove", &[("field", &name.get())]))
                glyph=Glyph::X
                on_press=move |()| acted.perform(changed(None))
            />
            <ValueControl
                id
                label=Signal::derive(move || i18n.fill("builder.rule.set.value", &[("field", &name.get())]))
                role=Role::Operand
                form
                value
                edit
            />
        </li>
    }
}
