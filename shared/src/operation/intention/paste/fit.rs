//! Making elements fit what they are pasted into: what refers to things that are not there goes.

use crate::blueprint::{
    Action, Automation, Blueprint, CellValue, Cells, Chart, Dashboard, FieldId, FieldKind, Filter, TableId,
    View,
};
use crate::compute::Value;
use crate::operation::intention::remove::{without, without_field};
use crate::operation::references::{Visit, of_action, of_automation, of_chart, of_view};
use crate::operation::{Element, ElementId, Rejection};

/// What elements are pasted into.
pub(super) struct Fit<'a> {
    /// The blueprint, with what was pasted before.
    pub work: &'a Blueprint,
}

impl Fit<'_> {
    /// The element with nothing in it that refers to what is not there.
    ///
    /// A view shows more without a condition, and is there to be looked at; but an automation would act on more rows
    /// than anybody wanted, and a chart would show another number under the same name: these are not pasted.
    ///
    /// # Errors
    /// [`Rejection::Missing`] with what it cannot do without.
    pub(super) fn element(&self, element: Element) -> Result<Element, Rejection> {
        Ok(match element {
            Element::View { table, view } => Element::View { view: self.view(&table, &view), table },
            Element::Row { table, mut row } => {
                let cells = self.cells(&table, &row.cells);
                match row.cells.keys().next() {
                    Some(field) if cells.is_empty() => return Err(missing(field)),
                    _ => row.cells = cells,
                }
                Element::Row { table, row }
            }
            Element::Automation(automation) => Element::Automation(self.automation(automation)?),
            Element::Dashboard(dashboard) => Element::Dashboard(self.dashboard(dashboard)?),
            Element::Chart { dashboard, chart } => Element::Chart { dashboard, chart: self.chart(chart)? },
            whole => whole,
        })
    }

    fn view(&self, table: &TableId, view: &View) -> View {
        let mut missing = Vec::new();
        of_view(table, view, &mut |table, field| {
            missing.extend(field.filter(|field| self.kind(table, field).is_none()).cloned());
        });
        let view = missing.iter().fold(view.clone(), |view, field| without_field(&view, field));
        let filter = view.filter.as_ref().map(|filter| self.filter(table, filter));
        View { filter: without(filter.as_ref(), &|condition| condition.value == LOST), ..view }
    }

    /// The filter without ids of options and rows that are not there; a condition of which nothing is left asks for
    /// [`LOST`].
    fn filter(&self, table: &TableId, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        for condition in &mut filter.conditions {
            if let (Some(value), Some(kind)) = (&condition.value, self.kind(table, &condition.field)) {
                condition.value = self.ids(kind, value).or(LOST);
            }
        }
        filter
    }

    fn automation(&self, automation: Automation) -> Result<Automation, Rejection> {
        let table = automation.table.clone();
        let without_actions = Automation { actions: Vec::new(), ..automation.clone() };
        self.holds(|visit| of_automation(&without_actions, visit))?;
        self.keeps(&table, automation.filter.as_ref())?;
        let actions: Vec<Action> =
            automation.actions.iter().filter_map(|action| self.action(&table, action)).collect();
        if actions.is_empty() {
            self.holds(|visit| of_automation(&automation, visit))?;
            return Err(Rejection::Missing { element: ElementId::Table(table) });
        }
        Ok(Automation { actions, ..automation })
    }

    /// The action, as far as it is possible here.
    fn action(&self, table: &TableId, action: &Action) -> Option<Action> {
        let action = match action.clone() {
            Action::SetField { field, value } => {
                let value = self.ids(self.kind(table, &field)?, &value)?;
                Action::SetField { field, value }
            }
            Action::CreateRow { table, cells } => {
                self.work.table(&table)?;
                Action::CreateRow { cells: self.cells(&table, &cells), table }
            }
            other => other,
        };
        self.holds(|visit| of_action(table, &action, visit)).ok().map(|()| action)
    }

    fn dashboard(&self, dashboard: Dashboard) -> Result<Dashboard, Rejection> {
        let fitted: Vec<_> = dashboard.charts.iter().cloned().map(|chart| self.chart(chart)).collect();
        let first = fitted.iter().find_map(|chart| chart.clone().err());
        let charts: Vec<Chart> = fitted.into_iter().filter_map(Result::ok).collect();
        match first {
            Some(why) if charts.is_empty() => Err(why),
            _ => Ok(Dashboard { charts, ..dashboard }),
        }
    }

    fn chart(&self, chart: Chart) -> Result<Chart, Rejection> {
        self.holds(|visit| of_chart(&chart, visit))?;
        self.keeps(&chart.table, chart.filter.as_ref())?;
        self.keeps(&chart.table, chart.measure.of.as_ref())?;
        Ok(chart)
    }

    /// Whether everything that is referred to is there.
    fn holds(&self, walk: impl Fn(&mut Visit<'_>)) -> Result<(), Rejection> {
        let mut found = Ok(());
        walk(&mut |table, field| {
            let is_there = match field {
                None => self.work.table(table).is_some(),
                Some(field) => self.kind(table, field).is_some(),
            };
            if !is_there && found.is_ok() {
                let table = || Rejection::Missing { element: ElementId::Table(table.clone()) };
                found = Err(field.map_or_else(table, missing));
            }
        });
        found
    }

    /// Whether a filter asks for nothing that is not there.
    fn keeps(&self, table: &TableId, filter: Option<&Filter>) -> Result<(), Rejection> {
        let Some(filter) = filter else { return Ok(()) };
        let fitted = self.filter(table, filter);
        let pairs = filter.conditions.iter().zip(&fitted.conditions);
        match pairs.into_iter().find(|(asked, left)| asked.value != left.value) {
            Some((asked, _)) => Err(missing(&asked.field)),
            None => Ok(()),
        }
    }

    /// Values of a row, as far as the table can hold them.
    fn cells(&self, table: &TableId, cells: &Cells) -> Cells {
        let fitted = cells.iter().filter_map(|(field, value)| {
            let kind = self.kind(table, field).filter(|kind| !kind.is_computed())?;
            let value = self.ids(kind, value)?;
            Value::read(kind, &value)?;
            Some((field.clone(), value))
        });
        fitted.collect()
    }

    /// A value with ids of options and rows that are there; nothing where none is left.
    pub(super) fn ids(&self, kind: &FieldKind, value: &CellValue) -> Option<CellValue> {
        let is_known = |id: &str| match kind {
            FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
                options.iter().any(|option| option.id.as_str() == id)
            }
            FieldKind::Relation { table, .. } => {
                self.work.table(table).is_some_and(|table| table.row(&id.into()).is_some())
            }
            _ => true,
        };
        match value {
            CellValue::Text(text) => is_known(text).then(|| value.clone()),
            CellValue::List(items) => {
                let left: Vec<_> = items.iter().filter(|item| is_known(item)).cloned().collect();
                (items.is_empty() || !left.is_empty()).then_some(CellValue::List(left))
            }
            other => Some(other.clone()),
        }
    }

    /// The kind of a field of a table.
    fn kind(&self, table: &TableId, field: &FieldId) -> Option<&FieldKind> {
        self.work.table(table).and_then(|table| table.field(field)).map(|field| &field.kind)
    }
}

/// What a condition asks for of whose options or rows none is there.
const LOST: Option<CellValue> = Some(CellValue::List(Vec::new()));

fn missing(field: &FieldId) -> Rejection {
    Rejection::Missing { element: ElementId::Field(field.clone()) }
}
