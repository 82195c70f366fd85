//! Filters as array formulas: for every row of a sheet, 1 where it passes and 0 where it does not.
//!
//! They agree with [`shared::compute::matches`] on every row that has a title.

use shared::blueprint::{CellValue, Condition, Conjunction, FieldKind, Filter, Operator, RelativeRange};
use shared::compute::{Value, formula::Type};

use super::formula_text::{day_serial, holds_item, literal, moment_serial, search_literal};
use super::layout::{Book, Column};

/// Half a second, in days: moments nearer than that are the same.
const MOMENT: &str = "0.000005";

/// Which rows pass `filter`.
pub(super) fn filter(book: &Book<'_>, filter: &Filter) -> String {
    let masks: Vec<_> = filter.conditions.iter().map(|one| condition(book, one)).collect();
    match filter.conjunction {
        _ if masks.is_empty() => "1".to_owned(),
        Conjunction::All => masks.join("*"),
        Conjunction::Any => format!("(({})>0)", masks.join("+")),
    }
}

fn condition(book: &Book<'_>, condition: &Condition) -> String {
    let Some(column) = book.column(&condition.field) else { return "0".to_owned() };
    let test = Test { book, column, range: column.range() };
    let operand = condition.value.as_ref();
    let mask = match (condition.operator, operand) {
        (Operator::Is, Some(operand)) => test.is(operand),
        (Operator::IsNot, Some(operand)) => test.is(operand).map(|mask| format!("(1-{mask})")),
        (Operator::IsNot, None) => Some("1".to_owned()),
        (Operator::IsAnyOf, Some(operand)) => test.is_any_of(operand),
        (Operator::Contains, Some(CellValue::Text(word))) => test.contains(word),
        (Operator::IsEmpty, _) => test.is_empty(),
        (Operator::IsNotEmpty | Operator::IsMe, _) => test.is_empty().map(|mask| format!("(1-{mask})")),
        (Operator::AtLeast, Some(operand)) => test.at_least(operand),
        (Operator::AtMost, Some(operand)) => test.at_most(operand),
        (Operator::Within, Some(CellValue::Text(name))) => {
            RelativeRange::parse(name).map(|range| test.within(range))
        }
        _ => None,
    };
    // What no row passes, and what this cannot say, passes none.
    mask.unwrap_or_else(|| "0".to_owned())
}

/// A column that conditions test.
struct Test<'b, 'a> {
    book: &'b Book<'a>,
    column: Column<'b, 'a>,
    range: String,
}

impl Test<'_, '_> {
    fn kind(&self) -> Option<Type> {
        self.book.schema().type_of(&self.column.field.id)
    }

    /// Whether cells hold several values.
    fn is_list(&self) -> bool {
        let kind = &self.column.field.kind;
        matches!(kind, FieldKind::MultiSelect { .. } | FieldKind::Relation { .. } | FieldKind::Person { .. })
    }

    /// What people read of an item: an option's or a row's name.
    fn name(&self, item: &str) -> String {
        self.book.evaluator.label(self.column.field, &Value::Text(item.to_owned()))
    }

    fn holds(&self, item: &str) -> String {
        let name = literal(&self.name(item));
        if self.is_list() {
            format!("({}*1)", holds_item(&self.range, &name))
        } else {
            format!("(EXACT({},{name})*1)", self.range)
        }
    }

    fn is(&self, operand: &CellValue) -> Option<String> {
        let range = &self.range;
        match (self.kind()?, operand) {
            (Type::Bool, CellValue::Bool(true)) => Some(format!("({range}=TRUE)")),
            (Type::Bool, CellValue::Bool(false)) => Some(format!("({range}<>TRUE)")),
            (Type::Text, CellValue::Text(text)) if !text.is_empty() => Some(self.holds(text)),
            (Type::Text, CellValue::List(items)) if self.is_list() && !items.is_empty() => {
                Some(items.iter().map(|item| self.holds(item)).collect::<Vec<_>>().join("*"))
            }
            (Type::Number, CellValue::Number(number)) => {
                Some(format!("(ISNUMBER({range})*({range}={number}))"))
            }
            (Type::Date | Type::Datetime, operand) => {
                Some(format!("({}*{})", self.at_least(operand)?, self.at_most(operand)?))
            }
            _ => None,
        }
    }

    fn is_any_of(&self, operand: &CellValue) -> Option<String> {
        let words = match operand {
            CellValue::Text(word) => std::slice::from_ref(word),
            operand => operand.list(),
        };
        let is_named = self.is_list() || matches!(self.column.field.kind, FieldKind::Select { .. });
        let masks: Vec<_> = words
            .iter()
            .filter_map(|word| if is_named { Some(self.holds(word)) } else { self.contains(word) })
            .collect();
        (!masks.is_empty()).then(|| format!("(({})>0)", masks.join("+")))
    }

    fn contains(&self, word: &str) -> Option<String> {
        (!word.is_empty()).then(|| format!("(ISNUMBER(SEARCH({},{}))*1)", search_literal(word), self.range))
    }

    /// A checkbox is never empty.
    fn is_empty(&self) -> Option<String> {
        (self.kind()? != Type::Bool)
            .then(|| format!("({}=\"\")", self.range))
            .or_else(|| Some("0".to_owned()))
    }

    fn at_least(&self, operand: &CellValue) -> Option<String> {
        self.bounded(Some(self.bound(operand)?.0), None)
    }

    fn at_most(&self, operand: &CellValue) -> Option<String> {
        let (_, comparison) = self.bound(operand)?;
        self.bounded(None, Some(comparison))
    }

    /// What a value at least as great and one at most as great pass, as comparisons.
    fn bound(&self, operand: &CellValue) -> Option<(String, String)> {
        match (self.kind()?, operand) {
            (Type::Number, CellValue::Number(number)) => Some((format!(">={number}"), format!("<={number}"))),
            (kind @ (Type::Date | Type::Datetime), CellValue::Text(text)) => {
                match (Value::read(&FieldKind::Date, operand), Value::read(&FieldKind::Datetime, operand)) {
                    (Some(Value::Date(day)), _) => whole_day(day_serial(day)?),
                    (_, Some(Value::Datetime(moment))) if kind == Type::Date && !text.is_empty() => {
                        whole_day(day_serial(moment.date())?)
                    }
                    (_, Some(Value::Datetime(moment))) => {
                        let serial = moment_serial(moment)?;
                        Some((format!(">={serial}-{MOMENT}"), format!("<={serial}+{MOMENT}")))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn within(&self, range: RelativeRange) -> String {
        let today = self.book.today_cell();
        let monday = format!("{today}-WEEKDAY({today},2)+1");
        let (first, end) = match range {
            RelativeRange::Today => (Some(today.clone()), Some(format!("{today}+1"))),
            RelativeRange::ThisWeek => (Some(monday.clone()), Some(format!("{monday}+7"))),
            RelativeRange::Next7Days => (Some(today.clone()), Some(format!("{today}+7"))),
            RelativeRange::Past30Days => (Some(format!("{today}-29")), Some(format!("{today}+1"))),
            RelativeRange::UntilToday => (None, Some(format!("{today}+1"))),
            RelativeRange::Over30DaysAgo => (None, Some(format!("{today}-30"))),
        };
        let first = first.map(|first| format!(">={first}"));
        let end = end.map(|end| format!("<{end}"));
        self.bounded(first, end).unwrap_or_else(|| "0".to_owned())
    }

    /// Numbers and dates that pass both comparisons.
    fn bounded(&self, first: Option<String>, last: Option<String>) -> Option<String> {
        let range = &self.range;
        let tests: String =
            [first, last].into_iter().flatten().map(|test| format!("*({range}{test})")).collect();
        Some(format!("(ISNUMBER({range}){tests})"))
    }
}

/// The comparisons with a day as a whole.
#[expect(clippy::unnecessary_wraps, reason = "an arm among others that may have none")]
fn whole_day(serial: f64) -> Option<(String, String)> {
    Some((format!(">={serial}"), format!("<{}", serial + 1.0)))
}
