//! Reading a blueprint from JSON: versions first, then the form, each with the place of what is wrong.

use serde::Serialize;
use serde_json::Value;

use super::{Blueprint, SCHEMA_VERSION};
use crate::api::pointer::{Located, join, locate};

/// Largest document that is read from elsewhere, in bytes; the largest design has less than a tenth of it.
pub const READ_MAX: usize = 8 * 1024 * 1024;

/// Why a text is no blueprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON.
    #[error("this is not JSON: {0}")]
    NotJson(String),
    /// It was written by a newer version of this software.
    #[error(
        "this blueprint has schema version {found}; this version reads up to {SCHEMA_VERSION}: reload or update the app to open it"
    )]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is JSON of another form.
    #[error("{0}")]
    Form(Located),
}

/// Reads a blueprint, migrating older schema versions. A byte-order mark is passed over.
///
/// Nesting is limited by the JSON reader (128 levels), size by [`READ_MAX`]. A blueprint that is read holds
/// everything the text says: whatever the types do not know is refused with its place, never dropped.
///
/// # Errors
/// [`ReadError`] with the JSON pointer of the first thing that does not fit; structure across elements
/// (ids, references) is [`crate::validate::structure`]'s to check.
pub fn read(json: &str) -> Result<Blueprint, ReadError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if json.len() > READ_MAX {
        return Err(form("#", format!("must have at most {READ_MAX} bytes")));
    }
    read_own(json)
}

/// Reads as [`read`] does, whatever the size: what this software has written is always read again.
///
/// # Errors
/// As [`read`].
pub fn read_own(json: &str) -> Result<Blueprint, ReadError> {
    let value: Value = serde_json::from_str(json).map_err(|error| ReadError::NotJson(error.to_string()))?;
    check_version(&value)?;
    // Version 1 is the first: there is nothing to migrate yet.
    let blueprint: Blueprint = locate(json).map_err(ReadError::Form)?;
    match lost("#", &value, &blueprint) {
        Some(lost) => Err(ReadError::Form(lost)),
        None => Ok(blueprint),
    }
}

/// The first thing that `said`, which stands at `pointer`, says and that `read`, which was read from it, does not hold.
pub(crate) fn lost(pointer: &str, said: &Value, read: &impl Serialize) -> Option<Located> {
    match serde_json::to_value(read) {
        Ok(understood) => find_lost(pointer, said, &understood),
        Err(error) => Some(located(pointer, error.to_string())),
    }
}

fn check_version(value: &Value) -> Result<(), ReadError> {
    match value.get("schema_version").and_then(Value::as_u64) {
        Some(found) if found > u64::from(SCHEMA_VERSION) => Err(ReadError::TooNew { found }),
        Some(0) => Err(form("#/schema_version", format!("must be 1 to {SCHEMA_VERSION}"))),
        // A version that is missing or no number is found with the rest of the form.
        _ => Ok(()),
    }
}

/// The first thing that was said and not understood.
///
/// Serde passes over unknown keys beside the tag of a variant that carries nothing, such as
/// `{"type": "title", "options": []}`, and takes lists for objects; so what was read is compared with the text.
/// Absent and null mean the same everywhere.
fn find_lost(pointer: &str, said: &Value, understood: &Value) -> Option<Located> {
    match (said, understood) {
        (Value::Object(said), Value::Object(understood)) => said.iter().find_map(|(key, said)| {
            let pointer = join(pointer, key);
            match understood.get(key) {
                Some(understood) => find_lost(&pointer, said, understood),
                None if said.is_null() => None,
                None => Some(located(&pointer, format!("unknown field `{key}`"))),
            }
        }),
        (Value::Array(said), Value::Array(understood)) => {
            let pairs = said.iter().zip(understood).enumerate();
            pairs
                .into_iter()
                .find_map(|(index, (said, understood))| find_lost(&join(pointer, index), said, understood))
        }
        (Value::Array(_), Value::Object(_)) => Some(located(pointer, "expected an object".to_owned())),
        _ => None,
    }
}

fn form(pointer: &str, sentence: String) -> ReadError {
    ReadError::Form(located(pointer, sentence))
}

fn located(pointer: &str, sentence: String) -> Located {
    Located { pointer: pointer.to_owned(), code: "form".to_owned(), sentence }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::fixture::{set, small, small_json};
    use super::*;

    #[track_caller]
    fn refused(change: &str, value: Value, pointer: &str, sentence: &str) {
        let mut json = small_json();
        set(&mut json, change, value);
        let Err(ReadError::Form(found)) = read(&json.to_string()) else { panic!("`{change}` was read") };
        assert_eq!((found.pointer.as_str(), found.code.as_str()), (pointer, "form"));
        assert!(found.sentence.contains(sentence), "{}", found.sentence);
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        let blueprint = small();
        let json = serde_json::to_string_pretty(&blueprint).unwrap();
        assert_eq!(read(&json), Ok(blueprint.clone()));
        assert_eq!(read(&format!("\u{feff}{json}")), Ok(blueprint));
    }

    #[test]
    fn newer_versions_are_refused_with_their_number() {
        let newer = json!({"schema_version": 2, "anything": true}).to_string();
        assert_eq!(read(&newer), Err(ReadError::TooNew { found: 2 }));
        assert!(read(&newer).unwrap_err().to_string().contains("schema version 2"));
        refused("/schema_version", json!(0), "#/schema_version", "must be 1 to 1");
        refused("/schema_version", json!("1"), "#/schema_version", "expected u32");
        refused("/schema_version", json!(-1), "#/schema_version", "expected u32");
        refused("/schema_version", Value::Null, "#", "missing field `schema_version`");
    }

    #[test]
    fn unknown_fields_are_refused_with_their_place() {
        refused("/extra", json!(1), "#/extra", "unknown field `extra`");
        refused("/tables/0/fields/3/nam", json!("x"), "#/tables/0/fields/3/nam", "unknown field `nam`");
        refused(
            "/tables/0/fields/0/kind/options",
            json!([]),
            "#/tables/0/fields/0/kind/options",
            "unknown field",
        );
        refused(
            "/tables/0/views/0/kind/by",
            json!("fld_status"),
            "#/tables/0/views/0/kind/by",
            "unknown field",
        );
        refused(
            "/automations/0/trigger/every",
            json!("day"),
            "#/automations/0/trigger/every",
            "unknown field",
        );
        // Serde reads variants with contents in one go: the place is the whole kind.
        refused("/tables/0/fields/3/kind/max", json!(5), "#/tables/0/fields/3/kind", "unknown field `max`");
    }

    #[test]
    fn other_forms_are_refused_with_their_place() {
        refused(
            "/tables/1/fields/0/required",
            json!("yes"),
            "#/tables/1/fields/0/required",
            "expected a boolean",
        );
        refused(
            "/tables/0/fields/0/kind/type",
            json!("blob"),
            "#/tables/0/fields/0/kind/type",
            "expected one of",
        );
        refused(
            "/tables/0/sample_rows/0/cells/fld_url",
            json!({}),
            "#/tables/0/sample_rows/0/cells/fld_url",
            "",
        );
        refused(
            "/tables/0/sample_rows/0",
            json!(["row_a", {}]),
            "#/tables/0/sample_rows/0",
            "expected an object",
        );
        let broken = |text: &str| matches!(read(text), Err(ReadError::NotJson(_)));
        assert!(broken("") && broken("{") && broken("{} {}") && broken(&"[".repeat(100_000)));
        assert!(matches!(read("[]"), Err(ReadError::Form(_))));
        let huge = format!("\"{}\"", "x".repeat(READ_MAX));
        assert!(matches!(read(&huge), Err(ReadError::Form(found)) if found.pointer == "#"));
        let twice = small_json().to_string().replacen('{', "{\"name\":\"A\",", 1);
        assert!(
            matches!(read(&twice), Err(ReadError::Form(found)) if found.sentence.contains("duplicate field"))
        );
    }

    #[test]
    fn null_is_as_good_as_absent() {
        let mut json = small_json();
        set(&mut json, "/reason", json!(1));
        json["reason"] = Value::Null;
        json["tables"][0]["views"][0]["filter"] = Value::Null;
        assert_eq!(read(&json.to_string()), Ok(small()));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in r#"[\[\]{}":,a-z0-9\\u\-. ]{0,80}"#) {
            let _ = read(&text);
        }
    }
}
