//! What may stand at a place.

use std::collections::BTreeSet;

use serde_json::Value;
use shared::blueprint::{Blueprint, Field, FieldId, FieldKind, TableId};

use super::edit::{self, Edit, Opening};
use super::place::{Facts, Half, Place, Step};
use super::schema::{Form, Schema, common_keys};

/// Something that may stand where the caret is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Candidate {
    /// What is written.
    pub label: String,
    /// What people call what an id means.
    pub name: String,
    /// What it means, in English, as the form of documents has it.
    pub about: String,
    /// Whether it is a key, whose value is written next.
    pub is_key: bool,
    /// Whether the object is not whole without it.
    pub is_required: bool,
    /// What taking it does.
    pub edit: Edit,
}

/// What candidates are gathered from.
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub place: &'a Place,
    pub schema: &'a Schema,
    pub blueprint: &'a Blueprint,
}

impl Source<'_> {
    /// Everything that may stand at the place.
    pub(super) fn all(&self) -> Vec<Candidate> {
        match self.place.half {
            Half::Key => self.keys(),
            Half::Value => self.values(),
        }
    }

    /// The keys that are missing, those first that must be there.
    fn keys(&self) -> Vec<Candidate> {
        let forms = self.schema.at(self.place);
        let empty = Facts::new();
        let facts = self.place.facts.last().unwrap_or(&empty);
        if let Some(fields) = self.cell_keys(&forms) {
            let missing = fields.into_iter().filter(|field| !facts.contains_key(field.id.as_str()));
            return missing.map(|field| self.cell_key(field)).collect();
        }
        let mut known = common_keys(&forms);
        known.retain(|known| !facts.contains_key(known.key));
        known.sort_by_key(|known| !known.is_required);
        let key = |known: super::schema::Known<'_>| Candidate {
            label: known.key.to_owned(),
            name: String::new(),
            about: plain(known.about),
            is_key: true,
            is_required: known.is_required,
            edit: edit::key(self.text, self.place, known.key, self.opening(known.key)),
        };
        known.into_iter().map(key).collect()
    }

    /// How the value of a key begins.
    fn opening(&self, key: &str) -> Opening {
        let mut inner = self.place.clone();
        inner.way.push(Step::Key(key.to_owned()));
        let forms = self.schema.at(&inner);
        let is = |kind: &str| !forms.is_empty() && forms.iter().all(|form| form.is(kind) || form.is("null"));
        match () {
            () if is("array") => Opening::List,
            () if is("object") => Opening::Object,
            () if is("string") => Opening::Text,
            () => Opening::Bare,
        }
    }

    /// The fields that may be keys here, where this is what rows hold.
    fn cell_keys(&self, forms: &[Form<'_>]) -> Option<Vec<&Field>> {
        let is_cells = forms.iter().any(|form| form.name == Some("BTreeMap"));
        is_cells.then(|| self.fields_of(self.table()))
    }

    fn cell_key(&self, field: &Field) -> Candidate {
        let opening = match field.kind {
            FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } | FieldKind::Person { .. } => {
                Opening::List
            }
            FieldKind::Number { .. }
            | FieldKind::Rating { .. }
            | FieldKind::Checkbox
            | FieldKind::AutoId { .. } => Opening::Bare,
            _ => Opening::Text,
        };
        Candidate {
            label: field.id.as_str().to_owned(),
            name: field.name.clone(),
            about: String::new(),
            is_key: true,
            is_required: false,
            edit: edit::key(self.text, self.place, field.id.as_str(), opening),
        }
    }

    fn values(&self) -> Vec<Candidate> {
        let forms = self.schema.at(self.place);
        let mut all: Vec<Candidate> = Vec::new();
        for form in &forms {
            all.extend(form.words().map(|word| self.text_value(word, "", form.about)));
            let is_cell = form.name == Some("CellValue");
            if form.is("boolean") && !is_cell {
                all.extend(["true", "false"].map(|word| self.value(word, word, "", form.about)));
            }
        }
        if forms.iter().any(|form| form.name == Some("CellValue")) || self.is_in_cell() {
            all.extend(self.cell_values());
        }
        if let Some(reference) = forms.iter().find_map(|form| form.name) {
            all.extend(self.references(reference));
        }
        let mut seen = BTreeSet::new();
        all.retain(|candidate| seen.insert(candidate.label.clone()));
        // What is said of every one tells none from the others.
        let said: BTreeSet<_> = all.iter().map(|candidate| candidate.about.clone()).collect();
        if all.len() > 1 && said.len() == 1 {
            all.iter_mut().for_each(|candidate| candidate.about.clear());
        }
        all
    }

    /// Ids of the document, where one is referred to; an element's own id is nobody else's.
    fn references(&self, name: &str) -> Vec<Candidate> {
        if self.place.way.last() == Some(&Step::Key("id".to_owned())) {
            return Vec::new();
        }
        match name {
            "TableId" => {
                let tables = self.blueprint.tables.iter();
                tables.map(|table| self.text_value(table.id.as_str(), &table.name, "")).collect()
            }
            "FieldId" => {
                let fields = self.referred_fields().into_iter();
                fields.map(|field| self.text_value(field.id.as_str(), &field.name, "")).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The fields that may be referred to here.
    fn referred_fields(&self) -> Vec<&Field> {
        let said = |key: &str| self.said_beside(key);
        let related = |field: &str| match &self.blueprint.field(&FieldId::from(field))?.1.kind {
            FieldKind::Relation { table, .. } => Some(table.clone()),
            _ => None,
        };
        let is_relation = |field: &&Field| matches!(field.kind, FieldKind::Relation { .. });
        match self.key() {
            Some("relation") => self.fields_of(self.table()).into_iter().filter(is_relation).collect(),
            Some("inverse") => {
                self.fields_of(said("table").map(TableId::from)).into_iter().filter(is_relation).collect()
            }
            Some("field") if said("relation").is_some() => self.fields_of(said("relation").and_then(related)),
            _ => self.fields_of(self.table()),
        }
    }

    /// The fields of a table; of all where it is not known which.
    fn fields_of(&self, table: Option<TableId>) -> Vec<&Field> {
        let known = table.as_ref().and_then(|table| self.blueprint.table(table));
        match known {
            Some(table) => table.fields.iter().collect(),
            None => self.blueprint.tables.iter().flat_map(|table| &table.fields).collect(),
        }
    }

    /// The table that is spoken of: the innermost that something on the way names, or is.
    fn table(&self) -> Option<TableId> {
        let named = |facts: &Facts, key: &str| facts.get(key)?.as_deref().map(TableId::from);
        for (depth, facts) in self.place.facts.iter().enumerate().rev() {
            // A relation names the other table; the field is in this one.
            let is_kind = depth > 0 && self.place.way.get(depth - 1) == Some(&Step::Key("kind".to_owned()));
            if let Some(table) = named(facts, "table").filter(|_| !is_kind) {
                return Some(table);
            }
        }
        let is_tables = self.place.way.first() == Some(&Step::Key("tables".to_owned()));
        self.place.facts.get(2).filter(|_| is_tables).and_then(|facts| named(facts, "id"))
    }

    /// The key whose value is written.
    fn key(&self) -> Option<&str> {
        self.place.way.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item(_) => None,
        })
    }

    /// What a key beside the one that is written says.
    fn said_beside(&self, key: &str) -> Option<&str> {
        self.place.facts.iter().rev().find_map(|facts| facts.get(key)).and_then(Option::as_deref)
    }

    /// Whether the value is one of a list that a field of a row holds.
    fn is_in_cell(&self) -> bool {
        matches!(self.place.way.last(), Some(Step::Item(_))) && self.cell_field().is_some()
    }

    /// The field that a value is of: by the key that it has in a row, or the field that is named beside it.
    fn cell_field(&self) -> Option<&Field> {
        let key = self.key()?;
        let id = if key == "value" { self.said_beside("field")? } else { key };
        self.blueprint.field(&FieldId::from(id)).map(|(_, field)| field)
    }

    /// What the field holds, where that can be told: options, rows, yes or no.
    fn cell_values(&self) -> Vec<Candidate> {
        let Some(field) = self.cell_field() else { return Vec::new() };
        match &field.kind {
            FieldKind::Checkbox => ["true", "false"].map(|word| self.value(word, word, "", "")).into(),
            FieldKind::Relation { table, .. } => self.rows(table),
            kind => {
                let options = kind.options().iter();
                options.map(|option| self.text_value(option.id.as_str(), &option.name, "")).collect()
            }
        }
    }

    fn rows(&self, table: &TableId) -> Vec<Candidate> {
        let Some(table) = self.blueprint.table(table) else { return Vec::new() };
        table.sample_rows.iter().map(|row| self.text_value(row.id.as_str(), table.label(row), "")).collect()
    }

    fn text_value(&self, text: &str, name: &str, about: &str) -> Candidate {
        self.value(text, &Value::from(text).to_string(), name, about)
    }

    fn value(&self, label: &str, json: &str, name: &str, about: &str) -> Candidate {
        Candidate {
            label: label.to_owned(),
            name: name.to_owned(),
            about: plain(about),
            is_key: false,
            is_required: false,
            edit: edit::value(self.text, self.place, json),
        }
    }
}

/// The first paragraph of what the form says, without the marks of a document: for one line.
fn plain(about: &str) -> String {
    let first = about.split("\n\n").next().unwrap_or_default();
    let mut plain = first.replace(['`', '[', ']'], "").replace('\n', " ");
    if let Some(at) = plain.find("::") {
        // Names of the program's own parts keep their last word alone.
        let start = plain[..at]
            .rfind(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .map_or(0, |it| it + 1);
        plain.replace_range(start..at + 2, "");
    }
    plain
}
