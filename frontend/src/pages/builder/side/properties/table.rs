//! What can be changed of a table.

use leptos::prelude::*;
use shared::blueprint::TableId;
use shared::operation::ElementId;

use super::follow;
use super::icons::IconChoice;
use super::links::FieldLink;
use super::texts::{DescriptionText, NameText};
use crate::components::{Button, Glyph};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::store::use_workbench;

/// What can be changed of a table, and the way to its fields.
#[component]
pub(super) fn TablePanel(
    /// The table.
    table: TableId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let element = ElementId::Table(table.clone());
    let held = table.clone();
    let fields = follow(move |it| {
        let fields = &it.table(&held)?.fields;
        Some(fields.iter().map(|field| field.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <NameText element=element.clone()/>
        <DescriptionText element/>
        <IconChoice table/>
        <section class="props-section">
            <h3 class="side-title">{t!("builder.props.fields")}</h3>
            <ul class="side-lines props-links">
                <For each=move || fields.get() key=|field| field.clone() let(field)>
                    <li><FieldLink field/></li>
                </For>
            </ul>
            <div class="props-actions">
                <Button
                    text=t!("builder.action.add_field")
                    glyph=Glyph::Plus
                    on_press=move |()| Action::AddField.run(bench, i18n)
                />
                <Button
                    text=t!("builder.action.add_view")
                    glyph=Glyph::LayoutGrid
                    on_press=move |()| Action::AddView.run(bench, i18n)
                />
            </div>
        </section>
    }
}
