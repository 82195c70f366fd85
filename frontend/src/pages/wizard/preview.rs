//! The system so far, beside the questions.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Table};

use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::state::draft::Draft;

/// How many fields of a table are named; the rest are counted.
const FIELDS_NAMED: usize = 6;

/// The system so far: it grows with every answer.
#[component]
pub(crate) fn Preview(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let blueprint = draft.blueprint();
    view! {
        <aside class="preview" aria-label=t!("preview.title")>
            <h2>{t!("preview.title")}</h2>
            <p class="preview-counts" aria-live="polite">{move || blueprint.with(|blueprint| counts(i18n, blueprint))}</p>
            <ul>{move || blueprint.with(|blueprint| blueprint.tables.iter().map(|it| table(i18n, it)).collect_view())}</ul>
            <ul class="preview-extras">{move || blueprint.with(|blueprint| extras(blueprint))}</ul>
        </aside>
    }
}

/// "4 tables, 32 fields, 9 views".
pub(crate) fn counts(i18n: I18n, blueprint: &Blueprint) -> String {
    let sum = |count: fn(&Table) -> usize| blueprint.tables.iter().map(count).sum();
    [
        i18n.count("count.tables", blueprint.tables.len()),
        i18n.count("count.fields", sum(|table| table.fields.len())),
        i18n.count("count.views", sum(|table| table.views.len())),
    ]
    .join(" · ")
}

fn table(i18n: I18n, table: &Table) -> impl IntoView + use<> {
    let names: Vec<_> = table.fields.iter().take(FIELDS_NAMED).map(|field| field.name.clone()).collect();
    let more = table.fields.len().saturating_sub(FIELDS_NAMED);
    let more = (more > 0).then(|| {
        view! { <span class="preview-more">{i18n.fill("preview.more", &[("count", &more.to_string())])}</span> }
    });
    view! {
        <li class="preview-table">
            <h3>
                <Icon glyph=Glyph::named(&table.icon).unwrap_or(Glyph::Table)/>
                {table.name.clone()}
            </h3>
            <p class="preview-fields">
                {names.into_iter().map(|name| view! { <span>{name}</span> }).collect_view()}
                {more}
            </p>
        </li>
    }
}

fn extras(blueprint: &Blueprint) -> impl IntoView + use<> {
    let automations = blueprint.automations.iter().map(|automation| (Glyph::Zap, automation.name.clone()));
    let dashboards =
        blueprint.dashboards.iter().map(|dashboard| (Glyph::ChartColumn, dashboard.name.clone()));
    let item = |(glyph, name)| view! { <li><Icon glyph/>{name}</li> };
    dashboards.chain(automations).map(item).collect_view()
}
