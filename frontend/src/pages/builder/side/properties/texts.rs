//! What almost every element has: a name and a description.

use leptos::prelude::*;
use shared::operation::{ElementId, Operation};
use shared::validate::{DESCRIPTION_MAX, NAME_MAX};

use super::controls::{LiveText, Shape};
use super::follow;
use crate::i18n::t;
use crate::pages::builder::edits;

/// The name of an element.
#[component]
pub(super) fn NameText(
    /// The element.
    element: ElementId,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
) -> impl IntoView {
    let shown = element.clone();
    view! {
        <LiveText
            id="props-name"
            label=t!("builder.name")
            error
            value=follow(move |it| Some(shown.name(it).unwrap_or_default()))
            max=NAME_MAX as u64
            edit=move |name: String| Operation::rename(&element, name)
        />
    }
}

/// The description of an element.
#[component]
pub(super) fn DescriptionText(
    /// The element.
    element: ElementId,
) -> impl IntoView {
    let shown = element.clone();
    view! {
        <LiveText
            id="props-description"
            label=t!("builder.props.description")
            value=follow(move |it| Some(edits::description(it, &shown)))
            max=DESCRIPTION_MAX as u64
            shape=Shape::Lines
            edit=move |text: String| edits::describe(&element, text)
        />
    }
}
