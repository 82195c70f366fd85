//! The blueprint's views: filtered, parted, sorted as [`shared::compute::sections`] does.

use shared::blueprint::{Direction, FieldId, FieldKind, Sort, View, ViewKind};
use shared::compute::formula::Type;

use super::dialect::Dialect;
use super::filter::filter;
use super::group::{Group, group};
use super::model::{Column, Entity, Model, Names, Place};
use super::script::{Line, Script, described};
use super::text::quoted;
use crate::names::Taken;

/// Longest name of a column, in bytes, as PostgreSQL keeps it; a number may come on top.
const LABEL_MAX: usize = 56;

/// Writes a view; returns its name.
pub(super) fn view(
    script: &mut Script,
    model: &Model<'_>,
    entity: &Entity<'_>,
    view: &View,
    names: &mut Names,
) -> String {
    let dialect = script.dialect;
    let ending = crate::names::identifier(&view.name, view.id.as_str());
    let name = names.claim_ended(&format!("{}_{ending}", entity.name), "");
    let by = match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => view.group.as_ref(),
    };
    let by = by.and_then(|by| model.column_of(entity, by));
    let parts = by.and_then(|by| Some((by, group(model, dialect, by, None, "g")?)));
    let shown = shown(model, entity, view, parts.as_ref());
    let words = described(&view.name, &view.description);
    script.gap();
    script.remark(&words);
    let start = format!("CREATE VIEW {} AS\nSELECT", quoted(&name));
    let mut end = format!("FROM {} AS r", quoted(&entity.rows));
    if let Some((_, parts)) = parts.as_ref().filter(|(_, parts)| !parts.join.is_empty()) {
        end = format!("{end}\n{}", parts.join);
    }
    if let Some(one) = &view.filter {
        end = format!("{end}\nWHERE {}", filter(model, dialect, entity, one));
    }
    let order = order(model, dialect, entity, &view.sorts, parts.as_ref().map(|(_, parts)| parts));
    script.run_list(&start, &shown, &format!("{end}\nORDER BY {}", order.join(", ")));
    script.describe("VIEW", &[&name], &words);
    name
}

/// The columns of a view under the names that people gave them, what parts the rows first, the row's id last.
fn shown(
    model: &Model<'_>,
    entity: &Entity<'_>,
    view: &View,
    parts: Option<&(&Column<'_>, Group)>,
) -> Vec<Line> {
    let mut taken = Taken::default();
    taken.claim_identifier("id".to_owned());
    let mut labelled = |sql: &str, column: &Column<'_>| {
        let label = taken.claim(label(column), |label, number| format!("{label} ({number})"));
        Line::plain(format!("{sql} AS {}", quoted(&label)))
    };
    let first = parts.map(|(column, group)| labelled(&group.value, column));
    let is_first = |column: &Column<'_>| {
        parts.is_some_and(|(first, group)| first.field.id == column.field.id && !group.is_many)
    };
    let columns: Vec<&Column<'_>> = if view.visible_fields.is_empty() {
        entity.columns.iter().collect()
    } else {
        view.visible_fields.iter().filter_map(|id| model.column_of(entity, id)).collect()
    };
    let columns = columns.into_iter().filter(|column| column.kind.is_some() && !is_first(column));
    let columns: Vec<_> =
        columns.map(|column| labelled(&format!("r.{}", quoted(&column.name)), column)).collect();
    first.into_iter().chain(columns).chain([Line::plain("r.\"id\" AS \"id\"")]).collect()
}

/// What people call a field, as far as a column's name goes.
fn label(column: &Column<'_>) -> String {
    let mut label: String = column.field.name.replace('\0', "");
    let end =
        label.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= LABEL_MAX).last();
    label.truncate(end.unwrap_or_default());
    if label.trim().is_empty() { column.name.clone() } else { label }
}

fn order(
    model: &Model<'_>,
    dialect: Dialect,
    entity: &Entity<'_>,
    sorts: &[Sort],
    parts: Option<&Group>,
) -> Vec<String> {
    let mut order: Vec<String> =
        parts.iter().flat_map(|parts| &parts.order).map(|key| format!("{key} NULLS LAST")).collect();
    for sort in sorts {
        if let Some(key) = key(model, dialect, entity, &sort.field) {
            let direction = if sort.direction == Direction::Descending { " DESC" } else { "" };
            order.push(format!("{key}{direction} NULLS LAST"));
        }
    }
    order.push("r.\"row_position\"".to_owned());
    order
}

/// What a field is sorted by: options by their place, texts whatever their case.
fn key(model: &Model<'_>, dialect: Dialect, entity: &Entity<'_>, field: &FieldId) -> Option<String> {
    let column = model.column_of(entity, field)?;
    let value = format!("r.{}", quoted(&column.name));
    Some(match (&column.place, column.kind?) {
        (Place::Option { options }, _) => {
            format!("(SELECT o.\"place\" FROM {} AS o WHERE o.\"name\" = {value})", quoted(options))
        }
        (Place::Options { link, options }, _) => format!(
            "(SELECT o.\"place\" FROM {} AS l JOIN {} AS o ON o.\"name\" = l.\"option\" \
             WHERE l.\"row_id\" = r.\"id\" ORDER BY l.\"place\" LIMIT 1)",
            quoted(link),
            quoted(options)
        ),
        (_, Type::Text) if !matches!(column.field.kind, FieldKind::Select { .. }) => {
            dialect.folded_order(&value)
        }
        _ => value,
    })
}
