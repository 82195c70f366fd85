//! The document: what is checked in, and whether it says what the code does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use shared::answers::{
    Answers, EXTRA_FIELD_NAME_MAX, EXTRA_FIELDS_MAX, Feature, NAMING_CONVENTION_MAX, Priority, TIMEZONE_MAX,
};
use shared::api::client_errors::{CLIENT_ERROR_MESSAGE_MAX, CLIENT_ERROR_PATH_MAX, CLIENT_ERROR_VERSION_MAX};
use shared::api::pointer::from_validation;
use validator::Validate;

use crate::harness::{TestServer, operations};

#[actix_web::test]
async fn the_document_that_is_checked_in_is_the_one_that_is_served() {
    let server = TestServer::start();
    let checked_in = include_str!("../../../openapi/openapi.json");

    assert!(checked_in == api::openapi::text(), "run `cargo xtask openapi` and commit what it writes");
    let served: Value = server.get("/api/v1/openapi.json").await.good();
    assert_eq!(serde_json::from_str::<Value>(checked_in).expect("JSON"), served);
}

#[test]
fn every_operation_documents_itself_wholly() {
    let document = api::openapi::document();

    assert_eq!(document["openapi"], "3.1.0");
    for operation in operations(&document) {
        let object = operation.object;
        for member in ["summary", "description", "tags"] {
            assert!(object.get(member).is_some(), "{} has no {member}", operation.id);
        }
        let statuses: BTreeSet<_> = object["responses"].as_object().expect("answers").keys().collect();
        let mut expected = vec!["200", "429", "500", "503"];
        if operation.path.contains('{') {
            expected.push("404");
        }
        if object.get("requestBody").is_some() {
            expected.extend(["400", "408", "413", "415", "422"]);
        }
        assert!(
            expected.iter().all(|status| statuses.contains(&(*status).to_owned())),
            "{} {statuses:?}",
            operation.id
        );
        for (media_type, content) in object["responses"]["200"]["content"].as_object().expect("content") {
            assert!(is_no_text(media_type) || content.get("example").is_some(), "{}", operation.id);
        }
    }
}

/// Workbooks and archives have no example.
fn is_no_text(media_type: &str) -> bool {
    media_type.contains("spreadsheet") || media_type == "application/zip"
}

/// Answers that break every limit of length, with `n_fields` fields of one's own.
fn excessive(n_fields: u64) -> Answers {
    let text = |limit: u64| "x".repeat(usize::try_from(limit).expect("a small limit") + 1);
    let field = json!({ "name": text(EXTRA_FIELD_NAME_MAX), "kind": "text" });
    let n_fields = usize::try_from(n_fields).expect("a small number");
    serde_json::from_value(json!({
        "platform": "notion", "team_size": "just_me", "complexity": "simple",
        "priorities": vec![Priority::Search; Priority::ALL.len() + 1],
        "features": vec![Feature::Tags; Feature::ALL.len() + 1],
        "customization": {
            "timezone": text(TIMEZONE_MAX),
            "naming_convention": text(NAMING_CONVENTION_MAX),
            "extra_fields": vec![field; n_fields],
        },
    }))
    .expect("answers")
}

/// Limits of the document by `Schema/member`.
fn documented_limits() -> BTreeMap<String, u64> {
    let document = api::openapi::document();
    let mut limits = BTreeMap::new();
    for (schema, object) in document["components"]["schemas"].as_object().expect("schemas") {
        for (member, rules) in object["properties"].as_object().into_iter().flatten() {
            if let Some(limit) = rules.get("maxLength").or(rules.get("maxItems")).and_then(Value::as_u64) {
                limits.insert(format!("{schema}/{member}"), limit);
            }
        }
    }
    limits
}

#[test]
fn limits_of_the_document_are_those_that_are_checked() {
    let known = [
        ("Answers/priorities", Priority::ALL.len() as u64),
        ("Answers/features", Feature::ALL.len() as u64),
        ("Customization/timezone", TIMEZONE_MAX),
        ("Customization/naming_convention", NAMING_CONVENTION_MAX),
        ("Customization/extra_fields", EXTRA_FIELDS_MAX),
        ("ExtraField/name", EXTRA_FIELD_NAME_MAX),
        ("CreateClientError/message", CLIENT_ERROR_MESSAGE_MAX),
        ("CreateClientError/path", CLIENT_ERROR_PATH_MAX),
        ("CreateClientError/version", CLIENT_ERROR_VERSION_MAX),
    ];
    let known: BTreeMap<String, u64> = known.map(|(name, limit)| (name.to_owned(), limit)).into();
    assert_eq!(documented_limits(), known);

    let mut broken: BTreeMap<String, String> = BTreeMap::new();
    // A list that is too long hides what is wrong with its items, so the items have their own turn.
    let errors =
        [1, EXTRA_FIELDS_MAX + 1].map(|n_fields| excessive(n_fields).validate().expect_err("too much"));
    for place in errors.iter().flat_map(from_validation).filter(|place| place.code == "length") {
        let pointer: String = place
            .pointer
            .split('/')
            .filter(|step| step.parse::<u32>().is_err())
            .collect::<Vec<_>>()
            .join("/");
        broken.insert(pointer, place.sentence);
    }
    let pointers = [
        ("#/priorities", "Answers/priorities"),
        ("#/features", "Answers/features"),
        ("#/customization/timezone", "Customization/timezone"),
        ("#/customization/naming_convention", "Customization/naming_convention"),
        ("#/customization/extra_fields", "Customization/extra_fields"),
        ("#/customization/extra_fields/name", "ExtraField/name"),
    ];
    assert_eq!(broken.len(), pointers.len(), "{broken:?}");
    for (pointer, name) in pointers {
        assert!(broken[pointer].contains(&known[name].to_string()), "{pointer}: {}", broken[pointer]);
    }
}
