//! How much there is of everything.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Table};

use super::super::part::Part;
use super::super::store::System;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};

/// How much there is of everything, each leading there.
#[component]
pub(super) fn Counts(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = move |key: &'static str, glyph, part: Part, count: fn(&Blueprint) -> usize| {
        let text = move || i18n.count(key, system.blueprint.with(|it| count(it)));
        view! {
            <li>
                <a class="count" href=part.href()>
                    <Icon glyph/>
                    <span>{text}</span>
                </a>
            </li>
        }
    };
    view! {
        <ul class="counts" aria-label=t!("overview.counts")>
            {count("count.tables", Glyph::Table, Part::Tables, |it| it.tables.len())}
            {count("count.fields", Glyph::Columns2, Part::Tables, |it| sum(it, |table| table.fields.len()))}
            {count("count.views", Glyph::LayoutGrid, Part::Tables, |it| sum(it, |table| table.views.len()))}
            {count("count.automations", Glyph::Zap, Part::Automation, |it| it.automations.len())}
        </ul>
    }
}

fn sum(blueprint: &Blueprint, count: fn(&Table) -> usize) -> usize {
    blueprint.tables.iter().map(count).sum()
}
