//! What sort of element is selected, and why it is there.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Reason};
use shared::operation::{Element, ElementId};

use super::follow;
use crate::components::{Glyph, Icon, ReasonNote};
use crate::i18n::use_i18n;
use crate::pages::builder::store::use_workbench;
use crate::pages::result::fields::glyph as field_glyph;

/// What sort of element is selected, its shape, and why it is there.
#[component]
pub(super) fn Head(
    /// The element.
    element: ElementId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let key = format!("builder.props.kind.{}", element.kind().as_str());
    let name = bench.blueprint.with_untracked(|it| element.name(it).unwrap_or_default());
    let shaped = element.clone();
    let glyph = Memo::new(move |_| bench.blueprint.with(|it| glyph(it, &shaped)));
    let reason = follow(move |it| Some(reason(it, &element)));
    let note = move || view! { <ReasonNote reason=reason.get() of=name.clone()/> };
    view! {
        <header class="props-head">
            {move || view! { <Icon glyph=glyph.get()/> }}
            <h2 class="side-title">{move || i18n.text(&key)}</h2>
            {note}
        </header>
    }
}

/// The shape that stands for an element.
pub(super) fn glyph(blueprint: &Blueprint, element: &ElementId) -> Glyph {
    match element {
        ElementId::Blueprint => Glyph::Workflow,
        ElementId::Table(id) => {
            blueprint.table(id).and_then(|table| Glyph::named(&table.icon)).unwrap_or(Glyph::Table)
        }
        ElementId::Field(id) => {
            blueprint.field(id).map_or(Glyph::TextAlignStart, |(_, field)| field_glyph(&field.kind))
        }
        ElementId::Option(_) => Glyph::CircleDot,
        ElementId::View(_) => Glyph::LayoutGrid,
        ElementId::Row(_) => Glyph::Rows3,
        ElementId::Automation(_) => Glyph::Zap,
        ElementId::Dashboard(_) | ElementId::Chart(_) => Glyph::ChartColumn,
    }
}

/// Why an element is there, where it says so.
fn reason(blueprint: &Blueprint, element: &ElementId) -> Option<Reason> {
    match element {
        ElementId::Blueprint => blueprint.reason.clone(),
        ElementId::Table(id) => blueprint.table(id)?.reason.clone(),
        ElementId::Field(id) => blueprint.field(id)?.1.reason.clone(),
        other => match Element::find(blueprint, other)? {
            Element::View { view, .. } => view.reason,
            Element::Automation(automation) => automation.reason,
            Element::Dashboard(dashboard) => dashboard.reason,
            Element::Chart { chart, .. } => chart.reason,
            _ => None,
        },
    }
}
