//! How configurations travel: files, links, backups.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::*;
use crate::answers::{Complexity, Customization, Feature, Priority, TeamSize, to_link};
use crate::blueprint::fixture::{set, small, small_json};
use crate::operation::BlueprintProperty;
use crate::operation::history::Origin;
use crate::words::Language;

const OLD: &str = r#"{"platform":"sheets","priorities":["organization"],"features":["tags","teleport"],"teamSize":"2-5 people"}"#;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000 + second, 0).unwrap()
}

fn rename(name: &str) -> Entry {
    let set = BlueprintProperty::Name(name.to_owned());
    let stamp = Stamp {
        id: name.into(),
        at: at(1),
        origin: Origin::Import,
        language: Language::En,
        label: Some(name.to_owned()),
    };
    Entry::new(stamp, Act::Do { operations: vec![Operation::EditBlueprint { set }] })
}

fn configuration(id: &str) -> Configuration {
    let mut configuration = Configuration::new(id.into(), Platform::Notion, None, small());
    configuration.perform(&rename("Chats")).unwrap();
    configuration
}

fn saved(id: &str) -> Saved {
    let configuration = configuration(id);
    Saved { summary: configuration.summary(at(1), at(2)), configuration }
}

fn backup() -> Backup {
    let mut away = saved("cfg_b");
    away.summary.deleted_at = Some(at(3));
    Backup { made_at: at(9), configurations: vec![saved("cfg_a"), away] }
}

fn answers() -> Answers {
    Answers {
        platform: Platform::Coda,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Search],
        features: vec![Feature::Tags],
        complexity: Complexity::Simple,
        customization: Customization::default(),
    }
}

#[track_caller]
fn read(text: &str) -> Import {
    read_import(text, Language::En).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn refused(text: &str, code: &str, sentence: &str) {
    let error = read_import(text, Language::En).expect_err("should be refused");
    assert_eq!(error.code(), code, "{error}");
    assert!(error.to_string().contains(sentence), "{error}");
    assert!(ImportError::CODES.contains(&code));
}

#[test]
fn every_file_of_ours_is_known_by_its_content() {
    let json = serde_json::to_string_pretty(&small()).unwrap();
    assert_eq!(read(&json), Import::Blueprint(small()));
    assert_eq!(read(&format!("\u{feff}\n{json}\r\n")), Import::Blueprint(small()));
    assert_eq!(read(&write_backup(&backup())), Import::Backup(backup()));
    let own = Import::Answers { answers: answers(), ignored: Vec::new() };
    assert_eq!(read(&serde_json::to_string(&answers()).unwrap()), own);
    let link = to_link(&answers());
    for text in [link.clone(), format!("https://example.com/system/overview#{link}\n")] {
        assert_eq!(read(&text), own);
    }
    let share = to_share(Platform::Coda, &small()).unwrap();
    let shared = Shared { platform: Platform::Coda, blueprint: small() };
    assert_eq!(read(&format!("https://example.com{SHARE_PATH}#{share}")), Import::Shared(shared));
}

#[test]
fn configurations_of_the_previous_product_are_taken_with_what_was_left_out() {
    for text in [OLD.to_owned(), format!("https://example.com/?config={}", URL_SAFE_NO_PAD.encode(OLD))] {
        let Import::Answers { answers, ignored } = read(&text) else { panic!("no answers") };
        assert_eq!((answers.platform, answers.team_size), (Platform::GoogleSheets, TeamSize::TwoToFive));
        assert_eq!(ignored.first().map(|it| it.pointer.as_str()), Some("#/features/1"));
    }
}

#[test]
fn what_cannot_be_taken_says_where_and_why() {
    let with = |pointer: &str, value| {
        let mut json = small_json();
        set(&mut json, pointer, value);
        json.to_string()
    };
    refused("", "empty", "choose the file again");
    refused("\u{feff} \n", "empty", "");
    refused("{\n  \"tables\": [,]\n}", "not_json", "line 2, column 14");
    refused("{\"tables\": []} more", "not_json", "line 1");
    refused(&format!("[{}", "[".repeat(100_000)), "not_json", "");
    refused("[]", "unknown", "saved here");
    refused("\"text\"", "unknown", "");
    refused("{}", "unknown", "");
    refused("{\"name\": \"package\", \"version\": \"1.0.0\"}", "unknown", "");
    refused("Dear all, this is a letter.", "unknown", "");
    refused("PK\u{3}\u{4}\u{fffd}\u{fffd}", "unknown", "");
    refused(&with("/schema_version", json!(7)), "too_new", "newer version (7)");
    refused(&with("/tables/0/nam", json!("x")), "form", "`#/tables/0/nam`: unknown field");
    refused(&with("/tables/1/id", json!("tbl_sessions")), "structure", "`#/tables/");
    refused("1.notion.just_me", "link", "3 parts");
    refused("9.notion.just_me.moderate.03.81", "too_new", "version `9`");
    refused("{\"platform\": \"Lotus Notes\", \"priorities\": []}", "legacy", "`#/platform`");
    let many =
        json!({"platform": "notion", "team_size": "just_me", "complexity": "simple", "priorities": []});
    refused(&many.to_string(), "form", "`#/priorities`");
}

const YAML: &str = "# Chats of a team
schema_version: 1
id: bp_small
name: Chats
tables:
  - id: tbl_chats
    name: Chats
    fields:
      - {id: fld_title, name: Title, kind: {type: title}}
      - id: fld_day
        name: Day
        kind:
          type: date
    sample_rows:
      - id: row_a
        cells:
          fld_title: 'One: more'
          fld_day: 2026-03-20
";

#[test]
fn yaml_says_the_same_as_json() {
    assert_eq!(read(&format!("---\n{}", small_json())), Import::Blueprint(small()));
    let Import::Blueprint(blueprint) = read(YAML) else { panic!("no blueprint") };
    let cells = &blueprint.tables[0].sample_rows[0].cells;
    assert_eq!(cells[&"fld_day".into()].text(), Some("2026-03-20"));
    assert_eq!(cells[&"fld_title".into()].text(), Some("One: more"));
    let Import::Answers { .. } =
        read("platform: notion\nteam_size: just_me\npriorities: [search]\ncomplexity: simple\n")
    else {
        panic!("no answers")
    };
}

#[test]
fn yaml_that_cannot_be_taken_says_where_and_why() {
    refused(&YAML.replace("name: Chats\ntables", "name: *chats\ntables"), "not_yaml", "line 4, column 7");
    refused(&YAML.replace("type: date", "type: !date date"), "not_yaml", "tags");
    refused(
        &YAML.replace("        name: Day\n", "        name: Day\n        name: Day\n"),
        "not_yaml",
        "twice",
    );
    refused(&YAML.replace("2026-03-20", ".nan"), "not_yaml", "line 18, column 20");
    refused(&YAML.replace("type: date", "type: [date"), "not_yaml", "");
    refused(&YAML.replace("type: date", "type: dates"), "form", "(13:");
    refused(&YAML.replace("fld_day\n", "fld_title\n"), "structure", "(10:");
    refused("title: A letter\nto: everybody\n", "unknown", "");
    let laughs: String = (1..30).map(|at| format!("a{at}: &a{at} [*a{0}, *a{0}]\n", at - 1)).collect();
    refused(&format!("a0: &a0 [lol]\n{laughs}"), "not_yaml", "aliases");
    let deep: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    refused(&deep, "not_yaml", "");
}

#[test]
fn a_backup_is_read_as_it_was() {
    let text = write_backup(&backup());
    let Import::Backup(read) = read(&text) else { panic!("no backup") };
    assert_eq!(write_backup(&read), text);
    assert!(read.configurations[0].configuration.history().can_undo());
    assert_eq!(read.configurations[1].summary.deleted_at, Some(at(3)));
    let empty = Backup { made_at: at(1), configurations: Vec::new() };
    assert_eq!(self::read(&write_backup(&empty)), Import::Backup(empty));
}

#[test]
fn a_backup_that_is_not_what_was_saved_is_refused_whole() {
    let text = write_backup(&backup());
    refused(&text.replacen("Chats", "Chets", 1), "changed", "nothing of it is taken");
    refused(&text.replacen("\"csmb_backup\":1", "\"csmb_backup\":2", 1), "too_new", "(2)");
    refused(text.split_at(text.len() / 2).0, "not_json", "");
    refused("{\"csmb_backup\": 1}", "form", "missing field");
    let twice = Backup { made_at: at(9), configurations: vec![saved("cfg_a"), saved("cfg_a")] };
    refused(&write_backup(&twice), "twice", "`Chats` is twice");
}

#[test]
fn what_is_in_a_backup_is_compared_with_what_is_here() {
    let it = saved("cfg_a");
    let mut other = configuration("cfg_a");
    other.perform(&rename("Other")).unwrap();
    let here = configuration("cfg_a");
    assert_eq!(it.standing(None), Standing::New);
    assert_eq!(it.standing(Some((&here, false))), Standing::Same);
    assert_eq!(it.standing(Some((&here, true))), Standing::PutAway);
    assert!(matches!(it.standing(Some((&other, false))), Standing::Differs(_)));
    let away = &backup().configurations[1];
    assert_eq!(away.standing(Some((&here, true))), Standing::Same);
}

#[test]
fn all_of_a_configuration_is_compared() {
    let differs = |here: &Configuration| match saved("cfg_a").standing(Some((here, false))) {
        Standing::Differs(differences) => differences,
        other => panic!("{other:?}"),
    };
    let acted = |acts: Vec<Act>| {
        let mut here = configuration("cfg_a");
        for (second, act) in acts.into_iter().enumerate() {
            let stamp = Stamp { id: format!("step_{second}").as_str().into(), ..rename("x").stamp };
            here.perform(&Entry::new(stamp, act)).unwrap();
        }
        here
    };
    let back = vec![rename("Other").act, Act::Undo { step: None }];

    let longer = differs(&acted(back));
    assert_eq!(longer.parts, [Part::History], "the blueprint is the same again");
    assert_eq!((longer.here.steps, longer.saved.steps), (3, 1));
    let named = differs(&acted(vec![Act::Checkpoint { name: "Before".to_owned() }]));
    assert_eq!((&named.parts[..], named.here.checkpoints), (&[Part::Checkpoints][..], 1));
    let platform = differs(&acted(vec![Act::SetPlatform { platform: Platform::Trello }]));
    assert_eq!(platform.parts, [Part::Platform]);
    let mut designed = Configuration::new("cfg_a".into(), Platform::Notion, Some(answers()), small());
    designed.perform(&rename("Chats")).unwrap();
    assert_eq!(differs(&designed).parts, [Part::Answers]);
    assert_eq!(differs(&acted(vec![rename("Other").act])).parts, [Part::Blueprint, Part::History]);
}

#[test]
fn one_that_moves_keeps_its_history() {
    let moved = configuration("cfg_a").moved_as("cfg_c".into(), &rename("Chats (backup)")).unwrap();
    assert_eq!((moved.id().as_str(), moved.blueprint().name.as_str()), ("cfg_c", "Chats (backup)"));
    assert_eq!((moved.version(), moved.history().steps().len()), (2, 2));
    assert_eq!(Configuration::read(&moved.store()).unwrap().store(), moved.store());
}

#[test]
fn a_share_is_read_as_it_was_written() {
    let share = to_share(Platform::Trello, &small()).unwrap();
    assert!(share.len() < 6_000, "{}", share.len());
    let shared = read_share(&format!("#{share}"), Language::En).unwrap();
    assert_eq!(shared, Shared { platform: Platform::Trello, blueprint: small() });
}

#[test]
fn what_is_too_large_for_a_link_gets_none() {
    let mut blueprint = small();
    // Text that no compression makes short.
    let mut seed = 7_u32;
    blueprint.description = (0..40_000)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'!' + (seed >> 24) as u8 % 90)
        })
        .collect();
    assert_eq!(to_share(Platform::Notion, &blueprint), None);
}

#[test]
fn cut_and_hostile_shares_are_refused() {
    use std::io::Write as _;

    let share = to_share(Platform::Trello, &small()).unwrap();
    let refused = |fragment: &str| read_share(fragment, Language::En).expect_err("should be refused").code();
    for end in [0, 1, 2, 40, share.len() / 2, share.len() - 4, share.len() - 1] {
        assert_eq!(refused(share.get(..end).unwrap()), "cut", "{end}");
    }
    assert_eq!(refused(&share.replacen("1.", "2.", 1)), "too_new");
    assert_eq!(refused(&share.replacen("1.", "x.", 1)), "cut");
    assert_eq!(refused("1.~~~~"), "cut");
    assert_eq!(refused(&format!("1.{}", "A".repeat(SHARE_MAX))), "cut");
    let pack = |bytes: &[u8]| {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        format!("1.{}", URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()))
    };
    assert_eq!(refused(&pack(&vec![b' '; 9 * 1024 * 1024])), "too_large");
    assert_eq!(refused(&pack(b"[]")), "form");
    assert_eq!(refused(&pack(b"{\"platform\":\"notion\",\"blueprint\":{}}")), "form");
    assert_eq!(refused(&pack(&[0xff, 0xfe])), "cut");
}

#[test]
fn one_put_away_goes_for_good_after_thirty_days() {
    let mut summary = saved("cfg_a").summary;
    let now = at(0) + TimeDelta::days(PUT_AWAY_DAYS);
    assert!(!summary.is_expired(now));
    summary.deleted_at = Some(at(0));
    assert!(!summary.is_expired(now));
    assert!(summary.is_expired(now + TimeDelta::seconds(1)));
}
