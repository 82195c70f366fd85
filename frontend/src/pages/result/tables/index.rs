//! The way from table to table.

use leptos::prelude::*;
use shared::blueprint::{Table, TableId};

use super::open::Open;
use crate::components::{Glyph, Icon};
use crate::i18n::t;
use crate::pages::result::store::System;

/// The way from table to table; nothing where there is one alone.
#[component]
pub(super) fn TableIndex(
    /// The system.
    system: System,
    /// The table in sight.
    #[prop(into)]
    open: Signal<TableId>,
) -> impl IntoView {
    let item = move |table: &Table| {
        let id = table.id.clone();
        let is_open = move || open.with(|open| *open == id).then_some("true");
        let href = Open { table: table.id.clone(), view: None }.address();
        view! {
            <li>
                <a href=href data-noscroll="" aria-current=is_open>
                    <Icon glyph=Glyph::named(&table.icon).unwrap_or(Glyph::Table)/>
                    <span>{table.name.clone()}</span>
                </a>
            </li>
        }
    };
    move || {
        let tables = system.blueprint.with(|blueprint| {
            (blueprint.tables.len() > 1).then(|| blueprint.tables.iter().map(item).collect_view())
        });
        tables.map(
            |tables| view! { <nav class="table-index" aria-label=t!("tables.index")><ul>{tables}</ul></nav> },
        )
    }
}
