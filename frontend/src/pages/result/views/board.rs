//! Cards in columns, a column a value.

use leptos::prelude::*;
use shared::blueprint::{Field, FieldId, SampleRow};
use shared::compute::{GroupKey, Section};

use super::drawing::Drawing;
use super::facts::{facts, telling};
use crate::components::color_class;
use crate::i18n::{I18n, t};
use crate::pages::result::cell::unbroken;

/// Cards in columns; a column without cards is there, and narrow.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>, by: &FieldId) -> AnyView {
    let fields = telling(drawing, &[by]);
    let column = |(at, section)| column(i18n, drawing, at, section, &fields);
    view! {
        <div class="board-view" tabindex="0" role="region" aria-label=drawing.view.name.clone()>
            {drawing.sections.iter().enumerate().map(column).collect_view()}
        </div>
    }
    .into_any()
}

fn column(
    i18n: I18n,
    drawing: &Drawing<'_>,
    at: usize,
    section: &Section<'_>,
    fields: &[&Field],
) -> impl IntoView + use<> {
    let id = format!("{}-{at}", drawing.view.id);
    let color = drawing.color_of(section).map_or("gray", color_class);
    let name = match section.key {
        GroupKey::Empty => i18n.text("views.no_value"),
        _ => section.label.clone(),
    };
    let cards: Vec<_> = section.rows.iter().map(|row| card(i18n, drawing, row, fields)).collect();
    let is_bare = cards.is_empty();
    let body = match is_bare {
        true => view! { <p class="board-bare">{t!("views.no_rows")}</p> }.into_any(),
        false => view! { <ul>{cards}</ul> }.into_any(),
    };
    view! {
        <section class=format!("board-column {color}") class:bare=is_bare aria-labelledby=id.clone()>
            <h3 id=id.clone()>
                <span class="dot" aria-hidden="true"></span>
                <span class="board-name">{name}</span>
                <span class="board-count">{section.rows.len()}</span>
            </h3>
            {body}
        </section>
    }
}

fn card(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> impl IntoView + use<> {
    view! {
        <li class="board-card" data-element=row.id.to_string()>
            <p class="card-title">{unbroken(drawing.table.label(row))}</p>
            {facts(i18n, drawing, row, fields)}
        </li>
    }
}
