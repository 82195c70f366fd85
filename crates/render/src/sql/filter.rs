//! Filters as conditions over `r`, a row of a view of rows. They agree with [`shared::compute::matches`].

use shared::blueprint::{CellValue, Condition, Conjunction, FieldKind, Filter, Operator, RelativeRange};
use shared::compute::{Value, formula::Type};

use super::cells::option_name;
use super::dialect::Dialect;
use super::links::{label, targets};
use super::model::{Column, Entity, Model, Place};
use super::text::{literal, number, quoted};

/// The day it is.
pub(super) const TODAY: &str = "(SELECT \"day\" FROM \"today\")";
/// What nothing passes.
const NEVER: &str = "FALSE";

/// Which rows of `entity` pass `filter`.
pub(super) fn filter(model: &Model<'_>, dialect: Dialect, entity: &Entity<'_>, filter: &Filter) -> String {
    let conditions = filter.conditions.iter().map(|one| condition(model, dialect, entity, one));
    let conditions: Vec<_> = conditions.collect();
    match filter.conjunction {
        _ if conditions.is_empty() => "TRUE".to_owned(),
        Conjunction::All => conditions.join("\n  AND "),
        Conjunction::Any => format!("({})", conditions.join("\n  OR ")),
    }
}

fn condition(model: &Model<'_>, dialect: Dialect, entity: &Entity<'_>, condition: &Condition) -> String {
    let is_empty_everywhere = || match condition.operator {
        Operator::IsNot | Operator::IsEmpty => "TRUE",
        _ => NEVER,
    };
    let found = model.column_of(entity, &condition.field);
    let Some((column, kind)) = found.and_then(|column| Some((column, column.kind?))) else {
        return is_empty_everywhere().to_owned();
    };
    let test = Test { model, dialect, column, kind, value: format!("r.{}", quoted(&column.name)) };
    let operand = condition.value.as_ref();
    let found = match (condition.operator, operand) {
        (Operator::Is, Some(operand)) => test.is(operand).map(|sql| format!("({sql})")),
        (Operator::IsNot, Some(operand)) => {
            Some(test.is(operand).map_or("TRUE".to_owned(), |sql| format!("({sql}) IS NOT TRUE")))
        }
        (Operator::IsNot, None) => Some("TRUE".to_owned()),
        (Operator::IsAnyOf, Some(operand)) => test.is_any_of(operand),
        (Operator::Contains, Some(CellValue::Text(word))) => test.contains(word),
        (Operator::IsEmpty, _) => test.is_empty().map(|sql| format!("{sql} IS NULL")),
        (Operator::IsNotEmpty, _) => Some(test.is_not_empty()),
        (Operator::IsMe, _) => Some(test.is_me()),
        (Operator::AtLeast, Some(operand)) => test.compared(operand, ">="),
        (Operator::AtMost, Some(operand)) => test.compared(operand, "<="),
        (Operator::Within, Some(CellValue::Text(name))) => {
            RelativeRange::parse(name).and_then(|range| test.within(range))
        }
        _ => None,
    };
    found.unwrap_or_else(|| NEVER.to_owned())
}

/// A column that conditions test.
struct Test<'t, 'a> {
    model: &'t Model<'a>,
    dialect: Dialect,
    column: &'t Column<'a>,
    kind: Type,
    value: String,
}

impl Test<'_, '_> {
    /// Whether it holds ids or names rather than text.
    fn is_named(&self) -> bool {
        matches!(
            self.column.field.kind,
            FieldKind::Select { .. }
                | FieldKind::MultiSelect { .. }
                | FieldKind::Relation { .. }
                | FieldKind::Person { .. }
        )
    }

    /// That the row has an item of a select, a relation or people.
    fn holds(&self, item: &str) -> Option<String> {
        let among = |link: &str, column: &str, item: &str| {
            let (link, item) = (quoted(link), literal(item));
            format!("{item} IN (SELECT l.\"{column}\" FROM {link} AS l WHERE l.\"row_id\" = r.\"id\")")
        };
        match &self.column.place {
            Place::Option { .. } => {
                let name = option_name(self.column.field, item)?;
                Some(format!("{} = {}", self.value, literal(&name)))
            }
            Place::Options { link, .. } => {
                Some(among(link, "option", &option_name(self.column.field, item)?))
            }
            Place::People { link } => Some(among(link, "person", item)),
            Place::Own => Some(format!("{} = {}", self.value, literal(item))),
            _ => Some(format!("{} IN {}", literal(item), targets(self.model, self.column)?)),
        }
    }

    fn is(&self, operand: &CellValue) -> Option<String> {
        match (self.kind, operand) {
            (Type::Bool, CellValue::Bool(true)) => Some(self.value.clone()),
            (Type::Bool, CellValue::Bool(false)) => Some(format!("NOT {}", self.value)),
            (Type::Text, CellValue::Text(item)) if self.is_named() => self.holds(item),
            (Type::Text, CellValue::List(items)) if self.is_list() && !items.is_empty() => {
                let all: Vec<_> = items.iter().map(|item| self.holds(item)).collect::<Option<_>>()?;
                Some(all.join(" AND "))
            }
            (Type::Text, CellValue::Text(text)) if !text.is_empty() => {
                Some(format!("{} = {}", self.value, literal(text)))
            }
            (Type::Number | Type::Date | Type::Datetime, operand) => self.compared(operand, "="),
            _ => None,
        }
    }

    fn is_list(&self) -> bool {
        self.is_named() && !matches!(self.column.field.kind, FieldKind::Select { .. })
    }

    fn is_any_of(&self, operand: &CellValue) -> Option<String> {
        let words = match operand {
            CellValue::Text(word) => std::slice::from_ref(word),
            operand => operand.list(),
        };
        let test = |word: &String| if self.is_named() { self.holds(word) } else { self.contains(word) };
        let tests: Vec<_> = words.iter().filter_map(test).collect();
        (!tests.is_empty()).then(|| format!("({})", tests.join(" OR ")))
    }

    fn contains(&self, word: &str) -> Option<String> {
        let word = word.replace('\0', "");
        (self.kind == Type::Text && !word.is_empty()).then(|| self.dialect.contains(&self.value, &word))
    }

    /// A checkbox is never empty.
    fn is_empty(&self) -> Option<&str> {
        (self.kind != Type::Bool).then_some(self.value.as_str())
    }

    fn is_not_empty(&self) -> String {
        self.is_empty().map_or("TRUE".to_owned(), |value| format!("{value} IS NOT NULL"))
    }

    /// Who looks is named by the view `me`; while it names nobody, everybody is meant.
    fn is_me(&self) -> String {
        let me = "(SELECT \"name\" FROM \"me\")";
        let names = match &self.column.place {
            Place::People { link } => {
                format!("(SELECT l.\"person\" FROM {} AS l WHERE l.\"row_id\" = r.\"id\")", quoted(link))
            }
            _ => match (self.model.related(self.column), targets(self.model, self.column)) {
                (Some(related), Some(targets)) => {
                    let (label, table) = (label(related, "t"), quoted(&related.name));
                    format!("(SELECT {label} FROM {table} AS t WHERE t.\"id\" IN {targets})")
                }
                _ => format!("({})", self.value),
            },
        };
        format!("({} AND ({me} IS NULL OR {me} IN {names}))", self.is_not_empty())
    }

    fn compared(&self, operand: &CellValue, operator: &str) -> Option<String> {
        let (value, operand) = match (self.kind, operand) {
            (Type::Number, CellValue::Number(operand)) => (self.value.clone(), number(*operand)),
            (kind @ (Type::Date | Type::Datetime), CellValue::Text(text)) if !text.is_empty() => {
                let day = self.dialect.day_of(&self.value, kind);
                match (Value::read(&FieldKind::Date, operand), Value::read(&FieldKind::Datetime, operand)) {
                    (Some(Value::Date(bound)), _) => (day, self.dialect.day(bound)?),
                    (_, Some(Value::Datetime(bound))) if kind == Type::Date => {
                        (day, self.dialect.day(bound.date())?)
                    }
                    (_, Some(Value::Datetime(bound))) => (self.value.clone(), self.dialect.moment(bound)?),
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(format!("{value} {operator} {operand}"))
    }

    fn within(&self, range: RelativeRange) -> Option<String> {
        if !self.kind.is_day() {
            return None;
        }
        let dialect = self.dialect;
        let day = dialect.day_of(&self.value, self.kind);
        let after = |days| dialect.days_after(TODAY, days);
        let monday = dialect.monday(TODAY);
        let (first, last) = match range {
            RelativeRange::Today => (Some(after(0)), Some(after(0))),
            RelativeRange::ThisWeek => (Some(monday.clone()), Some(dialect.days_after(&monday, 6))),
            RelativeRange::Next7Days => (Some(after(0)), Some(after(6))),
            RelativeRange::Past30Days => (Some(after(-29)), Some(after(0))),
            RelativeRange::UntilToday => (None, Some(after(0))),
            RelativeRange::Over30DaysAgo => (None, Some(after(-31))),
        };
        let first = first.map(|first| format!("{day} >= {first}"));
        let last = last.map(|last| format!("{day} <= {last}"));
        Some(first.into_iter().chain(last).collect::<Vec<_>>().join(" AND "))
    }
}
