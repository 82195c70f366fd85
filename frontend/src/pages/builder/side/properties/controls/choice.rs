//! One of a few values.

use leptos::prelude::*;

use crate::components::{Field, Select, SelectItem};

/// One of a few values, known by their names in documents.
#[component]
pub(crate) fn Choice(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// The values, in order.
    #[prop(into)]
    items: Signal<Vec<SelectItem>>,
    /// What is so.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    view! { <Field control=id.clone() label hint error><Select id items selected on_select/></Field> }
}
