//! What taking a candidate does to the text.

use std::ops::Range;

use super::place::Place;

/// A change of a text: what is put in the place of what, and where the caret is then. Places are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Edit {
    /// What goes.
    pub replaced: Range<usize>,
    /// What comes.
    pub text: String,
    /// Where the caret is then, from the beginning of what comes.
    pub caret: usize,
}

/// What is written behind the colon of a new key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A text that is still to be written.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Anything else.
    Bare,
}

impl Opening {
    /// What is written, and how much of it stands before the caret.
    fn written(self) -> (&'static str, usize) {
        match self {
            Self::Text => ("\"\"", 1),
            Self::List => ("[]", 1),
            Self::Object => ("{}", 1),
            Self::Bare => ("", 0),
        }
    }
}

/// Writes the key `key`, with its colon and the beginning of its value where there is none.
pub(super) fn key(text: &str, place: &Place, key: &str, opening: Opening) -> Edit {
    let quoted = serde_json::Value::from(key).to_string();
    if place.has_colon {
        let caret = quoted.len();
        return finished(text, place, quoted, caret, "");
    }
    let (value, before_caret) = opening.written();
    let head = format!("{quoted}: ");
    let caret = head.len() + before_caret;
    let comma = if place.needs_comma { "," } else { "" };
    finished(text, place, format!("{head}{value}"), caret, comma)
}

/// Writes the value `json`.
pub(super) fn value(text: &str, place: &Place, json: &str) -> Edit {
    let comma = if place.needs_comma { "," } else { "" };
    finished(text, place, json.to_owned(), json.len() + comma.len(), comma)
}

/// The edit with the commas that were missing around it.
fn finished(text: &str, place: &Place, written: String, caret: usize, comma: &str) -> Edit {
    let before = place.comma_before.and_then(|at| Some((at, text.get(at..place.replaced.start)?)));
    let (start, lead) = match before {
        Some((at, gap)) => (at, format!(",{gap}")),
        None => (place.replaced.start, String::new()),
    };
    let caret = lead.len() + caret;
    Edit { replaced: start..place.replaced.end, text: format!("{lead}{written}{comma}"), caret }
}
