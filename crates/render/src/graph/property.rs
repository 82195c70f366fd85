//! Names of properties: one name, one kind over the whole graph.

use std::collections::HashMap;

use shared::blueprint::{Blueprint, FieldId};
use shared::compute::Schema;

use super::place::{Kind, Place, place};
use crate::names::{Taken, folded, identifier, is_device};

/// Names that Logseq keeps for itself, after the app's source; see [`is_reserved`] for those with a fixed beginning.
const RESERVED: [&str; 34] = [
    "alias",
    "tags",
    "title",
    "icon",
    "public",
    "filters",
    "template",
    "template-including-parent",
    "exclude-from-graph-view",
    "id",
    "collapsed",
    "heading",
    "background-color",
    "created-at",
    "updated-at",
    "query-table",
    "query-properties",
    "query-sort-by",
    "query-sort-desc",
    "todo",
    "doing",
    "now",
    "later",
    "done",
    "wait",
    "waiting",
    "in-progress",
    "canceled",
    "cancelled",
    "ls-type",
    "page",
    "block",
    "scheduled",
    "deadline",
];

/// A property and the fields that it holds.
pub(super) struct Property<'a> {
    /// Its name; the title of its page, too.
    pub(super) name: String,
    /// What it holds.
    pub(super) kind: Kind,
    /// Fields of different tables.
    pub(super) fields: Vec<&'a FieldId>,
}

/// The properties of a graph.
pub(super) struct Properties<'a> {
    /// In the order of the blueprint's fields.
    pub(super) all: Vec<Property<'a>>,
    of: HashMap<&'a FieldId, usize>,
}

impl<'a> Properties<'a> {
    /// Names a property for every field that needs one; `labels` stands in for the reserved `tags`.
    pub(super) fn new(
        blueprint: &'a Blueprint,
        schema: &Schema<'_>,
        labels: &str,
        taken: &mut Taken,
    ) -> Self {
        let mut properties = Self { all: Vec::new(), of: HashMap::new() };
        for table in &blueprint.tables {
            let in_table: Vec<_> = table.fields.iter().map(|field| &field.id).collect();
            let prefix = slug(&table.name, table.id.as_str());
            for field in &table.fields {
                let Place::Property(kind) = place(blueprint, schema, field) else { continue };
                let own = slug(&field.name, field.id.as_str());
                let own = if own == "tags" { labels.to_owned() } else { own };
                let longer = cut(&format!("{prefix}-{own}"));
                let index = properties.find_or_name([own, longer], kind, &in_table, taken);
                if let Some(property) = properties.all.get_mut(index) {
                    property.fields.push(&field.id);
                    properties.of.insert(&field.id, index);
                }
            }
        }
        properties
    }

    /// The property of a field.
    pub(super) fn of(&self, field: &FieldId) -> Option<&Property<'a>> {
        self.all.get(*self.of.get(field)?)
    }

    fn find_or_name(
        &mut self,
        names: [String; 2],
        kind: Kind,
        in_table: &[&FieldId],
        taken: &mut Taken,
    ) -> usize {
        for name in &names {
            let shared = self.all.iter().position(|property| {
                let is_other_table = property.fields.iter().all(|field| !in_table.contains(field));
                property.name == *name && property.kind == kind && is_other_table
            });
            if let Some(index) = shared {
                return index;
            }
            if !is_reserved(name) && taken.is_free(name) {
                return self.add(name.clone(), kind, taken);
            }
        }
        let [_, last] = names;
        self.add(last, kind, taken)
    }

    fn add(&mut self, name: String, kind: Kind, taken: &mut Taken) -> usize {
        let name = taken.claim(name, |name, number| format!("{name}-{number}"));
        self.all.push(Property { name, kind, fields: Vec::new() });
        self.all.len() - 1
    }
}

/// Whether Logseq keeps this name for itself, or Windows does.
pub(super) fn is_reserved(name: &str) -> bool {
    let name = folded(name);
    let begins = ["card-", "hl-", "logseq", "query-"].iter().any(|prefix| name.starts_with(prefix));
    begins || is_device(&name) || RESERVED.contains(&name.as_str())
}

fn slug(name: &str, id: &str) -> String {
    identifier(name, id).replace('_', "-")
}

/// Property names stay as short as identifiers.
fn cut(name: &str) -> String {
    let name: String = name.chars().take(60).collect();
    name.trim_end_matches('-').to_owned()
}
