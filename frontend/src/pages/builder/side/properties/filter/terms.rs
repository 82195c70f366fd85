//! Conditions: which operators fit a field, what a fresh one says, what becomes of one that is changed.

use shared::blueprint::{CellValue, Condition, Conjunction, Filter, Operator};
use shared::validate::{CONDITIONS_MAX, Class, needs_value, operand_fits, operator_fits};

use super::super::clauses::{Fact, replaced, without};
use super::super::value::Form;

/// The operators that fit a field, the most usual first.
pub(super) fn operators(fact: &Fact) -> Vec<Operator> {
    let Some(class) = fact.class else { return Vec::new() };
    let first = usual(class);
    let others = Operator::ALL.into_iter().filter(|it| *it != first && operator_fits(*it, class));
    std::iter::once(first).chain(others).collect()
}

/// What a condition on values of a class mostly asks.
fn usual(class: Class) -> Operator {
    match class {
        Class::Text => Operator::Contains,
        Class::Number => Operator::AtLeast,
        Class::Date | Class::Datetime => Operator::Within,
        Class::Bool | Class::Option | Class::Options | Class::Rows | Class::People => Operator::Is,
    }
}

/// The name of an operator in the words, below `builder.filter.op.`: what it is called depends on what it tests.
pub(super) fn word(fact: &Fact, operator: Operator) -> String {
    let sort = match (operator, fact.class) {
        (Operator::Is | Operator::IsNot, _) if fact.is_list => ".list",
        (Operator::IsAnyOf, Some(Class::Text)) => ".text",
        (Operator::Is | Operator::AtLeast | Operator::AtMost, Some(class)) if class.is_day() => ".day",
        _ => "",
    };
    format!("builder.filter.op.{}{sort}", operator.as_str())
}

/// A condition on a field as it is added: one that is whole wherever there is a value to choose.
pub(super) fn fresh(fact: &Fact) -> Option<Condition> {
    let operator = *operators(fact).first()?;
    Some(with(fact, operator, None))
}

/// The same condition on another field, or a fresh one where operator or value do not fit there.
pub(super) fn with_field(condition: &Condition, before: Option<&Fact>, fact: &Fact) -> Option<Condition> {
    // Days and times are tested against the same days.
    let is_alike = |before: &Fact| before.class == fact.class || (before.is_day() && fact.is_day());
    let keeps =
        before.is_some_and(|before| is_alike(before) && before.choices.is_empty()) && fact.choices.is_empty();
    if keeps {
        return Some(Condition { field: fact.id.clone(), ..condition.clone() });
    }
    fresh(fact)
}

/// The condition by another operator, with its value where that fits and another where it does not.
pub(super) fn with_operator(condition: &Condition, fact: &Fact, operator: Operator) -> Condition {
    let value = match (&condition.value, operator) {
        // A range is no day, and a day no range.
        (Some(_), Operator::Within) => None,
        (Some(_), _) if condition.operator == Operator::Within => None,
        (Some(CellValue::Text(text)), Operator::IsAnyOf) if !text.is_empty() => {
            Some(CellValue::List(vec![text.clone()]))
        }
        (Some(CellValue::List(items)), it) if it != Operator::IsAnyOf => {
            items.first().map(|item| CellValue::Text(item.clone()))
        }
        (value, _) => value.clone(),
    };
    with(fact, operator, value)
}

fn with(fact: &Fact, operator: Operator, value: Option<CellValue>) -> Condition {
    let value = value.filter(|value| fits(fact, operator, value));
    let first = || form(fact, operator, None).and_then(|form| form.first());
    let value = value.or_else(first).filter(|value| fits(fact, operator, value));
    Condition { field: fact.id.clone(), operator, value }
}

/// Whether a condition can test a field against a value.
pub(super) fn fits(fact: &Fact, operator: Operator, value: &CellValue) -> bool {
    let takes = |class| operator == Operator::Within || operand_fits(operator, value, class);
    needs_value(operator) && fact.class.is_some_and(takes)
}

/// Whether a condition says all that it must.
pub(super) fn is_whole(condition: &Condition) -> bool {
    !needs_value(condition.operator) || condition.value.is_some()
}

/// In what form the value is asked for; nothing for an operator that needs none.
pub(super) fn form(fact: &Fact, operator: Operator, value: Option<&CellValue>) -> Option<Form> {
    if !needs_value(operator) {
        return None;
    }
    let is_list = operator == Operator::IsAnyOf || matches!(value, Some(CellValue::List(_)));
    let choices = || fact.choices.clone();
    Some(match fact.class? {
        _ if operator == Operator::Within => Form::Range,
        Class::Text | Class::People if is_list => Form::Words,
        Class::Text => Form::Line(Vec::new()),
        Class::People => Form::Line(choices()),
        Class::Number => Form::Number(fact.number_format()),
        Class::Bool => Form::YesNo,
        Class::Date | Class::Datetime => Form::Day,
        Class::Rows if is_list => Form::Rows(choices()),
        Class::Option | Class::Options if is_list => Form::Many(choices()),
        Class::Option | Class::Options | Class::Rows => Form::One(choices()),
    })
}

/// A filter of one fresh condition, on the field that mostly tells rows apart; nothing where no field can be tested.
pub(in super::super) fn first_filter(fields: &[Fact]) -> Option<Filter> {
    added(None, fields)
}

/// The filter with a fresh condition at its end; nothing where there is no room, or no field to test.
pub(super) fn added(filter: Option<Filter>, fields: &[Fact]) -> Option<Filter> {
    let mut filter = filter.unwrap_or(Filter { conjunction: Conjunction::All, conditions: Vec::new() });
    let is_tested = |fact: &&Fact| filter.conditions.iter().any(|condition| condition.field == fact.id);
    let tells = |fact: &&Fact| matches!(fact.class, Some(Class::Option | Class::Bool));
    let can = |fact: &&Fact| fact.class.is_some();
    let found = fields.iter().find(|fact| tells(fact) && !is_tested(fact));
    let found = found.or_else(|| fields.iter().find(|fact| can(fact) && !is_tested(fact)));
    let condition = found.or_else(|| fields.iter().find(can)).and_then(fresh)?;
    if filter.conditions.len() >= CONDITIONS_MAX {
        return None;
    }
    filter.conditions.push(condition);
    Some(filter)
}

/// The filter with another condition at a place; nothing without a filter.
pub(super) fn put(filter: Option<Filter>, at: usize, condition: Condition) -> Option<Filter> {
    filter.map(|filter| Filter { conditions: replaced(&filter.conditions, at, condition), ..filter })
}

/// The filter without the condition at a place: no filter where that was the last one.
pub(super) fn removed(filter: Option<Filter>, at: usize) -> Option<Filter> {
    filter
        .map(|filter| Filter { conditions: without(&filter.conditions, at), ..filter })
        .filter(|filter| !filter.conditions.is_empty())
}

/// The filter with its conditions joined in another way.
pub(super) fn joined(filter: Option<Filter>, by: Conjunction) -> Option<Filter> {
    filter.map(|filter| Filter { conjunction: by, ..filter })
}

#[cfg(test)]
mod tests {
    use shared::blueprint::KindName;

    use super::super::super::value::Offer;
    use super::*;

    fn fact(id: &str, kind: KindName, class: Class, choices: &[&str]) -> Fact {
        let choices = choices.iter().map(|it| Offer::plain(*it, it.to_uppercase())).collect();
        Fact { choices, ..Fact::sample(id, kind, class) }
    }

    fn fields() -> [Fact; 5] {
        [
            fact("title", KindName::Title, Class::Text, &[]),
            fact("status", KindName::Select, Class::Option, &["active", "done"]),
            fact("minutes", KindName::Number, Class::Number, &[]),
            fact("due", KindName::Date, Class::Date, &[]),
            fact("created", KindName::CreatedAt, Class::Datetime, &[]),
        ]
    }

    fn condition(field: &str, operator: Operator, value: impl Into<CellValue>) -> Condition {
        Condition { field: field.into(), operator, value: Some(value.into()) }
    }

    #[test]
    fn only_operators_that_fit_are_offered() {
        for fact in fields() {
            let offered = operators(&fact);
            let class = fact.class.unwrap();
            assert!(offered.iter().all(|it| operator_fits(*it, class)), "{}", fact.name);
            let all = Operator::ALL.into_iter().filter(|it| operator_fits(*it, class)).count();
            assert_eq!(offered.len(), all);
        }
    }

    #[test]
    fn a_fresh_condition_is_whole_where_there_is_a_value_to_choose() {
        let [title, status, minutes, due, _] = fields();
        assert_eq!(fresh(&status), Some(condition("status", Operator::Is, "active")));
        assert_eq!(fresh(&minutes), Some(condition("minutes", Operator::AtLeast, CellValue::Number(0.0))));
        assert_eq!(fresh(&due), Some(condition("due", Operator::Within, "this_week")));
        let words = fresh(&title).unwrap();
        assert_eq!((words.operator, words.value.clone()), (Operator::Contains, None));
        assert!(!is_whole(&words));
    }

    #[test]
    fn a_value_stays_where_it_fits() {
        let [title, status, _, due, created] = fields();
        let is = condition("status", Operator::Is, "done");
        let any = with_operator(&is, &status, Operator::IsAnyOf);
        assert_eq!(any.value, Some(CellValue::List(vec!["done".to_owned()])));
        assert_eq!(with_operator(&any, &status, Operator::IsNot).value, Some("done".into()));
        assert_eq!(with_operator(&is, &status, Operator::IsEmpty).value, None);
        let within = condition("due", Operator::Within, "today");
        assert_eq!(with_operator(&within, &due, Operator::AtMost).value, None);
        assert_eq!(with_field(&within, Some(&due), &created).unwrap().value, Some("today".into()));
        assert_eq!(with_field(&within, Some(&due), &title), fresh(&title));
    }

    #[test]
    fn conditions_are_added_on_fields_that_tell_rows_apart_first() {
        let fields = fields();
        let filter = added(None, &fields).unwrap();
        assert_eq!(filter.conditions, [condition("status", Operator::Is, "active")]);
        let filter = added(Some(filter), &fields).unwrap();
        assert_eq!(filter.conditions.last().unwrap().field, "title".into());
        let filter = removed(Some(filter), 1);
        assert_eq!(removed(filter, 0), None);
        assert_eq!(added(None, &[]), None);
    }

    #[test]
    fn what_a_person_reads_depends_on_the_field() {
        let [title, status, _, due, _] = fields();
        assert_eq!(word(&title, Operator::IsAnyOf), "builder.filter.op.is_any_of.text");
        assert_eq!(word(&status, Operator::Is), "builder.filter.op.is");
        assert_eq!(word(&due, Operator::AtLeast), "builder.filter.op.at_least.day");
        let known = |key: &str| crate::i18n::is_known(key);
        assert!(fields().iter().all(|fact| operators(fact).iter().all(|it| known(&word(fact, *it)))));
    }
}
