//! The kind of a field.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::blueprint::{FieldId, KindName};

use super::super::controls::Pick;
use super::super::kinds::{self, Change};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// The kind of a field; what another one would lose is said once it is chosen, with the way back.
#[component]
pub(super) fn KindPick(
    /// The field.
    field: FieldId,
    /// Its kind.
    kind: Memo<Option<KindName>>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let field = StoredValue::new(field);
    let is_title = Memo::new(move |_| kind.get() == Some(KindName::Title));
    let impossible =
        Memo::new(move |_| field.with_value(|field| bench.blueprint.with(|it| impossible(it, field))));
    // What was lost by the last choice, for as long as that holds.
    let lost = RwSignal::new(None::<(KindName, usize)>);
    let hint = Signal::derive(move || {
        let lost = lost.get().filter(|(chosen, _)| kind.get() == Some(*chosen));
        match lost {
            Some((_, count)) => i18n.count("builder.props.lost", count),
            None if is_title.get() => i18n.text("builder.props.title.hint"),
            None if !impossible.with(Vec::is_empty) => i18n.text("builder.props.rollup.none"),
            None => String::new(),
        }
    });
    let items = Signal::derive(move || {
        let item = |kind: KindName| {
            let name = kind.as_str();
            (name.to_owned(), i18n.text(&format!("kind.{name}")))
        };
        KindName::ALL.map(item).to_vec()
    });
    let choose_now = move |name: KindName| {
        if let Some(count) = field.with_value(|field| choose(bench, i18n, field, name)) {
            lost.set((count > 0).then_some((name, count)));
            if count > 0 {
                bench.offer_undo(i18n.count("builder.props.lost", count));
            }
        }
    };
    // Arrows go through the list one by one: each kind on the way would cost values.
    let select = move |name: String| {
        if let Some(name) = kinds::parse(&name) {
            bench.hold(Callback::new(move |()| choose_now(name)));
        }
    };
    view! {
        <Pick
            id="props-kind"
            label=t!("builder.props.kind")
            hint
            items
            selected=Signal::derive(move || kind.get().map_or("", KindName::as_str).to_owned())
            unavailable=impossible
            disabled=is_title
            on_select=select
        />
    }
}

/// Gives a field the kind of that name; how many sample values that cost, or nothing where it cannot be.
fn choose(bench: Workbench, i18n: I18n, field: &FieldId, name: KindName) -> Option<usize> {
    let blueprint = bench.blueprint.get_untracked();
    let (table, found) = blueprint.field(field)?;
    let option = |count: &str| i18n.fill("builder.props.new_option", &[("count", count)]);
    let options = [option("1"), option("2")];
    let wanted = Change { blueprint: &blueprint, table, field: found, options, new_id: Workbench::new_id };
    let operation = kinds::change(&blueprint, BTreeMap::from([(field.clone(), wanted.to(name)?)]));
    let count = kinds::lost(&blueprint, field, &operation);
    bench.perform(vec![operation]).then_some(count)
}

/// Kinds that the field cannot have, by name.
fn impossible(blueprint: &shared::blueprint::Blueprint, field: &FieldId) -> Vec<String> {
    let Some((table, found)) = blueprint.field(field) else { return Vec::new() };
    let options = [String::new(), String::new()];
    let wanted = Change { blueprint, table, field: found, options, new_id: |_| String::new() };
    let rollup = KindName::Rollup;
    let can_be = found.kind.name() == rollup || wanted.to(rollup).is_some();
    if can_be { Vec::new() } else { vec![rollup.as_str().to_owned()] }
}
