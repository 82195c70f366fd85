//! Cards side by side.

use leptos::prelude::*;
use shared::blueprint::{Field, SampleRow};
use shared::compute::Section;

use super::drawing::Drawing;
use super::facts::{facts, is_long, telling};
use super::grid::group_name;
use super::handled;
use crate::components::color_class;
use crate::i18n::I18n;
use crate::pages::result::cell::Shown;

/// Cards side by side, each with a band in the colour of its row and the beginning of its text.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>) -> AnyView {
    let fields = telling(drawing, &[]);
    let group = |section: &Section<'_>| {
        let name = group_name(drawing, section).map(|name| view! { <h3 class="group-name">{name}</h3> });
        let cards = section.rows.iter().map(|row| card(i18n, drawing, row, &fields)).collect_view();
        view! {
            {name}
            <ul class="gallery-view">{cards}</ul>
        }
    };
    drawing.sections.iter().map(group).collect_view().into_any()
}

fn card(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> impl IntoView + use<> {
    let color = drawing.color(row).map_or("gray", color_class);
    let texts = texts(drawing, row).into_iter().take(2);
    view! {
        <li class=format!("gallery-card {color}") data-element=row.id.to_string()>
            <p class="card-title">{handled::name(i18n, &row.id, drawing.table.label(row))}</p>
            {texts.map(|text| view! { <p class="gallery-text">{text}</p> }).collect_view()}
            {facts(i18n, drawing, row, fields)}
        </li>
    }
}

/// The texts of a row, in the order of its fields.
pub(super) fn texts(drawing: &Drawing<'_>, row: &SampleRow) -> Vec<String> {
    let title = drawing.table.title().map(|title| &title.id);
    let fields = drawing.fields();
    let fields = fields.iter().filter(|field| is_long(field) && Some(&field.id) != title);
    let text = |field: &&Field| match drawing.cell(row, field) {
        Shown::Text(text) | Shown::Long(text) => Some(text),
        _ => None,
    };
    fields.filter_map(text).collect()
}
