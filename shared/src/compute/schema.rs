//! What is known of a blueprint's fields before any row is looked at: places, formulas, types, order.

use std::collections::{HashMap, VecDeque};

use super::formula::{self, Expr, FormulaError, FormulaFault, Type};
use crate::blueprint::{Blueprint, Field, FieldId, FieldKind, RollupFunction, Table};

/// How many computed fields may build upon each other, so that computing one never exhausts the stack.
pub(crate) const CHAIN_MAX: usize = 16;

/// The fields of a blueprint by id, its formulas parsed, and a type for each field that can be computed.
#[derive(Debug)]
pub struct Schema<'a> {
    places: HashMap<&'a FieldId, (&'a Table, &'a Field)>,
    formulas: HashMap<&'a FieldId, Result<Expr, FormulaError>>,
    types: HashMap<&'a FieldId, Type>,
    cyclic: Vec<&'a FieldId>,
    too_long: Vec<&'a FieldId>,
}

impl<'a> Schema<'a> {
    /// Of `blueprint`. Of several fields with one id, the first counts.
    pub fn new(blueprint: &'a Blueprint) -> Self {
        let mut schema = Self {
            places: HashMap::new(),
            formulas: HashMap::new(),
            types: HashMap::new(),
            cyclic: Vec::new(),
            too_long: Vec::new(),
        };
        for table in &blueprint.tables {
            for field in &table.fields {
                schema.places.entry(&field.id).or_insert((table, field));
                if let FieldKind::Formula { expression } = &field.kind {
                    schema.formulas.entry(&field.id).or_insert_with(|| formula::parse(expression));
                }
            }
        }
        schema.find_types();
        schema
    }

    /// The field with this id, with the table that holds it.
    pub fn field(&self, id: &FieldId) -> Option<(&'a Table, &'a Field)> {
        self.places.get(id).copied()
    }

    /// The field with this id, if `table` holds it.
    pub fn field_of(&self, table: &Table, id: &FieldId) -> Option<&'a Field> {
        self.field(id).filter(|(holder, _)| holder.id == table.id).map(|(_, field)| field)
    }

    /// The parsed formula of a formula field.
    pub fn formula(&self, id: &FieldId) -> Option<&Result<Expr, FormulaError>> {
        self.formulas.get(id)
    }

    /// The type that formulas see; nothing for a computed field that cannot be computed.
    pub fn type_of(&self, id: &FieldId) -> Option<Type> {
        self.types.get(id).copied()
    }

    /// The type of a reference to `field` from a formula of `table`.
    ///
    /// # Errors
    /// The fault of the reference.
    pub fn reference(&self, table: &Table, field: &FieldId) -> Result<Type, FormulaFault> {
        if self.field_of(table, field).is_none() {
            return Err(FormulaFault::UnknownField(field.clone()));
        }
        self.type_of(field).ok_or_else(|| FormulaFault::BrokenField(field.clone()))
    }

    /// Computed fields that depend on themselves, in the blueprint's order.
    pub fn cyclic(&self) -> &[&'a FieldId] {
        &self.cyclic
    }

    /// Computed fields that build upon too many others.
    pub(crate) fn too_long(&self) -> &[&'a FieldId] {
        &self.too_long
    }

    /// Computed fields that a computed field is computed from; a field read twice comes twice.
    fn sources(&self, field: &'a Field) -> Vec<&'a FieldId> {
        let named: Vec<&FieldId> = match &field.kind {
            FieldKind::Formula { .. } => match self.formulas.get(&field.id) {
                Some(Ok(expr)) => expr.fields().into_iter().map(|(id, _)| id).collect(),
                _ => Vec::new(),
            },
            FieldKind::Rollup { function: RollupFunction::Count, .. } => Vec::new(),
            FieldKind::Rollup { field, .. } => field.iter().collect(),
            _ => Vec::new(),
        };
        // Looked up, so that the ids live as long as the blueprint.
        named.into_iter().filter_map(|id| self.computed(id)).map(|field| &field.id).collect()
    }

    fn computed(&self, id: &FieldId) -> Option<&'a Field> {
        self.field(id).map(|(_, field)| field).filter(|field| field.kind.is_computed())
    }

    /// Types of stored fields, then of computed ones, each after what it is computed from (Kahn's algorithm).
    fn find_types(&mut self) {
        let mut order = Order::default();
        for (id, (_, field)) in &self.places {
            if field.kind.is_computed() {
                order.add(id, self.sources(field));
            } else {
                self.types.insert(id, stored_type(&field.kind));
            }
        }
        let sorted = order.sort();
        for id in sorted.computable {
            if let Some(found) = self.computed_type(id) {
                self.types.insert(id, found);
            }
        }
        self.cyclic = sorted.cyclic;
        self.too_long = sorted.too_long;
        self.cyclic.sort();
        self.too_long.sort();
    }

    fn computed_type(&self, id: &FieldId) -> Option<Type> {
        let (table, field) = self.field(id)?;
        match &field.kind {
            FieldKind::Formula { .. } => {
                let expr = self.formulas.get(id)?.as_ref().ok()?;
                formula::check(expr, &|field| self.reference(table, field)).ok()
            }
            FieldKind::Rollup { relation, field, function } => {
                self.rollup_type(table, relation, field.as_ref(), *function)
            }
            _ => None,
        }
    }

    fn rollup_type(
        &self,
        table: &Table,
        relation: &FieldId,
        field: Option<&FieldId>,
        function: RollupFunction,
    ) -> Option<Type> {
        let FieldKind::Relation { table: related, .. } = &self.field_of(table, relation)?.kind else {
            return None;
        };
        if function == RollupFunction::Count {
            return Some(Type::Number);
        }
        let (holder, target) = self.field(field?)?;
        (holder.id == *related).then_some(())?;
        rolled_up(function, self.type_of(&target.id)?)
    }
}

/// The type of a rollup over values of a type; nothing where the function does not fit.
pub fn rolled_up(function: RollupFunction, over: Type) -> Option<Type> {
    match (function, over) {
        (RollupFunction::Count, _)
        | (RollupFunction::Sum | RollupFunction::Average, Type::Number)
        | (RollupFunction::PercentChecked, Type::Bool) => Some(Type::Number),
        (RollupFunction::Min | RollupFunction::Max, Type::Number | Type::Date | Type::Datetime) => Some(over),
        _ => None,
    }
}

fn stored_type(kind: &FieldKind) -> Type {
    match kind {
        FieldKind::Number { .. } | FieldKind::Rating { .. } => Type::Number,
        FieldKind::Checkbox => Type::Bool,
        FieldKind::Date => Type::Date,
        FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => Type::Datetime,
        _ => Type::Text,
    }
}

/// Computed fields with what they are computed from.
#[derive(Default)]
struct Order<'a> {
    sources: HashMap<&'a FieldId, Vec<&'a FieldId>>,
    readers: HashMap<&'a FieldId, Vec<&'a FieldId>>,
}

struct Sorted<'a> {
    computable: Vec<&'a FieldId>,
    cyclic: Vec<&'a FieldId>,
    too_long: Vec<&'a FieldId>,
}

impl<'a> Order<'a> {
    fn add(&mut self, field: &'a FieldId, sources: Vec<&'a FieldId>) {
        for source in &sources {
            self.readers.entry(source).or_default().push(field);
        }
        self.readers.entry(field).or_default();
        self.sources.insert(field, sources);
    }

    fn sort(&self) -> Sorted<'a> {
        let levels = peel(&self.sources, &self.readers);
        let (mut short, mut too_long) = (Vec::new(), Vec::new());
        for (field, level) in &levels {
            if *level < CHAIN_MAX { short.push((*level, *field)) } else { too_long.push(*field) }
        }
        short.sort();
        // What neither end reaches lies on a cycle, or between two of them.
        let from_the_end = peel(&self.readers, &self.sources);
        let cyclic = self.sources.keys().copied();
        let cyclic = cyclic.filter(|id| !levels.contains_key(id) && !from_the_end.contains_key(id)).collect();
        Sorted { computable: short.into_iter().map(|(_, field)| field).collect(), cyclic, too_long }
    }
}

type Edges<'a> = HashMap<&'a FieldId, Vec<&'a FieldId>>;

/// Every field that `before` does not lead back to itself, with the length of the longest way to it.
fn peel<'a>(before: &Edges<'a>, after: &Edges<'a>) -> HashMap<&'a FieldId, usize> {
    let mut waiting: HashMap<&FieldId, usize> = before.iter().map(|(id, ids)| (*id, ids.len())).collect();
    let mut ready: VecDeque<&FieldId> =
        waiting.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    let mut levels: HashMap<&FieldId, usize> = ready.iter().map(|id| (*id, 0)).collect();
    while let Some(id) = ready.pop_front() {
        let next = levels.get(id).map_or(0, |level| level + 1);
        for reader in after.get(id).into_iter().flatten() {
            let level = levels.entry(reader).or_default();
            *level = next.max(*level);
            if let Some(count) = waiting.get_mut(reader) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push_back(reader);
                }
            }
        }
    }
    levels.retain(|id, _| waiting.get(id) == Some(&0));
    levels
}
