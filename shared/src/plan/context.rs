//! What everything below needs: the blueprint by ids, the platform, and words.

use std::collections::{BTreeMap, BTreeSet};

use super::WORDS;
use crate::blueprint::{
    Blueprint, Color, Field, FieldId, FieldKind, KindName, RowId, SampleRow, SelectOption, Table, TableId,
};
use crate::compute::{Evaluator, Value};
use crate::platform::{Capabilities, Support};
use crate::words::Language;

/// A blueprint for a platform, with quick ways to look things up and to say them.
pub(super) struct Context<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) of: &'static Capabilities,
    pub(super) language: Language,
    fields: BTreeMap<&'a str, (&'a Table, &'a Field)>,
    options: BTreeMap<&'a str, &'a SelectOption>,
    rows: BTreeMap<&'a str, (&'a Table, &'a SampleRow)>,
    /// Counted ids with their prefixes, by row and field.
    counted: BTreeMap<(&'a RowId, &'a FieldId), String>,
    /// The first side of a relation by its second.
    firsts: BTreeMap<&'a FieldId, &'a FieldId>,
}

impl<'a> Context<'a> {
    pub(super) fn new(blueprint: &'a Blueprint, of: &'static Capabilities) -> Self {
        let mut context = Self {
            blueprint,
            of,
            language: blueprint.settings.language,
            counted: counted(blueprint),
            fields: BTreeMap::new(),
            options: BTreeMap::new(),
            rows: BTreeMap::new(),
            firsts: BTreeMap::new(),
        };
        for table in &blueprint.tables {
            context.fields.extend(table.fields.iter().map(|field| (field.id.as_str(), (table, field))));
            context.rows.extend(table.sample_rows.iter().map(|row| (row.id.as_str(), (table, row))));
            let options = table.fields.iter().flat_map(|field| field.kind.options());
            context.options.extend(options.map(|option| (option.id.as_str(), option)));
        }
        context.firsts = context.pairs();
        context
    }

    /// A counted id as people read it.
    pub(super) fn counted(&self, row: &RowId, field: &FieldId) -> Option<String> {
        self.counted.get(&(row, field)).cloned()
    }

    pub(super) fn table(&self, id: &TableId) -> Option<&'a Table> {
        self.blueprint.table(id)
    }

    pub(super) fn field(&self, id: &FieldId) -> Option<&'a Field> {
        self.fields.get(id.as_str()).map(|(_, field)| *field)
    }

    /// The first side of the relation whose second side this is.
    pub(super) fn first_side(&self, second: &FieldId) -> Option<&'a FieldId> {
        self.firsts.get(second).copied()
    }

    /// The second side of the relation whose first side this is.
    pub(super) fn second_side(&self, first: &FieldId) -> Option<&'a FieldId> {
        self.firsts.iter().find(|(_, known)| **known == first).map(|(second, _)| *second)
    }

    /// Relations whose two sides are both fields, second side → first: the first stands earlier in the document.
    /// A field is in one pair at most, so that nothing is made twice or never.
    fn pairs(&self) -> BTreeMap<&'a FieldId, &'a FieldId> {
        let all = || self.blueprint.tables.iter().flat_map(|table| &table.fields);
        let position: BTreeMap<_, _> =
            all().enumerate().map(|(position, field)| (&field.id, position)).collect();
        let mut taken = BTreeSet::new();
        let mut pairs = BTreeMap::new();
        for field in all() {
            let FieldKind::Relation { inverse: Some(inverse), .. } = &field.kind else { continue };
            let Some(other) = self.field(inverse) else { continue };
            let is_relation = matches!(other.kind, FieldKind::Relation { .. });
            if !is_relation || other.id == field.id || taken.contains(&field.id) || taken.contains(&other.id)
            {
                continue;
            }
            taken.extend([&field.id, &other.id]);
            let in_order = position.get(&field.id) < position.get(&other.id);
            let (first, second) = if in_order { (&field.id, &other.id) } else { (&other.id, &field.id) };
            pairs.insert(second, first);
        }
        pairs
    }

    /// The name of a field, its id where it is unknown.
    pub(super) fn name_of<'b>(&self, id: &'b FieldId) -> &'b str
    where
        'a: 'b,
    {
        self.field(id).map_or(id.as_str(), |field| &field.name)
    }

    /// The name of a table, its id where it is unknown.
    pub(super) fn table_name<'b>(&self, id: &'b TableId) -> &'b str
    where
        'a: 'b,
    {
        self.table(id).map_or(id.as_str(), |table| &table.name)
    }

    /// The name of an option or of a row, the id itself where it is neither.
    pub(super) fn item_name<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        if let Some(option) = self.options.get(id) {
            return &option.name;
        }
        self.rows.get(id).map_or(id, |(table, row)| table.label(row))
    }

    /// The colour of the option with this id.
    pub(super) fn option_color(&self, id: &str) -> Option<Color> {
        self.options.get(id).map(|option| option.color)
    }

    /// The text of `key`; `{platform}` needs no value.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut all = vec![("platform", self.of.name)];
        all.extend_from_slice(values);
        WORDS.fill(self.language, key, &all)
    }

    /// The text of `say.<key>`.
    pub(super) fn line(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.say(&format!("say.{key}"), values)
    }

    pub(super) fn native(&self, support: Support) -> &'static str {
        support.native_in(self.language)
    }

    /// The sentences of the first of `actions` that the platform has clicks for, else the general ones of the last.
    pub(super) fn clicks(&self, actions: &[&str], values: &[(&str, &str)]) -> Vec<String> {
        let own = actions.iter().map(|action| self.numbered(self.of.platform.as_str(), action, values));
        let general =
            || actions.last().map(|action| self.numbered("generic", action, values)).unwrap_or_default();
        own.into_iter().find(|sentences| !sentences.is_empty()).unwrap_or_else(general)
    }

    /// The one sentence of `click.<platform>.<action>`, or the general one where there is one.
    pub(super) fn click(&self, action: &str, values: &[(&str, &str)]) -> Option<String> {
        [self.of.platform.as_str(), "generic"].into_iter().find_map(|platform| {
            let key = format!("click.{platform}.{action}");
            WORDS.find(self.language, &key).is_some().then(|| self.say(&key, values))
        })
    }

    fn numbered(&self, platform: &str, action: &str, values: &[(&str, &str)]) -> Vec<String> {
        (1..)
            .map(|number| format!("click.{platform}.{action}.{number}"))
            .take_while(|key| WORDS.find(self.language, key).is_some())
            .map(|key| self.say(&key, values))
            .collect()
    }
}

/// The counted ids of all rows.
fn counted(blueprint: &Blueprint) -> BTreeMap<(&RowId, &FieldId), String> {
    let evaluator = Evaluator::new(blueprint);
    let mut counted = BTreeMap::new();
    for table in &blueprint.tables {
        for field in table.fields.iter().filter(|field| field.kind.name() == KindName::AutoId) {
            for row in &table.sample_rows {
                if let Value::Text(id) = evaluator.value(&row.id, &field.id) {
                    counted.insert((&row.id, &field.id), id);
                }
            }
        }
    }
    counted
}
