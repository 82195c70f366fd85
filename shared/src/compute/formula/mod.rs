//! The language of formulas: small, typed, without side effects.
//!
//! ```text
//! expression = concat [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) concat ]
//! concat     = sum { "&" sum }
//! sum        = product { ( "+" | "-" ) product }
//! product    = unary { ( "*" | "/" ) unary }
//! unary      = "-" unary | primary
//! primary    = number | text | "true" | "false" | "{" field id "}" | "(" expression ")"
//!            | function "(" expression { "," expression } ")"
//! number     = digits [ "." digits ]
//! text       = '"' { any character but '"' | '""' } '"'
//! ```
//!
//! # Types
//!
//! Every formula has a [`Type`] that is known without any row; [`result_type`] finds it. A reference has the
//! type of its field: selects, multi-selects, relations, people and auto ids are the *text* that people read
//! (the option's name; several names joined by `, `), so `{fld_status} = "Active"` works; created and updated
//! times are datetimes; rollups and other formulas have the type of what they compute.
//!
//! | construct | takes | gives |
//! | --- | --- | --- |
//! | `+ - * /`, unary `-` | numbers | number |
//! | `&` | texts, numbers, dates, datetimes | text |
//! | `= !=` | two of the same type; a date and a datetime, too | bool |
//! | `< <= > >=` | numbers, dates, datetimes | bool |
//! | `if(c, a, b)` | bool, then two of the same type | that type |
//! | `and(…)`, `or(…)`, `not(x)` | bools | bool |
//! | `round(x, n)` | number, decimals | number, halves away from zero |
//! | `min(…)`, `max(…)` | numbers, or dates, or datetimes | that type |
//! | `len(t)` | text | number of characters |
//! | `is_empty(x)` | anything | bool |
//! | `days(a, b)` | dates or datetimes | whole days from the day of `a` to the day of `b` |
//!
//! # Empty values
//!
//! - An empty number or date makes what is computed from it empty: arithmetic, `round`, `min`, `max`, `days`.
//!   Division by zero and results that are too large are empty, too.
//! - An empty text is `""`: `&` adds nothing for any empty operand, `len` is 0, and `{fld} = ""` holds.
//! - An empty equals another empty and nothing else; `!=` is the opposite of `=`. `<`, `<=`, `>` and `>=` do not
//!   hold with an empty operand. Bools are never empty.
//! - `""` as a branch of `if` stands for "nothing" beside a number or a date.
//!
//! That is how a spreadsheet's errors spread, so a translation is: an empty number or date becomes `NA()`; an
//! ordering is wrapped as `IFERROR(a<b, FALSE)`, an equality as `IFERROR(a=b, AND(ISERROR(a), ISERROR(b)))`;
//! `is_empty` is `ISERROR` (`=""` for text); and the whole is wrapped as `IFERROR(…, "")`. Texts are equal when
//! they are the same to the letter (`EXACT`). Numbers are compared, rounded and written by their first 15
//! significant digits, as spreadsheets do. `&` writes numbers with a point and without thousands, dates as
//! `2026-03-20`, datetimes as `2026-03-20 09:30`.

mod error;
pub(super) mod eval;
mod lexer;
mod parser;
mod types;

pub use error::{FormulaError, FormulaFault};
pub use parser::parse;
pub(crate) use types::check;
pub use types::{Type, result_type};

use crate::blueprint::FieldId;

/// Longest formula, in bytes.
pub const FORMULA_MAX: usize = 2_000;
/// Deepest nesting of a formula, so that walking one never exhausts the stack.
pub const DEPTH_MAX: usize = 48;

/// A formula, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where it starts in the text, in bytes; for an operator, where the operator stands.
    pub position: usize,
    /// What it is.
    pub node: Node,
    depth: usize,
}

/// What a part of a formula is.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
    /// A field of the same row.
    Field(FieldId),
    /// Unary minus.
    Negate(Box<Expr>),
    /// Two operands.
    Binary {
        /// What joins them.
        operator: BinaryOperator,
        /// The left one.
        left: Box<Expr>,
        /// The right one.
        right: Box<Expr>,
    },
    /// A function with as many arguments as it takes.
    Call {
        /// Which one.
        function: Function,
        /// Its arguments, in order.
        arguments: Vec<Expr>,
    },
}

/// What joins two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "an operator's name says it all")]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Concatenate,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl BinaryOperator {
    /// As it stands in formulas.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Concatenate => "&",
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// A function of the language; the module's table says what each takes and gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "documented at the module")]
pub enum Function {
    If,
    And,
    Or,
    Not,
    Round,
    Min,
    Max,
    Len,
    IsEmpty,
    Days,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 10] = [
        Self::If,
        Self::And,
        Self::Or,
        Self::Not,
        Self::Round,
        Self::Min,
        Self::Max,
        Self::Len,
        Self::IsEmpty,
        Self::Days,
    ];

    /// Its name in formulas.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::If => "if",
            Self::And => "and",
            Self::Or => "or",
            Self::Not => "not",
            Self::Round => "round",
            Self::Min => "min",
            Self::Max => "max",
            Self::Len => "len",
            Self::IsEmpty => "is_empty",
            Self::Days => "days",
        }
    }

    /// The function with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| function.as_str() == name)
    }

    /// How many arguments it takes; absent for one or more.
    pub fn arity(self) -> Option<usize> {
        match self {
            Self::And | Self::Or | Self::Min | Self::Max => None,
            Self::Not | Self::Len | Self::IsEmpty => Some(1),
            Self::Round | Self::Days => Some(2),
            Self::If => Some(3),
        }
    }
}

impl Expr {
    /// Every field it names, in the order of the text; one named twice comes twice.
    pub fn fields(&self) -> Vec<(&FieldId, usize)> {
        let mut found = Vec::new();
        self.collect_fields(&mut found);
        found
    }

    fn collect_fields<'a>(&'a self, found: &mut Vec<(&'a FieldId, usize)>) {
        match &self.node {
            Node::Field(field) => found.push((field, self.position)),
            Node::Negate(inner) => inner.collect_fields(found),
            Node::Binary { left, right, .. } => {
                left.collect_fields(found);
                right.collect_fields(found);
            }
            Node::Call { arguments, .. } => {
                arguments.iter().for_each(|argument| argument.collect_fields(found));
            }
            Node::Number(_) | Node::Text(_) | Node::Bool(_) => {}
        }
    }

    /// Whether it is the literal `""`, which stands for "nothing".
    pub fn is_nothing(&self) -> bool {
        matches!(&self.node, Node::Text(text) if text.is_empty())
    }
}
