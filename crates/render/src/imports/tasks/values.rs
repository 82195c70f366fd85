//! The values of rows as an importer takes them.

use shared::blueprint::{Field, FieldKind, OptionId, SampleRow};
use shared::compute::Value;

use super::importer::{Checks, Hierarchical, Labels, People, Role};
use super::text::{one_line, shortened};
use super::{Home, Layout, Source, System};
use crate::csv::Cell;
use crate::names::folded;

/// Longest part of a label's name: the importer of Linear cuts there, and no other takes less.
const LABEL_CHARS: Option<u32> = Some(80);

/// Makes the values of a table's rows.
#[derive(Clone, Copy)]
pub(crate) struct Values<'s, 'a, 'l> {
    /// The system whose rows they are.
    pub(crate) system: &'s System<'a>,
    /// The table whose rows they are.
    pub(crate) layout: &'s Layout<'l>,
}

impl Values<'_, '_, '_> {
    /// The cell of `row` in a column.
    pub(crate) fn cell(&self, row: &SampleRow, source: Source<'_>) -> Cell {
        match source {
            Source::Role(role) => self.of_role(row, role),
            Source::Field(field) => self.of_field(row, field),
            Source::Item(field, number) => {
                let items = self.value(row, field);
                items.items().get(number).map_or(Cell::Empty, |id| Cell::text(self.option(field, id)))
            }
            Source::Rest => Cell::text(self.rest(row).join("\n")),
        }
    }

    /// What a row is called there: its title on one line and no longer than the platform takes, its id where it has
    /// none.
    pub(crate) fn title(&self, row: &SampleRow) -> String {
        let title =
            shortened(&one_line(self.layout.table.label(row)), self.system.capabilities.limits.title_chars);
        if title.is_empty() { row.id.to_string() } else { title }
    }

    /// What stands in the cell of `role`, if a field goes there.
    pub(crate) fn role_text(&self, row: &SampleRow, role: Role) -> String {
        self.of_role(row, role).as_str().to_owned()
    }

    /// The name of an option as it stands in cells.
    pub(crate) fn option(&self, field: &Field, id: &str) -> String {
        let option = self.system.evaluator.option(&OptionId::new(id));
        let name = option.map(|option| one_line(&option.name)).filter(|name| !name.is_empty());
        let short =
            shortened(name.as_deref().unwrap_or(id), self.system.capabilities.limits.option_name_chars);
        // A comma would part it in two where several stand in a cell.
        if matches!(field.kind, FieldKind::MultiSelect { .. }) { short.replace(',', ";") } else { short }
    }

    /// The labels of `row`.
    pub(crate) fn labels(&self, row: &SampleRow) -> Vec<String> {
        let fields = self.layout.at(Home::Role(Role::Labels));
        fields.flat_map(|field| self.labels_of(row, field)).collect()
    }

    /// The label of an option of `field`.
    pub(crate) fn label(&self, field: &Field, name: &str) -> String {
        let part = |text: &str| shortened(&label_text(text), LABEL_CHARS);
        let (group, label) = (part(&field.name), part(name));
        let is_shared = self.layout.shared_labels.contains(&folded(&one_line(name)));
        match (self.system.importer.labels, &field.kind) {
            (Labels::Grouped, FieldKind::Select { .. } | FieldKind::Rating { .. }) => {
                format!("{group}/{label}")
            }
            (_, FieldKind::MultiSelect { .. }) if is_shared => format!("{group}: {label}"),
            _ => label,
        }
    }

    /// The first day of a field's value, as a cell.
    pub(crate) fn day(&self, row: &SampleRow, field: &Field) -> Cell {
        let day = self.value(row, field).day();
        day.map_or(Cell::Empty, |day| Cell::Plain(day.format(self.system.importer.form.date).to_string()))
    }

    /// The value of a cell.
    pub(crate) fn value(&self, row: &SampleRow, field: &Field) -> Value {
        self.system.evaluator.value(&row.id, &field.id)
    }

    /// The people of a cell whom the importer knows.
    pub(crate) fn people(&self, row: &SampleRow, field: &Field) -> Vec<String> {
        let known = |name: &&String| match self.system.importer.people {
            People::Addresses => is_address(name),
            People::Names => true,
        };
        self.value(row, field).items().iter().filter(known).map(|name| one_line(name)).collect()
    }

    fn of_role(&self, row: &SampleRow, role: Role) -> Cell {
        let field = || self.layout.at(Home::Role(role)).next();
        match role {
            Role::Title => Cell::text(self.title(row)),
            Role::Description => Cell::text(self.description(row)),
            Role::Table => Cell::text(one_line(&self.layout.table.name)),
            Role::Labels => Cell::text(self.labels(row).join(", ")),
            Role::Number => self.number(row),
            Role::Parent => self.parent(row),
            Role::Level => Cell::Plain(self.level(row).to_owned()),
            Role::Blank => Cell::Empty,
            Role::Status | Role::Created | Role::Updated => {
                field().map_or(Cell::Empty, |field| self.of_field(row, field))
            }
            Role::Due => field().map_or(Cell::Empty, |field| self.day(row, field)),
            Role::Assignee => {
                let people = field().map(|field| self.people(row, field)).unwrap_or_default();
                people.into_iter().next().map_or(Cell::Empty, Cell::text)
            }
            Role::Estimate => {
                let number = field().and_then(|field| self.value(row, field).number());
                number.filter(|number| is_estimate(*number)).map_or(Cell::Empty, Cell::number)
            }
        }
    }

    fn of_field(&self, row: &SampleRow, field: &Field) -> Cell {
        let limits = &self.system.capabilities.limits;
        match (&field.kind, self.value(row, field)) {
            (_, Value::Empty) => Cell::Empty,
            (FieldKind::Select { .. }, Value::Text(id)) => Cell::text(self.option(field, &id)),
            (FieldKind::MultiSelect { .. }, Value::List(ids)) => {
                let names: Vec<_> = ids.iter().map(|id| self.option(field, id)).collect();
                Cell::text((self.system.importer.form.list)(&names))
            }
            (FieldKind::Checkbox, value) => self.check(row, field, &value),
            (FieldKind::Person { .. }, _) => {
                Cell::text((self.system.importer.form.list)(&self.people(row, field)))
            }
            (FieldKind::Relation { .. }, value) => {
                Cell::text(one_line(&self.system.evaluator.label(field, &value)))
            }
            (FieldKind::Text, Value::Text(text)) => {
                Cell::text(shortened(&one_line(&text), limits.text_chars))
            }
            (FieldKind::LongText, Value::Text(text)) => Cell::text(shortened(&text, limits.long_text_chars)),
            _ => self.system.texts.cell(row, field),
        }
    }

    fn check(&self, row: &SampleRow, field: &Field, value: &Value) -> Cell {
        match (self.system.importer.checks, value) {
            (Checks::Signs, _) => self.system.texts.cell(row, field),
            (Checks::WordOrBlank, Value::Bool(false)) => Cell::Empty,
            _ => Cell::text(self.system.evaluator.label(field, value)),
        }
    }

    fn number(&self, row: &SampleRow) -> Cell {
        let number = self.layout.numbers.get(row.id.as_str());
        number.map_or(Cell::Empty, |number| Cell::Plain(number.to_string()))
    }

    fn parent(&self, row: &SampleRow) -> Cell {
        match (self.layout.hierarchy.parent(row), self.system.importer.hierarchy) {
            (Some(parent), Hierarchical::ByTitle(_)) => Cell::text(self.title(parent)),
            (Some(parent), Hierarchical::ByNumber(_)) => self.number(parent),
            _ => Cell::Empty,
        }
    }

    /// What Jira calls its levels; values are mapped in its import, so they are not translated.
    fn level(&self, row: &SampleRow) -> &'static str {
        let hierarchy = &self.layout.hierarchy;
        match hierarchy.level(row) {
            0 if hierarchy.has_children(row) => "Epic",
            2 => "Subtask",
            _ => "Task",
        }
    }

    fn labels_of(&self, row: &SampleRow, field: &Field) -> Vec<String> {
        let label = |text: &str| self.label(field, text);
        match (&field.kind, self.value(row, field)) {
            (FieldKind::Checkbox, Value::Bool(true)) => vec![label(&field.name)],
            (FieldKind::Checkbox, _) | (_, Value::Empty) => Vec::new(),
            (FieldKind::Rating { .. }, value) => vec![label(&self.system.evaluator.label(field, &value))],
            (_, value) => value.items().iter().map(|id| label(&self.option(field, id))).collect(),
        }
    }
}

/// Whether `name` is an e-mail address.
pub(super) fn is_address(name: &str) -> bool {
    let parts = name.split_once('@');
    parts.is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
        && !name.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>'))
}

/// Whether a number can be an estimate: those are whole.
pub(super) fn is_estimate(number: f64) -> bool {
    number >= 0.0 && number.fract() == 0.0
}

/// `text` without what parts labels and their groups.
fn label_text(text: &str) -> String {
    one_line(text).replace('/', "-").replace(',', ";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_are_addresses() {
        for (name, expected) in [
            ("ana@example.com", true),
            ("Ana Silva", false),
            ("@ana", false),
            ("ana@host", false),
            ("a b@example.com", false),
            ("a@b@example.com", false),
        ] {
            assert_eq!(is_address(name), expected, "{name}");
        }
    }

    #[test]
    fn labels_hold_nothing_that_parts_them() {
        assert_eq!(label_text("a/b, c\nd"), "a-b; c d");
    }
}
