//! Values of cells, stored and computed.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::Datelike;

use super::formula::eval::evaluate;
use super::rollup::roll_up;
use super::schema::Schema;
use super::value::{self, Value};
use crate::blueprint::{
    Blueprint, Cardinality, Field, FieldId, FieldKind, OptionId, RollupFunction, RowId, SampleRow,
    SelectOption, Table,
};

/// Computes values of a blueprint's sample rows; each formula and rollup is computed once.
#[derive(Debug)]
pub struct Evaluator<'a> {
    pub(super) blueprint: &'a Blueprint,
    schema: Schema<'a>,
    rows: HashMap<&'a str, (&'a Table, &'a SampleRow)>,
    options: HashMap<&'a str, &'a SelectOption>,
    inverse_links: HashMap<(&'a FieldId, &'a str), Vec<&'a RowId>>,
    computed: RefCell<HashMap<(&'a RowId, &'a FieldId), Value>>,
}

impl<'a> Evaluator<'a> {
    /// Over the sample rows of `blueprint`.
    pub fn new(blueprint: &'a Blueprint) -> Self {
        let mut evaluator = Self {
            blueprint,
            schema: Schema::new(blueprint),
            rows: HashMap::new(),
            options: HashMap::new(),
            inverse_links: HashMap::new(),
            computed: RefCell::default(),
        };
        for table in &blueprint.tables {
            for row in &table.sample_rows {
                evaluator.rows.entry(row.id.as_str()).or_insert((table, row));
            }
            for option in table.fields.iter().flat_map(|field| field.kind.options()) {
                evaluator.options.entry(option.id.as_str()).or_insert(option);
            }
            evaluator.index_links(table);
        }
        evaluator
    }

    /// What is known of the fields.
    pub fn schema(&self) -> &Schema<'a> {
        &self.schema
    }

    /// The blueprint whose rows it computes.
    pub fn blueprint(&self) -> &'a Blueprint {
        self.blueprint
    }

    /// The option with this id.
    pub fn option(&self, id: &OptionId) -> Option<&'a SelectOption> {
        self.option_named(id.as_str())
    }

    pub(super) fn option_named(&self, id: &str) -> Option<&'a SelectOption> {
        self.options.get(id).copied()
    }

    /// The sample row with this id, with its table.
    pub fn row(&self, id: &str) -> Option<(&'a Table, &'a SampleRow)> {
        self.rows.get(id).copied()
    }

    /// The value of a cell; [`Value::Empty`] for unknown ids, too.
    pub fn value(&self, row: &RowId, field: &FieldId) -> Value {
        match (self.row(row.as_str()), self.schema.field(field)) {
            (Some((table, row)), Some((holder, field))) if table.id == holder.id => {
                self.cell(table, row, field)
            }
            _ => Value::Empty,
        }
    }

    fn cell(&self, table: &'a Table, row: &'a SampleRow, field: &'a Field) -> Value {
        match &field.kind {
            FieldKind::Formula { .. } | FieldKind::Rollup { .. } => self.once(table, row, field),
            FieldKind::Relation { cardinality, .. } => self.links(row, field, *cardinality),
            FieldKind::AutoId { prefix } => self.auto_id(table, row, field, prefix),
            FieldKind::Checkbox => match stored(row, field) {
                Value::Empty => Value::Bool(false),
                checked => checked,
            },
            _ => stored(row, field),
        }
    }

    fn once(&self, table: &'a Table, row: &'a SampleRow, field: &'a Field) -> Value {
        let known = self.computed.borrow().get(&(&row.id, &field.id)).cloned();
        known.unwrap_or_else(|| {
            let value = self.compute(table, row, field);
            self.computed.borrow_mut().insert((&row.id, &field.id), value.clone());
            value
        })
    }

    /// Only what has a type is computed: that keeps cycles and endless chains out.
    fn compute(&self, table: &'a Table, row: &'a SampleRow, field: &'a Field) -> Value {
        if self.schema.type_of(&field.id).is_none() {
            return Value::Empty;
        }
        match (&field.kind, self.schema.formula(&field.id)) {
            (FieldKind::Formula { .. }, Some(Ok(expr))) => evaluate(expr, &|id| self.operand(table, row, id)),
            (FieldKind::Rollup { relation, field, function }, _) => {
                let related = self.value(&row.id, relation);
                let rows: Vec<_> = related.items().iter().filter_map(|id| self.row(id)).collect();
                let over = field.as_ref().filter(|_| *function != RollupFunction::Count);
                let values = rows.iter().map(|(_, row)| match over {
                    Some(field) => self.value(&row.id, field),
                    None => Value::Empty,
                });
                roll_up(*function, values)
            }
            _ => Value::Empty,
        }
    }

    /// A reference in a formula: options and rows stand as people read them.
    fn operand(&self, table: &'a Table, row: &'a SampleRow, id: &FieldId) -> Value {
        let Some(field) = self.schema.field_of(table, id) else { return Value::Empty };
        let value = self.cell(table, row, field);
        match field.kind {
            FieldKind::Select { .. }
            | FieldKind::MultiSelect { .. }
            | FieldKind::Relation { .. }
            | FieldKind::Person { .. } => Value::text(self.label(field, &value)),
            _ => value,
        }
    }

    /// The links of the row's own cell, then those that only the inverse's cells name.
    fn links(&self, row: &'a SampleRow, field: &'a Field, cardinality: Cardinality) -> Value {
        let own = row.cells.get(&field.id).map_or(&[][..], |cell| cell.list());
        let mut links = own.to_vec();
        for other in self.inverse_links.get(&(&field.id, row.id.as_str())).into_iter().flatten() {
            if !own.iter().any(|id| id == other.as_str()) {
                links.push(other.to_string());
            }
        }
        if cardinality == Cardinality::One {
            links.truncate(1);
        }
        Value::list(links)
    }

    fn index_links(&mut self, table: &'a Table) {
        for field in &table.fields {
            let FieldKind::Relation { inverse: Some(inverse), .. } = &field.kind else { continue };
            for row in &table.sample_rows {
                for target in row.cells.get(&field.id).map_or(&[][..], |cell| cell.list()) {
                    self.inverse_links.entry((inverse, target)).or_default().push(&row.id);
                }
            }
        }
    }

    fn auto_id(&self, table: &Table, row: &SampleRow, field: &Field, prefix: &str) -> Value {
        let Value::Number(number) = stored(row, field) else { return Value::Empty };
        let prefix = match self.year_made(table, row) {
            Some(year) => prefix.replace("{year}", &year.to_string()),
            None => prefix.to_owned(),
        };
        Value::Text(format!("{prefix}{number:03.0}"))
    }

    /// The year a row was made in; of a row without a created time, the year of the samples.
    fn year_made(&self, table: &Table, row: &SampleRow) -> Option<i32> {
        let made = table.fields.iter().find(|field| matches!(field.kind, FieldKind::CreatedAt));
        let day = made.and_then(|field| stored(row, field).day());
        day.or(self.blueprint.settings.sample_today).map(|day| day.year())
    }
}

fn stored(row: &SampleRow, field: &Field) -> Value {
    let cell = row.cells.get(&field.id);
    cell.and_then(|cell| value::Value::read(&field.kind, cell)).unwrap_or(Value::Empty)
}
