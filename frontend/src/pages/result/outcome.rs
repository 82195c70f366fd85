//! What becomes of elements on a platform, in one word, one colour and one bar.

use leptos::prelude::*;
use shared::plan::{Element, ElementKind, Fit};
use shared::platform::SupportLevel;

use crate::components::Badge;
use crate::i18n::{I18n, use_i18n};

/// What can become of an element, best first.
pub(super) const OUTCOMES: [SupportLevel; 4] =
    [SupportLevel::Exact, SupportLevel::Adapted, SupportLevel::Manual, SupportLevel::Impossible];

/// What the words and the styles call an outcome.
pub(super) fn name(outcome: SupportLevel) -> &'static str {
    match outcome {
        SupportLevel::Exact => "exact",
        SupportLevel::Adapted => "adapted",
        SupportLevel::Manual => "manual",
        SupportLevel::Impossible => "impossible",
    }
}

/// What the words call an outcome, in the language in use.
pub(super) fn spoken(i18n: I18n, outcome: SupportLevel) -> String {
    i18n.text(&format!("outcome.{}", name(outcome)))
}

/// What the words call the kind of an element, in the language in use.
pub(super) fn kind(i18n: I18n, element: &Element) -> String {
    let kind = match element.kind {
        ElementKind::Table => "table",
        ElementKind::Field => "field",
        ElementKind::View => "view",
        ElementKind::SampleRow => "sample_row",
        ElementKind::Automation => "automation",
        ElementKind::Dashboard => "dashboard",
        ElementKind::Chart => "chart",
    };
    i18n.text(&format!("element.{kind}"))
}

/// What becomes of one element.
#[component]
pub(crate) fn OutcomeBadge(
    /// How it ends.
    outcome: SupportLevel,
) -> impl IntoView {
    let i18n = use_i18n();
    let tone = match outcome {
        SupportLevel::Exact => "green",
        SupportLevel::Adapted => "blue",
        SupportLevel::Manual => "amber",
        SupportLevel::Impossible => "red",
    };
    view! { <Badge text=Signal::derive(move || spoken(i18n, outcome)) tone/> }
}

/// How many elements end how, as one bar; the numbers stand beside it in words.
#[component]
pub(super) fn OutcomeBar(
    /// How many.
    fit: Fit,
) -> impl IntoView {
    let part = |outcome| {
        let count = fit.of(outcome);
        (count > 0).then(|| view! { <span class=name(outcome) style:flex-grow=count.to_string()></span> })
    };
    view! { <div class="outcome-bar" aria-hidden="true">{OUTCOMES.map(part).collect_view()}</div> }
}
