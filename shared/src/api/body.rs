//! Reading the body of a request: JSON, then the form, then the rules of its fields, then the structure of the
//! blueprint in it; each step only when the one before was clean.

use serde::de::DeserializeOwned;
use serde_json::Value;
use validator::Validate;

use super::pointer::{Located, from_validation, join, locate};
use crate::blueprint::{Blueprint, SCHEMA_VERSION, lost};
use crate::validate::structure;

/// What the API reads from a request.
pub trait RequestBody: DeserializeOwned + Validate {
    /// The blueprint it carries as the member `blueprint`, if it carries one.
    fn blueprint(&self) -> Option<&Blueprint> {
        None
    }
}

/// Why a body was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// The text is not JSON.
    #[error("The body is not JSON: {0}.")]
    NotJson(String),
    /// Its blueprint was written by a newer version of this software.
    #[error("The blueprint has schema version {found}; this server reads up to {SCHEMA_VERSION}.")]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is JSON of another form, or breaks rules of its fields.
    #[error("{}", attention("body", .0))]
    Invalid(Vec<Located>),
    /// Its blueprint does not hold together.
    #[error("The blueprint does not hold together. {}", attention("blueprint", .0))]
    Broken(Vec<Located>),
}

/// Reads a body, all of it or not at all.
///
/// # Errors
/// [`BodyError`], with JSON pointers into the body; values are never repeated.
pub fn read_body<T: RequestBody>(json: &str) -> Result<T, BodyError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: Value = serde_json::from_str(json).map_err(|error| BodyError::NotJson(error.to_string()))?;
    refuse_newer(&value)?;
    // The text and not `value`, which has forgotten members that were there twice.
    let body: T = locate(json).map_err(|place| BodyError::Invalid(vec![place]))?;
    refuse_lost(&value, &body)?;
    body.validate().map_err(|errors| BodyError::Invalid(from_validation(&errors)))?;
    match body.blueprint().map(broken).unwrap_or_default() {
        places if places.is_empty() => Ok(body),
        places => Err(BodyError::Broken(places)),
    }
}

/// Refuses what the blueprint's types would pass over, such as a member beside the type of a field without any.
fn refuse_lost<T: RequestBody>(said: &Value, body: &T) -> Result<(), BodyError> {
    let place = match (said.get("blueprint"), body.blueprint()) {
        (Some(said), Some(blueprint)) => lost(&join("#", "blueprint"), said, blueprint),
        _ => None,
    };
    place.map_or(Ok(()), |place| Err(BodyError::Invalid(vec![place])))
}

fn refuse_newer(body: &Value) -> Result<(), BodyError> {
    match body.pointer("/blueprint/schema_version").and_then(Value::as_u64) {
        Some(found) if found > u64::from(SCHEMA_VERSION) => Err(BodyError::TooNew { found }),
        _ => Ok(()),
    }
}

/// What keeps the blueprint of a body from holding together, with pointers into the body.
fn broken(blueprint: &Blueprint) -> Vec<Located> {
    let locate = |problem: crate::validate::Problem| Located {
        pointer: problem.pointer.replacen('#', &join("#", "blueprint"), 1),
        code: serde_json::to_value(problem.code)
            .ok()
            .and_then(|code| code.as_str().map(str::to_owned))
            .unwrap_or_default(),
        sentence: format!("{} {}", problem.sentence, problem.fix).trim_end().to_owned(),
    };
    structure(blueprint).into_iter().map(locate).collect()
}

fn attention(document: &str, places: &[Located]) -> String {
    match places.len() {
        1 => format!("One place of the {document} needs attention."),
        n_places => format!("{n_places} places of the {document} need attention."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::designs::CreateDesign;
    use crate::api::validations::CreateValidation;

    const GOOD: &str = r#"{"answers":{"platform":"notion","team_size":"just_me","priorities":["search"],"complexity":"simple"}}"#;

    #[track_caller]
    fn refused<T: RequestBody + std::fmt::Debug>(json: &str) -> String {
        match read_body::<T>(json).expect_err("the body should be refused") {
            BodyError::Invalid(places) | BodyError::Broken(places) => {
                places.iter().map(|place| format!("{place} ({})\n", place.code)).collect()
            }
            error => error.to_string(),
        }
    }

    #[test]
    fn a_good_body_is_read_with_and_without_a_byte_order_mark() {
        assert!(read_body::<CreateDesign>(GOOD).is_ok());
        assert!(read_body::<CreateDesign>(&format!("\u{feff}{GOOD}")).is_ok());
    }

    #[test]
    fn text_that_is_not_json_says_where() {
        insta::assert_snapshot!(refused::<CreateDesign>("{\"answers\":"), @"The body is not JSON: EOF while parsing a value at line 1 column 11.");
    }

    #[test]
    fn another_form_is_pointed_at_without_repeating_values() {
        let secret = GOOD.replace("\"simple\"", "\"hunter2\"");
        insta::assert_snapshot!(refused::<CreateDesign>(&secret), @"#/answers/complexity: expected one of `simple`, `moderate`, `advanced` (form)");
        insta::assert_snapshot!(refused::<CreateDesign>("[]"), @"#: expected struct CreateDesign with 1 element (form)");
        let twice = GOOD.replace("{\"platform\"", "{\"platform\":\"notion\",\"platform\"");
        insta::assert_snapshot!(refused::<CreateDesign>(&twice), @"#/answers: duplicate field `platform` (form)");
    }

    #[test]
    fn what_a_blueprint_would_pass_over_is_pointed_at() {
        let answers = read_body::<CreateDesign>(GOOD).unwrap().answers;
        let mut body = serde_json::json!({ "blueprint": crate::design::design(&answers) });
        assert!(read_body::<CreateValidation>(&body.to_string()).is_ok());

        body["blueprint"]["tables"][0]["fields"][0]["kind"]["options"] = serde_json::json!([]);

        insta::assert_snapshot!(refused::<CreateValidation>(&body.to_string()), @"#/blueprint/tables/0/fields/0/kind/options: unknown field `options` (form)");
    }

    #[test]
    fn every_broken_rule_is_pointed_at() {
        let body = GOOD.replace(
            r#""complexity""#,
            r#""customization":{"timezone":"0123456789012345678901234567890123456789012345678901234567890123456789",
                "extra_fields":[{"name":"","kind":"text"}]},"features":["tags","tags"],"complexity""#,
        );
        insta::assert_snapshot!(refused::<CreateDesign>(&body));
    }

    #[test]
    fn a_newer_blueprint_is_refused_before_its_form_is_looked_at() {
        let body = r#"{"blueprint":{"schema_version":99,"shape":"unheard of"}}"#;
        insta::assert_snapshot!(refused::<CreateValidation>(body), @"The blueprint has schema version 99; this server reads up to 1.");
    }
}
