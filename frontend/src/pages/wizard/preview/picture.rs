//! The tables and their relations, drawn small.

use leptos::prelude::*;
use shared::blueprint::Table;

use super::mind::{Growth, Mind, Prospect};
use super::shown::shown;
use super::slots::{COLUMNS, Line, Slots};
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};

/// Fields of the first table that are named; the rest are counted.
const FIELDS_NAMED: usize = 10;

/// The tables and their relations; what came with the last answer is marked, what the option at hand would bring
/// stands there in outline.
#[component]
pub(super) fn Picture(
    /// What follows from the answers.
    mind: Mind,
) -> impl IntoView {
    let i18n = use_i18n();
    let growth = mind.growth;
    let rows = move || {
        growth.with(
            |growth| if growth.slots.rows() > 1 { "growing-picture two-rows" } else { "growing-picture" },
        )
    };
    view! {
        <div class=rows>
            <svg
                class="picture-lines"
                viewBox=move || growth.with(|growth| growth.slots.view_box())
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                {move || growth.with(|growth| lines(mind, growth))}
                {move || outlined_lines(mind)}
            </svg>
            <ul class="picture-tables" aria-label=t!("preview.tables")>
                {move || growth.with(|growth| cards(i18n, mind, growth))}
            </ul>
            <div class="picture-tables" aria-hidden="true">{move || outlined_cards(i18n, mind)}</div>
        </div>
    }
}

fn lines(mind: Mind, growth: &Growth) -> Vec<AnyView> {
    let line = |line: Line| {
        let id = line.id.as_str().to_owned();
        let class = if growth.fresh.adds(&id) { "line new" } else { "line" };
        view! { <path class=class class:leaving=move || mind.would_remove(&id) d=line.path pathLength="1"/> }
            .into_any()
    };
    growth.slots.lines(&growth.blueprint).into_iter().map(line).collect()
}

fn cards(i18n: I18n, mind: Mind, growth: &Growth) -> Vec<AnyView> {
    let hub = growth.blueprint.tables.first().map(|table| hub(i18n, mind, growth, table));
    let others = growth.blueprint.tables.iter().skip(1);
    let others = others.filter_map(|table| {
        let id = table.id.as_str().to_owned();
        let class = class(growth.slots.of(&table.id)?, if growth.fresh.adds(&id) { "new" } else { "" });
        Some(
            view! {
                <li class=class class:leaving=move || mind.would_remove(&id)>
                    {name(table)}
                    <span class="table-fields">{i18n.count("count.fields", table.fields.len())}</span>
                </li>
            }
            .into_any(),
        )
    });
    hub.into_iter().chain(others).collect()
}

/// The first table, with its fields.
fn hub(i18n: I18n, mind: Mind, growth: &Growth, table: &Table) -> AnyView {
    let fields = shown(&table.fields, FIELDS_NAMED, |field| growth.fresh.adds(field.id.as_str()));
    let more = table.fields.len() - fields.len();
    let more = (more > 0).then(|| {
        view! { <span class="field more">{i18n.fill("preview.more", &[("count", &more.to_string())])}</span> }
    });
    let field = |field: &shared::blueprint::Field| {
        let id = field.id.as_str().to_owned();
        let class = if growth.fresh.adds(&id) { "field new" } else { "field" };
        view! { <span class=class class:leaving=move || mind.would_remove(&id)>{field.name.clone()}</span> }
    };
    view! {
        <li class="table-mark hub">
            {name(table)}
            <p class="hub-fields">{fields.into_iter().map(field).collect_view()}{more}</p>
        </li>
    }
    .into_any()
}

fn name(table: &Table) -> AnyView {
    let glyph = Glyph::named(&table.icon).unwrap_or(Glyph::Table);
    view! { <span class="table-name"><Icon glyph/><span>{table.name.clone()}</span></span> }.into_any()
}

fn class(slot: usize, state: &str) -> String {
    format!("table-mark column-{} row-{} {state}", slot % COLUMNS, slot / COLUMNS)
}

/// Tables that the option at hand would bring, where there is a free place in sight.
fn outlined_cards(i18n: I18n, mind: Mind) -> Vec<AnyView> {
    with_prospect(mind, |growth, slots, prospect| {
        let tables = prospect.blueprint.tables.iter().filter(|table| prospect.effect.adds(table.id.as_str()));
        let card = |table: &Table| {
            let slot = slots.of(&table.id).filter(|slot| slot / COLUMNS < growth.slots.rows())?;
            let fields = i18n.count("count.fields", table.fields.len());
            let class = class(slot, "outlined");
            Some(
                view! { <div class=class>{name(table)}<span class="table-fields">{fields}</span></div> }
                    .into_any(),
            )
        };
        tables.filter_map(card).collect()
    })
}

fn outlined_lines(mind: Mind) -> Vec<AnyView> {
    with_prospect(mind, |growth, slots, prospect| {
        if slots.rows() > growth.slots.rows() {
            return Vec::new();
        }
        let is_new = |line: &Line| prospect.effect.adds(line.id.as_str());
        let lines = slots.lines(&prospect.blueprint).into_iter().filter(is_new);
        lines.map(|line| view! { <path class="line outlined" d=line.path/> }.into_any()).collect()
    })
}

/// Draws what the option at hand would bring, with the places that its tables would get.
fn with_prospect(mind: Mind, draw: impl FnOnce(&Growth, &Slots, &Prospect) -> Vec<AnyView>) -> Vec<AnyView> {
    let (growth, prospect) = (mind.growth, mind.prospect);
    prospect.with(|prospect| match prospect {
        Some(prospect) => growth.with(|growth| {
            // Tables that would go leave their places only once they are gone.
            let kept = growth.slots.clone().beside(&prospect.blueprint);
            draw(growth, &kept, prospect)
        }),
        None => Vec::new(),
    })
}
