//! Rows and columns, in groups where the view has them.

use leptos::prelude::*;
use shared::blueprint::{Field, FieldKind, SampleRow};
use shared::compute::{GroupKey, Section};

use super::drawing::Drawing;
use crate::components::{Icon, OptionChip};
use crate::i18n::{I18n, t};
use crate::pages::result::cell;
use crate::pages::result::fields::glyph;

/// Rows and columns; the titles stay in sight.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>) -> AnyView {
    let fields = drawing.fields();
    let caption = i18n.fill("tables.sample_rows", &[("table", &drawing.table.name)]);
    let heads = fields.iter().map(|field| head(i18n, field)).collect_view();
    let body = |section: &Section<'_>| {
        let band = band(i18n, drawing, section, fields.len());
        let rows = section.rows.iter().map(|row| line(i18n, drawing, row, &fields)).collect_view();
        view! { <tbody>{band}{rows}</tbody> }
    };
    view! {
        <div class="grid-view" tabindex="0" role="region" aria-label=drawing.view.name.clone()>
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                {drawing.sections.iter().map(body).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn head(i18n: I18n, field: &Field) -> impl IntoView + use<> {
    let kind = i18n.text(&format!("kind.{}", field.kind.name().as_str()));
    view! {
        <th scope="col" class:at-end=is_at_end(field) title=kind>
            <span class="column-head">
                <Icon glyph=glyph(&field.kind)/>
                <span>{field.name.clone()}</span>
            </span>
        </th>
    }
}

fn is_at_end(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Number { .. })
}

/// The name of a group above its rows; nothing in a view without groups.
fn band(i18n: I18n, drawing: &Drawing<'_>, section: &Section<'_>, columns: usize) -> Option<AnyView> {
    let name = group_name(drawing, section)?;
    let count = i18n.count("views.rows_in_group", section.rows.len());
    Some(
        view! {
            <tr class="band">
                <th scope="rowgroup" colspan=columns.to_string()>
                    <span class="band-name">{name} <span class="band-count">{count}</span></span>
                </th>
            </tr>
        }
        .into_any(),
    )
}

/// What the rows of a section share; nothing in a view without groups.
pub(super) fn group_name(drawing: &Drawing<'_>, section: &Section<'_>) -> Option<AnyView> {
    let label = section.label.clone();
    Some(match (&section.key, drawing.color_of(section)) {
        (GroupKey::All, _) => return None,
        (GroupKey::Empty, _) => view! { <span class="no-value">{t!("views.no_value")}</span> }.into_any(),
        (_, Some(color)) => view! { <OptionChip name=label color/> }.into_any(),
        (_, None) => view! { <span>{label}</span> }.into_any(),
    })
}

fn line(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> impl IntoView + use<> {
    let cell = |field: &&Field| {
        let value = cell::render(i18n, drawing.cell(row, field));
        match field.kind {
            FieldKind::Title => view! { <th scope="row">{value}</th> }.into_any(),
            _ => view! { <td class:at-end=is_at_end(field)>{value}</td> }.into_any(),
        }
    };
    view! { <tr data-element=row.id.to_string()>{fields.iter().map(cell).collect_view()}</tr> }
}
