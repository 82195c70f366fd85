//! One of many values.

use leptos::prelude::*;

use super::Named;
use crate::components::Field;
use crate::i18n::use_i18n;

/// One of many values that are not known when the app is built, such as fields.
#[component]
pub(crate) fn Pick(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// Whether what it stands beside says that already to who sees it.
    #[prop(optional)]
    is_short: bool,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is wrong with it; empty for nothing.
    #[prop(into, default = Signal::stored(String::new()))]
    error: Signal<String>,
    /// Values and their names, in order. An empty value stands for none.
    #[prop(into)]
    items: Signal<Vec<Named>>,
    /// What is so; a value that is not among them asks to choose one.
    #[prop(into)]
    selected: Signal<String>,
    /// Values that cannot be selected now; say in the hint why.
    #[prop(into, default = Signal::stored(Vec::new()))]
    unavailable: Signal<Vec<String>>,
    /// Whether nothing can be selected now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the value that the person selects.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_open = Memo::new(move |_| {
        selected.with(|selected| items.with(|items| items.iter().all(|(value, _)| value != selected)))
    });
    let open = move || {
        is_open.get().then(|| {
            view! { <option value="" disabled=true prop:selected=true>{i18n.text("builder.filter.choose")}</option> }
        })
    };
    let option = move |(value, name): Named| {
        let (own, same) = (value.clone(), value.clone());
        view! {
            <option
                value=value
                disabled=move || unavailable.with(|values| values.contains(&same))
                prop:selected=move || selected.with(|it| *it == own)
            >
                {name}
            </option>
        }
    };
    let described_by = format!("{id}-hint {id}-error");
    let select = move |list: web_sys::HtmlSelectElement| {
        on_select.run(list.value());
        // What was refused does not stay selected.
        request_animation_frame(move || {
            if let Some(selected) = selected.try_get_untracked() {
                list.set_value(&selected);
            }
        });
    };
    view! {
        <Field control=id.clone() label is_short hint error>
            <select
                class="select"
                id=id
                aria-describedby=described_by
                disabled=disabled
                on:change:target=move |event| select(event.target())
            >
                {open}
                {move || items.get().into_iter().map(option).collect_view()}
            </select>
        </Field>
    }
}
