//! What a relation names, and how it is seen from the other side.

use leptos::prelude::*;
use shared::blueprint::{Cardinality, FieldId, FieldKind};
use shared::operation::intention::Intention;
use shared::operation::{ElementId, ElementKind};

use super::super::controls::{Pick, Toggle};
use super::super::follow;
use super::super::links::FieldLink;
use super::{inverse, kind_of, set_kind};
use crate::components::{Segment, Segmented};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// What a relation names, and how it is seen from the other side.
#[component]
pub(super) fn RelationSettings(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let kind = kind_of(&field);
    let field = StoredValue::new(field);
    let tables = follow(|it| {
        Some(it.tables.iter().map(|table| (table.id.to_string(), table.name.clone())).collect::<Vec<_>>())
    });
    let target = Signal::derive(move || match kind.get() {
        Some(FieldKind::Relation { table, .. }) => table.to_string(),
        _ => String::new(),
    });
    let number = Signal::derive(move || match kind.get() {
        Some(FieldKind::Relation { cardinality: Cardinality::One, .. }) => "one",
        _ => "many",
    });
    let other_side = Memo::new(move |_| match kind.get() {
        Some(FieldKind::Relation { inverse, .. }) => inverse,
        _ => None,
    });
    let retarget = move |id: String| {
        if let Some(FieldKind::Relation { cardinality, .. }) = kind.get_untracked() {
            let relation = FieldKind::Relation { table: id.as_str().into(), cardinality, inverse: None };
            field.with_value(|field| set_kind(bench, field, relation));
        }
    };
    let renumber = move |number: &'static str| {
        if let Some(FieldKind::Relation { table, inverse, .. }) = kind.get_untracked() {
            let cardinality = if number == "one" { Cardinality::One } else { Cardinality::Many };
            let relation = FieldKind::Relation { table, cardinality, inverse };
            field.with_value(|field| set_kind(bench, field, relation));
        }
    };
    let pair = move |wanted: bool| {
        field.with_value(|field| if wanted { show(bench, field) } else { hide(bench, i18n, field) });
    };
    let segment = |value, name| Segment { value, name, glyph: None };
    let link = move || {
        other_side.get().map(|field| view! { <ul class="side-lines"><li><FieldLink field/></li></ul> })
    };
    view! {
        <Pick
            id="props-related"
            label=t!("builder.props.related")
            items=tables
            selected=target
            on_select=retarget
        />
        <Segmented
            legend=t!("builder.props.number")
            name="props-number"
            segments=vec![
                segment("one", t!("builder.props.number.one")),
                segment("many", t!("builder.props.number.many")),
            ]
            chosen=number
            on_choose=renumber
        />
        <Toggle
            label=t!("builder.props.inverse")
            is_on=Signal::derive(move || other_side.get().is_some())
            on_change=pair
        />
        {link}
    }
}

/// Shows a relation from the other side.
fn show(bench: Workbench, field: &FieldId) {
    let new = FieldId::new(Workbench::new_id(ElementKind::Field));
    let made = bench.with_now(|it| inverse::add(it.blueprint(), field, new, bench.language()));
    if let Some(operations) = made {
        bench.perform(operations);
    }
}

/// Takes the other side of a relation away.
fn hide(bench: Workbench, i18n: crate::i18n::I18n, field: &FieldId) {
    let other = bench.with_now(|it| match it.blueprint().field(field).map(|(_, field)| &field.kind) {
        Some(FieldKind::Relation { inverse: Some(inverse), .. }) => Some(inverse.clone()),
        _ => None,
    });
    let Some(other) = other else { return };
    let operations = bench.with_now(|it| inverse::take_away(it.blueprint(), field));
    if bench.intend(&Intention::Remove(ElementId::Field(other)), operations) {
        bench.offer_undo(i18n.count("builder.removed", 1));
    }
}
