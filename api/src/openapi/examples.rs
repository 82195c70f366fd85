//! Examples: true ones, for the answers are computed from the requests by the code that serves them.

use serde::Serialize;
use serde_json::{Value, json};
use shared::answers::{Answers, Complexity, Customization, Priority, TeamSize};
use shared::api::artifacts::CreateArtifact;
use shared::api::client_errors::{ClientError, ClientErrorKind, CreateClientError};
use shared::api::designs::{CreateDesign, Design};
use shared::api::health::Health;
use shared::api::plans::{CreatePlan, PlanAnswer};
use shared::api::validations::{CreateValidation, Validation};
use shared::api::{options, platforms};
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::design::design;
use shared::plan::{State, Target, plan};
use shared::platform::Platform;
use shared::validate::validate;
use shared::words::Language;

use super::each_operation;

/// How much of a long file an example shows: enough to see what it is.
const START_LINES: usize = 12;

/// A blueprint small enough to be read in a document.
const BLUEPRINT: &str = include_str!("blueprint.json");

/// Sets the example of every request and every good answer.
pub(super) fn add(document: &mut Value) {
    each_operation(document, |_, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
        let (request, answers) = example(id);
        if let Some(body) = operation.get_mut("requestBody") {
            body["required"] = json!(true);
            body["content"]["application/json"]["example"] = request;
        }
        for (media_type, answer) in answers {
            operation["responses"]["200"]["content"][media_type]["example"] = answer;
        }
    });
}

const JSON: &str = "application/json";

/// The request and the answers, by media type, of an operation.
fn example(operation_id: &str) -> (Value, Vec<(&'static str, Value)>) {
    let one = |answer: Value| vec![(JSON, answer)];
    match operation_id {
        "check_health" => (Value::Null, one(value(&Health { status: "ok".into(), version: "0.1.0".into() }))),
        "list_options" => (Value::Null, one(value(&options::list(Language::En)))),
        "list_platforms" => (Value::Null, one(value(&platforms::list()))),
        "find_platform" => (Value::Null, one(value(&platforms::describe(Platform::Notion, Language::En)))),
        "show_openapi" => (Value::Null, one(json!({ "openapi": "3.1.0" }))),
        "create_design" => (value(&CreateDesign { answers: answers() }), one(value(&designed()))),
        "create_validation" => (value(&validation_request()), one(value(&validated()))),
        "create_plan" => (value(&plan_request()), one(value(&planned()))),
        "create_client_error" => (value(&client_error()), one(value(&client_error_taken()))),
        "create_artifact" => (value(&artifact_request()), files()),
        _ => (Value::Null, Vec::new()),
    }
}

/// As JSON; these types are made of strings, numbers and maps by strings, so that cannot fail.
fn value(example: &impl Serialize) -> Value {
    serde_json::to_value(example).unwrap_or_default()
}

fn answers() -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Simplicity],
        features: Vec::new(),
        complexity: Complexity::Simple,
        customization: Customization::default(),
    }
}

fn designed() -> Design {
    let blueprint = design(&answers());
    let problems = validate(&blueprint, Some(Platform::Notion));
    Design { blueprint, problems }
}

/// The example as it is checked in, or the designed one should it not be readable.
fn blueprint() -> Blueprint {
    shared::blueprint::read(BLUEPRINT).unwrap_or_else(|_| designed().blueprint)
}

fn client_error() -> CreateClientError {
    CreateClientError {
        kind: ClientErrorKind::Load,
        message: "The part `result` could not be loaded: 503".to_owned(),
        path: "/system/overview".to_owned(),
        version: "0.1.0".to_owned(),
        language: Language::En,
    }
}

fn client_error_taken() -> ClientError {
    ClientError { kind: ClientErrorKind::Load, message: client_error().message }
}

fn validation_request() -> CreateValidation {
    CreateValidation { blueprint: blueprint(), platform: Some(Platform::Notion) }
}

fn validated() -> Validation {
    Validation { problems: validate(&blueprint(), Some(Platform::Notion)) }
}

fn plan_request() -> CreatePlan {
    CreatePlan { blueprint: blueprint(), platform: Platform::Notion }
}

fn planned() -> PlanAnswer {
    let target = Target { platform: Platform::Notion };
    PlanAnswer { plan: plan(&blueprint(), &target, &State::default()), problems: validated().problems }
}

fn artifact_request() -> CreateArtifact {
    CreateArtifact {
        blueprint: blueprint(),
        platform: Platform::Notion,
        format: ArtifactFormat::GuideMarkdown,
    }
}

/// A file of each kind; workbooks and archives are no texts and have none.
fn files() -> Vec<(&'static str, Value)> {
    let start = |media_type, format| (media_type, Value::from(text(format, START_LINES)));
    vec![
        (JSON, value(&blueprint())),
        ("application/schema+json", schema()),
        start("application/sql", ArtifactFormat::SqlSqlite),
        // Who reads YAML reads the same as from JSON.
        ("application/yaml", value(&blueprint())),
        start("image/svg+xml", ArtifactFormat::DiagramSvg),
        start("text/html", ArtifactFormat::GuideHtml),
        start("text/javascript", ArtifactFormat::AppsScript),
        ("text/markdown", text(ArtifactFormat::GuideMarkdown, usize::MAX).into()),
        ("text/plain", text(ArtifactFormat::Mermaid, usize::MAX).into()),
    ]
}

/// Of the rows alone: readers of the document would look up in it what the rest refers to.
fn schema() -> Value {
    let schema: Value =
        serde_json::from_str(&text(ArtifactFormat::JsonSchema, usize::MAX)).unwrap_or_default();
    json!({ "$schema": schema["$schema"], "$defs": schema["$defs"] })
}

/// At most `lines` of the file.
fn text(format: ArtifactFormat, lines: usize) -> String {
    let file = render::render(&blueprint(), Platform::Notion, format).ok();
    let text = file.and_then(|file| String::from_utf8(file.bytes).ok()).unwrap_or_default();
    text.split_inclusive('\n').take(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_blueprint_is_readable_and_sound() {
        let blueprint = shared::blueprint::read(BLUEPRINT).expect("a blueprint");
        assert_eq!(validate(&blueprint, Some(Platform::Notion)), []);
    }
}
