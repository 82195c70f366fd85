//! Relations as queries: from a row, which always is `r`, to those it leads to.

use super::dialect::Dialect;
use super::model::{Column, Entity, Model, Place};
use super::text::quoted;

/// The name of a row of `entity`, which is `alias` in the query.
pub(super) fn label(entity: &Entity<'_>, alias: &str) -> String {
    match entity.title() {
        Some(title) => format!("coalesce(nullif({alias}.{}, ''), {alias}.\"id\")", quoted(&title.name)),
        None => format!("{alias}.\"id\""),
    }
}

/// The ids of the rows that a relation of `r` leads to, to stand after `IN`; `r` is a row of the view of rows.
pub(super) fn targets(model: &Model<'_>, column: &Column<'_>) -> Option<String> {
    Some(match &column.place {
        Place::One { id } | Place::Inverse { id: Some(id), .. } => format!("(r.{})", quoted(id)),
        Place::Inverse { of, id: None } => {
            let (holder, of) = model.column(of)?;
            let Place::One { id } = &of.place else { return None };
            let (table, id) = (quoted(&holder.name), quoted(id));
            format!("(SELECT o.\"id\" FROM {table} AS o WHERE o.{id} = r.\"id\")")
        }
        Place::Many { link, symmetric } => {
            let link = quoted(link);
            let back = if *symmetric {
                format!(" UNION SELECT l.\"row_id\" FROM {link} AS l WHERE l.\"linked_id\" = r.\"id\"")
            } else {
                String::new()
            };
            format!("(SELECT l.\"linked_id\" FROM {link} AS l WHERE l.\"row_id\" = r.\"id\"{back})")
        }
        Place::InverseMany { of } => {
            let (_, of) = model.column(of)?;
            let Place::Many { link, .. } = &of.place else { return None };
            format!("(SELECT l.\"row_id\" FROM {} AS l WHERE l.\"linked_id\" = r.\"id\")", quoted(link))
        }
        _ => return None,
    })
}

/// The columns of the view of rows that show a relation; `r` is a row of the table.
pub(super) fn shown(
    model: &Model<'_>,
    dialect: Dialect,
    column: &Column<'_>,
) -> Option<Vec<(String, String)>> {
    let related = model.related(column)?;
    let table = quoted(&related.name);
    let name = label(related, "t");
    let one = |id: &str, target: String| {
        let label = format!("(SELECT {name} FROM {table} AS t WHERE t.\"id\" = {target})");
        vec![(id.to_owned(), target), (column.name.clone(), label)]
    };
    match &column.place {
        Place::One { id } => Some(one(id, format!("r.{}", quoted(id)))),
        Place::Inverse { of, id: Some(id) } => {
            let (holder, of) = model.column(of)?;
            let Place::One { id: back } = &of.place else { return None };
            let (holder, back) = (quoted(&holder.name), quoted(back));
            let first = format!(
                "(SELECT o.\"id\" FROM {holder} AS o WHERE o.{back} = r.\"id\" ORDER BY o.\"row_position\" LIMIT 1)"
            );
            Some(one(id, first))
        }
        Place::Many { link, symmetric: false } => {
            let link = quoted(link);
            let rows = format!(
                "SELECT {name} AS item, l.\"place\" AS place FROM {link} AS l \
                 JOIN {table} AS t ON t.\"id\" = l.\"linked_id\" WHERE l.\"row_id\" = r.\"id\""
            );
            Some(vec![(column.name.clone(), dialect.joined(&rows))])
        }
        _ => {
            let targets = targets(model, column)?;
            let rows = format!(
                "SELECT {name} AS item, t.\"row_position\" AS place FROM {table} AS t WHERE t.\"id\" IN {targets}"
            );
            Some(vec![(column.name.clone(), dialect.joined(&rows))])
        }
    }
}
