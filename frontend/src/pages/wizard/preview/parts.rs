//! Views, dashboards and automations, by name.

use leptos::prelude::*;

use super::mind::{Growth, Mind};
use super::shown::shown;
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};

/// Parts that are named; the rest are counted.
const NAMED: usize = 9;

/// Something that has a name and a shape.
struct Part {
    glyph: Glyph,
    id: String,
    name: String,
}

/// Views, dashboards and automations, by name.
#[component]
pub(super) fn Parts(
    /// What follows from the answers.
    mind: Mind,
) -> impl IntoView {
    let i18n = use_i18n();
    let growth = mind.growth;
    view! {
        <ul class="preview-parts" aria-label=t!("preview.parts")>
            {move || growth.with(|growth| items(i18n, mind, growth))}
        </ul>
    }
}

fn items(i18n: I18n, mind: Mind, growth: &Growth) -> Vec<AnyView> {
    let parts = parts(growth);
    let named = shown(&parts, NAMED, |part| growth.fresh.adds(&part.id));
    let more = parts.len() - named.len();
    let item = |part: &Part| {
        let (glyph, name, id) = (part.glyph, part.name.clone(), part.id.clone());
        let class = if growth.fresh.adds(&id) { "growing-part new" } else { "growing-part" };
        view! { <li class=class class:leaving=move || mind.would_remove(&id)><Icon glyph/>{name}</li> }
            .into_any()
    };
    let rest = (more > 0).then(|| {
        view! { <li class="growing-part more">{i18n.fill("preview.more", &[("count", &more.to_string())])}</li> }
            .into_any()
    });
    named.into_iter().map(item).chain(rest).collect()
}

/// What there is least of comes first.
fn parts(growth: &Growth) -> Vec<Part> {
    let blueprint = &growth.blueprint;
    let part = |glyph, id: &str, name: &str| Part { glyph, id: id.to_owned(), name: name.to_owned() };
    let dashboards = blueprint.dashboards.iter().map(|it| part(Glyph::ChartColumn, it.id.as_str(), &it.name));
    let views = blueprint.tables.iter().take(1).flat_map(|table| &table.views);
    let views = views.map(|view| part(Glyph::Table, view.id.as_str(), &view.name));
    let automations = blueprint.automations.iter().map(|it| part(Glyph::Zap, it.id.as_str(), &it.name));
    dashboards.chain(views).chain(automations).collect()
}
