//! What is wrong with a formula, and where.

use std::fmt;

use super::{DEPTH_MAX, FORMULA_MAX, Function, Type};
use crate::blueprint::FieldId;
use crate::compute::WORDS;
use crate::words::Language;

/// What is wrong with a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// Where in the text, in bytes.
    pub position: usize,
    /// What is wrong.
    pub fault: FormulaFault,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaFault {
    /// It is longer than [`FORMULA_MAX`].
    TooLong,
    /// It is nested deeper than [`DEPTH_MAX`].
    TooDeep,
    /// A character that the language does not have.
    UnexpectedCharacter(char),
    /// A text without its closing quotation mark.
    UnclosedText,
    /// A field without its closing brace.
    UnclosedField,
    /// A number of no known size.
    NumberForm(String),
    /// Something that does not belong there.
    Unexpected(String),
    /// It stops too early.
    UnexpectedEnd,
    /// A function that the language does not have.
    UnknownFunction(String),
    /// Too many or too few arguments.
    ArgumentCount(Function),
    /// A field that the table does not have.
    UnknownField(FieldId),
    /// A field that itself cannot be computed.
    BrokenField(FieldId),
    /// Another type is needed.
    WrongType {
        /// What is needed.
        expected: Type,
        /// What is there.
        found: Type,
    },
    /// Two types that do not go together.
    MixedTypes {
        /// The first.
        left: Type,
        /// The second.
        right: Type,
    },
    /// A type that has no order.
    NotOrdered(Type),
}

impl FormulaError {
    pub(super) fn new(position: usize, fault: FormulaFault) -> Self {
        Self { position, fault }
    }

    /// What is wrong, in a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let fill = |key: &str, values: &[(&str, &str)]| WORDS.fill(language, key, values);
        let kind = |kind: Type| WORDS.get(language, kind.key());
        match &self.fault {
            FormulaFault::TooLong => fill("formula.too_long", &[("max", &FORMULA_MAX.to_string())]),
            FormulaFault::TooDeep => fill("formula.too_deep", &[("max", &DEPTH_MAX.to_string())]),
            FormulaFault::UnexpectedCharacter(found) => {
                fill("formula.unexpected", &[("value", &found.to_string())])
            }
            FormulaFault::UnclosedText => fill("formula.unclosed_text", &[]),
            FormulaFault::UnclosedField => fill("formula.unclosed_field", &[]),
            FormulaFault::NumberForm(number) => fill("formula.number_form", &[("value", number)]),
            FormulaFault::Unexpected(found) => fill("formula.unexpected", &[("value", found)]),
            FormulaFault::UnexpectedEnd => fill("formula.unexpected_end", &[]),
            FormulaFault::UnknownFunction(name) => fill("formula.unknown_function", &[("value", name)]),
            FormulaFault::ArgumentCount(function) => {
                let count = function.arity().map_or("1+".to_owned(), |count| count.to_string());
                fill("formula.argument_count", &[("value", function.as_str()), ("count", &count)])
            }
            FormulaFault::UnknownField(field) => fill("formula.unknown_field", &[("value", field.as_str())]),
            FormulaFault::BrokenField(field) => fill("formula.broken_field", &[("value", field.as_str())]),
            FormulaFault::WrongType { expected, found } => {
                fill("formula.wrong_type", &[("expected", kind(*expected)), ("found", kind(*found))])
            }
            FormulaFault::MixedTypes { left, right } => {
                fill("formula.mixed_types", &[("left", kind(*left)), ("right", kind(*right))])
            }
            FormulaFault::NotOrdered(found) => fill("formula.not_ordered", &[("found", kind(*found))]),
        }
    }
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {})", self.sentence(Language::En), self.position)
    }
}

impl std::error::Error for FormulaError {}
