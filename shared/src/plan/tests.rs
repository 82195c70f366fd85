use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::*;
use crate::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
use crate::blueprint::{Field, FieldKind, SelectOption, Table};
use crate::design::design;
use crate::words::Language;

const PRIORITIES: [Priority; 8] = [
    Priority::Organization,
    Priority::Search,
    Priority::Analytics,
    Priority::Collaboration,
    Priority::Automation,
    Priority::Simplicity,
    Priority::Portability,
    Priority::Integration,
];

const FEATURES: [Feature; 8] = [
    Feature::Tags,
    Feature::Projects,
    Feature::Timeline,
    Feature::Templates,
    Feature::Reminders,
    Feature::Exports,
    Feature::Dashboard,
    Feature::Archive,
];

/// What people who want little, something and everything answer.
fn answers() -> [Answers; 3] {
    let of = |priorities: &[Priority], features: &[Feature], team_size, complexity| Answers {
        platform: Platform::Notion,
        team_size,
        priorities: priorities.to_vec(),
        features: features.to_vec(),
        complexity,
        customization: Customization::default(),
    };
    let some = [Feature::Projects, Feature::Timeline, Feature::Dashboard, Feature::Reminders];
    [
        of(&[Priority::Simplicity], &[], TeamSize::JustMe, Complexity::Simple),
        of(&[Priority::Organization, Priority::Analytics], &some, TeamSize::TwoToFive, Complexity::Moderate),
        of(&PRIORITIES, &FEATURES, TeamSize::OverTwenty, Complexity::Advanced),
    ]
}

fn largest() -> Blueprint {
    design(&answers()[2])
}

fn planned(blueprint: &Blueprint, platform: Platform) -> Plan {
    plan(blueprint, &Target { platform }, &State::default())
}

#[track_caller]
fn for_each(check: impl Fn(&Blueprint, &Plan)) {
    for answers in answers() {
        let blueprint = design(&answers);
        for platform in Platform::ALL {
            check(&blueprint, &planned(&blueprint, platform));
        }
    }
}

/// Everything in the document, by a walk over its JSON that shares nothing with the plan's own.
fn pointers(blueprint: &Blueprint) -> BTreeMap<String, String> {
    let document = serde_json::to_value(blueprint).unwrap();
    let mut found = BTreeMap::new();
    let items = |list: &serde_json::Value| list.as_array().cloned().unwrap_or_default();
    let mut note = |pointer: String, item: &serde_json::Value| {
        found.insert(pointer, item["id"].as_str().unwrap().to_owned());
    };
    for (list, inner) in [
        ("tables", &["fields", "views", "sample_rows"][..]),
        ("automations", &[]),
        ("dashboards", &["charts"]),
    ] {
        for (position, item) in items(&document[list]).iter().enumerate() {
            let pointer = format!("#/{list}/{position}");
            for inner in inner {
                for (position, item) in items(&item[inner]).iter().enumerate() {
                    note(format!("{pointer}/{inner}/{position}"), item);
                }
            }
            note(pointer, item);
        }
    }
    found
}

fn elements(plan: &Plan) -> impl Iterator<Item = &Element> {
    plan.exact.iter().chain(plan.adaptations.iter().map(|adaptation| &adaptation.element))
}

#[test]
fn nothing_disappears_and_nothing_ends_twice() {
    for_each(|blueprint, plan| {
        let ended: Vec<_> =
            elements(plan).map(|element| (element.pointer.clone(), element.id.clone())).collect();
        assert_eq!(ended.len(), pointers(blueprint).len(), "{}", plan.platform);
        assert_eq!(BTreeMap::from_iter(ended), pointers(blueprint), "{}", plan.platform);
    });
}

#[test]
fn every_element_but_the_impossible_is_in_exactly_one_step() {
    for_each(|_, plan| {
        let mut made: Vec<_> = plan.steps.iter().flat_map(|step| &step.elements).cloned().collect();
        let impossible = |adaptation: &&Adaptation| adaptation.outcome != SupportLevel::Impossible;
        let possible = plan.adaptations.iter().filter(impossible).map(|adaptation| &adaptation.element);
        let mut expected: Vec<_> = plan.exact.iter().chain(possible).cloned().collect();
        made.sort();
        expected.sort();
        assert_eq!(made, expected, "{}", plan.platform);
    });
}

#[test]
fn a_step_is_either_the_apps_or_a_persons() {
    for_each(|_, plan| {
        let by_hand: BTreeSet<_> = plan
            .adaptations
            .iter()
            .filter(|adaptation| adaptation.outcome == SupportLevel::Manual)
            .map(|adaptation| &adaptation.element.pointer)
            .collect();
        for step in &plan.steps {
            for element in &step.elements {
                let person = step.by == Actor::Person;
                assert_eq!(by_hand.contains(&element.pointer), person, "{} {}", plan.platform, step.id);
            }
        }
    });
}

#[test]
fn steps_come_in_the_order_in_which_they_work() {
    for_each(|blueprint, plan| {
        let actions: Vec<_> = plan.steps.iter().map(|step| step.action).collect();
        assert!(actions.is_sorted(), "{}: {actions:?}", plan.platform);
        let made_at: BTreeMap<_, _> = plan
            .steps
            .iter()
            .enumerate()
            .flat_map(|(position, step)| {
                step.elements.iter().map(move |element| (element.id.as_str(), position))
            })
            .collect();
        for field in blueprint.tables.iter().flat_map(|table| &table.fields) {
            let Some(made) = made_at.get(field.id.as_str()) else { continue };
            for read in read_by(blueprint, field) {
                let before = made_at.get(read.as_str()).is_none_or(|position| position < made);
                assert!(before, "{}: `{}` is made before `{read}`", plan.platform, field.id);
            }
        }
    });
}

/// Ids of what must exist before a field.
fn read_by(blueprint: &Blueprint, field: &Field) -> Vec<String> {
    match &field.kind {
        FieldKind::Relation { table, .. } => {
            vec![table.to_string(), blueprint.field(&field.id).unwrap().0.id.to_string()]
        }
        FieldKind::Rollup { relation, field, .. } => {
            std::iter::once(relation).chain(field).map(ToString::to_string).collect()
        }
        FieldKind::Formula { expression } => {
            expression.split('{').skip(1).map(|part| part.split('}').next().unwrap().to_owned()).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_step_says_how_it_is_done_by_hand() {
    for_each(|_, plan| {
        let ids: BTreeSet<_> = plan.steps.iter().map(|step| &step.id).collect();
        assert_eq!(ids.len(), plan.steps.len(), "{}: step ids repeat", plan.platform);
        for step in &plan.steps {
            assert!(!step.instructions.is_empty(), "{} {}", plan.platform, step.id);
            for text in step.instructions.iter().chain([&step.title]) {
                assert!(
                    !text.is_empty() && !text.contains("click."),
                    "{} {}: {text}",
                    plan.platform,
                    step.id
                );
            }
        }
    });
}

#[test]
fn no_sentence_keeps_a_placeholder() {
    let placeholders =
        ["{name}", "{native}", "{platform}", "{table}", "{term}", "{field}", "{count}", "{inverse}"];
    for_each(|_, plan| {
        let sentences = plan.adaptations.iter().map(|adaptation| &adaptation.sentence);
        for text in sentences.chain(plan.steps.iter().flat_map(|step| &step.instructions)) {
            assert!(!placeholders.iter().any(|name| text.contains(name)), "{}: {text}", plan.platform);
            assert!(!text.contains("“”") && !text.contains("  "), "{}: {text}", plan.platform);
        }
    });
}

#[test]
fn a_table_step_lists_every_field_with_its_options_and_description() {
    for_each(|blueprint, plan| {
        for step in plan.steps.iter().filter(|step| step.action == StepAction::CreateTable) {
            for element in step.elements.iter().filter(|element| element.kind == ElementKind::Field) {
                let (_, field) = blueprint.field(&element.id.as_str().into()).unwrap();
                let start = format!("“{}”: ", field.name);
                let line = step.instructions.iter().find(|line| line.starts_with(&start)).unwrap();
                assert!(line.contains(&field.description), "{line}");
                assert!(field.kind.options().iter().all(|option| line.contains(&option.name)), "{line}");
                assert!(!field.required || line.contains("required"), "{line}");
            }
        }
    });
}

#[test]
fn what_is_adapted_says_what_it_becomes_and_what_is_impossible_says_why() {
    for_each(|_, plan| {
        for Adaptation { element, outcome, native, sentence } in &plan.adaptations {
            assert_ne!(*outcome, SupportLevel::Exact);
            assert!(!sentence.is_empty(), "{} {}", plan.platform, element.id);
            assert_eq!(
                native.is_empty(),
                *outcome == SupportLevel::Impossible,
                "{} {}",
                plan.platform,
                element.id
            );
        }
    });
}

#[test]
fn the_same_blueprint_gives_the_same_plan_and_another_one_another_digest() {
    let blueprint = largest();
    let mut digests = BTreeSet::new();
    for platform in Platform::ALL {
        let plan = planned(&blueprint, platform);
        assert_eq!(plan, planned(&blueprint, platform));
        assert_eq!(plan.digest.len(), 64);
        digests.insert(plan.digest);
    }
    let mut renamed = blueprint.clone();
    renamed.tables[0].fields[1].name.push('!');
    digests.insert(planned(&renamed, Platform::Notion).digest);
    assert_eq!(digests.len(), Platform::ALL.len() + 1);
}

#[test]
fn the_app_itself_takes_the_largest_design_as_it_is() {
    assert_eq!(planned(&largest(), Platform::Builtin).adaptations, []);
}

#[test]
fn a_german_plan_has_the_same_steps_in_german() {
    let english = largest();
    let mut answers = answers()[2].clone();
    answers.customization.language = Language::De;
    let german = design(&answers);
    for platform in Platform::ALL {
        let (english, german) = (planned(&english, platform), planned(&german, platform));
        let ids = |plan: &Plan| plan.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&english), ids(&german));
        let ended = |plan: &Plan| {
            plan.adaptations.iter().map(|one| (one.element.id.clone(), one.outcome)).collect::<Vec<_>>()
        };
        assert_eq!(ended(&english), ended(&german));
        for (english, german) in english.steps.iter().zip(&german.steps) {
            assert_ne!(english.instructions, german.instructions, "{platform} {}", english.id);
        }
        for text in german.adaptations.iter().map(|one| &one.sentence) {
            assert!(text.contains('„'), "{platform}: {text}");
        }
    }
}

#[test]
fn an_inverse_that_appears_by_itself_is_made_in_the_step_of_its_first_side() {
    let blueprint = largest();
    let pairs = blueprint.tables.iter().flat_map(|table| &table.fields).filter(
        |field| matches!(&field.kind, FieldKind::Relation { inverse: Some(inverse), .. } if *inverse != field.id),
    );
    assert!(pairs.count() >= 2);
    let sides = |platform| {
        let plan = planned(&blueprint, platform);
        let relations = plan.steps.into_iter().filter(|step| step.action == StepAction::CreateRelation);
        relations.map(|step| step.elements.len()).max().unwrap()
    };
    assert_eq!((sides(Platform::Airtable), sides(Platform::GoogleSheets)), (2, 1));
}

#[test]
fn fields_beyond_what_a_platform_holds_are_adapted_with_a_sentence() {
    let mut blueprint = largest();
    let text = |number| Field {
        id: format!("fld_extra_{number}").as_str().into(),
        name: format!("Extra {number}"),
        description: String::new(),
        required: false,
        kind: FieldKind::Text,
        reason: None,
    };
    blueprint.tables[0].fields.extend((1..=60).map(text));
    let plan = planned(&blueprint, Platform::Trello);
    let last = plan.adaptations.iter().find(|one| one.element.id == "fld_extra_60").unwrap();
    assert_eq!((last.outcome, last.native.as_str()), (SupportLevel::Adapted, "Line in the description"));
    assert!(last.sentence.contains("50"), "{}", last.sentence);
    assert!(plan.exact.iter().any(|element| element.id == "fld_extra_1"));
}

#[test]
fn options_beyond_what_a_platform_holds_and_names_it_refuses_are_said() {
    let option = |name: String| SelectOption { id: "opt_x".into(), name, color: Default::default() };
    let mut blueprint = largest();
    let field =
        blueprint.tables[0].fields.iter_mut().find(|field| field.id.as_str().ends_with("platform")).unwrap();
    let options = (0..51).map(|number| option(format!("A, {number}"))).collect();
    field.kind = FieldKind::Select { options };
    let id = field.id.to_string();
    let sentence = |platform| {
        let plan = planned(&blueprint, platform);
        plan.adaptations
            .into_iter()
            .find(|one| one.element.id == id)
            .map(|one| one.sentence)
            .unwrap_or_default()
    };
    assert!(sentence(Platform::Trello).contains("51 options"), "{}", sentence(Platform::Trello));
    assert!(sentence(Platform::Notion).contains("A 0; A 1"), "{}", sentence(Platform::Notion));
    assert_eq!(sentence(Platform::Builtin), "");
}

#[test]
fn a_table_whose_name_a_platform_refuses_gets_one_that_fits() {
    let mut blueprint = largest();
    blueprint.tables[0].name = "Sessions: all of those that we ever had".into();
    let plan = planned(&blueprint, Platform::Excel);
    let table = plan.adaptations.iter().find(|one| one.element.pointer == "#/tables/0").unwrap();
    assert!(table.sentence.contains("“Sessions all of those that we e”"), "{}", table.sentence);
}

#[test]
fn a_person_builds_what_the_api_cannot_and_the_app_fills_it() {
    let plan = planned(&largest(), Platform::Coda);
    let by = |action| {
        plan.steps.iter().filter(|step| step.action == action).map(|step| step.by).collect::<BTreeSet<_>>()
    };
    assert_eq!(by(StepAction::CreateTable), BTreeSet::from([Actor::Person]));
    assert_eq!(by(StepAction::InsertRows), BTreeSet::from([Actor::App]));
}

#[test]
fn what_is_there_already_needs_no_step() {
    let blueprint = largest();
    let all: Vec<_> = pointers(&blueprint).into_values().chain([blueprint.id.to_string()]).collect();
    let there = |ids: &[String]| State {
        mapping: ids.iter().map(|id| (id.clone(), format!("remote-{id}"))).collect(),
        ..State::default()
    };
    let target = Target { platform: Platform::Notion };
    let done = plan(&blueprint, &target, &there(&all));
    assert!(done.is_empty());
    assert_eq!(done.summary(Language::En), "Nothing to do: everything is there already.");
    let but_one: Vec<_> = all.iter().filter(|id| *id != "fld_sessions_title").cloned().collect();
    let rest = plan(&blueprint, &target, &there(&but_one));
    let made: Vec<_> =
        rest.steps.iter().flat_map(|step| &step.elements).map(|element| element.id.as_str()).collect();
    assert_eq!(made, ["fld_sessions_title"]);
}

#[test]
fn two_sides_that_name_a_third_are_each_made_once() {
    let mut blueprint = largest();
    let relation = |id: &str, inverse: &str| Field {
        id: id.into(),
        name: id.to_owned(),
        description: String::new(),
        required: false,
        kind: FieldKind::Relation {
            table: blueprint.tables[0].id.clone(),
            cardinality: crate::blueprint::Cardinality::Many,
            inverse: Some(inverse.into()),
        },
        reason: None,
    };
    let extra = [relation("fld_a", "fld_b"), relation("fld_b", "fld_c"), relation("fld_c", "fld_b")];
    blueprint.tables[0].fields.extend(extra);
    for platform in Platform::ALL {
        let plan = planned(&blueprint, platform);
        for id in ["fld_a", "fld_b", "fld_c"] {
            let made = plan.steps.iter().flat_map(|step| &step.elements).filter(|element| element.id == id);
            assert_eq!(made.count(), 1, "{platform} {id}");
        }
    }
}

#[test]
fn an_empty_blueprint_has_nothing_to_do() {
    let mut blueprint = largest();
    blueprint.tables = Vec::<Table>::new();
    (blueprint.automations, blueprint.dashboards) = (Vec::new(), Vec::new());
    for platform in Platform::ALL {
        assert!(planned(&blueprint, platform).is_empty());
    }
}

fn readable(plan: &Plan) -> String {
    let mut text = format!("{}\n", plan.summary(Language::En));
    for step in &plan.steps {
        let _ = writeln!(text, "\n{} [{:?}] {}", step.id, step.by, step.title);
        for line in &step.instructions {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn adaptations(plan: &Plan) -> String {
    let line = |one: &Adaptation| {
        let native = if one.native.is_empty() { "" } else { " → " };
        format!("{:?} {}{native}{}\n    {}\n", one.outcome, one.element.id, one.native, one.sentence)
    };
    plan.adaptations.iter().map(line).collect()
}

#[test]
fn the_whole_plan_for_notion() {
    insta::assert_snapshot!(readable(&planned(&design(&answers()[1]), Platform::Notion)));
}

#[test]
fn what_trello_does_instead() {
    insta::assert_snapshot!(adaptations(&planned(&largest(), Platform::Trello)));
}

#[test]
fn what_linear_does_instead() {
    insta::assert_snapshot!(adaptations(&planned(&largest(), Platform::Linear)));
}

#[test]
fn parts_of_a_table_know_their_table() {
    let blueprint = largest();
    let plan = planned(&blueprint, Platform::Builtin);
    let table = |id: &str| {
        let element = plan.exact.iter().find(|element| element.id == id);
        element.and_then(|element| element.table(&blueprint)).map(|table| table.id.as_str())
    };

    assert_eq!(table("fld_projects_status"), Some("tbl_projects"));
    assert_eq!(table("viw_sessions_search"), Some("tbl_sessions"));
    assert_eq!(table("tbl_projects"), None);
}
