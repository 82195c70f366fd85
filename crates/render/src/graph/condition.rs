//! Filters as questions to pages, as far as Logseq can ask them.

use chrono::{Datelike, NaiveDate};
use shared::blueprint::{
    CellValue, Condition, Conjunction, Field, FieldKind, Filter, Operator, RelativeRange,
};

use super::pages::Graph;
use super::place::{Kind, Place};
use super::query::{Ask, Bound, Operand};
use super::title::DAY;

/// A filter as a question.
#[derive(Default)]
pub(super) struct Asked<'a> {
    /// What is asked; every row passes without any.
    pub(super) asks: Vec<Ask>,
    /// Fields whose conditions are left out or wider than meant: the query finds more rows.
    pub(super) wider: Vec<&'a Field>,
    /// Fields that should name the person who looks, which the query does not know.
    pub(super) me: Vec<&'a Field>,
}

/// A condition as a question, and whether it asks for exactly the same.
type Question = (Ask, Exactness);

#[derive(Clone, Copy, PartialEq)]
enum Exactness {
    Exact,
    Wider,
}

/// `filter` as a question.
pub(super) fn asked<'a>(graph: &Graph<'a>, filter: Option<&Filter>) -> Asked<'a> {
    let mut asked = Asked::default();
    let Some(filter) = filter else { return asked };
    let mut unasked = false;
    for condition in &filter.conditions {
        let Some((_, field)) = graph.evaluator.schema().field(&condition.field) else { continue };
        let question = ask(graph, field, condition);
        unasked |= question.is_none();
        if question.as_ref().is_none_or(|(_, exactness)| *exactness == Exactness::Wider) {
            asked.wider.push(field);
        }
        if condition.operator == Operator::IsMe {
            asked.me.push(field);
        }
        asked.asks.extend(question.map(|(ask, _)| ask));
    }
    if filter.conjunction == Conjunction::Any {
        // Where one of the ways to pass cannot be asked for, only everything holds all that pass.
        let asks = std::mem::take(&mut asked.asks);
        asked.asks.extend((!unasked && !asks.is_empty()).then_some(Ask::Any(asks)));
    }
    asked
}

fn ask(graph: &Graph<'_>, field: &Field, condition: &Condition) -> Option<Question> {
    let Place::Property(kind) = graph.place(field) else { return None };
    let name = graph.property(&field.id)?.name.clone();
    let exact = |ask| Some((ask, Exactness::Exact));
    let value = condition.value.as_ref();
    match (condition.operator, kind) {
        // A box that is not ticked is not empty.
        (Operator::IsEmpty | Operator::IsNotEmpty | Operator::IsMe, Kind::Flag) => None,
        (Operator::IsEmpty, _) => exact(not(Ask::Has(name))),
        (Operator::IsNotEmpty | Operator::IsMe, _) => exact(Ask::Has(name)),
        (Operator::Is, _) => exact(is(graph, field, kind, &name, value?)?),
        (Operator::IsNot, _) => exact(not(is(graph, field, kind, &name, value?)?)),
        (Operator::IsAnyOf, Kind::Links) => exact(any_of(graph, field, &name, value?)?),
        (Operator::Within, Kind::Day) => within(name, RelativeRange::parse(value?.text()?)?),
        (Operator::AtLeast, Kind::Day) => exact(Ask::Days(name, Some(fixed(value?)?), None)),
        (Operator::AtMost, Kind::Day) => exact(Ask::Days(name, None, Some(fixed(value?)?))),
        (Operator::AtLeast, Kind::Whole) => exact(at_least(field, name, value?.number()?)),
        (Operator::AtMost, Kind::Whole) => exact(Ask::Numbers(name, None, value?.number())),
        _ => None,
    }
}

fn is(graph: &Graph<'_>, field: &Field, kind: Kind, name: &str, value: &CellValue) -> Option<Ask> {
    let page = |title: &str| Ask::Is(name.to_owned(), Operand::Page(title.to_owned()));
    match (kind, value) {
        (Kind::Links, CellValue::Text(item)) => graph.target(field, item).map(page),
        (Kind::Links, CellValue::List(items)) if !items.is_empty() => {
            let asks: Option<Vec<_>> = items.iter().map(|item| graph.target(field, item).map(page)).collect();
            Some(Ask::All(asks?))
        }
        (Kind::Day, CellValue::Text(day)) => NaiveDate::parse_from_str(day, DAY).ok().map(|_| page(day)),
        (Kind::Whole | Kind::Number, CellValue::Number(number)) => {
            Some(Ask::Is(name.to_owned(), Operand::Bare(number.to_string())))
        }
        (Kind::Flag, CellValue::Bool(checked)) => {
            let checked_ask = Ask::Is(name.to_owned(), Operand::Bare("true".to_owned()));
            Some(if *checked { checked_ask } else { not(checked_ask) })
        }
        _ => None,
    }
}

fn any_of(graph: &Graph<'_>, field: &Field, name: &str, value: &CellValue) -> Option<Ask> {
    let one = value.text().map(str::to_owned);
    let items = one.as_ref().map_or(value.list(), std::slice::from_ref);
    let asks: Vec<_> = items
        .iter()
        .filter_map(|item| graph.target(field, item))
        .map(|title| Ask::Is(name.to_owned(), Operand::Page(title.to_owned())))
        .collect();
    (!asks.is_empty()).then_some(Ask::Any(asks))
}

/// Stars are few enough to be listed, so that a simple query can ask for them.
fn at_least(field: &Field, name: String, least: f64) -> Ask {
    match field.kind {
        FieldKind::Rating { max } => {
            let stars = (1..=max).filter(|stars| f64::from(*stars) >= least);
            let asks: Vec<_> =
                stars.map(|stars| Ask::Is(name.clone(), Operand::Bare(stars.to_string()))).collect();
            if asks.is_empty() { Ask::Numbers(name, Some(least), None) } else { Ask::Any(asks) }
        }
        _ => Ask::Numbers(name, Some(least), None),
    }
}

fn within(name: String, range: RelativeRange) -> Option<Question> {
    let days = |first: Option<i32>, last: Option<i32>| {
        Ask::Days(name.clone(), first.map(Bound::After), last.map(Bound::After))
    };
    let exact = |ask| Some((ask, Exactness::Exact));
    match range {
        RelativeRange::Today => exact(Ask::Is(name.clone(), Operand::Today)),
        // Queries do not know which day of the week it is: six days on either side hold the week.
        RelativeRange::ThisWeek => Some((days(Some(-6), Some(6)), Exactness::Wider)),
        RelativeRange::Next7Days => exact(days(Some(0), Some(6))),
        RelativeRange::Past30Days => exact(days(Some(-29), Some(0))),
        RelativeRange::UntilToday => exact(days(None, Some(0))),
        RelativeRange::Over30DaysAgo => exact(days(None, Some(-31))),
    }
}

fn fixed(value: &CellValue) -> Option<Bound> {
    let day = NaiveDate::parse_from_str(value.text()?, DAY).ok()?;
    let month_day = i32::try_from(day.month() * 100 + day.day()).ok()?;
    Some(Bound::Fixed(day.year() * 10_000 + month_day))
}

fn not(ask: Ask) -> Ask {
    match ask {
        Ask::Not(ask) => *ask,
        ask => Ask::Not(Box::new(ask)),
    }
}
