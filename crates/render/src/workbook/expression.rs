//! Formulas of the blueprint as formulas of a spreadsheet.
//!
//! An empty number or date travels as `NA()` and ends as an empty cell, so that it makes empty whatever is
//! computed from it; comparisons with it are false. See [`shared::compute::formula`] for the language.

use shared::blueprint::{Field, FieldKind, Table};
use shared::compute::formula::{BinaryOperator as Op, Expr, Function, Node, Type, result_type};

use super::computed::Computed;
use super::formula_text::literal;
use super::layout::{Book, Sheet};

/// The formula of a formula field; nothing when it cannot be computed.
pub(super) fn formula(book: &Book<'_>, sheet: &Sheet<'_>, field: &Field) -> Option<Computed> {
    let FieldKind::Formula { .. } = field.kind else { return None };
    let kind = book.schema().type_of(&field.id)?;
    let expr = book.schema().formula(&field.id)?.as_ref().ok()?;
    let text = Translator { book, table: sheet.table }.translate(expr)?;
    let is_empty_in_pieces = matches!(kind, Type::Number | Type::Date | Type::Datetime);
    Some(Computed::plain(if is_empty_in_pieces { format!("IFERROR({text},\"\")") } else { text }))
}

struct Translator<'b, 'a> {
    book: &'b Book<'a>,
    table: &'b Table,
}

impl Translator<'_, '_> {
    fn translate(&self, expr: &Expr) -> Option<String> {
        Some(match &expr.node {
            Node::Number(number) => number.to_string(),
            Node::Text(text) => literal(text),
            Node::Bool(bool) => if *bool { "TRUE" } else { "FALSE" }.to_owned(),
            Node::Field(field) => {
                let cell =
                    self.book.column(field).filter(|column| column.sheet.table.id == self.table.id)?.cell();
                match self.kind(expr)? {
                    Type::Text => format!("({cell}&\"\")"),
                    Type::Bool => format!("({cell}=TRUE)"),
                    Type::Number | Type::Date | Type::Datetime => format!("IF({cell}=\"\",NA(),{cell})"),
                }
            }
            Node::Negate(inner) => format!("(0-{})", self.translate(inner)?),
            Node::Binary { operator, left, right } => self.binary(*operator, left, right)?,
            Node::Call { function, arguments } => self.call(*function, arguments)?,
        })
    }

    fn binary(&self, operator: Op, left: &Expr, right: &Expr) -> Option<String> {
        let (a, b) = (self.translate(left)?, self.translate(right)?);
        Some(match operator {
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide => format!("({a}{}{b})", operator.symbol()),
            Op::Concatenate => format!("({}&{})", self.written(left, &a)?, self.written(right, &b)?),
            Op::Equal => self.equal(left, &a, &b)?,
            Op::NotEqual => format!("NOT({})", self.equal(left, &a, &b)?),
            Op::Less | Op::AtMost | Op::Greater | Op::AtLeast => {
                format!("IFERROR({a}{}{b},FALSE)", operator.symbol())
            }
        })
    }

    fn equal(&self, left: &Expr, a: &str, b: &str) -> Option<String> {
        Some(match self.kind(left)? {
            Type::Text => format!("EXACT({a},{b})"),
            Type::Bool => format!("({a}={b})"),
            // Two empty ones are equal, one alone is not.
            Type::Number | Type::Date | Type::Datetime => {
                format!("IFERROR({a}={b},AND(ISERROR({a}),ISERROR({b})))")
            }
        })
    }

    /// An operand as text: without thousands, days as `2026-03-20`, in every locale.
    fn written(&self, expr: &Expr, text: &str) -> Option<String> {
        let day =
            || format!("YEAR({text})&\"-\"&RIGHT(\"0\"&MONTH({text}),2)&\"-\"&RIGHT(\"0\"&DAY({text}),2)");
        let written = match self.kind(expr)? {
            Type::Text | Type::Bool => return Some(text.to_owned()),
            Type::Number => format!("SUBSTITUTE({text}&\"\",MID(1/2,2,1),\".\")"),
            Type::Date => day(),
            Type::Datetime => {
                format!("{}&\" \"&RIGHT(\"0\"&HOUR({text}),2)&\":\"&RIGHT(\"0\"&MINUTE({text}),2)", day())
            }
        };
        Some(format!("IFERROR({written},\"\")"))
    }

    fn call(&self, function: Function, arguments: &[Expr]) -> Option<String> {
        let texts: Vec<_> =
            arguments.iter().map(|argument| self.translate(argument)).collect::<Option<_>>()?;
        let all = texts.join(",");
        Some(match (function, texts.as_slice()) {
            (Function::If, [condition, then, otherwise]) => {
                let [_, first, second] = arguments else { return None };
                let branch = |expr, other, text: &str| self.branch(expr, other, text);
                format!(
                    "IF({condition},{},{})",
                    branch(first, second, then)?,
                    branch(second, first, otherwise)?
                )
            }
            (Function::And, _) => format!("AND({all})"),
            (Function::Or, _) => format!("OR({all})"),
            (Function::Not, [text]) => format!("NOT({text})"),
            (Function::Round, [number, decimals]) => format!("ROUND({number},{decimals})"),
            (Function::Min, _) => format!("MIN({all})"),
            (Function::Max, _) => format!("MAX({all})"),
            (Function::Len, [text]) => format!("LEN({text})"),
            (Function::IsEmpty, [text]) => match self.kind(arguments.first()?)? {
                Type::Text => format!("({text}=\"\")"),
                Type::Bool => "FALSE".to_owned(),
                Type::Number | Type::Date | Type::Datetime => format!("ISERROR({text})"),
            },
            (Function::Days, [from, to]) => format!("(INT({to})-INT({from}))"),
            _ => return None,
        })
    }

    /// A branch of `if`: `""` stands for nothing beside a number or a date.
    fn branch(&self, expr: &Expr, other: &Expr, text: &str) -> Option<String> {
        let nothing = expr.is_nothing() && self.kind(other)? != Type::Text;
        Some(if nothing { "NA()".to_owned() } else { text.to_owned() })
    }

    fn kind(&self, expr: &Expr) -> Option<Type> {
        result_type(expr, self.table, self.book.blueprint).ok()
    }
}
