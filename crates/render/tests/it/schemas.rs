//! Schemas, types and diagrams: complete, well-formed, and one with the other.

use std::collections::BTreeSet;

use render::render;
use serde_json::Value;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;
use shared::words::{DATABASE, Language};

use crate::harness::{frozen_middling, frozen_small, hostile, largest, largest_in_german, sampled, smallest};

/// The types that a middling system gets, compiled: see [`types_read_the_sample_rows_and_write_them_back`].
#[path = "snapshots/it__schemas__middling_types.snap.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "the file does not know where it will be used")]
mod middling_types;

const FORMATS: [ArtifactFormat; 6] = [
    ArtifactFormat::JsonSchema,
    ArtifactFormat::Openapi,
    ArtifactFormat::Mermaid,
    ArtifactFormat::DiagramSvg,
    ArtifactFormat::RustTypes,
    ArtifactFormat::TypescriptTypes,
];

fn text(blueprint: &Blueprint, format: ArtifactFormat) -> String {
    String::from_utf8(render(blueprint, Platform::Custom, format).unwrap().bytes).unwrap()
}

fn json(blueprint: &Blueprint, format: ArtifactFormat) -> Value {
    serde_json::from_str(&text(blueprint, format)).unwrap()
}

/// Every value of `key` in `json`, however deep.
fn all<'a>(json: &'a Value, key: &str) -> Vec<&'a Value> {
    match json {
        Value::Object(object) => object
            .iter()
            .flat_map(|(name, value)| (name == key).then_some(value).into_iter().chain(all(value, key)))
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| all(item, key)).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_reference_leads_somewhere() {
    for blueprint in [largest(), largest_in_german(), smallest(), hostile()] {
        for format in [ArtifactFormat::JsonSchema, ArtifactFormat::Openapi] {
            let document = json(&blueprint, format);

            let references = all(&document, "$ref");

            assert!(!references.is_empty());
            for reference in references {
                let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
                assert!(document.pointer(pointer).is_some(), "{format:?}: {pointer}");
            }
        }
    }
}

#[test]
fn every_name_is_in_the_json_schema_as_it_is() {
    for blueprint in [largest_in_german(), smallest(), hostile()] {
        let schema = json(&blueprint, ArtifactFormat::JsonSchema);
        let titles: BTreeSet<_> = all(&schema, "title").into_iter().filter_map(Value::as_str).collect();
        let options: BTreeSet<_> = all(&schema, "enum")
            .into_iter()
            .filter_map(Value::as_array)
            .flatten()
            .filter_map(Value::as_str)
            .collect();

        for table in &blueprint.tables {
            assert!(titles.contains(table.name.as_str()), "{}", table.name);
            for field in &table.fields {
                assert!(titles.contains(field.name.as_str()), "{}", field.name);
                for option in field.kind.options() {
                    assert!(options.contains(option.name.as_str()), "{}", option.name);
                }
            }
        }
    }
}

#[test]
fn every_table_can_be_listed_created_found_changed_and_deleted() {
    for blueprint in [largest(), hostile()] {
        let document = json(&blueprint, ArtifactFormat::Openapi);

        let ids = all(&document["paths"], "operationId");

        let unique: BTreeSet<_> = ids.iter().map(|id| id.as_str().unwrap()).collect();
        assert_eq!((ids.len(), unique.len()), (blueprint.tables.len() * 5, blueprint.tables.len() * 5));
        for verb in ["list", "create", "find", "update", "delete"] {
            let of_verb = unique.iter().filter(|id| id.starts_with(&format!("{verb}_")));
            assert_eq!(of_verb.count(), blueprint.tables.len(), "{verb}");
        }
    }
}

#[test]
fn what_the_service_computes_nobody_writes() {
    let document = json(&largest(), ArtifactFormat::Openapi);
    let schemas = document["components"]["schemas"].as_object().unwrap();

    for (name, schema) in schemas {
        let read_only = all(schema, "readOnly").len();
        let is_read = name.ends_with("Row");
        assert_eq!(read_only > 0, is_read, "{name}");
    }
}

#[test]
fn cards_never_meet_and_everything_is_inside() {
    let designs = (1..12).map(|number| sampled(number).1);
    for blueprint in designs.chain([largest(), smallest(), hostile()]) {
        let svg = text(&blueprint, ArtifactFormat::DiagramSvg);
        let number = |line: &str, key: &str| -> i32 {
            let value = line.split_once(&format!(" {key}=\"")).unwrap().1;
            value.split_once('"').unwrap().0.parse().unwrap()
        };
        let area = |line: &str| ["x", "y", "width", "height"].map(|key| number(line, key));
        let cards: Vec<_> = svg.lines().filter(|line| line.contains(r#"class="card""#)).map(area).collect();
        let (width, height) = (number(&svg, "width"), number(&svg, "height"));

        assert_eq!(cards.len(), blueprint.tables.len());
        for (place, [x, y, w, h]) in cards.iter().enumerate() {
            assert!(*x > 0 && *y > 0 && x + w < width && y + h < height);
            for [other_x, other_y, other_w, other_h] in &cards[place + 1..] {
                let are_apart =
                    x + w < *other_x || other_x + other_w < *x || y + h < *other_y || other_y + other_h < *y;
                assert!(are_apart, "{}", blueprint.name);
            }
        }
    }
}

#[test]
fn names_cannot_break_out() {
    let mut blueprint = largest();
    let name = "*/ \" ]]> %%{init: {}}%% </style><script>alert(1)</script>\n}\u{2028}///\u{202e}";
    blueprint.name = name.into();
    blueprint.tables[0].name = name.into();
    blueprint.tables[0].fields[0].name = name.into();

    let [_, openapi, mermaid, svg, rust, typescript] = FORMATS.map(|format| text(&blueprint, format));

    assert!(!svg.contains("<script") && !openapi.contains("<script"));
    assert_eq!(svg.matches("</style>").count(), 1);
    assert_eq!(mermaid.matches("%%").count(), 2, "only in the title, which is YAML");
    for source in [&rust, &typescript, &svg, &mermaid] {
        assert!(!source.contains(['\u{2028}', '\u{202e}']));
    }
    assert!(typescript.lines().filter(|line| line.contains("/**")).all(|line| line.ends_with(" */")));
    assert!(typescript.matches("*/").count() == typescript.matches("/**").count());
}

#[test]
fn files_speak_the_language_of_the_blueprint() {
    let blueprint = largest_in_german();
    for format in FORMATS {
        let text = text(&blueprint, format);

        for key in DATABASE.keys(Language::En) {
            let (english, german) = (DATABASE.get(Language::En, key), DATABASE.get(Language::De, key));
            let is_a_sentence = english.contains(' ') && !english.contains('{') && english != german;
            assert!(!is_a_sentence || !text.contains(english), "{format:?}: {english}");
        }
    }
}

#[test]
fn types_read_the_sample_rows_and_write_them_back() {
    let schema = json(&frozen_middling(), ArtifactFormat::JsonSchema);
    let rows = |(key, table): (&String, &Value)| {
        let pointer = table["items"]["$ref"].as_str().unwrap().trim_start_matches('#');
        (key.clone(), schema.pointer(pointer).unwrap()["examples"].clone())
    };
    let data: Value = schema["properties"].as_object().unwrap().iter().map(rows).collect();

    let read: middling_types::Data = serde_json::from_value(data.clone()).unwrap();

    assert_eq!(read.sitzungen.len(), 3);
    assert_eq!(with_fractions(serde_json::to_value(read).unwrap()), with_fractions(data));
}

/// Every number with a point, for 4 and 4.0 are the same.
fn with_fractions(json: Value) -> Value {
    match json {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(with_fractions).collect(),
        Value::Object(object) => {
            object.into_iter().map(|(key, value)| (key, with_fractions(value))).collect()
        }
        other => other,
    }
}

#[test]
fn rust_types_look_like_this() {
    let types = text(&frozen_middling(), ArtifactFormat::RustTypes);

    insta::assert_binary_snapshot!("middling_types.rs", types.into_bytes());
}

#[test]
fn typescript_types_look_like_this() {
    insta::assert_snapshot!(text(&frozen_middling(), ArtifactFormat::TypescriptTypes));
}

#[test]
fn a_json_schema_looks_like_this() {
    insta::assert_snapshot!(text(&frozen_small(), ArtifactFormat::JsonSchema));
}

#[test]
fn a_service_looks_like_this() {
    insta::assert_snapshot!(text(&frozen_small(), ArtifactFormat::Openapi));
}

#[test]
fn diagrams_look_like_this() {
    insta::assert_snapshot!("mermaid", text(&frozen_middling(), ArtifactFormat::Mermaid));
    insta::assert_snapshot!("svg", text(&frozen_middling(), ArtifactFormat::DiagramSvg));
}
