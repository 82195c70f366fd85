//! What a rollup computes over related rows.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Field, FieldId, FieldKind, RollupFunction};
use shared::compute::{Schema, rolled_up};

use super::super::controls::Pick;
use super::super::follow;
use super::{kind_of, set_kind};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// What a rollup can compute, by their names in the words.
const FUNCTIONS: [(RollupFunction, &str); 6] = [
    (RollupFunction::Count, "count"),
    (RollupFunction::Sum, "sum"),
    (RollupFunction::Average, "average"),
    (RollupFunction::Min, "min"),
    (RollupFunction::Max, "max"),
    (RollupFunction::PercentChecked, "percent_checked"),
];

/// What a rollup follows, what it computes, and over which field.
#[component]
pub(super) fn RollupSettings(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let kind = kind_of(&field);
    let (held, asked) = (field.clone(), field.clone());
    let relations = follow(move |it| Some(relations(it, &held)));
    let functions = follow(move |it| Some(possible(it, &asked)));
    let field = StoredValue::new(field);
    let parts = Memo::new(move |_| match kind.get() {
        Some(FieldKind::Rollup { relation, field, function }) => (
            relation.to_string(),
            name_of(function),
            field.map(|field| field.to_string()).unwrap_or_default(),
        ),
        _ => (String::new(), "", String::new()),
    });
    let fields = follow(move |it| match kind.get() {
        Some(FieldKind::Rollup { relation, function, .. }) => Some(fitting(it, &relation, function)),
        _ => None,
    });
    let items = Signal::derive(move || {
        let item = |(_, name): (RollupFunction, &'static str)| {
            (name.to_owned(), i18n.text(&format!("builder.props.function.{name}")))
        };
        FUNCTIONS.map(item).to_vec()
    });
    let unavailable = Signal::derive(move || {
        functions.with(|possible| {
            let gone = FUNCTIONS.iter().filter(|(_, name)| !possible.contains(name));
            gone.map(|(_, name)| (*name).to_owned()).collect::<Vec<_>>()
        })
    });
    let follow_relation = move |id: String| {
        field.with_value(|field| refit(bench, field, |relation, _, _| *relation = id.as_str().into()));
    };
    let compute = move |name: String| {
        if let Some((chosen, _)) = FUNCTIONS.into_iter().find(|(_, it)| *it == name) {
            field.with_value(|field| refit(bench, field, |_, _, function| *function = chosen));
        }
    };
    let take = move |id: String| {
        field.with_value(|field| refit(bench, field, |_, over, _| *over = Some(id.as_str().into())));
    };
    let over = move || {
        let needs_field = parts.with(|(_, function, _)| *function != "count");
        needs_field.then(|| {
            view! {
                <Pick
                    id="props-over"
                    label=t!("builder.props.over")
                    items=fields
                    selected=Signal::derive(move || parts.with(|(_, _, over)| over.clone()))
                    on_select=take
                />
            }
        })
    };
    view! {
        <Pick
            id="props-relation"
            label=t!("builder.props.relation")
            items=relations
            selected=Signal::derive(move || parts.with(|(relation, _, _)| relation.clone()))
            on_select=follow_relation
        />
        <Pick
            id="props-function"
            label=t!("builder.props.function")
            items
            selected=Signal::derive(move || parts.with(|(_, function, _)| (*function).to_owned()))
            unavailable
            on_select=compute
        />
        {over}
    }
}

fn name_of(function: RollupFunction) -> &'static str {
    FUNCTIONS.iter().find(|(it, _)| *it == function).map_or("", |(_, name)| name)
}

/// Changes a part of a rollup, and the others so that they fit it.
fn refit(
    bench: Workbench,
    id: &FieldId,
    change: impl FnOnce(&mut FieldId, &mut Option<FieldId>, &mut RollupFunction),
) {
    let blueprint = bench.blueprint.get_untracked();
    let Some((_, field)) = blueprint.field(id) else { return };
    let FieldKind::Rollup { relation, field, function } = &field.kind else { return };
    let (mut relation, mut over, mut function) = (relation.clone(), field.clone(), *function);
    change(&mut relation, &mut over, &mut function);
    let fitting = fitting(&blueprint, &relation, function);
    let fits = |over: &FieldId| fitting.iter().any(|(id, _)| id == over.as_str());
    if function == RollupFunction::Count {
        over = None;
    } else if !over.as_ref().is_some_and(fits) {
        over = fitting.first().map(|(id, _)| id.as_str().into());
        if over.is_none() {
            function = RollupFunction::Count;
        }
    }
    set_kind(bench, id, FieldKind::Rollup { relation, field: over, function });
}

/// The relations of a field's table, by id and name.
fn relations(blueprint: &Blueprint, field: &FieldId) -> Vec<(String, String)> {
    let Some((table, _)) = blueprint.field(field) else { return Vec::new() };
    let relations = table.fields.iter().filter(|field| matches!(field.kind, FieldKind::Relation { .. }));
    relations.map(|field| (field.id.to_string(), field.name.clone())).collect()
}

/// The fields of the related table that a function can compute over, by id and name.
fn fitting(blueprint: &Blueprint, relation: &FieldId, function: RollupFunction) -> Vec<(String, String)> {
    let schema = Schema::new(blueprint);
    let fits = |field: &&Field| schema.type_of(&field.id).is_some_and(|it| rolled_up(function, it).is_some());
    let fields = related(blueprint, relation).iter().filter(fits);
    fields.map(|field| (field.id.to_string(), field.name.clone())).collect()
}

/// The names of functions that some field of the related table fits.
fn possible(blueprint: &Blueprint, rollup: &FieldId) -> Vec<&'static str> {
    let Some((_, Field { kind: FieldKind::Rollup { relation, .. }, .. })) = blueprint.field(rollup) else {
        return Vec::new();
    };
    let schema = Schema::new(blueprint);
    let types: Vec<_> =
        related(blueprint, relation).iter().filter_map(|field| schema.type_of(&field.id)).collect();
    let fits = |function: RollupFunction| {
        function == RollupFunction::Count || types.iter().any(|it| rolled_up(function, *it).is_some())
    };
    FUNCTIONS.into_iter().filter(|(function, _)| fits(*function)).map(|(_, name)| name).collect()
}

/// The fields of the table that a relation names rows of.
fn related<'a>(blueprint: &'a Blueprint, relation: &FieldId) -> &'a [Field] {
    let table = match blueprint.field(relation).map(|(_, field)| &field.kind) {
        Some(FieldKind::Relation { table, .. }) => blueprint.table(table),
        _ => None,
    };
    table.map_or(&[], |table| &table.fields)
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::i18n::is_known;
    use crate::state::draft::suggested;

    #[test]
    fn every_function_has_a_name() {
        assert!(FUNCTIONS.iter().all(|(_, name)| is_known(&format!("builder.props.function.{name}"))));
    }

    #[test]
    fn texts_are_neither_summed_nor_checked() {
        let blueprint = design(&suggested());
        let fields = blueprint.tables.iter().flat_map(|table| &table.fields);
        let relations = fields.filter(|field| matches!(field.kind, FieldKind::Relation { .. }));
        for relation in relations {
            for (id, _) in fitting(&blueprint, &relation.id, RollupFunction::Sum) {
                let (_, field) = blueprint.field(&id.as_str().into()).unwrap();
                assert!(!matches!(field.kind, FieldKind::Title | FieldKind::Text));
            }
        }
    }
}
