//! A blueprint taken apart into properties by element, so that three of them can be laid side by side.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, ElementId, FieldProperty,
    ListId, Operation, OptionProperty, TableProperty, ViewProperty,
};
use crate::blueprint::{Blueprint, FieldId, FieldKind, Table};

/// The property that says whether an element is there, and in what; sorted before all others.
pub(super) const EXISTENCE: &str = "existence";

/// What names of values of rows begin with.
const CELL: &str = "cell:";

/// One property of one element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub(super) element: ElementId,
    /// Existence first.
    is_property: bool,
    pub(super) property: String,
}

impl Slot {
    pub(super) fn new(element: ElementId, property: &str) -> Self {
        Self { element, is_property: property != EXISTENCE, property: property.to_owned() }
    }

    /// The id of the field whose value this is, of a row.
    pub(super) fn cell(&self) -> Option<&str> {
        self.property.strip_prefix(CELL)
    }
}

/// The properties that an operation sets; none for a group.
pub(super) fn slots_of(operation: &Operation) -> Vec<Slot> {
    match operation {
        Operation::Add { element, .. } => vec![Slot::new(element.id(), EXISTENCE)],
        Operation::Remove { element } => vec![Slot::new(element.clone(), EXISTENCE)],
        Operation::Move { element, .. } => vec![Slot::new(element.clone(), "position")],
        Operation::ChangeKinds { fields, .. } => {
            fields.keys().map(|field| Slot::new(ElementId::Field(field.clone()), "kind")).collect()
        }
        Operation::SetCell { row, field, .. } => vec![Slot::new(ElementId::Row(row.clone()), &cell(field))],
        Operation::Group { .. } => Vec::new(),
        edit => edit.property().map(|(element, key)| Slot::new(element, key)).into_iter().collect(),
    }
}

fn cell(field: &FieldId) -> String {
    format!("{CELL}{field}")
}

/// Every property of every element with its value.
pub(super) struct Slots(BTreeMap<Slot, Value>);

impl Slots {
    pub(super) fn of(blueprint: &Blueprint) -> Self {
        let mut slots = Self(BTreeMap::new());
        for set in BlueprintProperty::all(blueprint) {
            slots.property(&ElementId::Blueprint, set.key(), &set);
        }
        for table in &blueprint.tables {
            slots.table(table);
        }
        for automation in &blueprint.automations {
            let id = ElementId::Automation(automation.id.clone());
            slots.insert(&id, EXISTENCE, automation.table.as_str());
            for set in AutomationProperty::all(automation) {
                slots.property(&id, set.key(), &set);
            }
        }
        for dashboard in &blueprint.dashboards {
            let id = ElementId::Dashboard(dashboard.id.clone());
            slots.insert(&id, EXISTENCE, true);
            for set in DashboardProperty::all(dashboard) {
                slots.property(&id, set.key(), &set);
            }
            for chart in &dashboard.charts {
                let id = ElementId::Chart(chart.id.clone());
                slots.insert(&id, EXISTENCE, [dashboard.id.as_str(), chart.table.as_str()]);
                for set in ChartProperty::all(chart) {
                    slots.property(&id, set.key(), &set);
                }
            }
        }
        slots.positions(blueprint);
        slots
    }

    fn table(&mut self, table: &Table) {
        let (id, holder) = (ElementId::Table(table.id.clone()), table.id.as_str());
        self.insert(&id, EXISTENCE, true);
        for set in TableProperty::all(table) {
            self.property(&id, set.key(), &set);
        }
        for field in &table.fields {
            let id = ElementId::Field(field.id.clone());
            self.insert(&id, EXISTENCE, holder);
            self.insert(&id, "kind", own(&field.kind));
            for set in FieldProperty::all(field) {
                self.property(&id, set.key(), &set);
            }
            for option in field.kind.options() {
                let id = ElementId::Option(option.id.clone());
                self.insert(&id, EXISTENCE, field.id.as_str());
                for set in OptionProperty::all(option) {
                    self.property(&id, set.key(), &set);
                }
            }
        }
        for view in &table.views {
            let id = ElementId::View(view.id.clone());
            self.insert(&id, EXISTENCE, holder);
            for set in ViewProperty::all(view) {
                self.property(&id, set.key(), &set);
            }
        }
        for row in &table.sample_rows {
            let id = ElementId::Row(row.id.clone());
            self.insert(&id, EXISTENCE, holder);
            for (field, value) in &row.cells {
                self.insert(&id, &cell(field), value);
            }
        }
    }

    fn positions(&mut self, blueprint: &Blueprint) {
        let mut lists = vec![ListId::Tables, ListId::Automations, ListId::Dashboards];
        for table in &blueprint.tables {
            let id = || table.id.clone();
            lists.extend([ListId::Fields(id()), ListId::Views(id()), ListId::Rows(id())]);
            lists.extend(table.fields.iter().map(|field| ListId::Options(field.id.clone())));
        }
        lists.extend(blueprint.dashboards.iter().map(|dashboard| ListId::Charts(dashboard.id.clone())));
        for list in lists {
            for (id, position) in list.places(blueprint) {
                self.insert(&list.element(&id), "position", position);
            }
        }
    }

    /// A property as it stands inside an edit: the value under its name.
    fn property(&mut self, id: &ElementId, key: &str, set: &impl Serialize) {
        let value = serde_json::to_value(set).unwrap_or_default();
        self.insert(id, key, value.get(key));
    }

    fn insert(&mut self, id: &ElementId, property: &str, value: impl Serialize) {
        let value = serde_json::to_value(value).unwrap_or_default();
        self.0.insert(Slot::new(id.clone(), property), value);
    }

    pub(super) fn get(&self, slot: &Slot) -> Option<&Value> {
        self.0.get(slot)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Slot> {
        self.0.keys()
    }

    /// All properties of an element, by name.
    pub(super) fn whole(&self, element: &ElementId) -> Value {
        let from = Slot::new(element.clone(), EXISTENCE);
        let own = self.0.range(from..).take_while(|(slot, _)| slot.element == *element);
        own.filter(|(slot, _)| slot.is_property)
            .map(|(slot, value)| (slot.property.clone(), value.clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

/// A kind without its options, which are elements themselves.
fn own(kind: &FieldKind) -> FieldKind {
    match kind {
        FieldKind::Select { .. } => FieldKind::Select { options: Vec::new() },
        FieldKind::MultiSelect { .. } => FieldKind::MultiSelect { options: Vec::new() },
        other => other.clone(),
    }
}
