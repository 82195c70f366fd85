//! A table: its fields and rows, or one of its views.

use leptos::prelude::*;
use shared::blueprint::{TableId, ViewId};
use shared::operation::ElementId;

use super::cells::Cells;
use super::hands::HandledView;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::outline::view_glyph;
use crate::pages::builder::store::use_workbench;

/// A table: its fields and rows, or one of its views.
#[component]
pub(super) fn TableCanvas(
    /// The table.
    table: TableId,
    /// The view in sight; none for the fields and rows.
    #[prop(into)]
    view: Signal<Option<ViewId>>,
) -> impl IntoView {
    let bench = use_workbench();
    let id = StoredValue::new(table.clone());
    let about = Memo::new(move |_| {
        bench.blueprint.with(|blueprint| {
            let table = id.with_value(|id| blueprint.table(id))?;
            Some((table.name.clone(), table.description.clone(), table.icon.clone()))
        })
    });
    let language = bench.written();
    let name = move || about.get().map(|(name, ..)| name).unwrap_or_default();
    let description = move || about.get().map(|(_, description, _)| description).unwrap_or_default();
    let glyph = move || about.get().and_then(|(.., icon)| Glyph::named(&icon)).unwrap_or(Glyph::Table);
    let panel = move || match view.get() {
        None => view! { <Cells table=id.get_value()/> }.into_any(),
        Some(view) => view! { <HandledView table=id.get_value() view/> }.into_any(),
    };
    view! {
        <div class="table-canvas">
            <header class="canvas-head">
                <h2>{move || view! { <Icon glyph=glyph() large=true/> }}<span>{name}</span></h2>
                <p class="hint" lang=move || language.get().tag()>{description}</p>
            </header>
            <Tabs table view/>
            <div class="canvas-panel">{panel}</div>
        </div>
    }
}

/// The way from the fields and rows to each view.
#[component]
fn Tabs(
    /// The table.
    table: TableId,
    /// The view in sight.
    view: Signal<Option<ViewId>>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let id = StoredValue::new(table);
    let views = Memo::new(move |_| {
        bench.blueprint.with(|blueprint| {
            let table = id.with_value(|id| blueprint.table(id));
            let views = table.map(|table| table.views.as_slice()).unwrap_or_default();
            views
                .iter()
                .map(|view| (view.id.clone(), view.name.clone(), view_glyph(&view.kind)))
                .collect::<Vec<_>>()
        })
    });
    let rows = move |_| bench.select(ElementId::Table(id.get_value()));
    let tab = move |(view_id, name, glyph): (ViewId, String, Glyph)| {
        let (own, chosen) = (view_id.clone(), view_id);
        let is_open = move || view.with(|view| view.as_ref() == Some(&own));
        view! {
            <button
                type="button"
                class="view-tab"
                aria-pressed=move || is_open().to_string()
                on:click=move |_| bench.select(ElementId::View(chosen.clone()))
            >
                <Icon glyph/>
                <span>{name}</span>
            </button>
        }
    };
    view! {
        <div class="view-tabs canvas-tabs" role="group" aria-label=t!("builder.table.views")>
            <button
                type="button"
                class="view-tab"
                aria-pressed=move || view.with(Option::is_none).to_string()
                on:click=rows
            >
                <Icon glyph=Glyph::Rows3/>
                <span>{t!("builder.table.rows")}</span>
            </button>
            <For each=move || views.get() key=|(id, name, glyph)| (id.clone(), name.clone(), *glyph) let(one)>{tab(one)}</For>
            <button
                type="button"
                class="view-tab"
                aria-label=t!("builder.action.add_view")
                on:click=move |_| {
                    if !untrack(|| Action::AddView.is_possible(bench)) {
                        bench.select(ElementId::Table(id.get_value()));
                    }
                    Action::AddView.run(bench, i18n);
                }
            >
                <Icon glyph=Glyph::Plus/>
            </button>
        </div>
    }
}
