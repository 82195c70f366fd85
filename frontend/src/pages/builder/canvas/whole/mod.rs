//! All tables and how they hang together, with the way to connect two of them.

mod connect;

use leptos::prelude::*;
use shared::blueprint::TableId;
use shared::operation::ElementId;

use self::connect::{Connect, connect_tables};
use crate::components::{Button, Glyph, Look};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::store::use_workbench;
use crate::pages::result::overview::RelationDiagram;
use crate::pages::result::store::System;

/// All tables and how they hang together.
#[component]
pub(super) fn Whole() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let system = expect_context::<System>();
    let is_connecting = RwSignal::new(false);
    let few = Memo::new(move |_| bench.blueprint.with(|it| it.tables.is_empty()));
    let connect = move |(one, other): (TableId, TableId)| connect_tables(bench, &one, &other);
    let open = move |table| bench.select(ElementId::Table(table));
    view! {
        <div class="whole">
            <div class="whole-actions">
                <Button
                    text=t!("builder.action.add_table")
                    look=Look::Quiet
                    glyph=Glyph::Plus
                    on_press=move |()| Action::AddTable.run(bench, i18n)
                />
                <Button
                    text=t!("builder.connect")
                    look=Look::Quiet
                    glyph=Glyph::Network
                    disabled=few
                    on_press=move |()| is_connecting.set(true)
                />
            </div>
            <RelationDiagram system on_open=open on_connect=connect/>
            <Connect is_open=is_connecting/>
        </div>
    }
}
