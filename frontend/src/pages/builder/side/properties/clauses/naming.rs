//! What an element is called and what it is for.

use leptos::prelude::*;
use shared::operation::{ElementId, ElementKind, Operation};
use shared::validate::{DESCRIPTION_MAX, NAME_MAX};

use super::super::controls::LiveText;
use crate::i18n::{t, use_i18n};
use crate::pages::builder::edits;
use crate::pages::builder::store::use_workbench;

/// The name of an element, and its description where it has one.
#[component]
pub(crate) fn Naming(
    /// Which.
    element: ElementId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let has_description = element.kind() != ElementKind::Chart;
    let id = element.as_str().to_owned();
    let element = StoredValue::new(element);
    let name = Memo::new(move |_| bench.blueprint.with(|it| element.with_value(|id| edits::name(it, id))));
    let description =
        Memo::new(move |_| bench.blueprint.with(|it| element.with_value(|id| edits::description(it, id))));
    let missing = Signal::derive(move || match name.with(|name| name.trim().is_empty()) {
        true => i18n.text("builder.view.name_missing"),
        false => String::new(),
    });
    view! {
        <LiveText
            id=format!("{id}-name")
            label=t!("builder.name")
            error=missing
            value=name
            max=NAME_MAX as u64
            edit=move |text| element.with_value(|id| Operation::rename(id, text))
        />
        {has_description.then(|| view! {
            <LiveText
                id=format!("{id}-description")
                label=t!("builder.view.description")
                value=description
                max=DESCRIPTION_MAX as u64
                is_long=true
                edit=move |text| element.with_value(|id| edits::describe(id, text))
            />
        })}
    }
}
