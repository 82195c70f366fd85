//! One of a few values, in the browser's own list.

use leptos::prelude::*;

/// A value that can be selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SelectItem {
    /// The value.
    pub value: &'static str,
    /// Its name.
    pub name: String,
}

/// One of a few values, in the browser's own list.
#[component]
pub(crate) fn Select(
    /// Its id, which a label names.
    #[prop(into)]
    id: String,
    /// What it is for, where no label names it; empty where one does.
    #[prop(into, default = Signal::stored(String::new()))]
    label: Signal<String>,
    /// The values, in order.
    #[prop(into)]
    items: Signal<Vec<SelectItem>>,
    /// The selected one.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let option = move |item: SelectItem| {
        let value = item.value;
        view! { <option value=value prop:selected=move || selected.get() == value>{item.name}</option> }
    };
    let described_by = format!("{id}-hint");
    let described_by = move || label.with(String::is_empty).then(|| described_by.clone());
    let labelled = move || Some(label.get()).filter(|label| !label.is_empty());
    view! {
        <select
            class="select"
            id=id
            aria-label=labelled
            aria-describedby=described_by
            disabled=disabled
            on:change:target=move |event| on_select.run(event.target().value())
        >
            {move || items.get().into_iter().map(option).collect_view()}
        </select>
    }
}
