//! The description of a row: lines at its top, its own text, then sections.

use shared::blueprint::{Field, FieldKind, NumberFormat, SampleRow};
use shared::compute::Value;

use super::importer::{Role, TextStyle};
use super::text::{one_line, shortened};
use super::values::is_estimate;
use super::{Home, Values};

impl Values<'_, '_, '_> {
    /// The description of `row`.
    pub(crate) fn description(&self, row: &SampleRow) -> String {
        let mut lines = self.rest(row);
        let fields = self.layout.homes.iter();
        let in_lines = fields.filter(|(_, _, home)| matches!(home, Home::Line | Home::Role(Role::Parent)));
        lines.extend(in_lines.filter_map(|(field, _, _)| self.line(row, field)));
        let own = self.layout.at(Home::Role(Role::Description)).filter_map(|field| self.text(row, field));
        let sections = self.layout.at(Home::Section).filter_map(|field| self.section(row, field));
        let top = Some(lines.join("\n")).filter(|top| !top.is_empty());
        top.into_iter().chain(own).chain(sections).collect::<Vec<_>>().join("\n\n")
    }

    /// What no column could hold whole, a line each.
    pub(crate) fn rest(&self, row: &SampleRow) -> Vec<String> {
        let fields = self.layout.homes.iter();
        fields
            .filter(|(field, _, home)| !self.is_whole(row, field, *home))
            .filter_map(|(field, _, _)| self.line(row, field))
            .collect()
    }

    /// Whether the column that `field` goes into holds its value as it is.
    fn is_whole(&self, row: &SampleRow, field: &Field, home: Home) -> bool {
        let limits = &self.system.capabilities.limits;
        let fits = |text: &str, limit| {
            shortened(&one_line(text), limit).chars().count() == one_line(text).chars().count()
        };
        match (home, &field.kind, self.value(row, field)) {
            (Home::Role(Role::Title), _, Value::Text(title)) => fits(&title, limits.title_chars),
            (Home::Column, FieldKind::Text, Value::Text(text)) => fits(&text, limits.text_chars),
            (Home::Column, FieldKind::LongText, Value::Text(text)) => {
                shortened(&text, limits.long_text_chars) == text
            }
            (Home::Column, FieldKind::Datetime, Value::Datetime(_)) => {
                self.system.importer.form.datetime.contains("%M")
            }
            (Home::Role(Role::Assignee), _, Value::List(people)) => {
                people.len() == 1 && people == self.people(row, field)
            }
            (Home::Column, FieldKind::Person { .. }, Value::List(people)) => {
                people == self.people(row, field)
            }
            (Home::Role(Role::Estimate), _, Value::Number(number)) => is_estimate(number),
            _ => true,
        }
    }

    fn line(&self, row: &SampleRow, field: &Field) -> Option<String> {
        let value = one_line(&self.text(row, field)?);
        let name = one_line(&field.name);
        Some(match self.system.importer.text {
            TextStyle::Markdown => format!("**{name}:** {value}"),
            TextStyle::Plain => format!("{name}: {value}"),
        })
    }

    fn section(&self, row: &SampleRow, field: &Field) -> Option<String> {
        let text = self.text(row, field)?;
        let name = one_line(&field.name);
        Some(match self.system.importer.text {
            TextStyle::Markdown => format!("## {name}\n\n{text}"),
            TextStyle::Plain => format!("{name}:\n{text}"),
        })
    }

    /// What people read of a value; nothing of an empty one.
    fn text(&self, row: &SampleRow, field: &Field) -> Option<String> {
        let value = self.value(row, field);
        let label = match (&field.kind, &value) {
            (FieldKind::Number { format }, Value::Number(number)) if is_rounded(*format, *number) => {
                number.to_string()
            }
            _ => self.system.evaluator.label(field, &value),
        };
        Some(label).filter(|label| !label.trim().is_empty())
    }
}

/// Whether people read less of a number than there is.
fn is_rounded(format: NumberFormat, number: f64) -> bool {
    let shown = match format {
        NumberFormat::Integer => number,
        NumberFormat::Decimal | NumberFormat::Percent => number * 100.0,
    };
    // Binary fractions add a little: 0.07 times 100 is 7.000000000000001.
    (shown - shown.round()).abs() > 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_only_where_nothing_is_lost() {
        assert!(!is_rounded(NumberFormat::Integer, 7.0));
        assert!(is_rounded(NumberFormat::Integer, 2.5));
        assert!(!is_rounded(NumberFormat::Percent, 0.07));
        assert!(is_rounded(NumberFormat::Percent, 0.125));
        assert!(!is_rounded(NumberFormat::Decimal, 1.25));
    }
}
