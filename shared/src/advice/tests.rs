use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::answers::{Complexity, Customization, Feature, Priority, TeamSize};
use crate::design::design;
use crate::platform::{Platform, capabilities};

fn answers() -> impl Strategy<Value = Answers> {
    let one = (
        proptest::sample::select(Platform::ALL.to_vec()),
        proptest::sample::select(TeamSize::ALL.to_vec()),
        proptest::sample::select(Complexity::ALL.to_vec()),
    );
    let priorities = proptest::sample::subsequence(Priority::ALL.to_vec(), 1..=8);
    let features = proptest::sample::subsequence(Feature::ALL.to_vec(), 0..=8);
    (one, priorities, features).prop_map(|((platform, team_size, complexity), priorities, features)| {
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

fn suggested() -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Organization, Priority::Search],
        features: vec![Feature::Tags],
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

fn advice(answers: &Answers) -> Vec<Advice> {
    advise(answers, Language::En)
}

fn conflicts(answers: &Answers) -> Vec<Advice> {
    advice(answers).into_iter().filter(|advice| advice.kind != Kind::Recommendation).collect()
}

#[track_caller]
fn check_rules(answers: &Answers, expected: &[&str]) {
    let rules: Vec<_> = conflicts(answers).iter().map(|advice| advice.rule).collect();
    assert_eq!(rules, expected, "{answers:?}");
}

fn is_given(advice: &[Advice], wanted: &Advice) -> bool {
    advice.iter().any(|given| given.rule == wanted.rule && given.subject == wanted.subject)
}

#[test]
fn the_words_are_complete() {
    crate::words::assert_complete(&WORDS);
    for priority in Priority::ALL {
        assert!(when(Pick::Priority(priority), Language::Ja).is_some());
    }
    for feature in Feature::ALL {
        assert!(when(Pick::Feature(feature), Language::Ja).is_some());
    }
    assert!(TeamSize::ALL.into_iter().all(|size| when(Pick::TeamSize(size), Language::Ja).is_some()));
    assert!(Complexity::ALL.into_iter().all(|form| when(Pick::Complexity(form), Language::Ja).is_some()));
}

#[test]
fn what_most_people_start_with_has_no_conflict() {
    check_rules(&suggested(), &[]);
}

#[test]
fn every_conflict_has_its_answers() {
    let base = suggested;
    let simple = Complexity::Simple;
    let many = Priority::ALL.into_iter().take(5).filter(|it| *it != Priority::Collaboration);
    let many = many.chain([Priority::Portability, Priority::Integration]).collect();
    check_rules(&Answers { priorities: many, ..base() }, &["conflict.many_priorities"]);
    let features = vec![Feature::Projects, Feature::Reminders];
    check_rules(&Answers { features, complexity: simple, ..base() }, &["conflict.no_room"]);
    let alone = vec![Priority::Collaboration];
    check_rules(&Answers { priorities: alone, ..base() }, &["conflict.alone_together"]);
    let lean = Answers { priorities: vec![Priority::Simplicity], ..base() };
    check_rules(
        &Answers { features: Feature::ALL[..5].to_vec(), ..lean.clone() },
        &["conflict.simplicity_features"],
    );
    check_rules(&Answers { complexity: Complexity::Advanced, ..lean }, &["conflict.simplicity_advanced"]);
}

#[test]
fn every_weakness_of_a_platform_is_told() {
    let base = |platform| Answers { platform, ..suggested() };
    let vault = Answers { team_size: TeamSize::OverTwenty, ..base(Platform::Obsidian) };
    check_rules(&vault, &["conflict.shared_files"]);
    let team = Answers { team_size: TeamSize::TwoToFive, ..base(Platform::Excel) };
    check_rules(&team, &["conflict.people_as_text"]);
    let rules = vec![Priority::Automation];
    check_rules(&Answers { priorities: rules, ..base(Platform::Linear) }, &["conflict.no_automation"]);
    let graph = Answers { priorities: vec![Priority::Analytics], ..base(Platform::Logseq) };
    check_rules(&graph, &["conflict.numbers_without_charts"]);
    let features = vec![Feature::Dashboard, Feature::Reminders];
    check_rules(&Answers { features, ..graph }, &["conflict.no_charts", "conflict.no_alerts"]);
    let features = vec![Feature::Timeline];
    check_rules(&Answers { features, ..base(Platform::Linear) }, &["conflict.no_timeline"]);
    let features = vec![Feature::Projects];
    check_rules(&Answers { features, ..base(Platform::Trello) }, &["conflict.relations_as_text"]);
    let advanced = Answers { complexity: Complexity::Advanced, ..base(Platform::GoogleSheets) };
    check_rules(&advanced, &["conflict.weak_relations"]);
}

#[test]
fn a_platform_recommends_the_structure_that_it_holds_together() {
    let recommended = |platform| {
        let advice = advice(&Answers { platform, ..suggested() });
        advice.into_iter().find_map(|advice| match (advice.kind, advice.subject) {
            (Kind::Recommendation, Pick::Complexity(complexity)) => Some((complexity, advice.rule)),
            _ => None,
        })
    };
    assert_eq!(recommended(Platform::Notion), Some((Complexity::Moderate, "recommend.moderate")));
    assert_eq!(recommended(Platform::Trello), Some((Complexity::Simple, "recommend.simple_for_platform")));
    assert_eq!(recommended(Platform::Excel), Some((Complexity::Moderate, "recommend.moderate_for_platform")));
}

#[test]
fn a_team_recommends_what_keeps_it_together() {
    let team = Answers { team_size: TeamSize::SixToTwenty, ..suggested() };
    let changed = apply(&team, &recommended_changes(&advice(&team)));
    assert!(changed.priorities.contains(&Priority::Collaboration));
    assert!(changed.features.contains(&Feature::Projects));
    // Topics, people and projects are all that a moderate system has room for.
    assert!(!changed.features.contains(&Feature::Reminders));
}

#[test]
fn an_effect_names_what_comes_and_what_goes() {
    let projects = Pick::Feature(Feature::Projects);
    let brings = effect(&suggested(), &[Change::Take(projects)]);
    assert!(brings.adds("tbl_projects") && brings.adds("fld_sessions_project"));
    assert!(brings.adds("viw_sessions_by_project") && brings.removed.is_empty());
    let with = apply(&suggested(), &[Change::Take(projects)]);
    let takes = effect(&with, &[projects.press(&with)]);
    assert_eq!((takes.added.len(), takes.removed.len()), (0, brings.added.len()));
    assert!(takes.removes("tbl_projects"));
    assert!(effect(&with, &[]).is_empty());
}

#[test]
fn pressing_a_card_twice_changes_nothing_where_many_may_be_chosen() {
    let answers = suggested();
    let press = |pick: Pick, answers: &Answers| apply(answers, &[pick.press(answers)]);
    let archive = Pick::Feature(Feature::Archive);
    assert_eq!(press(archive, &press(archive, &answers)), answers);
    let simple = Pick::Complexity(Complexity::Simple);
    assert_eq!(press(simple, &press(simple, &answers)).complexity, Complexity::Simple);
}

/// Seconds by hand and with what this app prepares.
fn seconds(answers: &Answers) -> (u32, u32) {
    let estimate = estimate(&design(answers), capabilities(answers.platform));
    (estimate.by_hand, estimate.prepared)
}

#[test]
fn an_estimate_is_of_the_size_that_people_know() {
    let (by_hand, prepared) = seconds(&suggested());
    assert!((10 * 60..60 * 60).contains(&by_hand), "{by_hand} s by hand");
    assert!((60..15 * 60).contains(&prepared), "{prepared} s with the import");
    let here = seconds(&Answers { platform: Platform::Builtin, ..suggested() });
    assert!(here.1 < 60, "{} s in this app", here.1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn taking_a_remedy_takes_the_advice_away(answers in answers()) {
        for given in advice(&answers).into_iter().filter(|given| !given.remedy.is_empty()) {
            let after = advice(&apply(&answers, &given.remedy));
            let still: Vec<_> = after.iter().filter(|advice| !advice.remedy.is_empty()).cloned().collect();
            prop_assert!(!is_given(&still, &given), "{given:?} of {answers:?}");
        }
    }

    #[test]
    fn following_one_conflict_after_the_other_comes_to_an_end(answers in answers()) {
        let mut answers = answers;
        for _ in 0..8 {
            let Some(open) = conflicts(&answers).into_iter().find(|advice| !advice.remedy.is_empty()) else {
                return Ok(());
            };
            answers = apply(&answers, &open.remedy);
            prop_assert!(!answers.priorities.is_empty());
        }
        prop_assert!(conflicts(&answers).iter().all(|advice| advice.remedy.is_empty()), "{answers:?}");
    }

    #[test]
    fn recommendations_agree_with_each_other_and_with_the_conflicts(answers in answers()) {
        let before = advice(&answers);
        let changed = apply(&answers, &recommended_changes(&before));
        let after = advice(&changed);
        let fresh = |advice: &&Advice| !advice.remedy.is_empty() && !is_given(&before, advice);
        prop_assert_eq!(after.iter().find(fresh), None, "{:?}", &answers);
        prop_assert_eq!(recommended_changes(&after), vec![], "{:?}", &answers);
        let warned: BTreeSet<_> = conflicts(&answers).into_iter().map(|advice| advice.subject).collect();
        for advice in before.iter().filter(|advice| advice.kind == Kind::Recommendation) {
            prop_assert!(matches!(advice.subject, Pick::Complexity(_)) || !warned.contains(&advice.subject));
        }
    }

    #[test]
    fn no_sentence_has_a_hole(answers in answers(), language in proptest::sample::select(Language::ALL.to_vec())) {
        for advice in advise(&answers, language) {
            prop_assert!(!advice.sentence.contains(['{', '}']) && advice.sentence != advice.rule, "{advice:?}");
        }
    }

    #[test]
    fn less_to_set_up_never_takes_longer(answers in answers()) {
        let of = capabilities(answers.platform);
        let whole = design(&answers);
        let all = estimate(&whole, of);
        prop_assert!(all.prepared <= all.by_hand);
        let mut less = whole.clone();
        less.automations.pop();
        less.dashboards.pop();
        for table in &mut less.tables {
            table.views.pop();
            table.fields.pop();
        }
        let fewer = estimate(&less, of);
        prop_assert!(fewer.by_hand <= all.by_hand && fewer.prepared <= all.prepared);
        less.tables.pop();
        prop_assert!(estimate(&less, of).prepared <= fewer.prepared);
    }
}
