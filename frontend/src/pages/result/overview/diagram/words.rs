//! What the diagram says to those who do not see it.

use shared::diagram::Edge;

use super::store::Picture;
use crate::i18n::I18n;

/// "Sessions, 24 fields, 3 relations: Topics, Projects, Sessions".
pub(super) fn table_name(i18n: I18n, picture: &Picture, place: usize) -> String {
    let Some(table) = picture.table(place) else { return String::new() };
    let others: Vec<_> = picture.relations(place).map(|edge| other_end(edge, place)).collect();
    let names: Vec<_> =
        others.iter().filter_map(|other| Some(picture.table(*other)?.name.as_str())).collect();
    let fields = i18n.count("count.fields", table.fields.len());
    let relations = i18n.count("diagram.relations", others.len());
    let values = [
        ("table", table.name.as_str()),
        ("fields", &fields),
        ("relations", &relations),
        ("tables", &names.join(&i18n.text("diagram.comma"))),
    ];
    i18n.fill(if names.is_empty() { "diagram.table_alone" } else { "diagram.table" }, &values)
}

/// "Sessions – Topics".
pub(super) fn relation_name(i18n: I18n, picture: &Picture, edge: &Edge) -> String {
    let name = |place| picture.table(place).map_or("", |table| table.name.as_str());
    i18n.fill("diagram.relation", &[("from", name(edge.from.table)), ("to", name(edge.to.table))])
}

/// "many to one".
pub(super) fn how_many(i18n: I18n, edge: &Edge) -> String {
    let word = |is_many| if is_many { "many" } else { "one" };
    i18n.text(&format!("diagram.{}_to_{}", word(edge.from.is_many), word(edge.to.is_many)))
}

/// "Primary Topic / Sessions": the fields that show the relation.
pub(super) fn fields(i18n: I18n, picture: &Picture, edge: &Edge) -> String {
    let name = |table, field: Option<usize>| {
        field.and_then(|field| Some(picture.table(table)?.fields.get(field)?.name.as_str()))
    };
    match (name(edge.from.table, edge.from.field), name(edge.to.table, edge.to.field)) {
        (Some(from), Some(to)) => i18n.fill("diagram.fields", &[("from", from), ("to", to)]),
        (from, to) => from.or(to).unwrap_or_default().to_owned(),
    }
}

fn other_end(edge: &Edge, place: usize) -> usize {
    if edge.from.table == place { edge.to.table } else { edge.from.table }
}
