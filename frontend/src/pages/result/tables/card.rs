//! A table: what it is for, its views as they will look, its fields.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::blueprint::{Blueprint, Table, TableId, ViewId};

use super::open::Open;
use crate::components::{Disclosure, ReasonNote};
use crate::i18n::use_i18n;
use crate::pages::result::fields::FieldList;
use crate::pages::result::views::{ViewPanel, ViewTabs, panel_id, tab_id};
use crate::state::draft::Draft;

/// A table: what it is for, its views as they will look, its fields.
#[component]
pub(super) fn TableCard(
    /// The design.
    blueprint: Arc<Blueprint>,
    /// Which table.
    table: TableId,
    /// The view in sight.
    #[prop(into)]
    open: Signal<Option<ViewId>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let shown = blueprint.table(&table)?.clone();
    let (id, listed, count) = (shown.id.to_string(), shown.fields.clone(), shown.fields.len());
    let fields = Signal::derive(move || i18n.count("tables.fields", count));
    Some(view! {
        <section class="table-card" aria-labelledby=id.clone()>
            <header>
                <h2 id=id.clone()>{shown.name.clone()}</h2>
                <p>{shown.description.clone()}</p>
                <ReasonNote reason=shown.reason.clone()/>
            </header>
            <Views blueprint table=shown open/>
            <Disclosure summary=fields>
                <FieldList fields=listed/>
            </Disclosure>
        </section>
    })
}

/// The views of a table behind their tabs.
#[component]
fn Views(
    /// The design.
    blueprint: Arc<Blueprint>,
    /// The table.
    table: Table,
    /// The view in sight.
    open: Signal<Option<ViewId>>,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let navigate = use_navigate();
    let id = table.id.clone();
    let select = Callback::new({
        let id = id.clone();
        move |view: ViewId| {
            let address = Open { table: id.clone(), view: Some(view) }.address();
            let answers = draft.link().map(|link| format!("#{link}")).unwrap_or_default();
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("{address}{answers}"), options);
        }
    });
    let panel = panel_id(&id);
    let labelled_by = move || open.get().map(|view| tab_id(&view));
    let drawn = move || {
        let view = open.get()?;
        Some(view! { <ViewPanel blueprint=Arc::clone(&blueprint) table=id.clone() view/> })
    };
    view! {
        <ViewTabs table open on_select=select/>
        <div class="view-panel" role="tabpanel" id=panel aria-labelledby=labelled_by>
            {drawn}
        </div>
    }
}
