//! The way to the next step and back.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::Step;
use crate::components::{Banner, Button, ButtonLink, Glyph, Look, Tone};
use crate::i18n::{known, t};
use crate::state::draft::Draft;
use crate::state::toasts::use_toasts;

/// The way to the next step and back, always in sight. Nobody goes on with answers that make no system, and what
/// they lack is said right here.
#[component]
pub(crate) fn StepButtons(
    /// The open step.
    step: Step,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let toasts = use_toasts();
    let navigate = use_navigate();
    let back = step.previous().map_or_else(|| "/".to_owned(), Step::href);
    let (text, address) = match step.next() {
        Some(next) => (t!("wizard.continue"), next.href()),
        None => (t!("wizard.finish"), "/system/overview".to_owned()),
    };
    let go = move |()| {
        if untrack(|| draft.is_valid()) {
            toasts.dismiss();
            navigate(&address, Default::default());
        } else {
            toasts.say(known!("wizard.not_yet"));
        }
    };
    let missing = move || {
        let is_missing = step == Step::Priorities && !draft.is_valid();
        is_missing.then(|| view! { <Banner tone=Tone::Error text=t!("priorities.none")/> })
    };
    view! {
        <div class="step-buttons">
            <div class="step-missing" aria-live="polite">{missing}</div>
            <ButtonLink text=t!("wizard.back") href=back before=Glyph::ArrowLeft/>
            <Button text look=Look::Primary on_press=go/>
        </div>
    }
}
