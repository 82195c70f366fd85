//! Builds a table: takes ids and kinds, looks up words and reasons itself.

use super::form::{Form, Part};
use super::options::Options;
use super::reasons;
use crate::blueprint::{
    Cardinality, Cause, Field, FieldId, FieldKind, NumberFormat, RollupFunction, Table, TableId,
};

/// Fields beside titles that every row must fill.
const REQUIRED: [&str; 3] = ["fld_sessions_platform", "fld_sessions_status", "fld_action_items_status"];

/// A number without decimals.
pub(super) const INTEGER: FieldKind = FieldKind::Number { format: NumberFormat::Integer };
/// Anybody may be named.
pub(super) const PEOPLE: FieldKind = FieldKind::Person { many: true };
/// One person.
pub(super) const PERSON: FieldKind = FieldKind::Person { many: false };

/// A table in the making.
pub(super) struct TableBuilder<'a> {
    form: &'a Form<'a>,
    key: &'static str,
    table: Table,
}

impl<'a> TableBuilder<'a> {
    /// The table `tbl_<key>`, without fields.
    pub(super) fn new(form: &'a Form<'a>, key: &'static str, icon: &str, causes: &[Cause]) -> Self {
        let id = format!("tbl_{key}");
        let table = Table {
            name: form.word(&format!("{id}.name")),
            description: form.word(&format!("{id}.description")),
            id: TableId::new(id),
            icon: icon.to_owned(),
            fields: Vec::new(),
            views: Vec::new(),
            sample_rows: Vec::new(),
            reason: reasons::of(form, causes),
        };
        Self { form, key, table }
    }

    /// Adds the field `fld_<table>_<name>` if an answer gives one of `causes`.
    pub(super) fn field(&mut self, name: &str, kind: FieldKind, causes: &[Cause]) -> &mut Self {
        let Some(reason) = reasons::of(self.form, causes) else { return self };
        let id = format!("fld_{}_{name}", self.key);
        self.table.fields.push(Field {
            name: self.form.word(&format!("{id}.name")),
            description: self.form.word(&format!("{id}.description")),
            required: kind == FieldKind::Title || REQUIRED.contains(&id.as_str()),
            id: FieldId::new(id),
            kind,
            reason: Some(reason),
        });
        self
    }

    /// Adds a select.
    pub(super) fn select(&mut self, name: &str, options: &Options, causes: &[Cause]) -> &mut Self {
        let options = options.of_field(self.form, &format!("{}_{name}", self.key));
        self.field(name, FieldKind::Select { options }, causes)
    }

    /// Adds a multi-select.
    pub(super) fn multi_select(&mut self, name: &str, options: &Options, causes: &[Cause]) -> &mut Self {
        let options = options.of_field(self.form, &format!("{}_{name}", self.key));
        self.field(name, FieldKind::MultiSelect { options }, causes)
    }

    /// Adds a relation to at most one row of `table`, seen there as `inverse`.
    pub(super) fn one_of(&mut self, name: &str, table: &str, inverse: &str, causes: &[Cause]) -> &mut Self {
        self.field(name, relation(table, Cardinality::One, inverse), causes)
    }

    /// Adds a relation to any number of rows of `table`, seen there as `inverse`.
    pub(super) fn many_of(&mut self, name: &str, table: &str, inverse: &str, causes: &[Cause]) -> &mut Self {
        self.field(name, relation(table, Cardinality::Many, inverse), causes)
    }

    /// Adds a rollup over the relation `relation` of this table; `over` is `<table>_<field>` of the other one.
    pub(super) fn rollup(
        &mut self,
        name: &str,
        relation: &str,
        over: &str,
        function: RollupFunction,
    ) -> &mut Self {
        let field = (!over.is_empty()).then(|| FieldId::new(format!("fld_{over}")));
        let relation = FieldId::new(format!("fld_{}_{relation}", self.key));
        self.field(name, FieldKind::Rollup { relation, field, function }, &[super::cause::ADVANCED])
    }

    /// Adds a formula.
    pub(super) fn formula(&mut self, name: &str, expression: &str) -> &mut Self {
        let expression = expression.to_owned();
        self.field(name, FieldKind::Formula { expression }, &[super::cause::ADVANCED])
    }

    /// Says of the field `name` that it stands in for the table `part`, where that table was denied.
    pub(super) fn instead_of(&mut self, part: Part, name: &str) -> &mut Self {
        let form = self.form;
        let reason = self.find_mut(name).and_then(|field| field.reason.as_mut());
        if let Some(reason) = reason.filter(|_| form.denies(part)) {
            reasons::instead_of_table(form, part, reason);
        }
        self
    }

    /// Adds a sentence to the description of the field `name`.
    pub(super) fn describe(&mut self, name: &str, sentence: &str) -> &mut Self {
        if let Some(field) = self.find_mut(name) {
            field.description.push(' ');
            field.description.push_str(sentence);
        }
        self
    }

    /// Adds a field as it is.
    pub(super) fn push(&mut self, field: Field) {
        self.table.fields.push(field);
    }

    /// The fields so far.
    pub(super) fn fields(&self) -> &[Field] {
        &self.table.fields
    }

    /// The table.
    pub(super) fn finish(self) -> Table {
        self.table
    }

    fn find_mut(&mut self, name: &str) -> Option<&mut Field> {
        let id = format!("fld_{}_{name}", self.key);
        self.table.fields.iter_mut().find(|field| field.id.as_str() == id)
    }
}

fn relation(table: &str, cardinality: Cardinality, inverse: &str) -> FieldKind {
    FieldKind::Relation {
        table: TableId::new(format!("tbl_{table}")),
        cardinality,
        inverse: Some(FieldId::new(format!("fld_{inverse}"))),
    }
}
