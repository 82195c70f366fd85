//! Where answers pull apart and what suits them, each with the change that follows it.

use leptos::prelude::*;
use shared::advice::{Advice, Change, Kind, Pick, recommended_changes};

use super::Step;
use super::options::title;
use super::store::WizardStore;
use crate::components::{Button, Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};

/// What to know about the answers of a step; on the last one, about all of them.
#[component]
pub(crate) fn AdviceList(
    /// State of the wizard.
    store: WizardStore,
    /// The open step.
    step: Step,
) -> impl IntoView {
    let i18n = use_i18n();
    let conflicts = Memo::new(move |_| {
        let is_told = |advice: &Advice| advice.kind != Kind::Recommendation && step.tells(advice.subject);
        store.advice().into_iter().filter(is_told).collect::<Vec<_>>()
    });
    view! {
        <section class="advice" aria-label=t!("advice.title") aria-live="polite">
            {move || conflicts.get().into_iter().map(|advice| conflict(i18n, store, advice)).collect_view()}
            {move || recommendations(i18n, store)}
            {move || store.can_undo().then(|| view! { <Undo store/> })}
        </section>
    }
}

fn conflict(i18n: I18n, store: WizardStore, advice: Advice) -> AnyView {
    let (class, glyph) = match advice.kind {
        Kind::Warning => ("advice-item warning", Glyph::TriangleAlert),
        Kind::Notice | Kind::Recommendation => ("advice-item", Glyph::Info),
    };
    let remedy = (!advice.remedy.is_empty()).then(|| {
        let text = remedy(i18n, &advice.remedy);
        let changes = advice.remedy.clone();
        view! { <Button text=Signal::stored(text) on_press=move |()| store.follow(&changes)/> }
    });
    view! {
        <div class=class>
            <Icon glyph/>
            <p>{advice.sentence}</p>
            {remedy}
        </div>
    }
    .into_any()
}

/// Everything that suits the answers and is not chosen yet, with one button for all of it.
fn recommendations(i18n: I18n, store: WizardStore) -> Option<AnyView> {
    let changes = recommended_changes(&store.advice());
    if changes.is_empty() {
        return None;
    }
    let options: Vec<_> = changes.iter().map(|change| title(i18n, change.pick())).collect();
    let text = i18n.fill("advice.suits", &[("options", &i18n.list(&options))]);
    Some(
        view! {
            <div class="advice-item recommended">
                <Icon glyph=Glyph::Star/>
                <p>{text}</p>
                <Button text=t!("advice.take_all") on_press=move |()| store.follow_recommendations()/>
            </div>
        }
        .into_any(),
    )
}

#[component]
fn Undo(
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    view! {
        <div class="advice-item">
            <Icon glyph=Glyph::Check/>
            <p>{t!("advice.changed")}</p>
            <Button text=t!("advice.undo") on_press=move |()| store.undo()/>
        </div>
    }
}

/// What following the advice means, as a verb.
fn remedy(i18n: I18n, changes: &[Change]) -> String {
    let name = |pick: Pick| title(i18n, pick);
    match changes {
        [Change::Take(pick)] => i18n.fill("advice.take", &[("option", &name(*pick))]),
        [Change::Take(new), Change::Leave(old)] => {
            i18n.fill("advice.replace", &[("new", &name(*new)), ("old", &name(*old))])
        }
        _ => {
            let names: Vec<_> = changes.iter().map(|change| name(change.pick())).collect();
            i18n.fill("advice.leave", &[("option", &i18n.list(&names))])
        }
    }
}
