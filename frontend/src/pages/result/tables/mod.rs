//! The tables of the system, one in sight at a time, each with its views as they will look.

mod card;
mod index;
mod open;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use self::card::TableCard;
use self::index::TableIndex;
use self::open::Open;
use super::store::System;
use crate::state::draft::Draft;

/// The tables of the system, as the address opens them.
#[component]
pub(crate) fn Tables(
    /// The system.
    system: System,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let query = use_query_map();
    let open = Memo::new(move |_| {
        let named = query.with(|query| Open::named(query.get_str("table"), query.get_str("view")));
        system.blueprint.with(|blueprint| named.within(blueprint))
    });
    Effect::new(move || {
        open.track();
        draft.keep();
    });
    let table = Memo::new(move |_| open.with(|open| open.table.clone()));
    let view = Memo::new(move |_| open.with(|open| open.view.clone()));
    let language = Memo::new(move |_| system.blueprint.with(|blueprint| blueprint.settings.language));
    let is_alone = Memo::new(move |_| system.blueprint.with(|blueprint| blueprint.tables.len() < 2));
    view! {
        <div
            class="system-frame"
            class:alone=is_alone
            lang=move || language.get().tag()
            dir=move || language.get().direction().as_str()
        >
            <TableIndex system open=table/>
            {move || {
                let blueprint = system.blueprint.get();
                view! { <TableCard blueprint table=table.get() open=view/> }
            }}
        </div>
    }
}
