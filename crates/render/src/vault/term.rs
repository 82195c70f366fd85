//! Parts of expressions in the language of bases, with what must be there for them to have a value.
//!
//! Source: the provider's help vault, pages "Functions" and "Bases syntax": a missing property is `null`, `if` without
//! a third value gives `null`, and dates and links are always true.

use super::text::one_line;

/// A part of an expression.
#[derive(Clone, Debug)]
pub(super) enum Term {
    /// A number; `present` are the conditions under which it is one.
    Number { text: String, present: Vec<String> },
    /// A day or a moment; `present` as above.
    Day { text: String, present: Vec<String>, is_moment: bool },
    /// A text, `""` where there is none. `bare` is the same, `null` where there is none.
    Text { text: String, bare: String },
    /// Yes or no.
    Bool(String),
}

impl Term {
    /// A text that is always there.
    pub(super) fn literal(text: &str) -> Self {
        Self::Text { text: literal(text), bare: literal(text) }
    }

    /// A number from `text`, which is `null` where there is none.
    pub(super) fn nullable_number(text: String) -> Self {
        let present = vec![format!("!{text}.isEmpty()")];
        Self::Number { text, present }
    }

    /// A text from `bare`, which is `null` where there is none.
    pub(super) fn nullable_text(bare: String) -> Self {
        Self::Text { text: format!("if({bare}, {bare}, \"\")"), bare }
    }

    /// The whole formula: `null` where it has no value. What is `null` by itself needs no condition.
    pub(super) fn formula(self) -> String {
        match self {
            Self::Number { text, present } if present == [format!("!{text}.isEmpty()")] => text,
            Self::Day { text, present, .. } if present == [text.as_str()] => text,
            Self::Number { text, present } | Self::Day { text, present, .. } => guarded(&present, text),
            Self::Text { text, .. } | Self::Bool(text) => text,
        }
    }

    /// The condition under which it has a value.
    pub(super) fn is_present(&self) -> String {
        match self {
            Self::Number { present, .. } | Self::Day { present, .. } => all(present),
            Self::Text { bare, .. } => format!("!{bare}.isEmpty()"),
            Self::Bool(_) => "true".to_owned(),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Number { text, present } | Self::Day { text, present, .. } => {
                text.len() + present.iter().map(String::len).sum::<usize>()
            }
            Self::Text { text, bare } => text.len() + bare.len(),
            Self::Bool(text) => text.len(),
        }
    }
}

/// `text` where all conditions hold, else `null`.
pub(super) fn guarded(present: &[String], text: String) -> String {
    if present.is_empty() { text } else { format!("if({}, {text})", all(present)) }
}

/// All conditions in one.
pub(super) fn all(conditions: &[String]) -> String {
    if conditions.is_empty() { "true".to_owned() } else { conditions.join(" && ") }
}

/// The conditions of two terms, each once.
pub(super) fn both(left: &[String], right: &[String]) -> Vec<String> {
    let mut all = left.to_vec();
    all.extend(right.iter().filter(|condition| !left.contains(condition)).cloned());
    all
}

/// A text in quotation marks; properties hold texts on one line, so it is on one, too.
pub(super) fn literal(text: &str) -> String {
    let text = one_line(text).replace('\\', "\\\\");
    match (text.contains('"'), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => {
            let parts: Vec<_> = text.split('"').map(|part| format!("\"{part}\"")).collect();
            format!("({})", parts.join(" + '\"' + "))
        }
    }
}

/// A number as it stands in expressions.
pub(super) fn number(number: f64) -> String {
    if number < 0.0 { format!("(0 - {})", -number) } else { (number + 0.0).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_keep_within_their_quotes() {
        for (text, expected) in [
            ("Active", "\"Active\""),
            ("a \"quoted\" name", "'a \"quoted\" name'"),
            ("it's", "\"it's\""),
            ("\"it's\"", "(\"\" + '\"' + \"it's\" + '\"' + \"\")"),
            ("\\z", "\"\\\\z\""),
            ("two\nlines", "\"two lines\""),
        ] {
            assert_eq!(literal(text), expected);
        }
        assert_eq!((number(-2.5), number(-0.0)), ("(0 - 2.5)".to_owned(), "0".to_owned()));
    }
}
