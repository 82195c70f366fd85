//! Cards in columns, a column a value.

use leptos::prelude::*;
use shared::blueprint::{Field, FieldId, SampleRow};
use shared::compute::{GroupKey, Section};
use shared::operation::intention::arrange::{settable, with_rest};

use super::drawing::Drawing;
use super::facts::{facts, telling};
use super::handled::{self, Handled};
use crate::components::{Glyph, Icon, color_class};
use crate::i18n::{I18n, t};

/// Cards in columns; a column without cards is there, and narrow.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>, by: &FieldId) -> AnyView {
    let fields = telling(drawing, &[by]);
    let by = drawing.table.field(by);
    let sections = match by.filter(|_| Handled::get().is_some()) {
        Some(by) => with_rest(drawing.sections.clone(), by),
        None => drawing.sections.clone(),
    };
    let is_open = Handled::get().is_some() && by.is_some_and(|by| settable(&by.kind).is_ok());
    let column = |(at, section): (usize, &Section<'_>)| {
        let add = is_open.then(|| add(i18n, at, &column_name(i18n, section)));
        column(i18n, drawing, at, section, &fields, add)
    };
    view! {
        <div class="board-view" tabindex="0" role="region" aria-label=drawing.view.name.clone()>
            {sections.iter().enumerate().map(column).collect_view()}
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
    add: Option<AnyView>,
) -> impl IntoView + use<> {
    let id = format!("{}-{at}", drawing.view.id);
    let color = drawing.color_of(section).map_or("gray", color_class);
    let name = column_name(i18n, section);
    let cards: Vec<_> = section.rows.iter().map(|row| card(i18n, drawing, row, fields)).collect();
    let is_bare = cards.is_empty();
    let body = match is_bare {
        true => view! { <p class="board-bare">{t!("views.no_rows")}</p> }.into_any(),
        false => view! { <ul>{cards}</ul> }.into_any(),
    };
    view! {
        <section
            class=format!("board-column {color}")
            class:bare=is_bare
            aria-labelledby=id.clone()
            data-column=at.to_string()
        >
            <h3 id=id.clone()>
                <span class="dot" aria-hidden="true"></span>
                <span class="board-name">{name}</span>
                <span class="board-count">{section.rows.len()}</span>
            </h3>
            {body}
            {add}
        </section>
    }
}

/// What the cards of a column share.
fn column_name(i18n: I18n, section: &Section<'_>) -> String {
    match section.key {
        GroupKey::Empty => i18n.text("views.no_value"),
        _ => section.label.clone(),
    }
}

/// The way to a new row with the value of a column.
fn add(i18n: I18n, at: usize, column: &str) -> AnyView {
    let label = i18n.fill("builder.hands.add_to", &[("column", column)]);
    view! {
        <button type="button" class="board-add" aria-label=label data-add=at.to_string()>
            <Icon glyph=Glyph::Plus/>
            <span>{t!("builder.hands.add")}</span>
        </button>
    }
    .into_any()
}

fn card(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> impl IntoView + use<> {
    view! {
        <li class="board-card" data-element=row.id.to_string()>
            <p class="card-title">{handled::name(i18n, &row.id, drawing.table.label(row))}</p>
            {facts(i18n, drawing, row, fields)}
        </li>
    }
}
