//! The elements of the system by what becomes of them.

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::plan::ElementKind;
use shared::platform::SupportLevel;

use super::super::outcome::{kind, name, spoken};
use super::super::store::System;
use super::store::{Entry, Shown};
use crate::components::{Disclosure, Glyph, Icon};
use crate::i18n::{I18n, use_i18n};

/// Most work first.
const ORDER: [SupportLevel; 4] =
    [SupportLevel::Impossible, SupportLevel::Manual, SupportLevel::Adapted, SupportLevel::Exact];

/// The elements of the system by what becomes of them, those with most work first.
#[component]
pub(super) fn Elements(
    /// The system.
    system: System,
    /// What of the plan is on show.
    shown: Shown,
) -> impl IntoView {
    let i18n = use_i18n();
    let group = move |outcome: SupportLevel| {
        let entries = shown.entries(outcome);
        let summary = format!("{} · {}", spoken(i18n, outcome), entries.len());
        let hint = i18n.text(&format!("outcome.{}.text", name(outcome)));
        let blueprint = system.blueprint.get();
        let is_exact = outcome == SupportLevel::Exact;
        let items = entries.iter().map(|entry| item(i18n, &blueprint, entry)).collect_view();
        (!entries.is_empty()).then(|| {
            view! {
                <Disclosure summary>
                    <p class="hint">{hint}</p>
                    <ul class=if is_exact { "adaptations exact" } else { "adaptations" }>{items}</ul>
                </Disclosure>
            }
        })
    };
    move || ORDER.map(group).collect_view()
}

fn item(i18n: I18n, blueprint: &Blueprint, entry: &Entry) -> impl IntoView + use<> {
    let what = what(i18n, blueprint, entry);
    let place =
        entry.table.iter().cloned().chain([kind(i18n, &entry.element)]).collect::<Vec<_>>().join(" · ");
    let becomes = entry.adaptation.as_ref().filter(|it| !it.native.is_empty()).map(|it| {
        let words = i18n.fill("plan.instead", &[("from", &what), ("to", &it.native)]);
        view! {
            <p class="becomes">
                <span class="visually-hidden">{words}</span>
                <span aria-hidden="true" class="piece">{what.clone()}</span>
                <Icon glyph=Glyph::ArrowRight/>
                <span aria-hidden="true" class="piece">{it.native.clone()}</span>
            </p>
        }
    });
    let sentence = entry.adaptation.as_ref().map(|it| view! { <p>{it.sentence.clone()}</p> });
    view! {
        <li>
            <h3>{entry.element.name.clone()}<span class="kind">{place}</span></h3>
            {becomes}
            {sentence}
        </li>
    }
}

/// What an element is, as exactly as the words tell: of a field its kind.
fn what(i18n: I18n, blueprint: &Blueprint, entry: &Entry) -> String {
    let field = (entry.element.kind == ElementKind::Field)
        .then(|| blueprint.field(&entry.element.id.as_str().into()))
        .flatten();
    match field {
        Some((_, field)) => i18n.text(&format!("kind.{}", field.kind.name().as_str())),
        None => kind(i18n, &entry.element),
    }
}
