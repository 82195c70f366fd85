//! What new elements are like before anybody has changed them.

use std::collections::BTreeMap;

use shared::blueprint::{
    Automation, Blueprint, Cells, Chart, ChartKind, Color, Dashboard, Field, FieldId, FieldKind, Grouping,
    Measure, MeasureFunction, RowId, SampleRow, SelectOption, Table, TableId, Trigger, View,
};
use shared::operation::intention::free_name;
use shared::operation::{Element, ElementKind};
use shared::words::Language;

use super::store::Workbench;
use crate::i18n::I18n;

/// Makes elements with names in the language of the interface.
pub(crate) struct Maker<'a> {
    /// What they will be part of: their names are free there.
    pub blueprint: &'a Blueprint,
    /// The words of their names.
    pub i18n: I18n,
}

impl Maker<'_> {
    /// A table with a title and a grid.
    pub(crate) fn table(&self) -> Element {
        let taken: Vec<_> = self.blueprint.tables.iter().map(|table| table.name.as_str()).collect();
        let title = field(self.i18n.text("builder.new.title"), FieldKind::Title, true);
        Element::Table(Table {
            id: id(ElementKind::Table).as_str().into(),
            name: self.free("builder.new.table", &taken),
            description: String::new(),
            icon: "table".to_owned(),
            fields: vec![title],
            views: vec![view(self.i18n.text("builder.new.all"))],
            sample_rows: Vec::new(),
            reason: None,
        })
    }

    /// A field of text.
    pub(crate) fn field(&self, table: &Table) -> Element {
        let taken: Vec<_> = table.fields.iter().map(|field| field.name.as_str()).collect();
        let field = field(self.free("builder.new.field", &taken), FieldKind::Text, false);
        Element::Field { table: table.id.clone(), field, cells: BTreeMap::new() }
    }

    /// An option in the next colour.
    pub(crate) fn option(&self, field: &Field) -> Element {
        let options = field.kind.options();
        let taken: Vec<_> = options.iter().map(|option| option.name.as_str()).collect();
        let color = Color::of_option(options.len());
        let name = self.free("builder.new.option", &taken);
        let option = SelectOption { id: id(ElementKind::Option).as_str().into(), name, color };
        Element::Option { field: field.id.clone(), option }
    }

    /// A grid of every field.
    pub(crate) fn view(&self, table: &Table) -> Element {
        let taken: Vec<_> = table.views.iter().map(|view| view.name.as_str()).collect();
        let view = view(self.free("builder.new.view", &taken));
        Element::View { table: table.id.clone(), view }
    }

    /// A row without values.
    pub(crate) fn row(&self, table: &TableId) -> Element {
        let row = SampleRow { id: RowId::new(id(ElementKind::Row)), cells: Cells::new() };
        Element::Row { table: table.clone(), row }
    }

    /// A rule that tells people of each new row; nothing in a blueprint without tables.
    pub(crate) fn automation(&self, table: Option<&TableId>) -> Option<Element> {
        let table = table.or_else(|| self.blueprint.tables.first().map(|table| &table.id))?;
        let taken: Vec<_> = self.blueprint.automations.iter().map(|it| it.name.as_str()).collect();
        let message = self.i18n.text("builder.new.message");
        Some(Element::Automation(Automation {
            id: id(ElementKind::Automation).as_str().into(),
            name: self.free("builder.new.automation", &taken),
            description: String::new(),
            table: table.clone(),
            trigger: Trigger::RowCreated,
            filter: None,
            actions: vec![shared::blueprint::Action::Notify { person: None, message }],
            reason: None,
        }))
    }

    /// A dashboard that counts the rows of a table; nothing in a blueprint without tables.
    pub(crate) fn dashboard(&self, table: Option<&TableId>) -> Option<Element> {
        let taken: Vec<_> = self.blueprint.dashboards.iter().map(|it| it.name.as_str()).collect();
        let chart = self.chart_over(table, &[])?;
        Some(Element::Dashboard(Dashboard {
            id: id(ElementKind::Dashboard).as_str().into(),
            name: self.free("builder.new.dashboard", &taken),
            description: String::new(),
            charts: vec![chart],
            reason: None,
        }))
    }

    /// A chart for a dashboard: rows by their first select, or how many there are.
    pub(crate) fn chart(&self, dashboard: &Dashboard) -> Option<Element> {
        let taken: Vec<_> = dashboard.charts.iter().map(|chart| chart.name.as_str()).collect();
        let table = dashboard.charts.last().map(|chart| &chart.table);
        let chart = self.chart_over(table, &taken)?;
        Some(Element::Chart { dashboard: dashboard.id.clone(), chart })
    }

    fn chart_over(&self, table: Option<&TableId>, taken: &[&str]) -> Option<Chart> {
        let named = table.and_then(|table| self.blueprint.table(table));
        let table = named.or_else(|| self.blueprint.tables.first())?;
        let by = table.fields.iter().find(|field| matches!(field.kind, FieldKind::Select { .. }));
        let x = by.map(|field| Grouping { field: field.id.clone(), bucket: None });
        Some(Chart {
            id: id(ElementKind::Chart).as_str().into(),
            name: self.free("builder.new.chart", taken),
            kind: if x.is_some() { ChartKind::Column } else { ChartKind::Number },
            table: table.id.clone(),
            filter: None,
            x,
            y: None,
            measure: Measure { function: MeasureFunction::Count, field: None, of: None },
            reason: None,
        })
    }

    fn free(&self, key: &str, taken: &[&str]) -> String {
        let language: Language = self.i18n.language_now();
        free_name(&self.i18n.text(key), taken, language)
    }
}

fn field(name: String, kind: FieldKind, required: bool) -> Field {
    let id = FieldId::new(id(ElementKind::Field));
    Field { id, name, description: String::new(), required, kind, reason: None }
}

fn view(name: String) -> View {
    View::grid(id(ElementKind::View).as_str().into(), name, String::new())
}

fn id(kind: ElementKind) -> String {
    Workbench::new_id(kind)
}
