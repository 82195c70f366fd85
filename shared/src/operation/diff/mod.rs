//! What makes one blueprint into another.

mod edits;

use std::collections::{BTreeMap, HashMap, HashSet};

use edits::edits;

use super::list::{Listed, positions};
use super::{CellChanges, Element, ElementId, ListId, Operation, apply, ids};
use crate::blueprint::{Blueprint, Chart, Field, FieldId, FieldKind, Positions, SampleRow, Table, TableId};

/// The operations that make `from` exactly `to`, in order; few where little differs.
///
/// Elements are matched by id, so a rename is one operation. Both blueprints hold together; of one that does not,
/// what is wrong is not made.
pub fn diff(from: &Blueprint, to: &Blueprint) -> Vec<Operation> {
    let mut direct = Diff { work: from.clone(), to, operations: Vec::new() };
    direct.run();
    if direct.work == *to {
        return direct.operations;
    }
    // Ids that changed their place or their kind stand in each other's way: take everything down and build it anew.
    let mut anew = Diff { work: from.clone(), to, operations: Vec::new() };
    anew.tear_down();
    anew.run();
    anew.operations
}

struct Diff<'a> {
    /// How far it is made.
    work: Blueprint,
    to: &'a Blueprint,
    operations: Vec<Operation>,
}

impl<'a> Diff<'a> {
    fn run(&mut self) {
        if self.work == *self.to {
            return;
        }
        self.remove_leaves();
        self.add_tables();
        self.add_fields();
        self.change_kinds();
        self.add_leaves();
        self.edit();
        self.remove_roots();
        self.order();
    }

    /// Whether the operation applied.
    fn does(&mut self, operation: Operation) -> bool {
        let done = apply(&mut self.work, operation.clone()).is_ok();
        if done {
            self.operations.push(operation);
        }
        done
    }

    fn all(&mut self, operations: Vec<Operation>) {
        for operation in operations {
            self.does(operation);
        }
    }

    /// Adds an element of the target where it stands there; whether that worked.
    fn add(&mut self, element: Element, list: &[impl Listed]) -> bool {
        let id = element.id();
        let at = list.iter().position(|item| item.id() == id.as_str());
        let position = at.and_then(|at| positions(list, &self.to.positions).into_iter().nth(at));
        let inner = element.ids().into_iter().skip(1);
        let inner = inner.filter_map(|id| Some((id.to_owned(), self.to.positions.get(id)?.clone())));
        let positions: Positions = inner.collect();
        self.does(Operation::Add { element: Box::new(element), position, positions })
    }

    fn tear_down(&mut self) {
        let automations = self.work.automations.iter().map(|it| ElementId::Automation(it.id.clone()));
        let dashboards = self.work.dashboards.iter().map(|it| ElementId::Dashboard(it.id.clone()));
        let views = self.work.tables.iter().flat_map(|table| &table.views);
        let views = views.map(|view| ElementId::View(view.id.clone()));
        let leaves: Vec<_> = automations.chain(dashboards).chain(views).map(Operation::remove).collect();
        self.all(leaves);
        self.neutralise(|_, _| true);
        let tables = self.work.tables.iter().map(|table| ElementId::Table(table.id.clone()));
        let tables: Vec<_> = tables.map(Operation::remove).collect();
        self.all(tables);
    }

    /// Makes relations and rollups into text, so that nothing rests upon them.
    fn neutralise(&mut self, is_due: impl Fn(&Table, &Field) -> bool) -> bool {
        let mut kinds = BTreeMap::new();
        for table in &self.work.tables {
            for field in &table.fields {
                let rests = matches!(field.kind, FieldKind::Relation { .. } | FieldKind::Rollup { .. });
                if rests && is_due(table, field) {
                    kinds.insert(field.id.clone(), FieldKind::Text);
                }
            }
        }
        !kinds.is_empty() && self.does(change_kinds(kinds, Positions::new()))
    }

    /// Removes what nothing refers to and what the target has not, or has elsewhere.
    fn remove_leaves(&mut self) {
        let to = Places::new(self.to);
        let mut gone = Vec::new();
        for table in &self.work.tables {
            // What is in a table that goes, goes with it.
            let Some(target) = to.tables.get(&table.id) else { continue };
            let kept: HashSet<_> = target.views.iter().map(|view| &view.id).collect();
            let views = table.views.iter().filter(|view| !kept.contains(&view.id));
            gone.extend(views.map(|view| ElementId::View(view.id.clone())));
            let kept: HashSet<_> = target.sample_rows.iter().map(|row| &row.id).collect();
            let rows = table.sample_rows.iter().filter(|row| !kept.contains(&row.id));
            gone.extend(rows.map(|row| ElementId::Row(row.id.clone())));
            for field in &table.fields {
                let Some((_, target)) = to.fields.get(&field.id) else { continue };
                if field.kind.name() == target.kind.name() {
                    let kept: HashSet<_> = target.kind.options().iter().map(|option| &option.id).collect();
                    let options = field.kind.options().iter().filter(|option| !kept.contains(&option.id));
                    gone.extend(options.map(|option| ElementId::Option(option.id.clone())));
                }
            }
        }
        for automation in &self.work.automations {
            let target = self.to.automations.iter().find(|it| it.id == automation.id);
            if target.is_none_or(|target| target.table != automation.table) {
                gone.push(ElementId::Automation(automation.id.clone()));
            }
        }
        for dashboard in &self.work.dashboards {
            match self.to.dashboards.iter().find(|it| it.id == dashboard.id) {
                None => gone.push(ElementId::Dashboard(dashboard.id.clone())),
                Some(target) => {
                    let stays = |chart: &Chart| {
                        target.charts.iter().any(|it| it.id == chart.id && it.table == chart.table)
                    };
                    let charts = dashboard.charts.iter().filter(|chart| !stays(chart));
                    gone.extend(charts.map(|chart| ElementId::Chart(chart.id.clone())));
                }
            }
        }
        self.all(gone.into_iter().map(Operation::remove).collect());
    }

    fn add_tables(&mut self) {
        for table in &self.to.tables {
            if self.work.table(&table.id).is_some()
                || self.add(Element::Table(table.clone()), &self.to.tables)
            {
                continue;
            }
            let fields = table.fields.iter().map(placeholder).collect();
            let bare = Table { fields, views: Vec::new(), sample_rows: Vec::new(), ..table.clone() };
            self.add(Element::Table(bare), &self.to.tables);
        }
    }

    fn add_fields(&mut self) {
        for table in &self.to.tables {
            let Some(work) = self.work.table(&table.id) else { continue };
            let had: HashSet<FieldId> = work.fields.iter().map(|field| field.id.clone()).collect();
            for field in table.fields.iter().filter(|field| !had.contains(&field.id)) {
                let cell = |row: &SampleRow| Some((row.id.clone(), row.cells.get(&field.id)?.clone()));
                let cells = table.sample_rows.iter().filter_map(cell).collect();
                let holder = || table.id.clone();
                let whole = Element::Field { table: holder(), field: field.clone(), cells };
                if !self.add(whole, &table.fields) {
                    let mut bare = placeholder(field);
                    if matches!(bare.kind, FieldKind::Title) {
                        bare.kind = FieldKind::Text;
                    }
                    let bare = Element::Field { table: holder(), field: bare, cells: BTreeMap::new() };
                    self.add(bare, &table.fields);
                }
            }
        }
    }

    /// Gives every field its kind, all at once; options of a select that stays one are added and removed by themselves.
    fn change_kinds(&mut self) {
        let to = Places::new(self.to);
        let (mut kinds, mut options) = (BTreeMap::new(), Positions::new());
        for table in &self.work.tables {
            let target_title = to.tables.get(&table.id).and_then(|target| target.title());
            for field in &table.fields {
                match to.fields.get(&field.id) {
                    Some((holder, target)) if *holder == &table.id => {
                        let stays =
                            field.kind.name() == target.kind.name() && !target.kind.options().is_empty();
                        if field.kind != target.kind && !stays {
                            let own = target.kind.options().iter().map(|option| option.id.as_str());
                            let written = own.filter_map(|id| self.to.positions.get_key_value(id));
                            options.extend(written.map(|(id, position)| (id.clone(), position.clone())));
                            kinds.insert(field.id.clone(), target.kind.clone());
                        }
                    }
                    // A title that goes makes room for the other one.
                    None if matches!(field.kind, FieldKind::Title) && target_title.is_some() => {
                        kinds.insert(field.id.clone(), FieldKind::Text);
                    }
                    _ => {}
                }
            }
        }
        if kinds.is_empty() || self.does(change_kinds(kinds.clone(), options.clone())) {
            return;
        }
        for table in &self.work.tables {
            for field in &table.fields {
                let rests = matches!(field.kind, FieldKind::Relation { .. } | FieldKind::Rollup { .. });
                if rests && !to.fields.contains_key(&field.id) {
                    kinds.insert(field.id.clone(), FieldKind::Text);
                }
            }
        }
        self.does(change_kinds(kinds, options));
    }

    fn add_leaves(&mut self) {
        let had: HashSet<String> = ids(&self.work).map(str::to_owned).collect();
        let is_new = |item: &dyn Listed| !had.contains(item.id());
        for table in &self.to.tables {
            for field in &table.fields {
                let options = field.kind.options();
                for option in options.iter().filter(|option| is_new(*option)) {
                    let element = Element::Option { field: field.id.clone(), option: option.clone() };
                    self.add(element, options);
                }
            }
            let holder = || table.id.clone();
            for row in table.sample_rows.iter().filter(|row| is_new(*row)) {
                self.add(Element::Row { table: holder(), row: row.clone() }, &table.sample_rows);
            }
            for view in table.views.iter().filter(|view| is_new(*view)) {
                self.add(Element::View { table: holder(), view: view.clone() }, &table.views);
            }
        }
        for automation in self.to.automations.iter().filter(|it| is_new(*it)) {
            self.add(Element::Automation(automation.clone()), &self.to.automations);
        }
        for dashboard in &self.to.dashboards {
            if is_new(dashboard) {
                self.add(Element::Dashboard(dashboard.clone()), &self.to.dashboards);
                continue;
            }
            for chart in dashboard.charts.iter().filter(|chart| is_new(*chart)) {
                let element = Element::Chart { dashboard: dashboard.id.clone(), chart: chart.clone() };
                self.add(element, &dashboard.charts);
            }
        }
    }

    /// Sets every property and every value that differs.
    fn edit(&mut self) {
        let edits = edits(&self.work, self.to);
        self.all(edits);
    }

    /// Removes the fields and tables that the target has not, in whatever order works.
    fn remove_roots(&mut self) {
        if self.remove_unneeded() {
            return;
        }
        let to = Places::new(self.to);
        let (tables, fields) = (to.tables, to.fields);
        self.neutralise(|table, field| !tables.contains_key(&table.id) || !fields.contains_key(&field.id));
        self.remove_unneeded();
    }

    /// Whether nothing is left to remove.
    fn remove_unneeded(&mut self) -> bool {
        loop {
            let to = Places::new(self.to);
            let mut left = Vec::new();
            for table in &self.work.tables {
                if !to.tables.contains_key(&table.id) {
                    left.push(ElementId::Table(table.id.clone()));
                    continue;
                }
                let gone = table.fields.iter().filter(|field| !to.fields.contains_key(&field.id));
                left.extend(gone.map(|field| ElementId::Field(field.id.clone())));
            }
            let count = left.len();
            let failed = left.into_iter().filter(|id| !self.does(Operation::remove(id.clone()))).count();
            if failed == 0 || failed == count {
                return failed == 0;
            }
        }
    }

    /// Puts everything where it stands in the target.
    fn order(&mut self) {
        let mut lists = vec![ListId::Tables, ListId::Automations, ListId::Dashboards];
        for table in &self.to.tables {
            let id = || table.id.clone();
            lists.extend([ListId::Fields(id()), ListId::Views(id()), ListId::Rows(id())]);
            let selects = table.fields.iter().filter(|field| !field.kind.options().is_empty());
            lists.extend(selects.map(|field| ListId::Options(field.id.clone())));
        }
        lists.extend(self.to.dashboards.iter().map(|dashboard| ListId::Charts(dashboard.id.clone())));
        for list in lists {
            let now: HashMap<_, _> = list.places(&self.work).into_iter().collect();
            for (id, position) in list.places(self.to) {
                if now.get(&id).is_some_and(|now| *now != position) {
                    let element = list.element(&id);
                    self.does(Operation::Move { element, position });
                }
            }
        }
    }
}

/// A field with a kind that rests upon nothing.
fn placeholder(field: &Field) -> Field {
    let kind = match &field.kind {
        FieldKind::Relation { .. } | FieldKind::Rollup { .. } => FieldKind::Text,
        other => other.clone(),
    };
    Field { kind, ..field.clone() }
}

fn change_kinds(fields: BTreeMap<FieldId, FieldKind>, positions: Positions) -> Operation {
    Operation::ChangeKinds { fields, cells: CellChanges::new(), positions }
}

/// Tables and fields by id.
struct Places<'a> {
    tables: HashMap<&'a TableId, &'a Table>,
    fields: HashMap<&'a FieldId, (&'a TableId, &'a Field)>,
}

impl<'a> Places<'a> {
    fn new(blueprint: &'a Blueprint) -> Self {
        let fields = blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |it| (table, it)));
        Self {
            tables: blueprint.tables.iter().map(|table| (&table.id, table)).collect(),
            fields: fields.map(|(table, field)| (&field.id, (&table.id, field))).collect(),
        }
    }
}
