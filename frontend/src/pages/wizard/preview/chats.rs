//! Sample chats in the columns that are there so far.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, CellValue, Color, Field, FieldKind, SampleRow, Table};

use super::mind::{Growth, Mind};
use super::shown::shown;
use crate::components::OptionChip;
use crate::i18n::t;

/// Columns that are shown; new ones always are.
const COLUMNS: usize = 7;
/// Chats that are shown.
const ROWS: usize = 4;

/// Sample chats, whose cells fill in as columns come.
#[component]
pub(super) fn Chats(
    /// What follows from the answers.
    mind: Mind,
) -> impl IntoView {
    let growth = mind.growth;
    view! {
        <div class="preview-chats" role="region" tabindex="0" aria-label=t!("preview.chats")>
            {move || growth.with(|growth| growth.blueprint.tables.first().map(|it| table(mind, growth, it)))}
        </div>
    }
}

fn table(mind: Mind, growth: &Growth, table: &Table) -> AnyView {
    let columns: Vec<_> = table.fields.iter().filter(|field| is_telling(&field.kind)).collect();
    let columns: Vec<&Field> =
        shown(&columns, COLUMNS, |field| growth.fresh.adds(field.id.as_str())).into_iter().copied().collect();
    let class = |field: &Field| if growth.fresh.adds(field.id.as_str()) { "new" } else { "" };
    let head = |field: &&Field| {
        let id = field.id.as_str().to_owned();
        let leaving = move || mind.would_remove(&id);
        view! { <th scope="col" class=class(field) class:leaving=leaving>{field.name.clone()}</th> }
    };
    let row = |row: &SampleRow| {
        let cell =
            |field: &&Field| view! { <td class=class(field)>{cell(&growth.blueprint, row, field)}</td> };
        view! { <tr>{columns.iter().map(cell).collect_view()}</tr> }
    };
    view! {
        <table>
            <thead><tr>{columns.iter().map(head).collect_view()}</tr></thead>
            <tbody>{table.sample_rows.iter().take(ROWS).map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Whether a column of this kind says something at a glance.
fn is_telling(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Title
            | FieldKind::Select { .. }
            | FieldKind::MultiSelect { .. }
            | FieldKind::Relation { .. }
            | FieldKind::Person { .. }
            | FieldKind::Rating { .. }
    )
}

/// A value as people read it: text, and colours where it is an option.
fn cell(blueprint: &Blueprint, row: &SampleRow, field: &Field) -> AnyView {
    let chip = |(name, color)| match color {
        Some(color) => view! { <OptionChip name color/> }.into_any(),
        None => view! { <span class="cell-name">{name}</span> }.into_any(),
    };
    let values = values(blueprint, row, field).into_iter().map(chip).collect_view();
    view! { <span class="chips">{values}</span> }.into_any()
}

fn values(blueprint: &Blueprint, row: &SampleRow, field: &Field) -> Vec<(String, Option<Color>)> {
    let items: Vec<&str> = match row.cells.get(&field.id) {
        Some(CellValue::Text(text)) => vec![text],
        Some(CellValue::List(items)) => items.iter().map(String::as_str).collect(),
        Some(CellValue::Number(number)) => return vec![(number.to_string(), None)],
        Some(CellValue::Bool(_)) | None => Vec::new(),
    };
    let read = |item: &str| match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
            let option = options.iter().find(|option| option.id.as_str() == item);
            option.map(|option| (option.name.clone(), Some(option.color)))
        }
        FieldKind::Relation { .. } => {
            blueprint.row(&item.into()).map(|(table, row)| (table.label(row).to_owned(), None))
        }
        _ => Some((item.to_owned(), None)),
    };
    items.into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn cells_show_names_and_never_ids() {
        let blueprint = design(&suggested());
        let sessions = blueprint.tables.first().unwrap();
        let row = sessions.sample_rows.first().unwrap();
        for field in sessions.fields.iter().filter(|field| is_telling(&field.kind)) {
            for (name, _) in values(&blueprint, row, field) {
                assert!(!name.starts_with("opt_") && !name.starts_with("row_") && !name.is_empty(), "{name}");
            }
        }
        let status = sessions.field(&"fld_sessions_status".into()).unwrap();
        assert!(values(&blueprint, row, status).iter().all(|(_, color)| color.is_some()));
    }
}
