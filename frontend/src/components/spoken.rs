//! What can only be shown once its words are at hand.

use leptos::prelude::*;
use shared::api::client_errors::ClientErrorKind;
use shared::words::Language;

use super::banner::{Banner, Tone};
use super::button::Button;
use super::skeleton::Skeleton;
use crate::browser::boot;
use crate::i18n::{Bundle, t, use_bundles};

/// Shows its children once `bundles` can be spoken in `language`; until then their outline, and a way to try again
/// where the words cannot be had.
#[component]
pub(crate) fn Spoken(
    /// The language of what is shown.
    #[prop(into)]
    language: Signal<Language>,
    /// The words it needs.
    bundles: &'static [Bundle],
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let had = use_bundles();
    let is_ready = Memo::new(move |_| had.has(language.get(), bundles));
    let loaded = LocalResource::new(move || {
        let language = language.get();
        async move {
            let is_had = had.load(language, bundles).await;
            if !is_had {
                boot::note(ClientErrorKind::Load, &format!("words {bundles:?} in {language:?}"));
            }
            is_had
        }
    });
    let again = move |()| loaded.refetch();
    move || match (is_ready.get(), loaded.get()) {
        (true, _) => children().into_any(),
        (false, Some(false)) => view! {
            <Banner tone=Tone::Error text=t!("words.missing")>
                <Button text=t!("words.again") on_press=again/>
            </Banner>
        }
        .into_any(),
        (false, _) => view! { <Skeleton/> }.into_any(),
    }
}
