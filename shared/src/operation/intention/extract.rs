//! A select that becomes a table of its own.

use std::collections::BTreeMap;

use super::rename_ids::Renamed;
use super::{Draft, NewId, free_name};
use crate::blueprint::{
    Action, Blueprint, Cardinality, CellValue, Cells, Field, FieldId, FieldKind, Filter, Positions, RowId,
    SampleRow, SelectOption, Table, TableId, View,
};
use crate::operation::{
    AutomationProperty, CellChanges, ChartProperty, Element, ElementId, ElementKind, Operation, Rejection,
    ViewProperty, WORDS,
};
use crate::words::Language;

/// What [`extract_select`] makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    /// The new table.
    pub table: TableId,
    /// The operations of the step.
    pub operations: Vec<Operation>,
}

/// Makes a table of the options of a select or multi-select: a row an option; the field becomes a relation to it, with
/// the other side in the new table. Values of sample rows, conditions, actions and charts follow.
///
/// # Errors
/// When there is no such field, or it has no options by its kind.
pub fn extract_select(
    blueprint: &Blueprint,
    field: &FieldId,
    new_id: &mut NewId<'_>,
    language: Language,
) -> Result<Extracted, Rejection> {
    let missing = || Rejection::Missing { element: ElementId::Field(field.clone()) };
    let (holder, select) = blueprint.field(field).ok_or_else(missing)?;
    let cardinality = match &select.kind {
        FieldKind::Select { .. } => Cardinality::One,
        FieldKind::MultiSelect { .. } => Cardinality::Many,
        _ => {
            let op = "change_kinds".to_owned();
            return Err(Rejection::Senseless { op, kind: ElementKind::Field });
        }
    };
    let mut rows = Renamed::default();
    for option in select.kind.options() {
        rows.insert(option.id.as_str(), &new_id(ElementKind::Row));
    }
    let made = Made { holder, select, rows, language };
    let table = made.table(blueprint, new_id);
    let (id, back) =
        (table.id.clone(), table.fields.last().map(|field| field.id.clone()).unwrap_or_default());
    let mut draft = Draft::new(blueprint);
    draft.does(Operation::add(Element::Table(table)))?;
    let relation = |table: &TableId, cardinality, inverse: &FieldId| FieldKind::Relation {
        table: table.clone(),
        cardinality,
        inverse: Some(inverse.clone()),
    };
    let fields = BTreeMap::from([
        (field.clone(), relation(&id, cardinality, &back)),
        (back.clone(), relation(&holder.id, Cardinality::Many, field)),
    ]);
    let cells = made.cells(&back);
    draft.does(Operation::ChangeKinds { fields, cells, positions: Positions::new() })?;
    made.follow(&mut draft)?;
    Ok(Extracted { table: id, operations: draft.operations })
}

struct Made<'a> {
    holder: &'a Table,
    select: &'a Field,
    /// The new rows by the options they come from.
    rows: Renamed,
    language: Language,
}

impl Made<'_> {
    /// The new table, with a field for the other side of the relation at its end.
    fn table(&self, blueprint: &Blueprint, new_id: &mut NewId<'_>) -> Table {
        let field = |name: &str, required, kind, new_id: &mut NewId<'_>| Field {
            id: FieldId::new(new_id(ElementKind::Field)),
            name: name.to_owned(),
            description: String::new(),
            required,
            kind,
            reason: None,
        };
        let title_name = WORDS.get(self.language, "extract.title");
        let title = field(title_name, true, FieldKind::Title, new_id);
        let row = |option: &SelectOption| SampleRow {
            id: RowId::new(self.rows.get(option.id.as_str())),
            cells: Cells::from([(title.id.clone(), CellValue::Text(option.name.clone()))]),
        };
        let sample_rows = self.select.kind.options().iter().map(row).collect();
        let to_holder = FieldKind::Relation {
            table: self.holder.id.clone(),
            cardinality: Cardinality::Many,
            inverse: None,
        };
        let back_name = free_name(&self.holder.name, &[title_name], self.language);
        let back = field(&back_name, false, to_holder, new_id);
        let taken: Vec<_> = blueprint.tables.iter().map(|table| table.name.as_str()).collect();
        let name = free_name(&self.select.name, &taken, self.language);
        let view = View::grid(new_id(ElementKind::View).as_str().into(), name.clone(), String::new());
        Table {
            id: TableId::new(new_id(ElementKind::Table)),
            name,
            description: self.select.description.clone(),
            icon: String::new(),
            fields: vec![title, back],
            views: vec![view],
            sample_rows,
            reason: None,
        }
    }

    /// What the sample rows name from now on, from both sides.
    fn cells(&self, back: &FieldId) -> CellChanges {
        let mut cells = CellChanges::new();
        let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in &self.holder.sample_rows {
            let Some(value) = row.cells.get(&self.select.id) else { continue };
            let named: Vec<String> = match value {
                CellValue::Text(text) => vec![text.clone()],
                other => other.list().to_vec(),
            };
            let known = named.iter().filter(|id| self.rows.knows(id)).map(|id| self.rows.get(id).to_owned());
            let named: Vec<String> = known.collect();
            for id in &named {
                links.entry(id.clone()).or_default().push(row.id.to_string());
            }
            let value = (!named.is_empty()).then_some(CellValue::List(named));
            cells.entry(row.id.clone()).or_default().insert(self.select.id.clone(), value);
        }
        for (id, rows) in links {
            cells.entry(RowId::new(id)).or_default().insert(back.clone(), Some(CellValue::List(rows)));
        }
        cells
    }

    /// Conditions and actions name rows where they named options.
    fn follow(&self, draft: &mut Draft) -> Result<(), Rejection> {
        let mut edits = Vec::new();
        let filter = |filter: &Option<Filter>| filter.as_ref().map(|filter| self.rows.filter(filter));
        for view in &self.holder.views {
            let set = ViewProperty::Filter(filter(&view.filter));
            if !set.holds(view) {
                edits.push(Operation::EditView { view: view.id.clone(), set });
            }
        }
        for automation in &draft.work.automations {
            let actions = automation.actions.iter().map(|action| self.action(action)).collect();
            let set = [
                AutomationProperty::Filter(filter(&automation.filter)),
                AutomationProperty::Actions(actions),
            ];
            let changed = set.into_iter().filter(|set| !set.holds(automation));
            let id = || automation.id.clone();
            edits.extend(changed.map(|set| Operation::EditAutomation { automation: id(), set }));
        }
        for chart in draft.work.dashboards.iter().flat_map(|dashboard| &dashboard.charts) {
            let mut measure = chart.measure.clone();
            measure.of = filter(&measure.of);
            let set = [ChartProperty::Filter(filter(&chart.filter)), ChartProperty::Measure(measure)];
            let changed = set.into_iter().filter(|set| !set.holds(chart));
            edits.extend(changed.map(|set| Operation::EditChart { chart: chart.id.clone(), set }));
        }
        edits.into_iter().try_for_each(|edit| draft.does(edit))
    }

    /// A relation's value is a list, also where it names one row.
    fn action(&self, action: &Action) -> Action {
        let cell = |field: &FieldId, value: &CellValue| match self.rows.value(value) {
            CellValue::Text(row) if *field == self.select.id => CellValue::List(vec![row]),
            value if *field == self.select.id => value,
            _ => value.clone(),
        };
        match action {
            Action::SetField { field, value } => {
                Action::SetField { field: field.clone(), value: cell(field, value) }
            }
            Action::CreateRow { table, cells } => {
                let cells = cells.iter().map(|(field, value)| (field.clone(), cell(field, value)));
                Action::CreateRow { table: table.clone(), cells: cells.collect() }
            }
            other => other.clone(),
        }
    }
}
