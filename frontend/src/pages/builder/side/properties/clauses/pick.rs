//! One of many values, without a label in sight: for lines that say what they are about.

use leptos::prelude::*;

use super::Named;
use crate::i18n::use_i18n;

/// One of many values that are not known when the app is built, in a line among others.
#[component]
pub(crate) fn ShortPick(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for, to those who do not see what it stands beside.
    #[prop(into)]
    label: Signal<String>,
    /// Values and their names, in order.
    #[prop(into)]
    items: Signal<Vec<Named>>,
    /// What is so; a value that is not among them asks to choose one.
    #[prop(into)]
    selected: Signal<String>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_open = Memo::new(move |_| {
        selected.with(|selected| items.with(|items| items.iter().all(|(value, _)| value != selected)))
    });
    let option = move |(value, name): Named| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || selected.with(|it| *it == own)>{name}</option> }
    };
    let open = move || {
        is_open.get().then(|| {
            view! { <option value="" disabled=true prop:selected=true>{i18n.text("builder.filter.choose")}</option> }
        })
    };
    view! {
        <select
            class="select"
            id=id
            aria-label=label
            on:change:target=move |event| on_select.run(event.target().value())
        >
            {open}
            {move || items.get().into_iter().map(option).collect_view()}
        </select>
    }
}
