//! Where in a document something is wrong: JSON pointers (RFC 6901) in fragment form, such as `#/tables/0/name`.

use std::fmt;

use serde::Deserialize;
use serde_path_to_error::{Path, Segment};
use validator::{ValidationErrors, ValidationErrorsKind};

/// A sentence about a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// JSON pointer in fragment form; `#` is the whole document.
    pub pointer: String,
    /// Stable code of what is wrong, such as `length`.
    pub code: String,
    /// What is wrong and how to go on.
    pub sentence: String,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.sentence)
    }
}

/// Deserialises `json`, and says where it does not fit.
///
/// # Errors
/// The first place that does not fit, with the code `form`.
pub fn locate<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, Located> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| Located {
        pointer: from_path(error.path()),
        code: "form".into(),
        sentence: without_value(without_position(&error.inner().to_string())).to_owned(),
    })
}

/// Every rule that `errors` says was broken, in the order of their pointers. Values are never repeated.
pub fn from_validation(errors: &ValidationErrors) -> Vec<Located> {
    let mut found = Vec::new();
    collect("#", errors, &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer).then_with(|| a.code.cmp(&b.code)));
    found
}

/// One more step of a pointer, escaped.
pub fn join(pointer: &str, step: impl fmt::Display) -> String {
    format!("{pointer}/{}", step.to_string().replace('~', "~0").replace('/', "~1"))
}

fn from_path(path: &Path) -> String {
    path.iter().fold("#".to_owned(), |pointer, segment| match segment {
        Segment::Seq { index } => join(&pointer, index),
        Segment::Map { key } => join(&pointer, key),
        Segment::Enum { .. } | Segment::Unknown => pointer,
    })
}

/// serde_json ends its sentences in `at line 1 column 5`, which means nothing to who sent an object.
fn without_position(sentence: &str) -> &str {
    sentence.rfind(" at line ").map_or(sentence, |at| &sentence[..at])
}

/// serde repeats the offending value before it says what it expected; a value may be a secret.
fn without_value(sentence: &str) -> &str {
    let repeats = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant "];
    if !repeats.iter().any(|start| sentence.starts_with(start)) {
        return sentence;
    }
    // The first `, expected ` may be part of the value; the last one never is.
    sentence.rfind(", expected ").map_or("is not valid", |at| &sentence[at + 2..])
}

fn collect(pointer: &str, errors: &ValidationErrors, found: &mut Vec<Located>) {
    for (name, kind) in errors.errors() {
        let pointer = join(pointer, name);
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(&pointer, inner, found),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(&join(&pointer, index), inner, found);
                }
            }
            ValidationErrorsKind::Field(broken) => found.extend(broken.iter().map(|error| Located {
                pointer: pointer.clone(),
                code: error.code.clone().into_owned(),
                sentence: sentence(error),
            })),
        }
    }
}

fn sentence(error: &validator::ValidationError) -> String {
    if let Some(message) = &error.message {
        return message.clone().into_owned();
    }
    let limit = |name: &str| error.params.get(name).map(ToString::to_string);
    let unit = if error.params.get("value").is_some_and(serde_json::Value::is_array) {
        "items"
    } else {
        "characters"
    };
    match (limit("min"), limit("max")) {
        (Some(min), Some(max)) => format!("must have {min} to {max} {unit}"),
        (None, Some(max)) => format!("must have at most {max} {unit}"),
        (Some(min), None) => format!("must have at least {min} {unit}"),
        (None, None) => "is not valid".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: for<'de> Deserialize<'de> + fmt::Debug>(json: &str, expected: &str) {
        assert_eq!(locate::<T>(json).expect_err("should not fit").to_string(), expected);
    }

    #[test]
    fn what_does_not_fit_is_located_without_its_value() {
        check::<Vec<u8>>(r#"[1, "hunter2, expected by nobody"]"#, "#/1: expected u8");
        check::<Vec<u8>>("[1, 300]", "#/1: expected u8");
        check::<std::collections::BTreeMap<String, bool>>(r#"{"a/b~":0}"#, "#/a~1b~0: expected a boolean");
        check::<crate::words::Language>(
            r#""hunter2""#,
            "#: expected one of `en`, `de`, `es`, `fr`, `ja`, `ar`",
        );
    }
}
