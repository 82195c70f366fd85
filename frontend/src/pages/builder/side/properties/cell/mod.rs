//! A value of a sample row: to change, or to read where it is computed.

pub(super) mod links;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, CellValue, FieldId, FieldKind, RowId};
use shared::compute::Evaluator;
use shared::operation::Operation;

pub(crate) use self::links::link;
use self::links::links;
use super::follow;
use super::value::{Form, Role, ValueControl};
use crate::browser::random;
use crate::i18n::use_i18n;
use crate::pages::builder::store::use_workbench;
use crate::pages::result::cell::{Shown, render, show};

/// Most rows that are offered: sample rows are few, and nobody looks through more.
const ROWS_MAX: usize = 200;

/// A value of a sample row, with its field's name: to change, or to read where it is computed.
#[component]
pub(crate) fn CellControl(
    /// The row.
    row: RowId,
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let bench = use_workbench();
    let at = StoredValue::new((row, field));
    let name = follow(move |it| at.with_value(|(_, field)| Some(it.field(field)?.1.name.clone())));
    let now = follow(move |it| at.with_value(|(row, field)| Some(value(it, row, field))));
    let form = follow(move |it| at.with_value(|(row, field)| it.field(field).map(|_| form(it, row, field))));
    let is_read = Memo::new(move |_| form.with(Option::is_none));
    let edit = move |value: Option<CellValue>| {
        let blueprint = bench.blueprint.get_untracked();
        at.with_value(|(row, field)| set(&blueprint, row, field, value))
    };
    // There may be several for one value on a page.
    let id = StoredValue::new(random::id("cell"));
    let control = move || match is_read.get() {
        true => view! { <Read at name/> }.into_any(),
        false => view! { <ValueControl id=id.get_value() label=name role=Role::Cell form value=now edit/> }
            .into_any(),
    };
    view! { <div class="cell-control">{control}</div> }
}

/// The operations that set a value of a row, or take it away; of a relation, the links that the other side holds, too.
pub(crate) fn set(
    blueprint: &Blueprint,
    row: &RowId,
    field: &FieldId,
    value: Option<CellValue>,
) -> Vec<Operation> {
    match is_relation(blueprint, field) {
        true => link(blueprint, row, field, value.map(|it| it.list().to_vec()).unwrap_or_default()),
        false => vec![Operation::SetCell { row: row.clone(), field: field.clone(), value }],
    }
}

fn is_relation(blueprint: &Blueprint, field: &FieldId) -> bool {
    blueprint.field(field).is_some_and(|(_, field)| matches!(field.kind, FieldKind::Relation { .. }))
}

/// A value as it is stored; of a relation, with the links that the other side holds.
fn value(blueprint: &Blueprint, row: &RowId, field: &FieldId) -> Option<CellValue> {
    if is_relation(blueprint, field) {
        let links = links(blueprint, row, field);
        return (!links.is_empty()).then_some(CellValue::List(links));
    }
    blueprint.row(row)?.1.cells.get(field).cloned()
}

/// In what form a value is given, of rows with the first and those that it names; nothing for one that nobody sets.
fn form(blueprint: &Blueprint, row: &RowId, field: &FieldId) -> Option<Form> {
    let (table, found) = blueprint.field(field)?;
    let mut form = Form::of(blueprint, table, found)?;
    if let Form::People { known, .. } = &mut form {
        // What is typed here is known at once: the control would be another one with every letter.
        known.clear();
    }
    if let Form::Row(offers) | Form::Rows(offers) = &mut form
        && offers.len() > ROWS_MAX
    {
        let linked = links(blueprint, row, field);
        let mut at = 0;
        offers.retain(|offer| {
            at += 1;
            at <= ROWS_MAX || linked.contains(&offer.value)
        });
    }
    Some(form)
}

/// A value that nobody sets.
#[component]
fn Read(
    /// Whose value.
    at: StoredValue<(RowId, FieldId)>,
    /// The name of the field.
    name: Memo<String>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let shown = Memo::new(move |_| {
        bench.settled.with(|blueprint| {
            let found = at.with_value(|(row, field)| blueprint.row(row).zip(blueprint.field(field)));
            let shown = found.map(|((_, row), (_, field))| show(&Evaluator::new(blueprint), row, field));
            shown.unwrap_or(Shown::Empty)
        })
    });
    view! {
        <dl class="cell-read">
            <dt>{name}</dt>
            <dd>{move || render(i18n, shown.get())}</dd>
        </dl>
    }
}
