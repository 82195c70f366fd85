//! What holds for every design: sampled over all answers, and for all pairs of answers.

#![cfg(test)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::answers::{
    Answers, ColorScheme, Complexity, Customization, ExtraField, ExtraFieldKind, Feature, Priority, TeamSize,
    from_link, read_legacy, to_link,
};
use shared::blueprint::{Blueprint, Cause, CellValue, Field, FieldKind, Reason};
use shared::design::design;
use shared::platform::Platform;
use shared::validate::{structure, validate};
use shared::words::Language;

/// The fields that no answer takes from Sessions.
const ALWAYS: [&str; 10] = [
    "title",
    "platform",
    "status",
    "created",
    "updated",
    "summary",
    "key_insights",
    "action_items",
    "follow_up_date",
    "notes",
];

fn answers() -> impl Strategy<Value = Answers> {
    let choice = (
        proptest::sample::select(Platform::ALL.to_vec()),
        proptest::sample::select(TeamSize::ALL.to_vec()),
        proptest::sample::select(Complexity::ALL.to_vec()),
    );
    let priorities = proptest::sample::subsequence(Priority::ALL.to_vec(), 1..=8);
    let features = proptest::sample::subsequence(Feature::ALL.to_vec(), 0..=8);
    (choice, priorities, features).prop_map(|((platform, team_size, complexity), priorities, features)| {
        Answers {
            platform,
            team_size,
            complexity,
            priorities,
            features,
            customization: Customization::default(),
        }
    })
}

/// Everything that holds for the design of any answers.
#[track_caller]
fn check(answers: &Answers) {
    let blueprint = design(answers);

    assert_sound(&blueprint, answers);
    assert_ids(&blueprint);
    assert_reasons(&blueprint, answers);
    assert_form(&blueprint, answers);
    assert_links_agree(&blueprint);
    assert_eq!(design(answers), blueprint, "the same answers gave another design");
    assert_translated(&blueprint, answers);
}

#[track_caller]
fn assert_sound(blueprint: &Blueprint, answers: &Answers) {
    assert_eq!(structure(blueprint), [], "structure of {answers:?}");
    assert_eq!(validate(blueprint, Some(answers.platform)), [], "problems of {answers:?}");
}

#[track_caller]
fn assert_ids(blueprint: &Blueprint) {
    let ids = ids(blueprint);
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "ids are used twice");
    for id in ids {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        assert!(id.len() <= shared::blueprint::ID_MAX && id.bytes().all(allowed), "`{id}` is no id");
    }
}

fn ids(blueprint: &Blueprint) -> Vec<String> {
    let mut ids = vec![blueprint.id.to_string()];
    for table in &blueprint.tables {
        ids.push(table.id.to_string());
        ids.extend(table.fields.iter().map(|field| field.id.to_string()));
        let options = table.fields.iter().flat_map(|field| field.kind.options());
        ids.extend(options.map(|option| option.id.to_string()));
        ids.extend(table.views.iter().map(|view| view.id.to_string()));
        ids.extend(table.sample_rows.iter().map(|row| row.id.to_string()));
    }
    ids.extend(blueprint.automations.iter().map(|automation| automation.id.to_string()));
    for dashboard in &blueprint.dashboards {
        ids.push(dashboard.id.to_string());
        ids.extend(dashboard.charts.iter().map(|chart| chart.id.to_string()));
    }
    ids
}

/// The reasons of all elements but the whole.
fn reasons(blueprint: &Blueprint) -> Vec<Option<&Reason>> {
    let mut reasons = Vec::new();
    for table in &blueprint.tables {
        reasons.push(table.reason.as_ref());
        reasons.extend(table.fields.iter().map(|field| field.reason.as_ref()));
        reasons.extend(table.views.iter().map(|view| view.reason.as_ref()));
    }
    reasons.extend(blueprint.automations.iter().map(|automation| automation.reason.as_ref()));
    for dashboard in &blueprint.dashboards {
        reasons.push(dashboard.reason.as_ref());
        reasons.extend(dashboard.charts.iter().map(|chart| chart.reason.as_ref()));
    }
    reasons
}

#[track_caller]
fn assert_reasons(blueprint: &Blueprint, answers: &Answers) {
    let reasons = reasons(blueprint);
    let mut named = BTreeSet::new();
    for reason in reasons {
        let reason = reason.expect("every element has a reason");
        assert!(!reason.asked_by.is_empty() && !reason.sentence.is_empty(), "{reason:?}");
        assert!(reason.asked_by.is_sorted(), "not strongest first: {reason:?}");
        named.extend(reason.asked_by.iter().copied());
    }
    let features = answers.features.iter().map(|feature| Cause::Feature(*feature));
    let priorities = answers.priorities.iter().map(|priority| Cause::Priority(*priority));
    let team = (answers.team_size != TeamSize::JustMe).then_some(Cause::TeamSize(answers.team_size));
    for cause in features.chain(priorities).chain(team) {
        assert!(named.contains(&cause), "{cause:?} put nothing into the design of {answers:?}");
    }
    for cause in named {
        let given = match cause {
            Cause::Feature(feature) => answers.features.contains(&feature),
            Cause::Priority(priority) => answers.priorities.contains(&priority),
            Cause::TeamSize(size) => answers.team_size == size,
            Cause::Complexity(complexity) => answers.complexity == complexity,
            Cause::Always | Cause::Customization => true,
        };
        assert!(given, "{cause:?} was never answered in {answers:?}");
    }
}

#[track_caller]
fn assert_form(blueprint: &Blueprint, answers: &Answers) {
    let most = match answers.complexity {
        Complexity::Simple => 2,
        Complexity::Moderate => 4,
        Complexity::Advanced => 7,
    };
    assert!(blueprint.tables.len() <= most, "{} tables for {answers:?}", blueprint.tables.len());
    for name in ALWAYS {
        let id = format!("fld_sessions_{name}").as_str().into();
        assert!(blueprint.field(&id).is_some(), "`{id}` is missing for {answers:?}");
    }
    let computed =
        blueprint.tables.iter().flat_map(|table| &table.fields).any(|field| field.kind.is_computed());
    assert_eq!(computed, answers.complexity == Complexity::Advanced, "rollups and formulas of {answers:?}");
}

/// Both sides of every relation name one another, and so do their cells.
#[track_caller]
fn assert_links_agree(blueprint: &Blueprint) {
    for table in &blueprint.tables {
        for field in &table.fields {
            let FieldKind::Relation { table: target, inverse: Some(inverse), .. } = &field.kind else {
                continue;
            };
            let (other_table, other) = blueprint.field(inverse).expect("the inverse is there");
            assert_eq!(other_table.id, *target, "{inverse} is not on {target}");
            assert!(
                matches!(&other.kind, FieldKind::Relation { inverse: Some(back), .. } if *back == field.id),
                "{inverse} does not point back at {}",
                field.id
            );
            for row in &table.sample_rows {
                for linked in row.cells.get(&field.id).map(CellValue::list).unwrap_or_default() {
                    let back =
                        other_table.row(&linked.as_str().into()).and_then(|row| row.cells.get(inverse));
                    let back = back.map(CellValue::list).unwrap_or_default();
                    assert!(back.contains(&row.id.to_string()), "{linked} does not link back to {}", row.id);
                }
            }
        }
    }
}

/// Another language gives other words, never other ids.
#[track_caller]
fn assert_translated(blueprint: &Blueprint, answers: &Answers) {
    let mut german = answers.clone();
    german.customization.language = Language::De;
    let german = design(&german);
    assert_sound(&german, answers);
    assert_eq!(ids(&german)[1..], ids(blueprint)[1..], "ids changed with the language");
    let kinds = |blueprint: &Blueprint| {
        let fields = blueprint.tables.iter().flat_map(|table| &table.fields);
        fields.map(|field: &Field| field.kind.name()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&german), kinds(blueprint));
    assert_ne!(german.name, blueprint.name);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn every_design_is_sound(answers in answers()) {
        check(&answers);
    }

    #[test]
    fn the_order_of_answers_changes_nothing(answers in answers()) {
        let mut turned = answers.clone();
        turned.priorities.reverse();
        turned.features.reverse();

        prop_assert_eq!(design(&turned), design(&answers));
    }

    #[test]
    fn no_text_breaks_the_readers(text in ".{0,80}", tail in "[a-z0-9_.{}\":%=-]{0,60}") {
        for text in [text.clone(), tail.clone(), format!("1.notion.just_me.simple.01.00.{tail}")] {
            if let Ok(answers) = from_link(&text) {
                prop_assert_eq!(from_link(&to_link(&answers)), Ok(answers));
            }
            let _ = read_legacy(&text);
        }
        let _ = read_legacy(&format!("?config={tail}%"));
    }

    #[test]
    fn extra_fields_always_find_a_free_name(names in proptest::collection::vec("[a-cA-C ()2]{1,60}", 0..=12)) {
        let extra_fields = names.into_iter().filter(|name| !name.trim().is_empty());
        let extra_fields = extra_fields.map(|name| ExtraField { name, kind: ExtraFieldKind::Text }).collect();
        let customization = Customization { extra_fields, ..Customization::default() };
        let answers = Answers { priorities: vec![Priority::Search], customization, ..least() };

        check(&answers);
        let mut names = BTreeSet::new();
        for field in &design(&answers).tables[0].fields {
            prop_assert!(names.insert(field.name.to_lowercase()), "{} is there twice", field.name);
            prop_assert!(field.name.chars().count() <= 60);
        }
    }

    #[test]
    fn answers_survive_their_link(answers in answers()) {
        prop_assert_eq!(from_link(&to_link(&answers)), Ok(answers));
    }
}

/// One answer to one question.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Choice {
    Platform(Platform),
    TeamSize(TeamSize),
    Complexity(Complexity),
    Priority(Priority),
    Feature(Feature),
}

fn choices() -> Vec<Choice> {
    let platforms = Platform::ALL.map(Choice::Platform);
    let sizes = TeamSize::ALL.map(Choice::TeamSize);
    let complexities = Complexity::ALL.map(Choice::Complexity);
    let priorities = Priority::ALL.map(Choice::Priority);
    let features = Feature::ALL.map(Choice::Feature);
    [&platforms[..], &sizes, &complexities, &priorities, &features].concat()
}

fn choose(answers: &mut Answers, choice: Choice) {
    match choice {
        Choice::Platform(platform) => answers.platform = platform,
        Choice::TeamSize(size) => answers.team_size = size,
        Choice::Complexity(complexity) => answers.complexity = complexity,
        Choice::Priority(priority) => answers.priorities.push(priority),
        Choice::Feature(feature) => answers.features.push(feature),
    }
}

fn least() -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: Vec::new(),
        features: Vec::new(),
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

#[test]
fn every_pair_of_answers_gives_a_sound_design() {
    let choices = choices();
    for (at, first) in choices.iter().enumerate() {
        for second in &choices[at..] {
            let mut answers = least();
            choose(&mut answers, *first);
            if second != first {
                choose(&mut answers, *second);
            }
            if answers.priorities.is_empty() {
                answers.priorities.push(Priority::Search);
            }
            check(&answers);
        }
    }
}

#[test]
fn everything_in_every_form_and_scheme_is_sound() {
    for complexity in Complexity::ALL {
        for color_scheme in [ColorScheme::Vivid, ColorScheme::Calm, ColorScheme::Mono] {
            let customization = Customization { color_scheme, ..Customization::default() };
            check(&Answers {
                team_size: TeamSize::OverTwenty,
                priorities: Priority::ALL.to_vec(),
                features: Feature::ALL.to_vec(),
                complexity,
                customization,
                ..least()
            });
        }
    }
}

/// Every word a person reads was written by somebody: none is the key it is kept under.
#[test]
fn no_text_is_a_bare_key() {
    let mut answers = Answers { team_size: TeamSize::OverTwenty, features: Feature::ALL.to_vec(), ..least() };
    answers.priorities =
        Priority::ALL.into_iter().filter(|priority| *priority != Priority::Simplicity).collect();
    for complexity in Complexity::ALL {
        answers.complexity = complexity;
        let blueprint = serde_json::to_value(design(&answers)).unwrap();
        assert_written("#", &blueprint);
        answers.features.retain(|feature| *feature != Feature::Projects);
        assert_written("#", &serde_json::to_value(design(&answers)).unwrap());
    }
}

#[track_caller]
fn assert_written(pointer: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Object(object) => {
            for (key, value) in object {
                assert_written(&format!("{pointer}/{key}"), value);
                let read = ["name", "description", "sentence", "message"].contains(&key.as_str());
                if let (true, Some(text)) = (read, value.as_str()) {
                    let bare = !text.contains(' ') && (text.contains('_') || text.contains(".name"));
                    let bare = bare || text.contains(['{', '}']);
                    assert!(!bare && !text.is_empty(), "`{text}` at {pointer}/{key}");
                }
            }
        }
        serde_json::Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                assert_written(&format!("{pointer}/{at}"), item);
            }
        }
        _ => {}
    }
}
