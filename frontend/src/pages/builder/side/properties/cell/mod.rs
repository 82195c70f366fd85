//! A value of a sample row, with the control for its kind.

mod checks;
pub(super) mod links;
mod stars;
mod text;
mod typed;

use leptos::prelude::*;
use shared::blueprint::{Cardinality, CellValue, FieldId, FieldKind, RowId};
use shared::compute::Evaluator;
use shared::operation::Operation;

use self::checks::{LinkChecks, OptionChecks};
pub(crate) use self::links::link;
use self::stars::Stars;
use self::typed::{DayCell, TypedCell};
use super::controls::{Pick, Toggle};
use super::follow;
use crate::browser::random;
use crate::i18n::use_i18n;
use crate::pages::builder::store::{Workbench, use_workbench};
use crate::pages::result::cell::{Shown, render, show};

/// A value of a sample row: what its control needs. Cheap to copy.
#[derive(Clone, Copy)]
struct Cell {
    bench: Workbench,
    row: StoredValue<RowId>,
    field: StoredValue<FieldId>,
    /// Id of the control: there may be several for one value on a page.
    id: StoredValue<String>,
    /// The name of the field.
    name: Memo<String>,
    /// The stored value.
    value: Memo<Option<CellValue>>,
}

impl Cell {
    fn new(row: RowId, field: FieldId) -> Self {
        let (named, of, at) = (field.clone(), row.clone(), field.clone());
        Self {
            bench: use_workbench(),
            row: StoredValue::new(row),
            field: StoredValue::new(field),
            id: StoredValue::new(random::id("cell")),
            name: follow(move |it| it.field(&named).map(|(_, field)| field.name.clone())),
            value: follow(move |it| it.row(&of).map(|(_, row)| row.cells.get(&at).cloned())),
        }
    }

    /// The operation that sets the value.
    fn set(self, value: Option<CellValue>) -> Operation {
        Operation::SetCell { row: self.row.get_value(), field: self.field.get_value(), value }
    }

    /// Sets the value as one step.
    fn choose(self, value: Option<CellValue>) {
        self.bench.perform(vec![self.set(value)]);
    }

    /// The stored text; empty for none.
    fn text(self) -> Signal<String> {
        let value = self.value;
        let text = move || value.with(|value| value.as_ref().and_then(CellValue::text).map(str::to_owned));
        Signal::derive(move || text().unwrap_or_default())
    }
}

/// A value of a sample row, with its field's name: to change, or to read where it is computed.
#[component]
pub(crate) fn CellControl(
    /// The row.
    row: RowId,
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let held = field.clone();
    let kind = follow(move |it| it.field(&held).map(|(_, field)| Some(field.kind.clone())));
    let cell = Cell::new(row, field);
    view! { <div class="cell-control">{move || kind.get().map(|kind| control(cell, kind))}</div> }
}

fn control(cell: Cell, kind: FieldKind) -> AnyView {
    match kind {
        FieldKind::Title
        | FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Url
        | FieldKind::Email
        | FieldKind::Attachment
        | FieldKind::Number { .. }
        | FieldKind::Person { .. } => view! { <TypedCell cell kind/> }.into_any(),
        FieldKind::Date | FieldKind::Datetime => view! { <DayCell cell kind/> }.into_any(),
        FieldKind::Checkbox => view! { <CheckCell cell/> }.into_any(),
        FieldKind::Select { options } => {
            let items = options.into_iter().map(|it| (it.id.to_string(), it.name)).collect();
            view! { <OneOf cell items/> }.into_any()
        }
        FieldKind::MultiSelect { options } => view! { <OptionChecks cell options/> }.into_any(),
        FieldKind::Rating { max } => view! { <Stars cell max/> }.into_any(),
        FieldKind::Relation { table, cardinality, .. } => {
            view! { <LinkChecks cell table is_one=cardinality == Cardinality::One/> }.into_any()
        }
        FieldKind::Rollup { .. }
        | FieldKind::Formula { .. }
        | FieldKind::CreatedAt
        | FieldKind::UpdatedAt
        | FieldKind::AutoId { .. } => view! { <Read cell/> }.into_any(),
    }
}

#[component]
fn CheckCell(
    /// The value.
    cell: Cell,
) -> impl IntoView {
    let is_on = Signal::derive(move || cell.value.with(|value| *value == Some(CellValue::Bool(true))));
    let change = move |checked: bool| cell.choose(Some(CellValue::Bool(checked)));
    view! { <Toggle label=cell.name is_on on_change=change/> }
}

/// One of a few values, or none.
#[component]
fn OneOf(
    /// The value.
    cell: Cell,
    /// Ids and names.
    items: Vec<(String, String)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let all = Signal::derive(move || {
        let none = (String::new(), i18n.text("builder.props.none"));
        std::iter::once(none).chain(items.iter().cloned()).collect::<Vec<_>>()
    });
    let select = move |id: String| cell.choose((!id.is_empty()).then_some(CellValue::Text(id)));
    view! { <Pick id=cell.id.get_value() label=cell.name items=all selected=cell.text() on_select=select/> }
}

/// A value that nobody sets.
#[component]
fn Read(
    /// The value.
    cell: Cell,
) -> impl IntoView {
    let i18n = use_i18n();
    let shown = Memo::new(move |_| {
        cell.bench.settled.with(|blueprint| {
            let (row, field) = (cell.row.get_value(), cell.field.get_value());
            let found = blueprint.row(&row).zip(blueprint.field(&field));
            let shown = found.map(|((_, row), (_, field))| show(&Evaluator::new(blueprint), row, field));
            shown.unwrap_or(Shown::Empty)
        })
    });
    view! {
        <dl class="cell-read">
            <dt>{cell.name}</dt>
            <dd>{move || render(i18n, shown.get())}</dd>
        </dl>
    }
}
