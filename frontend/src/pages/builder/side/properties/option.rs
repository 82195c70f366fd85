//! What can be changed of an option.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Color, Field, FieldId, OptionId, SelectOption};
use shared::operation::{ElementId, Operation, OptionProperty};

use super::color::ColorGrid;
use super::follow;
use super::links::FieldLink;
use super::texts::NameText;
use crate::i18n::t;
use crate::pages::builder::store::use_workbench;

/// What can be changed of an option, and the way to its field.
#[component]
pub(super) fn OptionPanel(
    /// The option.
    option: OptionId,
) -> impl IntoView {
    let bench = use_workbench();
    let (colored, held) = (option.clone(), option.clone());
    let color = follow(move |it| find(it, &colored).map(|(_, option)| Some(option.color)));
    let field = follow(move |it| find(it, &held).map(|(field, _)| Some(field.id.clone())));
    let set = {
        let option = option.clone();
        move |color: Color| {
            // Arrows go through the colours: where one ends up is the step.
            bench.type_in(recolored(option.clone(), color));
        }
    };
    let link = move || {
        field.get().map(|field: FieldId| view! { <ul class="side-lines"><li><FieldLink field/></li></ul> })
    };
    view! {
        <NameText element=ElementId::Option(option)/>
        <ColorGrid chosen=color on_choose=set/>
        <section class="props-section">
            <h3 class="side-title">{t!("builder.props.option_of")}</h3>
            {link}
        </section>
    }
}

/// The operation that gives an option a colour.
pub(super) fn recolored(option: OptionId, color: Color) -> Operation {
    Operation::EditOption { option, set: OptionProperty::Color(color) }
}

/// An option, with the field that holds it.
pub(super) fn find<'a>(blueprint: &'a Blueprint, id: &OptionId) -> Option<(&'a Field, &'a SelectOption)> {
    let mut fields = blueprint.tables.iter().flat_map(|table| &table.fields);
    fields.find_map(|field| {
        let option = field.kind.options().iter().find(|option| option.id == *id)?;
        Some((field, option))
    })
}
