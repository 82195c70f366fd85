//! One line a row, with what else the view shows of it.

use leptos::prelude::*;
use shared::blueprint::{Field, SampleRow};
use shared::compute::Section;

use super::drawing::Drawing;
use super::facts::{facts, telling};
use super::gallery::texts;
use super::grid::group_name;
use super::handled;
use crate::i18n::I18n;

/// One line a row.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>) -> AnyView {
    let fields = telling(drawing, &[]);
    let group = |section: &Section<'_>| {
        let name = group_name(drawing, section).map(|name| view! { <h3 class="group-name">{name}</h3> });
        let lines = section.rows.iter().map(|row| line(i18n, drawing, row, &fields)).collect_view();
        view! {
            {name}
            <ul class="list-view">{lines}</ul>
        }
    };
    drawing.sections.iter().map(group).collect_view().into_any()
}

fn line(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> impl IntoView + use<> {
    let text = texts(drawing, row).join(" · ");
    let text = (!text.is_empty()).then(|| view! { <p class="list-text">{text}</p> });
    view! {
        <li data-element=row.id.to_string()>
            <div class="list-main">
                <p class="card-title">{handled::name(i18n, &row.id, drawing.table.label(row))}</p>
                {text}
            </div>
            {facts(i18n, drawing, row, fields)}
        </li>
    }
}
