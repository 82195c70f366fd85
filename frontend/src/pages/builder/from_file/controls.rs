//! Controls of the form: a name that answers what became of it, and one of a few numbered things.

use leptos::prelude::*;

/// A name. What was typed gives way to what was made of it.
#[component]
pub(super) fn NameInput(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it names, where no label does; empty where one does.
    #[prop(into, default = Signal::stored(String::new()))]
    label: Signal<String>,
    /// The name.
    #[prop(into)]
    value: Signal<String>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Takes the name that the person gives, and says what it is then.
    #[prop(into)]
    on_name: Callback<String, String>,
) -> impl IntoView {
    let labelled = move || Some(label.get()).filter(|label| !label.is_empty());
    view! {
        <input
            class="input"
            type="text"
            id=id
            dir="auto"
            autocomplete="off"
            aria-label=labelled
            disabled=disabled
            prop:value=value
            on:change:target=move |event| {
                let input = event.target();
                input.set_value(&on_name.run(input.value()));
            }
        />
    }
}

/// One of a few things, by its place among them.
#[component]
pub(super) fn PlacePick(
    /// Its id, which a label names.
    #[prop(into)]
    id: String,
    /// What the things are called, in order.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// The place of the selected one.
    #[prop(into)]
    selected: Signal<usize>,
    /// Called with the place that the person selects.
    #[prop(into)]
    on_select: Callback<usize>,
) -> impl IntoView {
    let option = move |(at, name): (usize, String)| {
        view! { <option value=at.to_string() prop:selected=move || selected.get() == at>{name}</option> }
    };
    let described_by = format!("{id}-hint");
    view! {
        <select
            class="select"
            id=id
            dir="auto"
            aria-describedby=described_by
            on:change:target=move |event| {
                if let Ok(at) = event.target().value().parse() {
                    on_select.run(at);
                }
            }
        >
            {move || names.get().into_iter().enumerate().map(option).collect_view()}
        </select>
    }
}
