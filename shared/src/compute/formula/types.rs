//! Static types: every formula has a result of a known kind.

use super::{BinaryOperator as Op, Expr, FormulaError, FormulaFault, Function, Node};
use crate::blueprint::{Blueprint, FieldId, Table};
use crate::compute::Schema;

/// The type of a formula's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "a type's name says it all")]
pub enum Type {
    Number,
    Text,
    Bool,
    Date,
    Datetime,
}

impl Type {
    /// Every type.
    pub const ALL: [Self; 5] = [Self::Number, Self::Text, Self::Bool, Self::Date, Self::Datetime];

    /// Whether it names a day.
    pub fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::Datetime)
    }

    /// Key of its name in the words of topic `compute`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Number => "type.number",
            Self::Text => "type.text",
            Self::Bool => "type.bool",
            Self::Date => "type.date",
            Self::Datetime => "type.datetime",
        }
    }
}

/// The type of a formula's result in `table`.
///
/// # Errors
/// [`FormulaError`] with the first place where a field is missing or a type does not fit.
pub fn result_type(expr: &Expr, table: &Table, blueprint: &Blueprint) -> Result<Type, FormulaError> {
    let schema = Schema::new(blueprint);
    check(expr, &|field| schema.reference(table, field))
}

/// The type of a formula's result, with the types of its fields from `field_type`.
pub(crate) fn check<F>(expr: &Expr, field_type: &F) -> Result<Type, FormulaError>
where
    F: Fn(&FieldId) -> Result<Type, FormulaFault>,
{
    let fail = |fault| Err(FormulaError::new(expr.position, fault));
    match &expr.node {
        Node::Number(_) => Ok(Type::Number),
        Node::Text(_) => Ok(Type::Text),
        Node::Bool(_) => Ok(Type::Bool),
        Node::Field(field) => field_type(field).or_else(fail),
        Node::Negate(inner) => expect(inner, Type::Number, field_type),
        Node::Binary { operator, left, right } => {
            let (left_type, right_type) = (check(left, field_type)?, check(right, field_type)?);
            operation(*operator, (left, left_type), (right, right_type), expr.position)
        }
        Node::Call { function, arguments } => call(*function, arguments, field_type),
    }
}

fn expect<F>(expr: &Expr, expected: Type, field_type: &F) -> Result<Type, FormulaError>
where
    F: Fn(&FieldId) -> Result<Type, FormulaFault>,
{
    let found = check(expr, field_type)?;
    same(expr, expected, found)
}

fn same(expr: &Expr, expected: Type, found: Type) -> Result<Type, FormulaError> {
    if found == expected {
        return Ok(found);
    }
    Err(FormulaError::new(expr.position, FormulaFault::WrongType { expected, found }))
}

fn operation(
    operator: Op,
    (left, left_type): (&Expr, Type),
    (right, right_type): (&Expr, Type),
    position: usize,
) -> Result<Type, FormulaError> {
    match operator {
        Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
            same(left, Type::Number, left_type)?;
            same(right, Type::Number, right_type)
        }
        Op::Concatenate => {
            for (part, part_type) in [(left, left_type), (right, right_type)] {
                if part_type == Type::Bool {
                    same(part, Type::Text, part_type)?;
                }
            }
            Ok(Type::Text)
        }
        Op::Equal | Op::NotEqual => {
            alike(left_type, right_type, position)?;
            Ok(Type::Bool)
        }
        Op::Less | Op::AtMost | Op::Greater | Op::AtLeast => {
            alike(left_type, right_type, position)?;
            if matches!(left_type, Type::Text | Type::Bool) {
                return Err(FormulaError::new(position, FormulaFault::NotOrdered(left_type)));
            }
            Ok(Type::Bool)
        }
    }
}

fn alike(left: Type, right: Type, position: usize) -> Result<(), FormulaError> {
    if left == right || (left.is_day() && right.is_day()) {
        return Ok(());
    }
    Err(FormulaError::new(position, FormulaFault::MixedTypes { left, right }))
}

fn call<F>(function: Function, arguments: &[Expr], field_type: &F) -> Result<Type, FormulaError>
where
    F: Fn(&FieldId) -> Result<Type, FormulaFault>,
{
    match (function, arguments) {
        (Function::If, [condition, then, otherwise]) => {
            expect(condition, Type::Bool, field_type)?;
            branches(then, otherwise, field_type)
        }
        (Function::And | Function::Or | Function::Not, _) => all(arguments, Type::Bool, field_type),
        (Function::Round, _) => all(arguments, Type::Number, field_type),
        (Function::Min | Function::Max, [first, ..]) => {
            let first_type = check(first, field_type)?;
            let wanted = if first_type.is_day() { first_type } else { Type::Number };
            all(arguments, wanted, field_type)
        }
        (Function::Len, _) => all(arguments, Type::Text, field_type).map(|_| Type::Number),
        (Function::IsEmpty, [argument]) => check(argument, field_type).map(|_| Type::Bool),
        (Function::Days, _) => {
            for argument in arguments {
                let found = check(argument, field_type)?;
                if !found.is_day() {
                    same(argument, Type::Date, found)?;
                }
            }
            Ok(Type::Number)
        }
        // The parser counts arguments, so no other shape comes here.
        (function, _) => Err(FormulaError::new(0, FormulaFault::ArgumentCount(function))),
    }
}

fn all<F>(arguments: &[Expr], wanted: Type, field_type: &F) -> Result<Type, FormulaError>
where
    F: Fn(&FieldId) -> Result<Type, FormulaFault>,
{
    for argument in arguments {
        expect(argument, wanted, field_type)?;
    }
    Ok(wanted)
}

/// `""` beside a number or a date stands for "nothing"; beside a bool it does not, for bools are never empty.
fn branches<F>(then: &Expr, otherwise: &Expr, field_type: &F) -> Result<Type, FormulaError>
where
    F: Fn(&FieldId) -> Result<Type, FormulaFault>,
{
    let (left, right) = (check(then, field_type)?, check(otherwise, field_type)?);
    if left == right || (otherwise.is_nothing() && left != Type::Bool) {
        return Ok(left);
    }
    if then.is_nothing() && right != Type::Bool {
        return Ok(right);
    }
    Err(FormulaError::new(otherwise.position, FormulaFault::MixedTypes { left, right }))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    /// Types of fields by the first letter of their id: n, t, b, d, m.
    fn field_type(field: &FieldId) -> Result<Type, FormulaFault> {
        match field.as_str() {
            "n" => Ok(Type::Number),
            "t" => Ok(Type::Text),
            "b" => Ok(Type::Bool),
            "d" => Ok(Type::Date),
            "m" => Ok(Type::Datetime),
            _ => Err(FormulaFault::UnknownField(field.clone())),
        }
    }

    #[track_caller]
    fn typed(text: &str, expected: Type) {
        super::check(&parse(text).unwrap(), &field_type).map(|found| assert_eq!(found, expected)).unwrap();
    }

    #[track_caller]
    fn refused(text: &str, position: usize, fault: FormulaFault) {
        assert_eq!(super::check(&parse(text).unwrap(), &field_type), Err(FormulaError { position, fault }));
    }

    #[test]
    fn every_construct_has_its_type() {
        typed("{n} * 2 - -1", Type::Number);
        typed("{t} & {n} & {d} & {m}", Type::Text);
        typed("{d} = {m}", Type::Bool);
        typed("{t} != \"x\"", Type::Bool);
        typed("{d} <= {d}", Type::Bool);
        typed("if({b}, {n}, \"\")", Type::Number);
        typed("if({b}, \"\", {d})", Type::Date);
        typed("if({b}, \"a\", {t})", Type::Text);
        typed("and({b}, true, not({n} > 1))", Type::Bool);
        typed("min({d}, {d})", Type::Date);
        typed("max(1, {n}, round({n}, 2))", Type::Number);
        typed("len({t})", Type::Number);
        typed("is_empty({m})", Type::Bool);
        typed("days({d}, {m})", Type::Number);
    }

    #[test]
    fn types_that_do_not_fit_are_refused_where_they_stand() {
        let wrong = |expected, found| FormulaFault::WrongType { expected, found };
        refused("1 + {t}", 4, wrong(Type::Number, Type::Text));
        refused("-{b}", 1, wrong(Type::Number, Type::Bool));
        refused("\"a\" & {b}", 6, wrong(Type::Text, Type::Bool));
        refused("{n} = \"1\"", 4, FormulaFault::MixedTypes { left: Type::Number, right: Type::Text });
        refused("{t} < {t}", 4, FormulaFault::NotOrdered(Type::Text));
        refused("if({n}, 1, 2)", 3, wrong(Type::Bool, Type::Number));
        refused("if({b}, {b}, \"\")", 13, FormulaFault::MixedTypes { left: Type::Bool, right: Type::Text });
        refused("min({d}, 1)", 9, wrong(Type::Date, Type::Number));
        refused("days({d}, 1)", 10, wrong(Type::Date, Type::Number));
        refused("len({n})", 4, wrong(Type::Text, Type::Number));
        refused("{x} + 1", 0, FormulaFault::UnknownField("x".into()));
    }
}
