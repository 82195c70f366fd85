//! What parts the rows of a view or a chart: the value of each part, and the order of parts.

use shared::blueprint::{Bucket, FieldKind};
use shared::compute::formula::Type;

use super::dialect::Dialect;
use super::links::{label, targets};
use super::model::{Column, Model, Place};
use super::text::quoted;

/// Parts of rows.
pub(super) struct Group {
    /// What has to be joined to the rows `r`, from `LEFT JOIN` on; empty for nothing.
    pub(super) join: String,
    /// The part's value.
    pub(super) value: String,
    /// What the parts are ordered by, those without a value last.
    pub(super) order: Vec<String>,
    /// Whether a row may be in several parts.
    pub(super) is_many: bool,
}

/// The parts by a field; `alias` names what is joined.
pub(super) fn group(
    model: &Model<'_>,
    dialect: Dialect,
    column: &Column<'_>,
    bucket: Option<Bucket>,
    alias: &str,
) -> Option<Group> {
    let kind = column.kind?;
    let value = format!("r.{}", quoted(&column.name));
    let joined = |join: String, value: String, order: Vec<String>, is_many| {
        Some(Group { join, value, order, is_many })
    };
    let text_order = |value: &str| vec![dialect.folded_order(value), dialect.exact_order(value)];
    let options = |options: &str, on: &str| {
        format!("LEFT JOIN {} AS {alias} ON {alias}.\"name\" = {on}", quoted(options))
    };
    let place = || vec![format!("{alias}.\"place\"")];
    let link =
        |link: &str| format!("LEFT JOIN {} AS {alias}_l ON {alias}_l.\"row_id\" = r.\"id\"", quoted(link));
    match &column.place {
        Place::Option { options: table } => joined(options(table, &value), value, place(), false),
        Place::Options { link: table, options: names } => {
            let name = format!("{alias}_l.\"option\"");
            joined(format!("{}\n{}", link(table), options(names, &name)), name, place(), true)
        }
        Place::People { link: table } => {
            let person = format!("{alias}_l.\"person\"");
            joined(link(table), person.clone(), text_order(&person), true)
        }
        Place::One { .. } | Place::Inverse { .. } | Place::Many { .. } | Place::InverseMany { .. } => {
            let related = model.related(column)?;
            let (table, targets) = (quoted(&related.name), targets(model, column)?);
            let join = format!("LEFT JOIN {table} AS {alias} ON {alias}.\"id\" IN {targets}");
            joined(join, label(related, alias), vec![format!("{alias}.\"row_position\"")], true)
        }
        _ => {
            let value = bucketed(dialect, &value, kind, bucket);
            let is_text = kind == Type::Text;
            let order = if is_text { text_order(&value) } else { vec![value.clone()] };
            joined(String::new(), value, order, false)
        }
    }
    .map(|group| Group { is_many: group.is_many && !is_single(column), ..group })
}

/// Whether a relation names at most one row.
fn is_single(column: &Column<'_>) -> bool {
    use shared::blueprint::Cardinality;
    matches!(column.field.kind, FieldKind::Relation { cardinality: Cardinality::One, .. })
}

/// The part of a day or moment that counts.
fn bucketed(dialect: Dialect, value: &str, kind: Type, bucket: Option<Bucket>) -> String {
    if !kind.is_day() {
        return value.to_owned();
    }
    let day = dialect.day_of(value, kind);
    match bucket {
        None => day,
        Some(Bucket::Week) => dialect.monday(&day),
        Some(Bucket::Month) => dialect.first_of_month(&day),
        Some(Bucket::Weekday) => dialect.weekday(&day),
        Some(Bucket::PartOfDay) => dialect.part_of_day(&dialect.moment_of(value, kind)),
    }
}
