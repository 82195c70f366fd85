//! What each table is for.

use leptos::prelude::*;
use shared::blueprint::Table;

use super::super::store::System;
use super::table_href;
use crate::browser::page;
use crate::components::{Glyph, Icon, ReasonNote};
use crate::i18n::t;

/// What each table is for, and why it is there.
#[component]
pub(super) fn Purposes(
    /// The system.
    system: System,
) -> impl IntoView {
    let tables = move || system.blueprint.with(|it| it.tables.iter().map(purpose).collect_view());
    view! {
        <section class="panel" aria-labelledby="overview-tables">
            <h2 id="overview-tables">{t!("overview.tables")}</h2>
            <ul class="purposes">{tables}</ul>
        </section>
    }
}

fn purpose(table: &Table) -> impl IntoView + use<> {
    let heading = table.id.to_string();
    view! {
        <li>
            <span class="purpose-mark"><Icon glyph=Glyph::named(&table.icon).unwrap_or(Glyph::Table)/></span>
            <div>
                <h3>
                    <a href=table_href(&table.id) on:click=move |_| page::show_soon(heading.clone())>{table.name.clone()}</a>
                    <ReasonNote reason=table.reason.clone() of=table.name.clone()/>
                </h3>
                <p class="hint">{table.description.clone()}</p>
            </div>
        </li>
    }
}
