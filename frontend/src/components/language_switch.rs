//! The switch of the interface's language.

use leptos::prelude::*;
use shared::words::Language;

use super::select::{Select, SelectItem};
use crate::i18n::{Bundle, known, t, use_bundles, use_i18n};
use crate::state::draft::Draft;
use crate::state::toasts::use_toasts;

/// The switch of the interface's language. A design in the old language follows.
#[component]
pub(crate) fn LanguageSwitch(
    /// The answers whose language may follow.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let (bundles, toasts) = (use_bundles(), use_toasts());
    let item =
        |language: Language| SelectItem { value: language.tag(), name: language.own_name().to_owned() };
    let switch = Action::new_local(move |language: &Language| {
        let (from, to) = (i18n.language_now(), *language);
        async move {
            // A design that follows does so without a moment of missing words.
            if bundles.load(to, &[Bundle::Design]).await && i18n.switch(to).await {
                draft.follow_language(from, to);
            } else {
                toasts.say(known!("language.unavailable"));
            }
        }
    });
    let select = move |tag: String| {
        if let Some(language) = Language::from_tag(&tag) {
            switch.dispatch_local(language);
        }
    };
    view! {
        <Select
            id="language"
            label=t!("language.label")
            items=Signal::stored(Language::ALL.map(item).to_vec())
            selected=Signal::derive(move || i18n.language().tag())
            on_select=select
        />
    }
}
