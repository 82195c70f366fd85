//! Elements with other ids in them: copies, and what moves to another table.

use std::collections::HashMap;

use crate::blueprint::{
    Action, Automation, CellValue, Cells, Chart, Condition, FieldId, FieldKind, Filter, Grouping, Sort,
    TableId, View, ViewKind,
};

/// New ids by old ones. What has none keeps its own.
#[derive(Default)]
pub(super) struct Renamed {
    ids: HashMap<String, String>,
}

impl Renamed {
    pub(super) fn insert(&mut self, old: &str, new: &str) {
        self.ids.insert(old.to_owned(), new.to_owned());
    }

    pub(super) fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.ids.get(id).map_or(id, String::as_str)
    }

    pub(super) fn knows(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    pub(super) fn field(&self, id: &FieldId) -> FieldId {
        FieldId::new(self.get(id.as_str()))
    }

    fn table(&self, id: &TableId) -> TableId {
        TableId::new(self.get(id.as_str()))
    }

    /// A value with its option and row ids renamed. Text is never renamed unless it is an id that was given a new one.
    pub(super) fn value(&self, value: &CellValue) -> CellValue {
        match value {
            CellValue::Text(text) => CellValue::Text(self.get(text).to_owned()),
            CellValue::List(items) => {
                CellValue::List(items.iter().map(|it| self.get(it).to_owned()).collect())
            }
            other => other.clone(),
        }
    }

    pub(super) fn cells(&self, cells: &Cells) -> Cells {
        cells.iter().map(|(field, value)| (self.field(field), self.value(value))).collect()
    }

    /// A kind; of a relation to a table that keeps its id, the other side stays with the original.
    pub(super) fn kind(&self, kind: &FieldKind) -> FieldKind {
        let mut kind = kind.clone();
        match &mut kind {
            FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
                for option in options {
                    option.id = self.get(option.id.as_str()).into();
                }
            }
            FieldKind::Relation { table, inverse, .. } => {
                *inverse = inverse.take().filter(|it| self.knows(it.as_str())).map(|it| self.field(&it));
                *table = self.table(table);
            }
            FieldKind::Rollup { relation, field, .. } => {
                *relation = self.field(relation);
                *field = field.as_ref().map(|field| self.field(field));
            }
            FieldKind::Formula { expression } => *expression = self.expression(expression),
            _ => {}
        }
        kind
    }

    /// A formula: references stand in braces outside of quotes.
    fn expression(&self, expression: &str) -> String {
        let mut renamed = String::with_capacity(expression.len());
        for (at, part) in expression.split('"').enumerate() {
            if at > 0 {
                renamed.push('"');
            }
            if at % 2 == 1 {
                renamed.push_str(part);
                continue;
            }
            let mut pieces = part.split('{');
            renamed.push_str(pieces.next().unwrap_or_default());
            for piece in pieces {
                let (id, rest) = piece.split_once('}').map_or((piece, None), |(id, rest)| (id, Some(rest)));
                renamed.push('{');
                renamed.push_str(self.get(id));
                if let Some(rest) = rest {
                    renamed.push('}');
                    renamed.push_str(rest);
                }
            }
        }
        renamed
    }

    pub(super) fn filter(&self, filter: &Filter) -> Filter {
        let condition = |condition: &Condition| Condition {
            field: self.field(&condition.field),
            operator: condition.operator,
            value: condition.value.as_ref().map(|value| self.value(value)),
        };
        Filter {
            conjunction: filter.conjunction,
            conditions: filter.conditions.iter().map(condition).collect(),
        }
    }

    /// Everything in a view but its own id and name.
    pub(super) fn view(&self, view: &View) -> View {
        let kind = match &view.kind {
            ViewKind::Board { by } => ViewKind::Board { by: self.field(by) },
            ViewKind::Calendar { date } => ViewKind::Calendar { date: self.field(date) },
            ViewKind::Timeline { start, end } => {
                ViewKind::Timeline { start: self.field(start), end: end.as_ref().map(|end| self.field(end)) }
            }
            kind => kind.clone(),
        };
        let sort = |sort: &Sort| Sort { field: self.field(&sort.field), direction: sort.direction };
        View {
            kind,
            filter: view.filter.as_ref().map(|filter| self.filter(filter)),
            sorts: view.sorts.iter().map(sort).collect(),
            group: view.group.as_ref().map(|group| self.field(group)),
            visible_fields: view.visible_fields.iter().map(|field| self.field(field)).collect(),
            ..view.clone()
        }
    }

    pub(super) fn action(&self, action: &Action) -> Action {
        let field = |id: &FieldId| self.field(id);
        match action {
            Action::SetField { field: id, value } => {
                Action::SetField { field: field(id), value: self.value(value) }
            }
            Action::SetToday { field: id } => Action::SetToday { field: field(id) },
            Action::Notify { person, message } => {
                Action::Notify { person: person.as_ref().map(field), message: message.clone() }
            }
            Action::CreateRow { table, cells } => {
                Action::CreateRow { table: self.table(table), cells: self.cells(cells) }
            }
            Action::Export { format, by } => Action::Export { format: *format, by: by.as_ref().map(field) },
        }
    }

    /// Everything in an automation but its own id and name.
    pub(super) fn automation(&self, automation: &Automation) -> Automation {
        use crate::blueprint::Trigger;
        let trigger = match &automation.trigger {
            Trigger::FieldChanged { field } => Trigger::FieldChanged { field: self.field(field) },
            Trigger::DateReached { field, days_after } => {
                Trigger::DateReached { field: self.field(field), days_after: *days_after }
            }
            other => other.clone(),
        };
        Automation {
            table: self.table(&automation.table),
            trigger,
            filter: automation.filter.as_ref().map(|filter| self.filter(filter)),
            actions: automation.actions.iter().map(|action| self.action(action)).collect(),
            ..automation.clone()
        }
    }

    /// Everything in a chart but its own id and name.
    pub(super) fn chart(&self, chart: &Chart) -> Chart {
        let grouping = |it: &Grouping| Grouping { field: self.field(&it.field), bucket: it.bucket };
        let mut measure = chart.measure.clone();
        measure.field = measure.field.as_ref().map(|field| self.field(field));
        measure.of = measure.of.as_ref().map(|filter| self.filter(filter));
        Chart {
            table: self.table(&chart.table),
            filter: chart.filter.as_ref().map(|filter| self.filter(filter)),
            x: chart.x.as_ref().map(grouping),
            y: chart.y.as_ref().map(grouping),
            measure,
            ..chart.clone()
        }
    }
}
