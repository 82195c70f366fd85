//! The way to the next step and back.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::Step;
use super::preview::{OPENER, counts};
use super::store::WizardStore;
use crate::components::{Banner, Button, ButtonLink, Glyph, Icon, Look, Tone};
use crate::i18n::{known, t, use_i18n};
use crate::state::draft::Draft;
use crate::state::toasts::use_toasts;

/// Where the finished system is shown.
const SYSTEM: &str = "/system/overview";

/// Goes on to the step after `step`. Nobody goes on with answers that make no system.
pub(super) fn go_on(step: Step, draft: Draft) -> Callback<()> {
    go_to(step.next().map_or_else(|| SYSTEM.to_owned(), Step::href), draft)
}

fn go_to(address: String, draft: Draft) -> Callback<()> {
    let toasts = use_toasts();
    let navigate = use_navigate();
    Callback::new(move |()| {
        if untrack(|| draft.is_valid()) {
            toasts.dismiss();
            navigate(&address, Default::default());
        } else {
            toasts.say(known!("wizard.not_yet"));
        }
    })
}

/// The way to the next step and back, always in sight. What the answers lack is said right here.
#[component]
pub(crate) fn StepButtons(
    /// The open step.
    step: Step,
    /// State of the wizard.
    store: WizardStore,
    /// Goes on to the next step.
    on_go: Callback<()>,
) -> impl IntoView {
    let draft = store.draft;
    let back = step.previous().map_or_else(|| "/".to_owned(), Step::href);
    let text = if step.next().is_some() { t!("wizard.continue") } else { t!("wizard.finish") };
    let now = (step != Step::Review).then(|| go_to(SYSTEM.to_owned(), draft));
    let missing = move || {
        let is_missing = step == Step::Priorities && !draft.is_valid();
        is_missing.then(|| view! { <Banner tone=Tone::Error text=t!("priorities.none")/> })
    };
    view! {
        <div class="step-buttons">
            <Opener store/>
            <div class="step-missing" aria-live="polite">{missing}</div>
            <ButtonLink text=t!("wizard.back") href=back shortcut="b" before=Glyph::ArrowLeft/>
            {now.map(|_| view! { <p class="step-keys hint">{t!("wizard.keys")}</p> })}
            {now.map(|now| view! { <span class="step-now" data-tour="now"><Button text=t!("wizard.now") on_press=now/></span> })}
            <Button text shortcut="n" look=Look::Primary on_press=on_go/>
        </div>
    }
}

/// Opens the picture of the system where there is no room for it beside the questions; until then it counts.
#[component]
fn Opener(
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    let i18n = use_i18n();
    let counted = move || store.mind().map(|mind| mind.growth.with(|growth| counts(i18n, &growth.blueprint)));
    let open = move |_| store.open(true);
    view! {
        <button
            type="button"
            id=OPENER
            data-tour="preview"
            class="preview-opener"
            aria-expanded=move || store.is_open().get().to_string()
            on:click=open
        >
            <span>
                <span class="visually-hidden">{t!("preview.open")}": "</span>
                {counted}
            </span>
            <Icon glyph=Glyph::ChevronDown/>
        </button>
    }
}
