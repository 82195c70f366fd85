//! Two tables that become one.

use std::collections::BTreeMap;

use super::rename_ids::Renamed;
use super::{Draft, NewId, free_name};
use crate::blueprint::{
    Action, Blueprint, Field, FieldId, FieldKind, Positions, SampleRow, SelectOption, Table, TableId,
};
use crate::operation::{
    AutomationProperty, CellChanges, Element, ElementId, ElementKind, Operation, Rejection,
};
use crate::words::Language;

/// Puts everything of `from` into `into` and removes `from`.
///
/// Fields are matched by name and kind, titles always; options by name. What has no match is added, rows and views are
/// appended under their ids. Automations, charts, rollups and relations of other tables follow. Where both sides of two
/// relations would meet in one field, the relation that comes from `from` becomes one-sided.
///
/// # Errors
/// When a table is not there, both are the same, or the whole would be too large.
pub fn merge_tables(
    blueprint: &Blueprint,
    into: &TableId,
    from: &TableId,
    new_id: &mut NewId<'_>,
    language: Language,
) -> Result<Vec<Operation>, Rejection> {
    let missing = |id: &TableId| Rejection::Missing { element: ElementId::Table(id.clone()) };
    let target = blueprint.table(into).ok_or_else(|| missing(into))?;
    let source = blueprint.table(from).ok_or_else(|| missing(from))?;
    if into == from {
        return Err(Rejection::Senseless { op: "remove".to_owned(), kind: ElementKind::Table });
    }
    let mut merge = Merge { target, source, renamed: Renamed::default(), new: Vec::new(), language };
    merge.match_fields(new_id);
    let mut draft = Draft::new(blueprint);
    merge.add_fields(&mut draft)?;
    let followers = merge.detach(&mut draft)?;
    let relations = merge.retarget(&mut draft)?;
    draft.does(Operation::remove(ElementId::Table(from.clone())))?;
    merge.append(&mut draft)?;
    draft.change(relations)?;
    followers.into_iter().try_for_each(|operation| draft.does(operation))?;
    Ok(draft.operations)
}

type Kinds = BTreeMap<FieldId, FieldKind>;

impl Draft {
    fn change(&mut self, fields: Kinds) -> Result<(), Rejection> {
        if fields.is_empty() {
            return Ok(());
        }
        // Links between rows stay what they are: rows keep their ids.
        let mut cells = CellChanges::new();
        for row in self.work.tables.iter().flat_map(|table| &table.sample_rows) {
            for (field, value) in row.cells.iter().filter(|(field, _)| fields.contains_key(field)) {
                cells.entry(row.id.clone()).or_default().insert(field.clone(), Some(value.clone()));
            }
        }
        self.does(Operation::ChangeKinds { fields, cells, positions: Positions::new() })
    }
}

struct Merge<'a> {
    target: &'a Table,
    source: &'a Table,
    /// What stands for the elements of `source`.
    renamed: Renamed,
    /// Fields of `source` that have no match.
    new: Vec<&'a Field>,
    language: Language,
}

impl<'a> Merge<'a> {
    fn match_fields(&mut self, new_id: &mut NewId<'_>) {
        self.renamed.insert(self.source.id.as_str(), self.target.id.as_str());
        for field in &self.source.fields {
            match self.matching(field) {
                Some(found) => {
                    self.renamed.insert(field.id.as_str(), found.id.as_str());
                    self.match_options(field, found, new_id);
                }
                None => {
                    self.renamed.insert(field.id.as_str(), &new_id(ElementKind::Field));
                    for option in field.kind.options() {
                        self.renamed.insert(option.id.as_str(), &new_id(ElementKind::Option));
                    }
                    self.new.push(field);
                }
            }
        }
    }

    fn matching(&self, field: &Field) -> Option<&'a Field> {
        let same_place = |other: &FieldKind| match (&field.kind, other) {
            (FieldKind::Relation { table, .. }, FieldKind::Relation { table: other, .. }) => table == other,
            // What is computed differs in more than its name.
            (kind, other) => !kind.is_computed() && kind.name() == other.name(),
        };
        let name = field.name.to_lowercase();
        self.target.fields.iter().find(|other| match (&field.kind, &other.kind) {
            (FieldKind::Title, other) => matches!(other, FieldKind::Title),
            (_, kind) => other.name.to_lowercase() == name && same_place(kind),
        })
    }

    fn match_options(&mut self, field: &Field, found: &Field, new_id: &mut NewId<'_>) {
        for option in field.kind.options() {
            let name = option.name.to_lowercase();
            let known = found.kind.options().iter().find(|other| other.name.to_lowercase() == name);
            match known {
                Some(known) => self.renamed.insert(option.id.as_str(), known.id.as_str()),
                None => self.renamed.insert(option.id.as_str(), &new_id(ElementKind::Option)),
            }
        }
    }

    /// Options and fields that the target lacks; relations one-sided, computed fields as text until all is there.
    fn add_fields(&self, draft: &mut Draft) -> Result<(), Rejection> {
        for field in self.source.fields.iter().filter(|field| !self.is_new(field)) {
            let target = self.renamed.field(&field.id);
            let known = self.target.field(&target).map(|field| field.kind.options()).unwrap_or_default();
            for option in field.kind.options() {
                let id = self.renamed.get(option.id.as_str());
                if known.iter().all(|known| known.id.as_str() != id) {
                    let option = SelectOption { id: id.into(), ..option.clone() };
                    draft.does(Operation::add(Element::Option { field: target.clone(), option }))?;
                }
            }
        }
        for field in &self.new {
            let table = draft.work.table(&self.target.id);
            let taken = table.iter().flat_map(|table| &table.fields).map(|field| field.name.as_str());
            let name = free_name(&field.name, &taken.collect::<Vec<_>>(), self.language);
            let kind = match &field.kind {
                FieldKind::Relation { .. } | FieldKind::Rollup { .. } => FieldKind::Text,
                kind => self.renamed.kind(kind),
            };
            let field = Field { id: self.renamed.field(&field.id), name, kind, ..(*field).clone() };
            let element = Element::Field { table: self.target.id.clone(), field, cells: BTreeMap::new() };
            draft.does(Operation::add(element))?;
        }
        Ok(())
    }

    fn is_new(&self, field: &Field) -> bool {
        self.new.iter().any(|new| new.id == field.id)
    }

    /// Takes out what acts upon the source or counts its rows; gives back what puts it in again.
    fn detach(&self, draft: &mut Draft) -> Result<Vec<Operation>, Rejection> {
        let (mut detached, mut back) = (Vec::new(), Vec::new());
        let is_source = |table: &TableId| *table == self.source.id;
        for automation in &draft.work.automations {
            if is_source(&automation.table) {
                detached.push(Operation::remove(ElementId::Automation(automation.id.clone())));
                back.push(Operation::add(Element::Automation(self.renamed.automation(automation))));
                continue;
            }
            let into =
                |action: &Action| matches!(action, Action::CreateRow { table, .. } if is_source(table));
            if automation.actions.iter().any(into) {
                let renamed =
                    |action| if into(action) { self.renamed.action(action) } else { action.clone() };
                let set = AutomationProperty::Actions(automation.actions.iter().map(renamed).collect());
                detached.push(Operation::EditAutomation { automation: automation.id.clone(), set });
            }
        }
        for dashboard in &draft.work.dashboards {
            for chart in dashboard.charts.iter().filter(|chart| is_source(&chart.table)) {
                detached.push(Operation::remove(ElementId::Chart(chart.id.clone())));
                let chart = self.renamed.chart(chart);
                back.push(Operation::add(Element::Chart { dashboard: dashboard.id.clone(), chart }));
            }
        }
        detached.into_iter().try_for_each(|operation| draft.does(operation))?;
        Ok(back)
    }

    /// Leads relations and rollups of other tables to the target; gives back the kinds of the fields that are new.
    fn retarget(&self, draft: &mut Draft) -> Result<Kinds, Rejection> {
        let mut now = Kinds::new();
        let mut later = Kinds::new();
        for field in &self.new {
            if matches!(field.kind, FieldKind::Relation { .. } | FieldKind::Rollup { .. }) {
                later.insert(self.renamed.field(&field.id), self.renamed.kind(&field.kind));
            }
        }
        for table in &draft.work.tables {
            for field in &table.fields {
                match &field.kind {
                    FieldKind::Relation { table: related, cardinality, inverse }
                        if *related == self.source.id || table.id == self.source.id =>
                    {
                        let table = if *related == self.source.id { &self.target.id } else { related };
                        let (table, cardinality) = (table.clone(), *cardinality);
                        now.insert(
                            field.id.clone(),
                            FieldKind::Relation { table, cardinality, inverse: None },
                        );
                        self.pair_later(field, inverse.as_ref(), &mut later);
                    }
                    FieldKind::Rollup { field: Some(over), .. } if self.renamed.knows(over.as_str()) => {
                        let is_inside = table.id == self.source.id;
                        let kind = if is_inside { FieldKind::Text } else { self.over(&field.kind) };
                        now.insert(field.id.clone(), kind);
                    }
                    FieldKind::Rollup { .. } if table.id == self.source.id => {
                        now.insert(field.id.clone(), FieldKind::Text);
                    }
                    _ => {}
                }
            }
        }
        draft.change(now)?;
        Ok(mutual(later))
    }

    /// A rollup of another table over the field that stands for the one it was over.
    fn over(&self, kind: &FieldKind) -> FieldKind {
        match kind {
            FieldKind::Rollup { relation, field, function } => FieldKind::Rollup {
                relation: relation.clone(),
                field: field.as_ref().map(|field| self.renamed.field(field)),
                function: *function,
            },
            other => other.clone(),
        }
    }

    /// The other side of a relation of another table, once it is there: if it came along as a new field.
    fn pair_later(&self, field: &Field, inverse: Option<&FieldId>, later: &mut Kinds) {
        let Some(inverse) = inverse.filter(|inverse| self.new.iter().any(|new| new.id == **inverse)) else {
            return;
        };
        let there = self.renamed.field(inverse);
        let is_source = self.source.field(&field.id).is_some();
        let here = if is_source { self.renamed.field(&field.id) } else { field.id.clone() };
        if is_source && !self.is_new(field) {
            return;
        }
        if let FieldKind::Relation { cardinality, .. } = &field.kind {
            let table = self.target.id.clone();
            let kind = FieldKind::Relation { table, cardinality: *cardinality, inverse: Some(there.clone()) };
            later.insert(here.clone(), kind);
        }
        if let Some(FieldKind::Relation { inverse, .. }) = later.get_mut(&there) {
            *inverse = Some(here);
        }
    }

    /// The rows and the views of the source, which is gone by now.
    fn append(&self, draft: &mut Draft) -> Result<(), Rejection> {
        let table = &self.target.id;
        for row in &self.source.sample_rows {
            let row = SampleRow { id: row.id.clone(), cells: self.renamed.cells(&row.cells) };
            draft.does(Operation::add(Element::Row { table: table.clone(), row }))?;
        }
        for view in &self.source.views {
            let mut view = self.renamed.view(view);
            let views = draft.work.table(table).map(|table| table.views.as_slice()).unwrap_or_default();
            let taken: Vec<_> = views.iter().map(|view| view.name.as_str()).collect();
            view.name = free_name(&view.name, &taken, self.language);
            draft.does(Operation::add(Element::View { table: table.clone(), view }))?;
        }
        Ok(())
    }
}

/// The kinds with those inverses alone that both sides name.
fn mutual(kinds: Kinds) -> Kinds {
    let names = |id: &FieldId, other: &FieldId| matches!(kinds.get(id), Some(FieldKind::Relation { inverse: Some(back), .. }) if back == other);
    let kind = |(id, kind): (&FieldId, &FieldKind)| match kind {
        FieldKind::Relation { table, cardinality, inverse: Some(inverse) } if !names(inverse, id) => {
            let (table, cardinality) = (table.clone(), *cardinality);
            (id.clone(), FieldKind::Relation { table, cardinality, inverse: None })
        }
        kind => (id.clone(), kind.clone()),
    };
    kinds.iter().map(kind).collect()
}
