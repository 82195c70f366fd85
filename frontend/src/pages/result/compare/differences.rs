//! What ends differently on the two platforms, and what ends the same.

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::plan::{Comparison, Difference, Element, ElementKind, Outcome};
use shared::platform::{Platform, SupportLevel};

use super::super::outcome::{OutcomeBadge, kind};
use super::super::store::System;
use super::store::Sides;
use crate::components::{Disclosure, PlatformTile};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// What ends differently on the two platforms, and what ends the same.
#[component]
pub(super) fn Differences(
    /// The system.
    system: System,
    /// The platforms.
    sides: Sides,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = move || {
        let count = sides.comparison().differences.len();
        i18n.count("compare.differences", count)
    };
    let content = move || {
        let (blueprint, comparison) = (system.blueprint.get(), sides.comparison());
        let platforms = [sides.one.get(), sides.other.get()];
        let groups = groups(i18n, &blueprint, &comparison.differences);
        let group = |(name, differences)| group(i18n, platforms, name, differences);
        view! {
            {groups.into_iter().map(group).collect_view()}
            {alike(i18n, &blueprint, &comparison)}
        }
    };
    view! {
        <section class="differences" aria-labelledby="differences-title">
            <h2 id="differences-title">{title}</h2>
            <p class="visually-hidden" role="status">{title}</p>
            {content}
        </section>
    }
}

/// The differences by the table that they are in, then those beside tables; sample rows of a table are one line.
fn groups<'a>(
    i18n: I18n,
    blueprint: &Blueprint,
    differences: &'a [Difference],
) -> Vec<(String, Vec<&'a Difference>)> {
    let mut groups: Vec<(String, Vec<&Difference>)> = Vec::new();
    for difference in differences {
        let name = heading(i18n, blueprint, &difference.element);
        match groups.last_mut().filter(|(last, _)| *last == name) {
            Some((_, members)) => members.push(difference),
            None => groups.push((name, vec![difference])),
        }
    }
    groups
}

fn heading(i18n: I18n, blueprint: &Blueprint, element: &Element) -> String {
    let table = element.table(blueprint).map(|table| table.name.clone());
    table.unwrap_or_else(|| match element.kind {
        ElementKind::Automation => i18n.text("compare.automations"),
        ElementKind::Dashboard | ElementKind::Chart => i18n.text("compare.dashboards"),
        _ => element.name.clone(),
    })
}

fn group(
    i18n: I18n,
    platforms: [Platform; 2],
    name: String,
    differences: Vec<&Difference>,
) -> impl IntoView + use<> {
    let items = differences.into_iter().map(|one| item(i18n, platforms, one)).collect_view();
    view! {
        <h3>{name}</h3>
        <ul class="difference-list">{items}</ul>
    }
}

fn item(i18n: I18n, [one, other]: [Platform; 2], difference: &Difference) -> impl IntoView + use<> {
    view! {
        <li>
            <h4>
                {difference.element.name.clone()}
                <span class="kind">{kind(i18n, &difference.element)}</span>
            </h4>
            {outcome(i18n, one, &difference.one)}
            {outcome(i18n, other, &difference.other)}
        </li>
    }
}

fn outcome(i18n: I18n, platform: Platform, outcome: &Outcome) -> impl IntoView + use<> {
    let native = (!outcome.native.is_empty())
        .then(|| view! { <span class="piece" translate="no">{outcome.native.clone()}</span> });
    let sentence = match outcome.level {
        SupportLevel::Exact => i18n.text("compare.exact"),
        _ => outcome.sentence.clone(),
    };
    view! {
        <div class="difference-side">
            <p class="difference-platform">
                <PlatformTile platform/>
                <span>{platform_name(i18n, platform)}</span>
                <OutcomeBadge outcome=outcome.level/>
                {native}
            </p>
            <p>{sentence}</p>
        </div>
    }
}

/// What ends the same, folded.
fn alike(i18n: I18n, blueprint: &Blueprint, comparison: &Comparison) -> impl IntoView + use<> {
    let summary = i18n.count("compare.alike", comparison.alike.len());
    let item = |(element, level): &(Element, SupportLevel)| {
        let place = element.table(blueprint).map(|table| table.name.clone());
        let place = place.into_iter().chain([kind(i18n, element)]).collect::<Vec<_>>().join(" · ");
        view! {
            <li>
                <span>{element.name.clone()}</span>
                <span class="kind">{place}</span>
                <OutcomeBadge outcome=*level/>
            </li>
        }
    };
    let items = comparison.alike.iter().map(item).collect_view();
    let nothing =
        comparison.differences.is_empty().then(|| view! { <p class="empty">{t!("compare.none")}</p> });
    let all = (!comparison.alike.is_empty())
        .then(|| view! { <Disclosure summary><ul class="alike-list">{items}</ul></Disclosure> });
    view! {
        {nothing}
        {all}
    }
}
