//! Removing an element together with what refers to it.

use std::collections::BTreeSet;

use super::Draft;
use crate::blueprint::{
    Action, Automation, Blueprint, CellValue, Chart, Condition, FieldId, FieldKind, Filter, OptionId,
    Positions, RowId, TableId, View, ViewKind,
};
use crate::compute::formula::parse;
use crate::operation::references::{of_chart, of_filter};
use crate::operation::{AutomationProperty, CellChanges, ElementId, Operation, Rejection, ViewProperty};

/// Removes `element` with everything that refers to it, and leaves whole what can do without:
///
/// - relations to a removed table, rollups over and formulas with a removed field go, and what refers to them, be
///   it in a circle;
/// - the other side of a removed relation stays, as a relation to one side;
/// - views lose conditions, orders, groups and columns, and become grids where their layout needed the field;
/// - an automation that watched a removed field or asked for it goes: without its condition it would act on more
///   rows than anybody wanted; one that only wrote to it loses that action;
/// - a chart of a removed field goes: it would show another number under the same name;
/// - values that name a removed option or row are emptied.
///
/// # Errors
/// When the element is not there, or is the title of a table that stays.
pub fn remove(blueprint: &Blueprint, element: &ElementId) -> Result<Vec<Operation>, Rejection> {
    let mut draft = Draft::new(blueprint);
    draft.remove(element)?;
    Ok(draft.operations)
}

impl Draft {
    fn remove(&mut self, element: &ElementId) -> Result<(), Rejection> {
        match element {
            ElementId::Table(id) => self.free_table(id)?,
            ElementId::Field(id) => self.free_field(id)?,
            ElementId::Option(id) => self.free_option(id)?,
            ElementId::Row(id) => self.free_row(id)?,
            _ => {}
        }
        self.does(Operation::remove(element.clone()))
    }

    fn free_table(&mut self, id: &TableId) -> Result<(), Rejection> {
        let related = |kind: &FieldKind| matches!(kind, FieldKind::Relation { table, .. } if table == id);
        let others = self.work.tables.iter().filter(|table| table.id != *id);
        let relations = others.flat_map(|table| &table.fields).filter(|field| related(&field.kind));
        let relations: Vec<FieldId> = relations.map(|field| field.id.clone()).collect();
        for relation in relations {
            // Removing one may have taken others along.
            if self.work.field(&relation).is_some() {
                self.remove(&ElementId::Field(relation))?;
            }
        }
        let automations = self.work.automations.iter().filter(|automation| automation.table == *id);
        let charts = self.work.dashboards.iter().flat_map(|dashboard| &dashboard.charts);
        let charts = charts.filter(|chart| chart.table == *id).map(|it| ElementId::Chart(it.id.clone()));
        let automations = automations.map(|it| ElementId::Automation(it.id.clone()));
        for element in automations.chain(charts).collect::<Vec<_>>() {
            self.does(Operation::remove(element))?;
        }
        self.edit_automations(|automation| {
            let into = |action: &Action| matches!(action, Action::CreateRow { table, .. } if table == id);
            without_actions(automation, into)
        })
    }

    fn free_field(&mut self, id: &FieldId) -> Result<(), Rejection> {
        self.loosen(id)?;
        for dependent in self.dependents_first(id) {
            self.detach(&dependent)?;
            self.does(Operation::remove(ElementId::Field(dependent)))?;
        }
        self.detach(id)
    }

    /// Everything that depends on a field, and on that, and so on: each after what depends on it, except in circles.
    fn dependents_first(&self, id: &FieldId) -> Vec<FieldId> {
        let mut known = BTreeSet::from([id.clone()]);
        let mut ordered = Vec::new();
        let mut path = vec![(id.clone(), self.dependents(id).into_iter())];
        while let Some((_, waiting)) = path.last_mut() {
            match waiting.next() {
                Some(next) if known.insert(next.clone()) => {
                    let dependents = self.dependents(&next).into_iter();
                    path.push((next, dependents));
                }
                Some(_) => {}
                None => ordered.extend(path.pop().map(|(done, _)| done)),
            }
        }
        ordered.retain(|dependent| dependent != id);
        ordered
    }

    /// Takes a field out of everything that names it; rollups that are left are part of a circle and go as well.
    fn detach(&mut self, id: &FieldId) -> Result<(), Rejection> {
        for rollup in self.rollups(id) {
            self.does(Operation::change_kind(rollup, FieldKind::Text))?;
        }
        self.edit_views(|view| without_field(view, id))?;
        self.edit_automations(|automation| {
            if watches(automation, id) {
                return None;
            }
            let freed = Automation { actions: without_cells(&automation.actions, id), ..automation.clone() };
            without_actions(&freed, |action| names(action, id))
        })?;
        self.remove_charts(|chart| {
            let mut is_named = false;
            of_chart(chart, &mut |_, field| is_named |= field == Some(id));
            is_named
        })
    }

    /// Parts a relation from its other side, which stays.
    fn loosen(&mut self, id: &FieldId) -> Result<(), Rejection> {
        let Some((_, field)) = self.work.field(id) else { return Ok(()) };
        let FieldKind::Relation { inverse: Some(inverse), .. } = &field.kind else { return Ok(()) };
        if inverse == id {
            return Ok(());
        }
        let both = [Some(field), self.work.field(inverse).map(|(_, field)| field)];
        let parted = both.into_iter().flatten().filter_map(|field| match &field.kind {
            FieldKind::Relation { table, cardinality, .. } => {
                let (table, cardinality) = (table.clone(), *cardinality);
                Some((field.id.clone(), FieldKind::Relation { table, cardinality, inverse: None }))
            }
            _ => None,
        });
        let (cells, positions) = (CellChanges::new(), Positions::new());
        self.does(Operation::ChangeKinds { fields: parted.collect(), cells, positions })
    }

    /// Rollups that follow a field or compute over it, and formulas that name it.
    fn dependents(&self, id: &FieldId) -> Vec<FieldId> {
        let names = |kind: &FieldKind| match kind {
            FieldKind::Formula { expression } => {
                parse(expression).is_ok_and(|formula| formula.fields().iter().any(|(named, _)| *named == id))
            }
            kind => rolls_up(kind, id),
        };
        let fields = self.work.tables.iter().flat_map(|table| &table.fields).filter(|field| field.id != *id);
        fields.filter(|field| names(&field.kind)).map(|field| field.id.clone()).collect()
    }

    /// Rollups that follow a field or compute over it, itself among them.
    fn rollups(&self, id: &FieldId) -> Vec<FieldId> {
        let fields = self.work.tables.iter().flat_map(|table| &table.fields);
        fields.filter(|field| rolls_up(&field.kind, id)).map(|field| field.id.clone()).collect()
    }

    fn free_option(&mut self, id: &OptionId) -> Result<(), Rejection> {
        self.free_value(id.as_str(), |kind, _| {
            matches!(kind, FieldKind::Select { .. } | FieldKind::MultiSelect { .. })
        })
    }

    fn free_row(&mut self, id: &RowId) -> Result<(), Rejection> {
        let table = self.work.row(id).map(|(table, _)| table.id.clone());
        self.free_value(id.as_str(), |kind, _| {
            matches!(kind, FieldKind::Relation { table: related, .. } if Some(related) == table.as_ref())
        })
    }

    /// Takes an id out of the values of all fields that may hold it: cells, conditions, actions.
    fn free_value(
        &mut self,
        id: &str,
        may_hold: impl Fn(&FieldKind, &FieldId) -> bool,
    ) -> Result<(), Rejection> {
        let fields = self.work.tables.iter().flat_map(|table| &table.fields);
        let holders = fields.filter(|field| may_hold(&field.kind, &field.id));
        let holders: BTreeSet<FieldId> = holders.map(|field| field.id.clone()).collect();
        let mut emptied = Vec::new();
        for row in self.work.tables.iter().flat_map(|table| &table.sample_rows) {
            for (field, value) in row.cells.iter().filter(|(field, _)| holders.contains(field)) {
                if let Some(value) = freed(value, id) {
                    emptied.push(Operation::SetCell { row: row.id.clone(), field: field.clone(), value });
                }
            }
        }
        for operation in emptied {
            self.does(operation)?;
        }
        let asks = |condition: &Condition| {
            holders.contains(&condition.field)
                && condition.value.as_ref().is_some_and(|value| freed(value, id) == Some(None))
        };
        self.edit_views(|view| View { filter: without(view.filter.as_ref(), &asks), ..view.clone() })?;
        self.edit_automations(|automation| {
            let is_lost = automation.filter.iter().flat_map(|filter| &filter.conditions).any(&asks);
            let sets = |action: &Action| {
                matches!(action, Action::SetField { field, value }
                    if holders.contains(field) && freed(value, id) == Some(None))
            };
            if is_lost { None } else { without_actions(automation, sets) }
        })?;
        self.remove_charts(|chart| {
            let filters = chart.filter.iter().chain(&chart.measure.of);
            filters.flat_map(|filter| &filter.conditions).any(&asks)
        })
    }

    pub(super) fn edit_views(&mut self, edit: impl Fn(&View) -> View) -> Result<(), Rejection> {
        let mut edits = Vec::new();
        for view in self.work.tables.iter().flat_map(|table| &table.views) {
            let edited = edit(view);
            let changed = ViewProperty::all(&edited).into_iter().filter(|set| !set.holds(view));
            edits.extend(changed.map(|set| Operation::EditView { view: view.id.clone(), set }));
        }
        edits.into_iter().try_for_each(|edit| self.does(edit))
    }

    /// Edits the automations, and removes those that nothing is left of.
    fn edit_automations(
        &mut self,
        edit: impl Fn(&Automation) -> Option<Automation>,
    ) -> Result<(), Rejection> {
        let mut edits = Vec::new();
        for automation in &self.work.automations {
            match edit(automation) {
                None => edits.push(Operation::remove(ElementId::Automation(automation.id.clone()))),
                Some(edited) => {
                    let changed = AutomationProperty::all(&edited).into_iter();
                    let changed = changed.filter(|set| !set.holds(automation));
                    let id = || automation.id.clone();
                    edits.extend(changed.map(|set| Operation::EditAutomation { automation: id(), set }));
                }
            }
        }
        edits.into_iter().try_for_each(|edit| self.does(edit))
    }

    fn remove_charts(&mut self, is_lost: impl Fn(&Chart) -> bool) -> Result<(), Rejection> {
        let charts = self.work.dashboards.iter().flat_map(|dashboard| &dashboard.charts);
        let lost: Vec<_> = charts.filter(|chart| is_lost(chart)).map(|chart| chart.id.clone()).collect();
        lost.into_iter().try_for_each(|id| self.does(Operation::remove(ElementId::Chart(id))))
    }
}

fn rolls_up(kind: &FieldKind, id: &FieldId) -> bool {
    matches!(kind, FieldKind::Rollup { relation, field, .. } if relation == id || field.as_ref() == Some(id))
}

/// The value without an id: something else, or nothing; no answer where it does not hold it.
fn freed(value: &CellValue, id: &str) -> Option<Option<CellValue>> {
    match value {
        CellValue::Text(text) if text == id => Some(None),
        CellValue::List(items) if items.iter().any(|item| item == id) => {
            let left: Vec<_> = items.iter().filter(|item| *item != id).cloned().collect();
            Some((!left.is_empty()).then_some(CellValue::List(left)))
        }
        _ => None,
    }
}

/// The filter without some conditions; none where nothing is left of it.
pub(super) fn without(filter: Option<&Filter>, is_lost: &dyn Fn(&Condition) -> bool) -> Option<Filter> {
    let filter = filter?;
    let had = filter.conditions.len();
    let left: Vec<_> = filter.conditions.iter().filter(|condition| !is_lost(condition)).cloned().collect();
    (had == left.len() || !left.is_empty())
        .then_some(Filter { conditions: left, conjunction: filter.conjunction })
}

/// The view without a field: a grid where its layout needs it.
pub(super) fn without_field(view: &View, id: &FieldId) -> View {
    let kind = match &view.kind {
        ViewKind::Board { by } if by == id => ViewKind::Grid,
        ViewKind::Calendar { date } if date == id => ViewKind::Grid,
        ViewKind::Timeline { start, .. } if start == id => ViewKind::Grid,
        ViewKind::Timeline { start, end } => {
            ViewKind::Timeline { start: start.clone(), end: end.clone().filter(|end| end != id) }
        }
        kind => kind.clone(),
    };
    View {
        kind,
        filter: without(view.filter.as_ref(), &|condition| condition.field == *id),
        sorts: view.sorts.iter().filter(|sort| sort.field != *id).cloned().collect(),
        group: view.group.clone().filter(|group| group != id),
        visible_fields: view.visible_fields.iter().filter(|field| *field != id).cloned().collect(),
        ..view.clone()
    }
}

/// Whether an automation starts by a field or asks for it.
fn watches(automation: &Automation, id: &FieldId) -> bool {
    use crate::blueprint::Trigger;
    let starts = match &automation.trigger {
        Trigger::FieldChanged { field } | Trigger::DateReached { field, .. } => field == id,
        Trigger::RowCreated | Trigger::Schedule { .. } => false,
    };
    let mut asks = false;
    of_filter(&automation.table, automation.filter.as_ref(), &mut |_, field| asks |= field == Some(id));
    starts || asks
}

/// Rows that are made do without a value for the field.
fn without_cells(actions: &[Action], id: &FieldId) -> Vec<Action> {
    let mut actions = actions.to_vec();
    for action in &mut actions {
        if let Action::CreateRow { cells, .. } = action {
            cells.remove(id);
        }
    }
    actions
}

fn names(action: &Action, id: &FieldId) -> bool {
    match action {
        Action::SetField { field, .. } | Action::SetToday { field } => field == id,
        Action::Notify { person, .. } => person.as_ref() == Some(id),
        Action::Export { by, .. } => by.as_ref() == Some(id),
        Action::CreateRow { .. } => false,
    }
}

/// The automation without some actions; nothing where it had no others.
fn without_actions(automation: &Automation, is_lost: impl Fn(&Action) -> bool) -> Option<Automation> {
    let had = automation.actions.len();
    let actions: Vec<_> = automation.actions.iter().filter(|action| !is_lost(action)).cloned().collect();
    (had == actions.len() || !actions.is_empty()).then(|| Automation { actions, ..automation.clone() })
}
