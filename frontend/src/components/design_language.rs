//! In which language what is made is written.

use leptos::prelude::*;
use shared::words::Language;

use super::field::Field;
use super::select::{Select, SelectItem};
use crate::i18n::{Bundle, known, t, use_bundles};
use crate::state::toasts::use_toasts;

/// In which language what is made is written: chosen once its words are there.
#[component]
pub(crate) fn DesignLanguage(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What comes of it.
    #[prop(into)]
    hint: Signal<String>,
    /// What is so.
    #[prop(into)]
    language: Signal<Language>,
    /// Called with the language that the person chooses, once its words are there.
    #[prop(into)]
    on_choose: Callback<Language>,
) -> impl IntoView {
    let item =
        |language: Language| SelectItem { value: language.tag(), name: language.own_name().to_owned() };
    let (bundles, toasts) = (use_bundles(), use_toasts());
    // Its words come first: nothing that is shown in it stands there without them.
    let switch = Action::new_local(move |language: &Language| {
        let language = *language;
        async move {
            if bundles.load(language, &[Bundle::Design]).await {
                on_choose.try_run(language);
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
        <Field control=id.clone() label=t!("customize.language") hint>
            <Select
                id
                items=Signal::stored(Language::ALL.map(item).to_vec())
                selected=Signal::derive(move || language.get().tag())
                on_select=select
            />
        </Field>
    }
}
