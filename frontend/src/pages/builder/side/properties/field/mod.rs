//! What can be changed of a field.

mod formula;
mod formula_text;
mod inverse;
mod kind;
mod options;
mod relation;
mod rollup;
mod settings;

use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::blueprint::{FieldId, FieldKind, KindName};
use shared::operation::{ElementId, FieldProperty, Operation};

use self::kind::KindPick;
use self::settings::Settings;
use super::controls::Toggle;
use super::texts::{DescriptionText, NameText};
use super::{follow, kinds};
use crate::i18n::t;
use crate::pages::builder::store::{Workbench, use_workbench};

/// What can be changed of a field.
#[component]
pub(super) fn FieldPanel(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let bench = use_workbench();
    let element = ElementId::Field(field.clone());
    let (shaped, asked) = (field.clone(), field.clone());
    let kind = follow(move |it| it.field(&shaped).map(|(_, field)| Some(field.kind.name())));
    let required = follow(move |it| it.field(&asked).map(|(_, field)| field.required));
    let can_be_required = Memo::new(move |_| kind.get().is_some_and(is_set_by_people));
    let held = StoredValue::new(field.clone());
    let require = move |wanted: bool| {
        let set = FieldProperty::Required(wanted);
        bench.perform(vec![Operation::EditField { field: held.get_value(), set }]);
    };
    view! {
        <NameText element=element.clone()/>
        <KindPick field=field.clone() kind/>
        <Settings field kind/>
        {move || {
            can_be_required
                .get()
                .then(|| view! { <Toggle label=t!("fields.required") is_on=required on_change=require/> })
        }}
        <DescriptionText element/>
    }
}

/// Whether people give values to fields of a kind.
fn is_set_by_people(kind: KindName) -> bool {
    !matches!(
        kind,
        KindName::Rollup | KindName::Formula | KindName::CreatedAt | KindName::UpdatedAt | KindName::AutoId
    )
}

/// The kind of a field, followed.
fn kind_of(field: &FieldId) -> Memo<Option<FieldKind>> {
    let field = field.clone();
    follow(move |it| it.field(&field).map(|(_, field)| Some(field.kind.clone())))
}

/// Gives a field a kind, as one step.
fn set_kind(bench: Workbench, field: &FieldId, kind: FieldKind) {
    let blueprint = bench.blueprint.get_untracked();
    bench.perform(vec![kinds::change(&blueprint, BTreeMap::from([(field.clone(), kind)]))]);
}
