use chrono::DateTime;

use super::*;
use crate::blueprint::fixture::small;
use crate::operation::history::Origin;
use crate::operation::{BlueprintProperty, ElementId, FieldProperty};
use crate::words::Language;

fn stamp(id: usize) -> Stamp {
    Stamp {
        id: format!("step_{id}").as_str().into(),
        at: DateTime::from_timestamp(1_760_000_000 + id as i64, 0).unwrap(),
        origin: Origin::Me,
        language: Language::En,
        label: None,
    }
}

fn start() -> Configuration {
    Configuration::new("cfg_1".into(), Platform::Notion, None, small())
}

fn rename(name: &str) -> Act {
    let set = BlueprintProperty::Name(name.to_owned());
    Act::Do { operations: vec![Operation::EditBlueprint { set }] }
}

fn require(is_required: bool) -> Operation {
    let set = FieldProperty::Required(is_required);
    Operation::EditField { field: small().tables[0].fields[1].id.clone(), set }
}

/// Does `acts`, writing entries down as the client does; the entries as texts.
fn run(configuration: &mut Configuration, acts: Vec<Act>) -> Vec<String> {
    let mut written = Vec::new();
    for (at, act) in acts.into_iter().enumerate() {
        let (before, entry) = (configuration.version(), Entry::new(stamp(at), act));
        configuration.perform(&entry).unwrap();
        if configuration.version() > before {
            assert_eq!(configuration.version(), before + 1);
            written.push(serde_json::to_string(&entry).unwrap());
        }
    }
    written
}

fn replay(mut configuration: Configuration, written: &[String]) -> Configuration {
    for line in written {
        configuration.perform(&read_entry(line).unwrap()).unwrap();
    }
    configuration
}

#[test]
fn entries_done_again_lead_to_the_same() {
    let mut configuration = start();
    let acts = vec![
        rename("Chats"),
        Act::Checkpoint { name: "Before".to_owned() },
        Act::Do { operations: vec![Operation::remove(ElementId::View("viw_sessions_all".into()))] },
        Act::Undo { step: None },
        Act::Redo { step: None },
        Act::Redo { step: None },
        rename("Chats"),
        Act::SetPlatform { platform: Platform::Airtable },
        Act::RestoreCheckpoint { name: "Before".to_owned() },
        Act::Restore { step: "step_0".into() },
        Act::ForgetCheckpoint { name: "Before".to_owned() },
        Act::ForgetCheckpoint { name: "Before".to_owned() },
    ];
    let first = configuration.blueprint().tables[0].views[0].id.clone();
    let acts = acts.into_iter().map(|act| match act {
        Act::Do { operations } if matches!(operations[0], Operation::Remove { .. }) => {
            Act::Do { operations: vec![Operation::remove(ElementId::View(first.clone()))] }
        }
        other => other,
    });

    let written = run(&mut configuration, acts.collect());

    assert_eq!(configuration.version() as usize, written.len());
    let again = replay(start(), &written);
    assert_eq!(again, configuration);
    assert_eq!(again.store(), configuration.store());
}

#[test]
fn what_was_told_in_one_language_stays_so() {
    let mut configuration = start();
    let mut written = Vec::new();
    for (at, act) in [
        rename("Chats"),
        Act::Undo { step: None },
        Act::Redo { step: None },
        Act::Restore { step: "step_0".into() },
    ]
    .into_iter()
    .enumerate()
    {
        let entry = Entry::new(Stamp { language: Language::De, ..stamp(at) }, act);
        let done = configuration.perform(&entry).unwrap();
        let told = entry.told_as(&done);
        let elsewhere = Stamp { language: Language::Ja, ..told.stamp };
        written.push(serde_json::to_string(&Entry { stamp: elsewhere, ..told }).unwrap());
    }

    assert_eq!(replay(start(), &written[..3]).store(), configuration.store());
}

#[test]
fn what_is_large_is_read_again() {
    let mut configuration = start();
    let long = "a".repeat(99_000);
    let (table, row) = (&small().tables[0], |at: usize| format!("row_large_{at}"));
    for at in 0..90 {
        let row = crate::blueprint::SampleRow {
            id: row(at).as_str().into(),
            cells: [(table.fields[0].id.clone(), long.as_str().into())].into(),
        };
        let add = Operation::add(crate::operation::Element::Row { table: table.id.clone(), row });
        run(&mut configuration, vec![Act::Do { operations: vec![add] }]);
    }

    let stored = configuration.store();
    assert!(stored.blueprint.len() > crate::blueprint::READ_MAX);
    assert_eq!(Configuration::read(&stored).unwrap().blueprint(), configuration.blueprint());
}

#[test]
fn what_changes_nothing_is_not_written_down() {
    let mut configuration = start();
    let name = configuration.blueprint().name.clone();

    let written =
        run(&mut configuration, vec![rename(&name), Act::Undo { step: None }, Act::Redo { step: None }]);

    assert_eq!((written.len(), configuration.version()), (0, 0));
}

#[test]
fn a_step_made_bit_by_bit_is_one_entry() {
    let mut configuration = start();
    configuration.begin(stamp(1));
    for name in ["C", "Ch", "Cha", "Chat"] {
        let set = BlueprintProperty::Name(name.to_owned());
        configuration.edit(Operation::EditBlueprint { set }).unwrap();
    }
    let entry = configuration.finish().unwrap();

    assert_eq!(configuration.blueprint().name, "Chat");
    let mut again = start();
    again.perform(&entry).unwrap();
    assert_eq!(again, configuration);
    configuration.perform(&Entry::new(stamp(2), Act::Undo { step: None })).unwrap();
    assert_eq!(*configuration.blueprint(), small());
}

#[test]
fn an_undo_that_names_its_step_means_it_wherever_it_comes_in() {
    let mut configuration = start();
    run(&mut configuration, vec![rename("Mine")]);
    let mut other = configuration.clone();
    let undo = Entry::new(stamp(8), Act::Undo { step: Some("step_0".into()) });
    let between = Act::Do { operations: vec![require(!small().tables[0].fields[1].required)] };
    other.perform(&Entry::new(stamp(7), between)).unwrap();

    configuration.perform(&undo).unwrap();
    let done = other.perform(&read_entry(&serde_json::to_string(&undo).unwrap()).unwrap()).unwrap();

    assert_eq!(
        done.step.map(|step| step.label),
        configuration.history().steps().last().map(|it| it.label.clone())
    );
    assert_eq!((other.blueprint().name.as_str(), other.version()), ("Small system", 3));
    assert_ne!(*other.blueprint(), small(), "what came in between stays");
}

#[test]
fn an_undo_of_what_is_undone_is_not_written_down() {
    let mut configuration = start();
    run(&mut configuration, vec![rename("Mine")]);
    let undo = |id| Entry::new(stamp(id), Act::Undo { step: Some("step_0".into()) });
    configuration.perform(&undo(7)).unwrap();
    let before = configuration.clone();

    let done = configuration.perform(&undo(8)).unwrap();

    assert_eq!((done.step, done.is_noted, done.skipped.len()), (None, false, 1));
    assert_eq!(configuration, before);
}

#[test]
fn undo_of_the_first_version_of_entries_undoes_the_last() {
    let line = serde_json::to_string(&Entry::new(stamp(1), Act::Undo { step: None })).unwrap();
    let older = line.replacen("\"schema_version\":2", "\"schema_version\":1", 1);
    assert_ne!(older, line);
    assert!(older.contains("{\"act\":\"undo\"}"), "{older}");
    assert_eq!(read_entry(&older), read_entry(&line));
}

#[test]
fn an_abandoned_step_leaves_nothing() {
    let mut configuration = start();
    configuration.begin(stamp(1));
    configuration.edit(require(false)).unwrap();
    configuration.edit(require(true)).unwrap();
    configuration.abandon();

    assert_eq!(configuration, start());
    configuration.begin(stamp(2));
    assert_eq!(configuration.finish(), None);
    assert_eq!(configuration.version(), 0);
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut configuration = start();
    let gone = Operation::remove(ElementId::Table("tbl_none".into()));
    let refused = configuration.perform(&Entry::new(stamp(1), Act::Do { operations: vec![gone] }));

    assert!(matches!(refused, Err(Refusal::Rejected(Rejection::Missing { .. }))));
    assert_eq!(configuration, start());
    let name = || Act::Checkpoint { name: "A".to_owned() };
    configuration.perform(&Entry::new(stamp(2), name())).unwrap();
    let refused = configuration.perform(&Entry::new(stamp(3), name()));
    assert_eq!(refused, Err(Refusal::Checkpoint(CheckpointError::NameTaken)));
    assert_eq!(configuration.version(), 1);
}

#[test]
fn stored_is_read_as_it_was() {
    let mut configuration = start();
    run(
        &mut configuration,
        vec![rename("Chats"), Act::Undo { step: None }, Act::Checkpoint { name: "A".to_owned() }],
    );

    let read = Configuration::read(&configuration.store()).unwrap();

    assert_eq!(read.store(), configuration.store());
    assert_eq!((read.version(), read.history().can_redo()), (3, true));
}

#[test]
fn a_damaged_history_leaves_the_rest() {
    let mut configuration = start();
    run(&mut configuration, vec![rename("Chats")]);
    let stored = Stored { history: "{".to_owned(), ..configuration.store() };

    assert!(matches!(Configuration::read(&stored), Err(StoredError::History(_))));
    let (read, damaged) = Configuration::recover(&stored).unwrap();
    assert_eq!(damaged.into_iter().map(|it| it.text).collect::<Vec<_>>(), ["{"]);
    assert_eq!((read.blueprint().name.as_str(), read.version()), ("Chats", 1));
    assert!(!read.history().can_undo());
}

#[test]
fn a_damaged_checkpoint_leaves_the_steps_and_the_others() {
    let mut configuration = start();
    let name = |name: &str| Act::Checkpoint { name: name.to_owned() };
    run(&mut configuration, vec![name("Start"), rename("Chats"), name("With chats")]);
    let stored = configuration.store();
    let history = stored.history.replacen("\"tables\":[", "\"tables\":[7,", 1);
    assert_ne!(history, stored.history);
    let stored = Stored { history, ..stored };

    assert!(matches!(Configuration::read(&stored), Err(StoredError::History(_))));
    let (read, damaged) = Configuration::recover(&stored).unwrap();

    assert_eq!((damaged.len(), damaged[0].text.contains("\"Start\"")), (1, true), "{damaged:?}");
    let names: Vec<_> = read.history().checkpoints().iter().map(|it| it.name.as_str()).collect();
    assert_eq!((names, read.history().can_undo()), (vec!["With chats"], true));
}

#[test]
fn what_cannot_be_read_says_which_part_and_why() {
    let stored = || start().store();
    let refused = |stored: Stored| Configuration::read(&stored).unwrap_err();
    let newer = |json: &str| json.replacen("\"schema_version\":1", "\"schema_version\":2", 1);

    assert!(matches!(refused(Stored { head: "[]".to_owned(), ..stored() }), StoredError::Head(_)));
    let cut = stored().blueprint.split_at(100).0.to_owned();
    assert!(matches!(refused(Stored { blueprint: cut, ..stored() }), StoredError::Blueprint(_)));
    let twice = stored().blueprint.replacen("tbl_projects", "tbl_sessions", 1);
    assert!(matches!(refused(Stored { blueprint: twice, ..stored() }), StoredError::Structure(_)));
    for stored in [
        Stored { head: newer(&stored().head), ..stored() },
        Stored { blueprint: newer(&stored().blueprint), ..stored() },
        Stored { history: newer(&stored().history), ..stored() },
    ] {
        assert_eq!(refused(stored), StoredError::TooNew { found: 2 });
    }
}

#[test]
fn entries_of_another_form_are_refused() {
    let line = serde_json::to_string(&Entry::new(stamp(1), rename("A"))).unwrap();
    let newer = line.replacen("\"schema_version\":2", "\"schema_version\":9", 1);
    assert_eq!(read_entry(&newer), Err(EntryError::TooNew { found: 9 }));
    let unknown = line.replacen("\"act\":\"do\"", "\"act\":\"dance\"", 1);
    assert!(matches!(read_entry(&unknown), Err(EntryError::Form(_))));
    assert!(matches!(read_entry("{"), Err(EntryError::Form(_))));
    let older = line.replacen("\"operation_schema_version\":1", "\"operation_schema_version\":0", 1);
    assert_eq!(read_entry(&older).unwrap(), read_entry(&line).unwrap());
}

#[test]
fn a_copy_starts_anew() {
    let mut configuration = start();
    run(&mut configuration, vec![rename("Chats")]);

    let copy = configuration.copy("cfg_2".into(), "Chats (copy)");

    assert_eq!((copy.version(), copy.history().can_undo()), (0, false));
    assert_eq!((copy.id().as_str(), copy.blueprint().name.as_str()), ("cfg_2", "Chats (copy)"));
}

#[test]
fn a_summary_counts() {
    let at = stamp(1).at;
    let summary = start().summary(at, at);
    assert_eq!((summary.name.as_str(), summary.tables), ("Small system", small().tables.len()));
    let json = serde_json::to_string(&summary).unwrap();
    assert_eq!(serde_json::from_str::<Summary>(&json).unwrap(), summary);
}
