//! Ways to other elements.

use leptos::prelude::*;
use shared::blueprint::FieldId;
use shared::operation::ElementId;

use super::follow;
use super::head::glyph;
use crate::components::Icon;
use crate::i18n::use_i18n;
use crate::pages::builder::edits::called;
use crate::pages::builder::store::use_workbench;

/// A field, by its shape, name and kind: selects it.
#[component]
pub(super) fn FieldLink(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let element = ElementId::Field(field.clone());
    let shaped = element.clone();
    let glyph = Memo::new(move |_| bench.blueprint.with(|it| glyph(it, &shaped)));
    let words =
        follow(move |it| it.field(&field).map(|(_, field)| (field.name.clone(), field.kind.name().as_str())));
    let name = move || called(i18n, words.with(|(name, _)| name.trim().to_owned()));
    let kind = move || words.with(|(_, kind)| i18n.text(&format!("kind.{kind}")));
    view! {
        <button type="button" class="side-line props-link" on:click=move |_| bench.select(element.clone())>
            {move || view! { <Icon glyph=glyph.get()/> }}
            <span class="props-link-name">{name}</span>
            <span class="kind">{kind}</span>
        </button>
    }
}
