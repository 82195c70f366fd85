//! From text to tokens.

use std::iter::Peekable;
use std::str::CharIndices;

use super::{BinaryOperator, FORMULA_MAX, FormulaError, FormulaFault};

/// A token and where it starts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) position: usize,
    pub(super) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Number(f64),
    Text(String),
    /// What stands between braces.
    Field(String),
    /// A function, `true` or `false`.
    Name(String),
    Operator(BinaryOperator),
    Open,
    Close,
    Comma,
}

impl TokenKind {
    /// As it stands in the formula, for sentences.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => format!("\"{text}\""),
            Self::Field(id) => format!("{{{id}}}"),
            Self::Name(name) => name.clone(),
            Self::Operator(operator) => operator.symbol().to_owned(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
            Self::Comma => ",".to_owned(),
        }
    }
}

type Characters<'a> = Peekable<CharIndices<'a>>;

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, FormulaError> {
    if text.len() > FORMULA_MAX {
        return Err(FormulaError::new(0, FormulaFault::TooLong));
    }
    let mut characters = text.char_indices().peekable();
    let mut tokens = Vec::new();
    while let Some((position, first)) = characters.next() {
        if first.is_whitespace() {
            continue;
        }
        let kind = token(first, &mut characters).map_err(|fault| FormulaError::new(position, fault))?;
        tokens.push(Token { position, kind });
    }
    Ok(tokens)
}

fn token(first: char, rest: &mut Characters<'_>) -> Result<TokenKind, FormulaFault> {
    use BinaryOperator as Op;
    Ok(match first {
        '(' => TokenKind::Open,
        ')' => TokenKind::Close,
        ',' => TokenKind::Comma,
        '+' => TokenKind::Operator(Op::Add),
        '-' => TokenKind::Operator(Op::Subtract),
        '*' => TokenKind::Operator(Op::Multiply),
        '/' => TokenKind::Operator(Op::Divide),
        '&' => TokenKind::Operator(Op::Concatenate),
        '=' => TokenKind::Operator(Op::Equal),
        '!' if skip(rest, '=') => TokenKind::Operator(Op::NotEqual),
        '<' if skip(rest, '=') => TokenKind::Operator(Op::AtMost),
        '<' => TokenKind::Operator(Op::Less),
        '>' if skip(rest, '=') => TokenKind::Operator(Op::AtLeast),
        '>' => TokenKind::Operator(Op::Greater),
        '"' => quoted(rest)?,
        '{' => field(rest)?,
        '0'..='9' => number(first, rest)?,
        'a'..='z' | 'A'..='Z' | '_' => {
            let tail = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
            TokenKind::Name(format!("{first}{tail}"))
        }
        other => return Err(FormulaFault::UnexpectedCharacter(other)),
    })
}

fn skip(rest: &mut Characters<'_>, expected: char) -> bool {
    rest.next_if(|(_, c)| *c == expected).is_some()
}

fn run(rest: &mut Characters<'_>, belongs: impl Fn(char) -> bool) -> String {
    let mut found = String::new();
    while let Some((_, c)) = rest.next_if(|(_, c)| belongs(*c)) {
        found.push(c);
    }
    found
}

fn quoted(rest: &mut Characters<'_>) -> Result<TokenKind, FormulaFault> {
    let mut text = String::new();
    loop {
        match rest.next() {
            Some((_, '"')) if skip(rest, '"') => text.push('"'),
            Some((_, '"')) => return Ok(TokenKind::Text(text)),
            Some((_, c)) => text.push(c),
            None => return Err(FormulaFault::UnclosedText),
        }
    }
}

fn field(rest: &mut Characters<'_>) -> Result<TokenKind, FormulaFault> {
    let id = run(rest, |c| c != '}');
    if skip(rest, '}') {
        Ok(TokenKind::Field(id.trim().to_owned()))
    } else {
        Err(FormulaFault::UnclosedField)
    }
}

fn number(first: char, rest: &mut Characters<'_>) -> Result<TokenKind, FormulaFault> {
    let mut text = format!("{first}{}", run(rest, |c| c.is_ascii_digit()));
    if skip(rest, '.') {
        text.push('.');
        text.push_str(&run(rest, |c| c.is_ascii_digit()));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && !text.ends_with('.') => Ok(TokenKind::Number(number)),
        _ => Err(FormulaFault::NumberForm(text)),
    }
}
