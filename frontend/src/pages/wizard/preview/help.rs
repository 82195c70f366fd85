//! What an option is good for, what it does to the system, and what it costs.

use leptos::prelude::*;
use shared::advice::{Change, Effect, Element, ElementKind, Pick, apply, between, estimate, when};
use shared::blueprint::{ChartKind, KindName};
use shared::design::design;
use shared::platform::{Capabilities, Support, SupportLevel, ViewName, capabilities};

use super::effects::plural_key;
use super::time;
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::options::platform_name;
use crate::pages::wizard::store::WizardStore;

/// Elements of a kind that are named; the rest are counted.
const NAMED: usize = 6;

/// The help of an option: when it is right, whether it is recommended, what it does, what it costs.
pub(crate) fn help(store: WizardStore, pick: Pick) -> AnyView {
    let i18n = use_i18n();
    let words = move || sentences(i18n, store, pick);
    let facts = move || match pick {
        Pick::Platform(platform) => fit(i18n, store, capabilities(platform)),
        _ => effect(i18n, store, pick),
    };
    view! { {words} {facts} }.into_any()
}

fn sentences(i18n: I18n, store: WizardStore, pick: Pick) -> Vec<AnyView> {
    let right = when(pick, i18n.language()).map(str::to_owned);
    let recommended = store.recommendation(pick).map(|advice| advice.sentence);
    let conflicts = store.conflicts(pick).map(|advice| advice.sentence);
    let sentence = |text| view! { <p>{text}</p> }.into_any();
    right.into_iter().chain(recommended).chain(conflicts).map(sentence).collect()
}

/// What pressing the card would do, and what that costs.
fn effect(i18n: I18n, store: WizardStore, pick: Pick) -> AnyView {
    let (effect, seconds) = store.draft.with(|answers| {
        let (now, then) = (design(answers), design(&apply(answers, &[pick.press(answers)])));
        let of = capabilities(answers.platform);
        let more = estimate(&then, of).by_hand.checked_sub(estimate(&now, of).by_hand);
        (between(&now, &then), more.filter(|seconds| *seconds > 0))
    });
    let leaves = store.draft.with(|answers| matches!(pick.press(answers), Change::Leave(_)));
    if effect.is_empty() {
        let is_chosen = store.draft.with(|answers| pick.is_taken(answers)) && !pick.is_one_of_many();
        return (!is_chosen).then(|| view! { <p class="hint">{t!("effect.nothing")}</p> }).into_any();
    }
    let Effect { added, removed } = effect;
    let goes = if leaves { t!("effect.without") } else { t!("effect.takes") };
    let costs = seconds.map(|seconds| {
        let costs = i18n.fill("help.costs", &[("time", &time::tell(i18n, seconds))]);
        view! { <p class="hint">{costs}</p> }
    });
    view! { {list(i18n, t!("effect.adds"), &added)} {list(i18n, goes, &removed)} {costs} }.into_any()
}

fn list(i18n: I18n, title: Signal<String>, elements: &[Element]) -> Option<AnyView> {
    let row = |kind| {
        let names: Vec<_> =
            elements.iter().filter(|it: &&Element| it.kind == kind).map(|it| it.name.as_str()).collect();
        let (shown, more) = names.split_at(names.len().min(NAMED));
        let more =
            (!more.is_empty()).then(|| i18n.fill("preview.more", &[("count", &more.len().to_string())]));
        let named: Vec<_> = shown.iter().map(|name| (*name).to_owned()).chain(more).collect();
        let text = i18n.list(&named);
        (!text.is_empty()).then(|| view! { <dt>{i18n.text(plural_key(kind))}</dt><dd>{text}</dd> })
    };
    let rows: Vec<_> = ElementKind::ALL.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! { <div class="help-list"><p class="help-title">{title}</p><dl>{rows}</dl></div> }.into_any()
    })
}

/// What becomes of the parts of a system on a platform.
fn fit(i18n: I18n, store: WizardStore, of: &'static Capabilities) -> AnyView {
    let seconds = store.draft.with(|answers| estimate(&design(answers), of).prepared);
    let time = time::tell(i18n, seconds);
    let effort =
        i18n.fill("estimate.in", &[("time", &time), ("platform", &platform_name(i18n, of.platform))]);
    let charts = [ChartKind::Column, ChartKind::Pie].map(|kind| of.chart(kind));
    let times = [ViewName::Timeline, ViewName::Calendar].map(|view| of.view(view));
    let person = of.first(KindName::Person).unwrap_or_else(|| of.field(KindName::Person));
    let rows = [
        ("help.fit.relations", of.field(KindName::Relation)),
        ("help.fit.times", worst(times)),
        ("help.fit.charts", worst(charts)),
        ("help.fit.automations", of.automations),
        ("help.fit.people", person),
    ];
    let row = |(key, support): (&str, Support)| {
        let (class, outcome) = match support.level {
            SupportLevel::Exact => ("exact", "outcome.exact"),
            SupportLevel::Adapted => ("adapted", "outcome.adapted"),
            SupportLevel::Manual => ("manual", "outcome.manual"),
            SupportLevel::Impossible => ("impossible", "outcome.impossible"),
        };
        view! { <dt>{i18n.text(key)}</dt><dd class=class>{i18n.text(outcome)}</dd> }
    };
    view! {
        <div class="help-list fit"><dl>{rows.map(row).collect_view()}</dl></div>
        <p class="hint">{effort}</p>
    }
    .into_any()
}

/// The one that fits less well.
fn worst([one, other]: [Support; 2]) -> Support {
    if other.level > one.level { other } else { one }
}
