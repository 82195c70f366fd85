//! Formulas of the blueprint as SQL, see [`shared::compute::formula`] for the language.
//!
//! Nothing is `NULL`, the empty text, too: that is how what is computed from nothing becomes nothing. Operands
//! stand once in what is written, so that it grows no faster than the formula. What nests deeper than SQLite reads
//! becomes a column of an earlier step.

use shared::blueprint::FieldId;
use shared::compute::formula::{BinaryOperator as Op, Expr, Function, Node, Type};

use super::dialect::Dialect;
use super::model::{Entity, Model};
use super::text::{literal, number, quoted};

/// Deepest nesting of an expression, in symbols that SQLite's parser has to keep in mind at once: it keeps 100, and
/// a command around the expression takes some.
const DEPTH_MAX: usize = 45;

/// A formula as SQL.
pub(super) struct Translator<'t, 'a> {
    model: &'t Model<'a>,
    dialect: Dialect,
    entity: &'t Entity<'a>,
    /// Expressions of earlier steps, each with the name of its column; later ones may use earlier ones.
    pub(super) parts: Vec<(String, String)>,
}

/// A part of a formula.
struct Part {
    sql: String,
    kind: Type,
    depth: usize,
    is_nothing: bool,
}

impl<'t, 'a> Translator<'t, 'a> {
    pub(super) fn new(model: &'t Model<'a>, dialect: Dialect, entity: &'t Entity<'a>) -> Self {
        Self { model, dialect, entity, parts: Vec::new() }
    }

    /// The dialect it writes.
    pub(super) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The value of a formula in the row `r`; nothing for one without a type.
    pub(super) fn translate(&mut self, expr: &Expr) -> Option<String> {
        self.part(expr).map(|part| part.sql)
    }

    fn part(&mut self, expr: &Expr) -> Option<Part> {
        let leaf = |sql: String, kind| Part { sql, kind, depth: 1, is_nothing: false };
        let part = match &expr.node {
            Node::Number(value) if self.dialect == Dialect::Postgres => {
                leaf(format!("CAST({} AS double precision)", number(*value)), Type::Number)
            }
            Node::Number(value) => leaf(number(*value), Type::Number),
            Node::Text(text) if text.replace('\0', "").is_empty() => {
                Part { is_nothing: true, ..leaf("NULL".to_owned(), Type::Text) }
            }
            Node::Text(text) => leaf(literal(text), Type::Text),
            Node::Bool(value) => leaf(if *value { "TRUE" } else { "FALSE" }.to_owned(), Type::Bool),
            Node::Field(field) => self.field(field)?,
            Node::Negate(inner) => {
                let inner = self.part(inner)?;
                let sql = self.dialect.calculated(Op::Multiply, &inner.sql, "(-1.0)");
                Part { sql, kind: Type::Number, depth: inner.depth + 8, is_nothing: false }
            }
            Node::Binary { operator, left, right } => self.binary(*operator, left, right)?,
            Node::Call { function, arguments } => self.call(*function, arguments)?,
        };
        Some(self.shallow(part))
    }

    /// What is nested too deeply is computed before.
    fn shallow(&mut self, part: Part) -> Part {
        if part.depth <= DEPTH_MAX {
            return part;
        }
        // No field is called so: their names begin with a letter.
        let name = format!("_part_{}", self.parts.len() + 1);
        let sql = format!("r.{}", quoted(&name));
        self.parts.push((name, part.sql));
        Part { sql, depth: 1, ..part }
    }

    fn field(&self, field: &FieldId) -> Option<Part> {
        let column = self.model.column_of(self.entity, field)?;
        Some(Part {
            sql: format!("r.{}", quoted(&column.name)),
            kind: column.kind?,
            depth: 1,
            is_nothing: false,
        })
    }

    fn binary(&mut self, operator: Op, left: &Expr, right: &Expr) -> Option<Part> {
        let (a, b) = (self.part(left)?, self.part(right)?);
        let depth = a.depth.max(b.depth);
        let part = |sql, kind, weight| Part { sql, kind, depth: depth + weight, is_nothing: false };
        Some(match operator {
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
                part(self.dialect.calculated(operator, &a.sql, &b.sql), Type::Number, 8)
            }
            Op::Concatenate => {
                let written =
                    |part: &Part| format!("coalesce({}, '')", self.dialect.written(&part.sql, part.kind));
                part(format!("nullif({} || {}, '')", written(&a), written(&b)), Type::Text, 30)
            }
            Op::Equal => part(self.same(&a, &b), Type::Bool, 16),
            Op::NotEqual => part(format!("(NOT {})", self.same(&a, &b)), Type::Bool, 18),
            Op::Less | Op::AtMost | Op::Greater | Op::AtLeast => {
                let (a, b) = self.comparable(&a, &b);
                part(format!("coalesce({a} {} {b}, FALSE)", operator.symbol()), Type::Bool, 18)
            }
        })
    }

    fn same(&self, a: &Part, b: &Part) -> String {
        let (a, b) = self.comparable(a, b);
        self.dialect.same(&a, &b)
    }

    /// Numbers by their first digits; a day beside a moment as its midnight.
    fn comparable(&self, a: &Part, b: &Part) -> (String, String) {
        let as_compared = |part: &Part, other: &Part| match part.kind {
            Type::Number => self.dialect.snapped(&part.sql),
            kind if kind != other.kind => self.dialect.moment_of(&part.sql, kind),
            _ => part.sql.clone(),
        };
        (as_compared(a, b), as_compared(b, a))
    }

    fn call(&mut self, function: Function, arguments: &[Expr]) -> Option<Part> {
        if let (Function::Round, [number, decimals]) = (function, arguments)
            && let Some(decimals) = known(decimals)
        {
            let number = self.part(number)?;
            let sql = self.dialect.rounded_to(&number.sql, decimals);
            return Some(Part { sql, kind: Type::Number, depth: number.depth + 22, is_nothing: false });
        }
        let parts: Vec<Part> = arguments.iter().map(|argument| self.part(argument)).collect::<Option<_>>()?;
        let depth = parts.iter().map(|part| part.depth).max().unwrap_or_default();
        let texts = || parts.iter().map(|part| part.sql.clone()).collect::<Vec<_>>();
        let part = |sql, kind, weight| Part { sql, kind, depth: depth + weight, is_nothing: false };
        let dialect = self.dialect;
        Some(match (function, parts.as_slice()) {
            (Function::If, [condition, then, otherwise]) => {
                let kind = if then.is_nothing { otherwise.kind } else { then.kind };
                let sql = format!("CASE WHEN {} THEN {} ELSE {} END", condition.sql, then.sql, otherwise.sql);
                Part { is_nothing: then.is_nothing && otherwise.is_nothing, ..part(sql, kind, 6) }
            }
            (Function::And, _) => part(format!("({})", texts().join(" AND ")), Type::Bool, 4),
            (Function::Or, _) => part(format!("({})", texts().join(" OR ")), Type::Bool, 4),
            (Function::Not, [of]) => part(format!("(NOT {})", of.sql), Type::Bool, 4),
            (Function::Round, [number, decimals]) => {
                part(dialect.rounded(&number.sql, &decimals.sql), Type::Number, 40)
            }
            (Function::Min, [first, ..]) => part(dialect.extreme("min", &texts()), first.kind, 14),
            (Function::Max, [first, ..]) => part(dialect.extreme("max", &texts()), first.kind, 14),
            (Function::Len, [text]) => part(dialect.length(&text.sql), Type::Number, 10),
            (Function::IsEmpty, [of]) => part(format!("({} IS NULL)", of.sql), Type::Bool, 4),
            (Function::Days, [from, to]) => {
                let (first, last) = (dialect.day_of(&from.sql, from.kind), dialect.day_of(&to.sql, to.kind));
                part(dialect.days(&first, &last), Type::Number, 10)
            }
            _ => return None,
        })
    }
}

/// A number of decimals that is written down.
fn known(expr: &Expr) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let whole = |number: f64| number.trunc().clamp(-100.0, 100.0) as i32;
    match &expr.node {
        Node::Number(number) => Some(whole(*number)),
        Node::Negate(inner) => match &inner.node {
            Node::Number(number) => Some(whole(-number)),
            _ => None,
        },
        _ => None,
    }
}
