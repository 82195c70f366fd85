//! What the pages of a graph are called, and where everything stands on them.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use shared::blueprint::{
    Blueprint, Cardinality, Dashboard, DashboardId, Field, FieldId, FieldKind, OptionId, RowId, SampleRow,
    Table, TableId,
};
use shared::compute::{Evaluator, Value};
use shared::design::SAMPLE_TODAY;
use shared::words::{GRAPH, GUIDE};

use super::place::{Place, other_side, place};
use super::property::{Properties, Property};
use super::title::{DAY, qualified, title};
use crate::names::Taken;

/// Page names that Logseq has already.
const TAKEN: [&str; 4] = ["contents", "favorites", "card", "journals"];
/// Pages that every graph has, by the key of their name.
const FIXED: [&str; 5] = ["page_home", "page_data_model", "page_templates", "page_routines", "page_readme"];
/// The designed table whose rows are tasks, and the fields that say when and how far.
const TASKS: [&str; 3] = ["tbl_action_items", "fld_action_items_due_date", "fld_action_items_status"];
/// The designed table whose rows are people: they share pages with the people that cells name.
const PEOPLE: &str = "tbl_people";

/// The blueprint with what its pages are called.
pub(super) struct Graph<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) evaluator: Evaluator<'a>,
    /// The day the samples are dated around.
    pub(super) today: NaiveDate,
    pub(super) properties: Properties<'a>,
    places: HashMap<&'a FieldId, Place>,
    other_sides: HashMap<&'a FieldId, &'a Field>,
    fixed: HashMap<&'static str, String>,
    tables: HashMap<&'a TableId, String>,
    rows: HashMap<&'a RowId, String>,
    dashboards: HashMap<&'a DashboardId, String>,
    options: BTreeMap<&'a str, String>,
    people: BTreeMap<String, String>,
    /// People whose page is the page of a row.
    people_with_rows: BTreeMap<String, String>,
}

impl<'a> Graph<'a> {
    /// Names every page of `blueprint`.
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let evaluator = Evaluator::new(blueprint);
        let language = blueprint.settings.language;
        let word = |key: &'static str| GRAPH.get(language, key);
        let mut taken = Taken::default();
        for name in TAKEN.into_iter().chain(["property_type", "property_name"].map(word)) {
            taken.claim_file(name.to_owned());
        }
        let fixed = FIXED.map(|key| (key, taken.claim_file(word(key).to_owned()))).into();
        let table = |table: &'a Table| (&table.id, taken.claim_file(title(&table.name, word("table"))));
        let tables = blueprint.tables.iter().map(table).collect();
        let properties = Properties::new(blueprint, evaluator.schema(), word("property_labels"), &mut taken);
        let fields = || blueprint.tables.iter().flat_map(|table| &table.fields);
        let places = fields().map(|field| (&field.id, place(blueprint, evaluator.schema(), field)));
        let other_sides = fields().filter_map(|field| Some((&field.id, other_side(blueprint, field)?)));
        let mut graph = Self {
            blueprint,
            places: places.collect(),
            other_sides: other_sides.collect(),
            evaluator,
            today: blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY),
            properties,
            fixed,
            tables,
            rows: HashMap::new(),
            dashboards: HashMap::new(),
            options: BTreeMap::new(),
            people: BTreeMap::new(),
            people_with_rows: BTreeMap::new(),
        };
        graph.name_rows(&mut taken);
        graph.name_options(&mut taken);
        graph.name_people(&mut taken);
        graph
    }

    fn name_rows(&mut self, taken: &mut Taken) {
        for dashboard in &self.blueprint.dashboards {
            let name = taken.claim_file(title(&dashboard.name, self.word("dashboard")));
            self.dashboards.insert(&dashboard.id, name);
        }
        for table in &self.blueprint.tables {
            for row in &table.sample_rows {
                let name = title(table.label(row), self.word("row"));
                let name = if taken.is_free(&name) { name } else { qualified(&name, self.table(&table.id)) };
                let name = taken.claim_file(name);
                if table.id.as_str() == PEOPLE {
                    self.people_with_rows.entry(table.label(row).to_owned()).or_insert_with(|| name.clone());
                }
                self.rows.insert(&row.id, name);
            }
        }
    }

    /// Options of one name share a page, whatever their field.
    fn name_options(&mut self, taken: &mut Taken) {
        for field in self.blueprint.tables.iter().flat_map(|table| &table.fields) {
            for option in field.kind.options() {
                if self.options.contains_key(option.name.as_str()) {
                    continue;
                }
                let name = title(&option.name, self.word("option"));
                let name = if taken.is_free(&name) { name } else { qualified(&name, self.word("option")) };
                self.options.insert(&option.name, taken.claim_file(name));
            }
        }
    }

    fn name_people(&mut self, taken: &mut Taken) {
        let mut named = Vec::new();
        for table in &self.blueprint.tables {
            for field in table.fields.iter().filter(|field| matches!(field.kind, FieldKind::Person { .. })) {
                let values = table.sample_rows.iter().map(|row| self.evaluator.value(&row.id, &field.id));
                named.extend(values.flat_map(|value| value.items().to_vec()));
            }
        }
        for person in named {
            if self.people.contains_key(&person) || self.people_with_rows.contains_key(&person) {
                continue;
            }
            let name = title(&person, self.word("person"));
            let name = if taken.is_free(&name) { name } else { qualified(&name, self.word("person")) };
            self.people.insert(person, taken.claim_file(name));
        }
    }

    /// A word of the blueprint's language.
    pub(super) fn word(&self, key: &'static str) -> &'static str {
        GRAPH.get(self.blueprint.settings.language, key)
    }

    /// A sentence of the blueprint's language; `values` are filled in as they are.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        GRAPH.fill(self.blueprint.settings.language, key, values)
    }

    /// What a kind of field is called.
    pub(super) fn kind_word(&self, field: &Field) -> String {
        let language = self.blueprint.settings.language;
        match &field.kind {
            FieldKind::Relation { table, cardinality, .. } => {
                let key = match cardinality {
                    Cardinality::One => "kind_relation_one",
                    Cardinality::Many => "kind_relation_many",
                };
                GUIDE.fill(language, key, &[("name", &link(self.table(table)))])
            }
            kind => GUIDE.get(language, &format!("kind_{}", kind.name().as_str())).to_owned(),
        }
    }

    /// The title of a page that every graph has.
    pub(super) fn fixed(&self, key: &str) -> &str {
        self.fixed.get(key).map_or("", String::as_str)
    }

    /// The title of a table's page.
    pub(super) fn table(&self, id: &TableId) -> &str {
        self.tables.get(id).map_or("", String::as_str)
    }

    /// The title of a row's page.
    pub(super) fn row(&self, id: &RowId) -> &str {
        self.rows.get(id).map_or("", String::as_str)
    }

    /// The title of a dashboard's page.
    pub(super) fn dashboard(&self, dashboard: &Dashboard) -> &str {
        self.dashboards.get(&dashboard.id).map_or("", String::as_str)
    }

    /// The title of an option's page.
    pub(super) fn option(&self, id: &str) -> Option<&str> {
        let option = self.evaluator.option(&OptionId::new(id))?;
        self.options.get(option.name.as_str()).map(String::as_str)
    }

    /// Every option's name with the title of its page.
    pub(super) fn options(&self) -> impl Iterator<Item = (&'a str, &str)> {
        self.options.iter().map(|(name, title)| (*name, title.as_str()))
    }

    /// The title of a person's page.
    pub(super) fn person(&self, name: &str) -> Option<&str> {
        self.people_with_rows.get(name).or_else(|| self.people.get(name)).map(String::as_str)
    }

    /// People without a row: names and titles of pages.
    pub(super) fn people(&self) -> impl Iterator<Item = (&str, &str)> {
        self.people.iter().map(|(name, title)| (name.as_str(), title.as_str()))
    }

    /// The page that an item of a list, or an option, of `field` is.
    pub(super) fn target(&self, field: &Field, item: &str) -> Option<&str> {
        match field.kind {
            FieldKind::Select { .. } | FieldKind::MultiSelect { .. } => self.option(item),
            FieldKind::Person { .. } => self.person(item),
            FieldKind::Relation { .. } => self.rows.get(&RowId::new(item)).map(String::as_str),
            _ => None,
        }
    }

    /// Where the values of `field` stand.
    pub(super) fn place(&self, field: &Field) -> Place {
        self.places.get(&field.id).copied().unwrap_or(Place::Note)
    }

    /// The field that holds the links of `field`, where that is only their other side.
    pub(super) fn other_side(&self, field: &Field) -> Option<&'a Field> {
        self.other_sides.get(&field.id).copied()
    }

    /// The property of a field.
    pub(super) fn property(&self, field: &FieldId) -> Option<&Property<'a>> {
        self.properties.of(field)
    }

    /// A row's value.
    pub(super) fn value(&self, row: &SampleRow, field: &Field) -> Value {
        self.evaluator.value(&row.id, &field.id)
    }

    /// Whether the rows of `table` are tasks.
    pub(super) fn is_tasks(table: &Table) -> bool {
        let [tasks, ..] = TASKS;
        table.id.as_str() == tasks
    }

    /// The day a task is due and the id of its status, if it has them.
    pub(super) fn task(&self, row: &SampleRow) -> (Option<NaiveDate>, Option<String>) {
        let [_, due, status] = TASKS.map(FieldId::from);
        let status = self.evaluator.value(&row.id, &status).items().first().cloned();
        (self.evaluator.value(&row.id, &due).day(), status)
    }
}

/// A link to the page of a day.
pub(super) fn day_link(day: NaiveDate) -> String {
    link(&day.format(DAY).to_string())
}

/// A link to a page.
pub(super) fn link(title: &str) -> String {
    format!("[[{title}]]")
}
