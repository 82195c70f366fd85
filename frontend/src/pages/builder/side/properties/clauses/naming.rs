//! What an element is called and what it is for, with what is missing.

use leptos::prelude::*;
use shared::operation::{ElementId, ElementKind};

use super::super::texts::{DescriptionText, NameText};
use crate::i18n::use_i18n;
use crate::pages::builder::store::use_workbench;

/// The name of an element, and its description where it has one.
#[component]
pub(crate) fn Naming(
    /// Which.
    element: ElementId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let named = element.clone();
    let is_nameless = Memo::new(move |_| {
        bench.blueprint.with(|it| named.name(it).is_none_or(|name| name.trim().is_empty()))
    });
    let missing = Signal::derive(move || match is_nameless.get() {
        true => i18n.text("builder.view.name_missing"),
        false => String::new(),
    });
    let described = (element.kind() != ElementKind::Chart).then(|| element.clone());
    view! {
        <NameText element error=missing/>
        {described.map(|element| view! { <DescriptionText element/> })}
    }
}
