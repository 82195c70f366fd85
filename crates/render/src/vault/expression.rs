//! Formulas of the blueprint in the language of bases.

use shared::blueprint::{FieldId, Table};
use shared::compute::formula::{BinaryOperator as Op, Expr, Function, Node};

use super::layout::Vault;
use super::operand::{self, Subject};
use super::term::{Term, all, both, guarded, literal, number};

/// Longest formula: conditions repeat what they guard, so deep nesting grows without end.
const FORMULA_MAX: usize = 4_000;
/// Milliseconds of a day, in which a base counts.
const DAY_MS: &str = "86400000";

impl Vault<'_> {
    /// The formula of a computed field in its table's base; nothing where no formula of a base can say it.
    pub(super) fn formula(&self, id: &FieldId) -> Option<String> {
        if let Some(known) = self.formulas.borrow().get(id) {
            return known.clone();
        }
        let formula = self.field(id).and_then(|(table, field)| {
            // What has no type lies on a cycle or is broken.
            self.evaluator.schema().type_of(id)?;
            operand::computed(self, table, field, Subject::Row).map(Term::formula)
        });
        self.formulas.borrow_mut().insert(id.clone(), formula.clone());
        formula
    }
}

/// A well-typed formula of `table`; nothing where the language of bases cannot say it.
pub(super) fn term(vault: &Vault<'_>, table: &Table, expr: &Expr, subject: Subject) -> Option<Term> {
    let inner = |expr: &Expr| term(vault, table, expr, subject);
    let term = match &expr.node {
        Node::Number(value) => Term::Number { text: number(*value), present: Vec::new() },
        Node::Text(text) => Term::literal(text),
        Node::Bool(value) => Term::Bool(value.to_string()),
        Node::Field(id) => operand::term(vault, table, id, subject)?,
        Node::Negate(negated) => match inner(negated)? {
            Term::Number { text, present } => Term::Number { text: format!("(0 - {text})"), present },
            _ => return None,
        },
        Node::Binary { operator, left, right } => binary(*operator, inner(left)?, inner(right)?)?,
        Node::Call { function: Function::If, arguments } => match arguments.as_slice() {
            [condition, then, otherwise] => {
                let is_nothing = (then.is_nothing(), otherwise.is_nothing());
                branch(inner(condition)?, (inner(then)?, inner(otherwise)?), is_nothing)?
            }
            _ => return None,
        },
        Node::Call { function, arguments } => {
            call(*function, arguments.iter().map(inner).collect::<Option<Vec<_>>>()?)?
        }
    };
    (term.len() <= FORMULA_MAX).then_some(term)
}

fn binary(operator: Op, left: Term, right: Term) -> Option<Term> {
    match operator {
        Op::Add => arithmetic("+", left, right),
        Op::Subtract => arithmetic("-", left, right),
        Op::Multiply => arithmetic("*", left, right),
        Op::Divide => {
            let Term::Number { text, .. } = &right else { return None };
            let is_surely_not_zero = text.parse::<f64>().is_ok_and(|number| number != 0.0);
            let is_not_zero = (!is_surely_not_zero).then(|| format!("{text} != 0"));
            match arithmetic("/", left, right)? {
                Term::Number { text, present } => {
                    Some(Term::Number { text, present: both(&present, is_not_zero.as_slice()) })
                }
                _ => None,
            }
        }
        Op::Concatenate => {
            let text = format!("({} + {})", written(left)?, written(right)?);
            Some(Term::Text { text: text.clone(), bare: text })
        }
        Op::Equal => Some(Term::Bool(equal(&left, &right)?)),
        Op::NotEqual => Some(Term::Bool(format!("!({})", equal(&left, &right)?))),
        Op::Less => ordered("<", left, right),
        Op::AtMost => ordered("<=", left, right),
        Op::Greater => ordered(">", left, right),
        Op::AtLeast => ordered(">=", left, right),
    }
}

fn arithmetic(sign: &str, left: Term, right: Term) -> Option<Term> {
    match (left, right) {
        (Term::Number { text: a, present }, Term::Number { text: b, present: others }) => {
            Some(Term::Number { text: format!("({a} {sign} {b})"), present: both(&present, &others) })
        }
        _ => None,
    }
}

/// What a number or a day is compared by, and when it is there.
fn comparable(term: &Term) -> Option<(&str, &[String])> {
    match term {
        Term::Number { text, present } | Term::Day { text, present, .. } => Some((text, present)),
        Term::Text { .. } | Term::Bool(_) => None,
    }
}

fn ordered(sign: &str, left: Term, right: Term) -> Option<Term> {
    let ((a, left), (b, right)) = (comparable(&left)?, comparable(&right)?);
    let present = both(left, right);
    let compared = format!("{a} {sign} {b}");
    Some(Term::Bool(if present.is_empty() {
        format!("({compared})")
    } else {
        format!("if({}, {compared}, false)", all(&present))
    }))
}

/// An empty value equals another one and nothing else.
fn equal(left: &Term, right: &Term) -> Option<String> {
    Some(match (left, right) {
        // Beside a text that is not empty, nothing is as good as an empty text.
        (Term::Text { bare: a, .. }, Term::Text { text: b, .. }) if is_literal(b) => format!("({a} == {b})"),
        (Term::Text { text: a, .. }, Term::Text { bare: b, .. }) if is_literal(a) => format!("({a} == {b})"),
        (Term::Text { text: a, .. }, Term::Text { text: b, .. }) => format!("({a} == {b})"),
        (Term::Bool(a), Term::Bool(b)) => format!("({a} == {b})"),
        _ => {
            let ((a, left), (b, right)) = (comparable(left)?, comparable(right)?);
            match (left.is_empty(), right.is_empty()) {
                (true, true) => format!("({a} == {b})"),
                (false, true) => format!("if({}, {a} == {b}, false)", all(left)),
                (true, false) => format!("if({}, {a} == {b}, false)", all(right)),
                (false, false) => {
                    let (left, right) = (all(left), all(right));
                    format!("if({left}, if({right}, {a} == {b}, false), !({right}))")
                }
            }
        }
    })
}

/// Whether it is a text in quotation marks that is not empty.
fn is_literal(text: &str) -> bool {
    text.len() > 2 && text.starts_with(['"', '\''])
}

/// A value as `&` writes it.
fn written(term: Term) -> Option<String> {
    let (text, present) = match term {
        Term::Text { text, .. } => return Some(text),
        Term::Number { text, present } => (format!("({text}).toString()"), present),
        Term::Day { text, present, is_moment: false } => (format!("{text}.format(\"YYYY-MM-DD\")"), present),
        Term::Day { text, present, .. } => (format!("{text}.format(\"YYYY-MM-DD HH:mm\")"), present),
        Term::Bool(_) => return None,
    };
    Some(if present.is_empty() { text } else { format!("if({}, {text}, \"\")", all(&present)) })
}

/// An `if`; the literal `""` beside a number or a day stands for nothing.
fn branch(condition: Term, (then, otherwise): (Term, Term), is_nothing: (bool, bool)) -> Option<Term> {
    let Term::Bool(condition) = condition else { return None };
    match (then, otherwise) {
        (Term::Bool(a), Term::Bool(b)) => Some(Term::Bool(format!("if({condition}, {a}, {b})"))),
        (Term::Text { text: a, .. }, Term::Text { text: b, .. }) => {
            let text = format!("if({condition}, {a}, {b})");
            Some(Term::Text { text: text.clone(), bare: text })
        }
        (then, otherwise) => {
            let is_day = [&then, &otherwise].into_iter().find_map(|term| match term {
                Term::Day { is_moment, .. } => Some(*is_moment),
                _ => None,
            });
            let value = |term: Term, is_nothing| if is_nothing { "null".to_owned() } else { term.formula() };
            let may_be_empty = is_nothing.0
                || is_nothing.1
                || [&then, &otherwise].into_iter().any(|term| term.is_present() != "true");
            let text =
                format!("if({condition}, {}, {})", value(then, is_nothing.0), value(otherwise, is_nothing.1));
            Some(match is_day {
                Some(is_moment) => Term::Day { present: vec![text.clone()], text, is_moment },
                None if may_be_empty => Term::nullable_number(text),
                None => Term::Number { text, present: Vec::new() },
            })
        }
    }
}

fn call(function: Function, arguments: Vec<Term>) -> Option<Term> {
    match (function, arguments.as_slice()) {
        (Function::And, _) => joined(" && ", &arguments),
        (Function::Or, _) => joined(" || ", &arguments),
        (Function::Not, [Term::Bool(text)]) => Some(Term::Bool(format!("!({text})"))),
        (Function::Round, [Term::Number { text, present }, Term::Number { text: decimals, .. }]) => {
            let decimals: u8 = decimals.parse().ok()?;
            Some(Term::Number { text: format!("({text}).round({decimals})"), present: present.clone() })
        }
        (Function::Min, _) => extreme("min", "<", arguments),
        (Function::Max, _) => extreme("max", ">", arguments),
        (Function::Len, [Term::Text { text, .. }]) => {
            Some(Term::Number { text: format!("({text}).length"), present: Vec::new() })
        }
        (Function::IsEmpty, [Term::Text { text, .. }]) => {
            Some(Term::Bool(format!("({text} == {})", literal(""))))
        }
        (Function::IsEmpty, [argument]) => Some(Term::Bool(format!("!({})", argument.is_present()))),
        (
            Function::Days,
            [Term::Day { text: a, present, .. }, Term::Day { text: b, present: others, .. }],
        ) => {
            let whole = format!("((number({b}.date()) - number({a}.date())) / {DAY_MS}).round()");
            Some(Term::Number { text: whole, present: both(present, others) })
        }
        _ => None,
    }
}

fn joined(sign: &str, arguments: &[Term]) -> Option<Term> {
    let text = |term: &Term| match term {
        Term::Bool(text) => Some(text.clone()),
        _ => None,
    };
    let texts = arguments.iter().map(text).collect::<Option<Vec<_>>>()?;
    Some(Term::Bool(format!("({})", texts.join(sign))))
}

/// The least or greatest: of numbers by a function, of days pair by pair.
fn extreme(function: &str, sign: &str, arguments: Vec<Term>) -> Option<Term> {
    let pair = |left: Term, right: Term| match (left, right) {
        (Term::Number { text: a, present }, Term::Number { text: b, present: others }) => {
            Some(Term::Number { text: format!("{function}({a}, {b})"), present: both(&present, &others) })
        }
        (Term::Day { text: a, present, is_moment }, Term::Day { text: b, present: others, .. }) => {
            let present = both(&present, &others);
            Some(Term::Day { text: format!("if({a} {sign} {b}, {a}, {b})"), present, is_moment })
        }
        _ => None,
    };
    let mut rest = arguments.into_iter();
    let first = rest.next()?;
    let best =
        rest.try_fold(first, |best, term| pair(best, term).filter(|term| term.len() <= FORMULA_MAX))?;
    Some(best)
}

/// Whole days from the day of one property to that of another, both days counted; `null` where one is missing.
pub(super) fn days_between(start: &str, end: &str) -> String {
    let days = format!("((number({end}.date()) - number({start}.date())) / {DAY_MS}).round() + 1");
    guarded(&[start.to_owned(), end.to_owned()], days)
}
