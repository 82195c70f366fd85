use super::*;
use crate::answers::{Complexity, Customization, TeamSize};
use crate::blueprint::{FieldId, TableId, ViewId};
use crate::design::design;
use crate::operation::{ElementId, FieldProperty, TableProperty, apply_all, intention};

const REMINDERS: Pick = Pick::Feature(Feature::Reminders);

/// One person in Notion, with topics alone.
fn answers() -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Organization],
        features: Vec::new(),
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

fn all(blueprint: &Blueprint) -> Vec<Suggestion> {
    suggest(Some(&answers()), Platform::Notion, blueprint, Language::En)
}

fn one(blueprint: &Blueprint, pick: Pick) -> Suggestion {
    all(blueprint).into_iter().find(|it| it.pick == pick).unwrap()
}

#[track_caller]
fn applied(blueprint: &Blueprint, pick: Pick) -> Blueprint {
    let mut blueprint = blueprint.clone();
    let operations = one(&blueprint, pick).operations;
    apply_all(&mut blueprint, operations).unwrap();
    blueprint
}

fn without(blueprint: &Blueprint, element: ElementId) -> Blueprint {
    let mut blueprint = blueprint.clone();
    let removal = intention::remove(&blueprint, &element).unwrap();
    apply_all(&mut blueprint, removal).unwrap();
    blueprint
}

fn edited(blueprint: &Blueprint, operation: Operation) -> Blueprint {
    let mut blueprint = blueprint.clone();
    apply_all(&mut blueprint, vec![operation]).unwrap();
    blueprint
}

#[test]
fn a_suggestion_says_what_why_and_what_it_brings() {
    let suggestion = one(&design(&answers()), REMINDERS);

    assert_eq!(suggestion.title, "Add reminders");
    assert!(!suggestion.reason.is_empty());
    assert!(suggestion.effect.adds("tbl_action_items"), "{:?}", suggestion.effect);
    assert_eq!(suggestion.effect.removed, []);
}

#[test]
fn on_what_nobody_edited_it_makes_the_other_design() {
    let asked = Answers { features: vec![Feature::Reminders], ..answers() };
    let base = design(&answers());

    assert_eq!(applied(&base, REMINDERS), Blueprint { id: base.id.clone(), ..design(&asked) });
}

#[test]
fn what_was_followed_is_suggested_no_more() {
    let base = design(&answers());
    let followed = applied(&base, REMINDERS);

    assert!(all(&followed).iter().all(|it| it.pick != REMINDERS));
    let asked = asked(Some(&answers()), Platform::Notion, &followed).unwrap();
    assert_eq!((asked.features, asked.priorities), (vec![Feature::Reminders], vec![Priority::Organization]));
}

#[test]
fn what_the_person_changed_and_took_out_stays_so() {
    let table = TableId::from("tbl_sessions");
    let renamed = Operation::EditTable { table: table.clone(), set: TableProperty::Name("Talks".to_owned()) };
    let ours = edited(&design(&answers()), renamed);
    let ours = without(&ours, ElementId::Field("fld_sessions_notes".into()));

    let made = applied(&ours, REMINDERS);

    assert_eq!(made.table(&table).unwrap().name, "Talks");
    assert!(made.field(&FieldId::from("fld_sessions_notes")).is_none());
    assert!(made.table(&TableId::from("tbl_action_items")).is_some());
}

#[test]
fn what_was_taken_out_comes_back_when_it_is_asked_for_now() {
    let asked = Answers { priorities: vec![Priority::Organization, Priority::Analytics], ..answers() };
    let ours = without(&design(&asked), ElementId::Field("fld_sessions_duration".into()));
    let suggestions = suggest(Some(&asked), Platform::Notion, &ours, Language::En);
    let is = |pick: Pick| move |it: &&Suggestion| it.pick == pick;

    let dashboard = suggestions.iter().find(is(Pick::Feature(Feature::Dashboard))).unwrap();
    let reminders = suggestions.iter().find(is(REMINDERS)).unwrap();

    assert!(dashboard.effect.adds("fld_sessions_duration"), "{:?}", dashboard.effect);
    assert!(!reminders.effect.adds("fld_sessions_duration"));
}

#[test]
fn a_name_that_is_taken_stays_with_the_person() {
    let topics = TableId::from("tbl_topics");
    let set = TableProperty::Name("action items".to_owned());
    let ours = edited(&design(&answers()), Operation::EditTable { table: topics.clone(), set });

    let made = applied(&ours, REMINDERS);

    assert_eq!(made.table(&topics).unwrap().name, "action items");
    assert_eq!(made.table(&TableId::from("tbl_action_items")).unwrap().name, "Action Items (copy)");
}

#[test]
fn who_asks_for_more_does_not_lose_a_table() {
    let simple = Answers { complexity: Complexity::Simple, ..answers() };
    let base = design(&simple);
    let suggestions = suggest(Some(&simple), Platform::Notion, &base, Language::En);
    let projects = suggestions.into_iter().find(|it| it.pick == Pick::Feature(Feature::Projects)).unwrap();
    let mut made = base;

    apply_all(&mut made, projects.operations).unwrap();

    assert!(projects.effect.adds("tbl_projects") && made.table(&TableId::from("tbl_topics")).is_some());
    assert_eq!(projects.effect.removed, []);
}

#[test]
fn what_speaks_against_it_is_said() {
    let priorities =
        vec![Priority::Organization, Priority::Search, Priority::Analytics, Priority::Automation];
    let many = Answers { priorities, ..answers() };
    let suggestions = suggest(Some(&many), Platform::Notion, &design(&many), Language::En);
    let fifth = suggestions.iter().find(|it| it.pick == Pick::Priority(Priority::Portability)).unwrap();

    assert!(fifth.caution.as_ref().is_some_and(|it| it.starts_with("More than four")), "{:?}", fifth.caution);
    assert_eq!(one(&design(&answers()), REMINDERS).caution, None);
}

#[test]
fn recommendations_come_first() {
    let order: Vec<_> = all(&design(&answers())).iter().map(|it| it.is_recommended).collect();
    let mut sorted = order.clone();
    sorted.sort_by_key(|is_recommended| !is_recommended);
    assert!(order.contains(&true) && order.contains(&false) && order == sorted, "{order:?}");
}

#[test]
fn what_is_new_is_written_in_the_language_of_the_blueprint() {
    use crate::operation::BlueprintProperty;
    let german = Operation::EditBlueprint { set: BlueprintProperty::Language(Language::De) };
    let made = applied(&edited(&design(&answers()), german), REMINDERS);
    let table = made.table(&TableId::from("tbl_action_items")).unwrap();
    let field = made.field(&FieldId::from("fld_sessions_title")).unwrap().1;
    assert_eq!((table.name.as_str(), field.name.as_str()), ("Aufgaben", "Title"));
}

#[test]
fn nothing_is_guessed_where_nobody_answered() {
    let small = crate::blueprint::fixture::small();
    let mut bare = design(&answers());
    bare.reason = None;

    assert_eq!(suggest(None, Platform::Notion, &bare, Language::En), []);
    assert_eq!(asked(None, Platform::Notion, &small).is_some(), small.reason.is_some());
    // A file brings the answers along in its reason.
    let told = suggest(None, Platform::Notion, &design(&answers()), Language::En);
    assert!(told.iter().any(|it| it.pick == REMINDERS));
}

#[test]
fn a_reason_that_was_rewritten_still_tells_what_was_asked_for() {
    let mut ours = design(&answers());
    let set = FieldProperty::Reason(None);
    ours = edited(&ours, Operation::EditField { field: "fld_sessions_title".into(), set });
    ours.reason.as_mut().unwrap().sentence = "Mine".to_owned();

    let made = applied(&ours, REMINDERS);

    assert_eq!(made.field(&FieldId::from("fld_sessions_title")).unwrap().1.reason, None);
    assert!(all(&made).iter().all(|it| it.pick != REMINDERS));
}

#[test]
fn every_option_has_a_title_in_every_language() {
    let features = Feature::ALL.into_iter().map(Pick::Feature);
    let priorities = Priority::ALL.into_iter().map(Pick::Priority);
    let complexities = Complexity::ALL.into_iter().map(Pick::Complexity);
    for pick in features.chain(priorities).chain(complexities) {
        for language in Language::ALL {
            let key = format!("suggest.{}.{}", pick.group(), pick.value());
            assert!(WORDS.find(language, &key).is_some(), "{key} in {language:?}");
        }
    }
}

#[test]
fn what_rests_upon_something_that_is_gone_does_not_come() {
    let sessions = without(&design(&answers()), ElementId::Table("tbl_sessions".into()));
    for suggestion in all(&sessions) {
        apply_all(&mut sessions.clone(), suggestion.operations).unwrap();
        assert!(!suggestion.effect.adds(ViewId::from("viw_sessions_needs_follow_up").as_str()));
    }
}
