//! Each rule of the design, by what it puts in and leaves out.

use super::*;
use crate::answers::{ColorScheme, ExtraField, ExtraFieldKind};
use crate::blueprint::{
    Action, Cause, CellValue, Color, ExportFormat, Field, FieldKind, KindName, Operator, Period, Trigger,
    ViewKind,
};
use crate::compute::{Evaluator, Value, sections};
use crate::words::Language;

use Complexity::*;
use Feature::*;
use Priority::*;
use TeamSize::*;

fn of(
    team_size: TeamSize,
    complexity: Complexity,
    priorities: &[Priority],
    features: &[Feature],
) -> Blueprint {
    design(&Answers { team_size, complexity, ..answers(priorities, features) })
}

/// Every id in the design, options aside.
fn ids(blueprint: &Blueprint) -> Vec<&str> {
    let tables = blueprint.tables.iter().flat_map(|table| {
        let fields = table.fields.iter().map(|field| field.id.as_str());
        let views = table.views.iter().map(|view| view.id.as_str());
        std::iter::once(table.id.as_str()).chain(fields).chain(views)
    });
    let automations = blueprint.automations.iter().map(|automation| automation.id.as_str());
    let dashboards = blueprint.dashboards.iter().map(|dashboard| dashboard.id.as_str());
    tables.chain(automations).chain(dashboards).collect()
}

/// What must be there, parted by spaces; with a `-` before it, what must not.
#[track_caller]
fn check(blueprint: &Blueprint, expected: &str) {
    let ids = ids(blueprint);
    for wanted in expected.split_whitespace() {
        match wanted.strip_prefix('-') {
            Some(id) => assert!(!ids.contains(&id), "`{id}` must not be in {ids:#?}"),
            None => assert!(ids.contains(&wanted), "`{wanted}` must be in {ids:#?}"),
        }
    }
}

#[track_caller]
fn check_tables(blueprint: &Blueprint, expected: &str) {
    let tables: Vec<_> =
        blueprint.tables.iter().map(|table| table.id.as_str().trim_start_matches("tbl_")).collect();
    assert_eq!(tables.join(" "), expected);
}

fn field<'a>(blueprint: &'a Blueprint, id: &str) -> &'a Field {
    let found = blueprint.field(&id.into());
    found.unwrap_or_else(|| panic!("`{id}` is missing")).1
}

#[track_caller]
fn check_options(blueprint: &Blueprint, id: &str, expected: &str) {
    let names: Vec<_> =
        field(blueprint, id).kind.options().iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names.join(", "), expected);
}

#[track_caller]
fn check_kind(blueprint: &Blueprint, id: &str, expected: KindName) {
    assert_eq!(field(blueprint, id).kind.name(), expected, "{id}");
}

#[test]
fn organization_brings_topics_and_what_sorts_by_them() {
    let blueprint = of(JustMe, Moderate, &[Organization], &[]);

    check(
        &blueprint,
        "tbl_topics fld_topics_parent fld_topics_keywords fld_topics_color fld_sessions_primary_topic \
         fld_sessions_secondary_topics fld_sessions_category viw_sessions_by_topic viw_sessions_by_category \
         viw_sessions_untagged",
    );
    check_kind(&blueprint, "fld_sessions_primary_topic", KindName::Relation);
    check_kind(&blueprint, "fld_topics_parent", KindName::Relation);
}

#[test]
fn search_brings_keywords_a_view_and_a_convention() {
    let blueprint = of(JustMe, Moderate, &[Search], &[]);

    check(&blueprint, "fld_sessions_keywords viw_sessions_search");
    assert_eq!(blueprint.settings.naming_convention, NAMING_CONVENTION);
    assert!(field(&blueprint, "fld_sessions_title").description.contains(NAMING_CONVENTION));
    let sessions = &blueprint.tables[0];
    assert_eq!(
        sessions.label(&sessions.sample_rows[0]),
        "[Claude] Technical - Login timeouts after deployment (2026-03-18)"
    );
}

#[test]
fn titles_are_free_where_nobody_searches() {
    let blueprint = of(JustMe, Moderate, &[Portability], &[]);

    let sessions = &blueprint.tables[0];
    assert_eq!(blueprint.settings.naming_convention, "");
    assert_eq!(sessions.label(&sessions.sample_rows[0]), "Login timeouts after deployment");
}

#[test]
fn analytics_brings_numbers_views_and_a_dashboard() {
    check(
        &of(JustMe, Moderate, &[Analytics], &[]),
        "fld_sessions_duration fld_sessions_message_count fld_sessions_satisfaction fld_sessions_value_rating \
         fld_sessions_primary_topic viw_sessions_high_value viw_sessions_performance dsh_overview",
    );
}

#[test]
fn a_dashboard_brings_the_fields_its_charts_need_and_no_more() {
    check(
        &of(JustMe, Moderate, &[Search], &[Dashboard]),
        "dsh_overview fld_sessions_duration fld_sessions_primary_topic -fld_sessions_message_count \
         -fld_sessions_value_rating -tbl_topics",
    );
}

#[test]
fn collaboration_brings_people_fields_even_for_one() {
    let blueprint = of(JustMe, Moderate, &[Collaboration], &[]);

    check(
        &blueprint,
        "fld_sessions_owner fld_sessions_participants fld_sessions_visibility viw_sessions_my_sessions \
         viw_sessions_shared_with_me -fld_sessions_shared_with -tbl_people",
    );
    check_kind(&blueprint, "fld_sessions_participants", KindName::Person);
}

#[test]
fn every_team_size_adds_to_the_one_before() {
    let owner = "fld_sessions_owner";
    check(&of(JustMe, Moderate, &[Search], &[]), &format!("-{owner} -fld_sessions_visibility"));
    check(
        &of(TwoToFive, Moderate, &[Search], &[]),
        &format!("{owner} fld_sessions_shared_with viw_sessions_my_sessions -tbl_people -aut_weekly_review"),
    );
    check(
        &of(SixToTwenty, Moderate, &[Search], &[]),
        &format!(
            "{owner} fld_sessions_shared_with fld_sessions_visibility tbl_people aut_weekly_review \
             -fld_sessions_department -aut_retention"
        ),
    );
    check(
        &of(OverTwenty, Moderate, &[Search], &[]),
        &format!(
            "{owner} tbl_people aut_weekly_review fld_sessions_department fld_people_department aut_retention \
             viw_sessions_by_department viw_sessions_department_engineering viw_sessions_department_sales"
        ),
    );
}

#[test]
fn automation_brings_its_rules() {
    let blueprint = of(JustMe, Moderate, &[Automation], &[Projects]);

    check(
        &blueprint,
        "aut_new_session_defaults aut_title_development aut_title_design aut_title_meetings aut_weekly_review \
         aut_project_closed aut_archive_on_closure aut_archive_completed fld_sessions_secondary_topics",
    );
}

#[test]
fn title_rules_sort_by_the_words_of_the_title() {
    let blueprint = of(JustMe, Moderate, &[Automation], &[]);
    let rule = |id: &str| {
        let rule = blueprint.automations.iter().find(|automation| automation.id.as_str() == id).unwrap();
        let condition = &rule.filter.as_ref().unwrap().conditions[0];
        assert_eq!((condition.field.as_str(), condition.operator), ("fld_sessions_title", Operator::IsAnyOf));
        let Action::SetField { value, .. } = &rule.actions[0] else { panic!("sets nothing") };
        (condition.value.as_ref().unwrap().list().join(", "), value.list().to_vec())
    };

    let option = |key: &str| vec![format!("opt_sessions_secondary_topics_{key}")];
    assert_eq!(rule("aut_title_development"), ("code, programming, debug".to_owned(), option("development")));
    assert_eq!(rule("aut_title_design"), ("design, UI, UX".to_owned(), option("design")));
    assert_eq!(rule("aut_title_meetings"), ("meeting, standup, review".to_owned(), option("meetings")));
}

#[test]
fn title_rules_sort_by_primary_topic_where_there_are_no_secondary_ones() {
    let blueprint = of(JustMe, Moderate, &[Automation, Simplicity], &[]);

    let rule = blueprint.automations.iter().find(|rule| rule.id.as_str() == "aut_title_design").unwrap();
    assert_eq!(
        rule.actions,
        [Action::SetField {
            field: "fld_sessions_primary_topic".into(),
            value: CellValue::from("opt_sessions_primary_topic_creative"),
        }]
    );
    assert!(rule.description.ends_with("under “Creative”."), "{}", rule.description);
}

#[test]
fn simplicity_leaves_out_what_can_be_done_without_unless_advanced() {
    let dropped = "fld_sessions_secondary_topics fld_sessions_category fld_sessions_satisfaction \
                   fld_sessions_project_phase viw_sessions_by_category";
    let absent = dropped.split_whitespace().map(|id| format!("-{id} ")).collect::<String>();
    let priorities = [Organization, Analytics, Simplicity];

    check(&of(JustMe, Moderate, &priorities, &[Projects]), &absent);
    check(&of(JustMe, Simple, &priorities, &[Projects]), &absent);
    check(&of(JustMe, Advanced, &priorities, &[Projects]), dropped);
    check(&of(JustMe, Moderate, &[Organization, Analytics], &[Projects]), dropped);
}

#[test]
fn portability_and_integration_bring_their_fields() {
    check(
        &of(JustMe, Moderate, &[Portability, Integration], &[]),
        "fld_sessions_external_id fld_sessions_source_url fld_sessions_export_format aut_export_monthly \
         fld_sessions_webhook_url fld_sessions_source_metadata fld_sessions_issue_link fld_sessions_task_link \
         -aut_export_weekly",
    );
}

#[test]
fn every_feature_brings_its_part() {
    let with = |feature| of(JustMe, Moderate, &[Search], &[feature]);
    check(&with(Tags), "fld_sessions_tags fld_sessions_priority viw_sessions_untagged -tbl_tags");
    check(
        &with(Projects),
        "tbl_projects fld_projects_start fld_projects_end fld_projects_members fld_projects_description \
         fld_projects_code fld_sessions_project fld_sessions_project_phase viw_sessions_by_project",
    );
    check(&with(Timeline), "viw_sessions_timeline viw_sessions_this_week");
    check(&with(Templates), "tbl_templates fld_templates_prompt fld_sessions_template");
    check(
        &with(Reminders),
        "tbl_action_items fld_action_items_status fld_action_items_due_date fld_action_items_assignee \
         fld_action_items_session viw_sessions_needs_follow_up aut_follow_up_alert aut_action_item_due",
    );
    check(
        &with(Exports),
        "aut_export_weekly aut_export_monthly aut_export_per_platform -aut_export_per_project",
    );
    check(&with(Dashboard), "dsh_overview");
    check(&with(Archive), "fld_sessions_archived_at viw_sessions_archive aut_archive_completed");
    check(&of(JustMe, Moderate, &[Search], &[Exports, Projects]), "aut_export_per_project");
}

#[test]
fn quick_filters_are_there_where_their_fields_are() {
    check(
        &of(JustMe, Simple, &[Portability], &[]),
        "viw_sessions_today viw_sessions_needs_follow_up -viw_sessions_high_impact -viw_sessions_untagged",
    );
    check(&of(JustMe, Simple, &[Analytics], &[Tags]), "viw_sessions_high_impact viw_sessions_untagged");
}

#[test]
fn complexity_chooses_how_many_tables_there_are() {
    let every = |complexity| of(OverTwenty, complexity, &Priority::ALL, &Feature::ALL);
    check_tables(&every(Simple), "sessions projects");
    check_tables(&every(Moderate), "sessions projects topics action_items");
    check_tables(&every(Advanced), "sessions projects topics action_items people templates tags");
    check_tables(&of(OverTwenty, Simple, &[Search], &[Templates]), "sessions people");
    check_tables(&of(JustMe, Simple, &[Organization], &[Reminders]), "sessions topics");
    check_tables(
        &of(OverTwenty, Moderate, &[Organization], &[Reminders, Templates]),
        "sessions topics action_items people",
    );
}

#[test]
fn what_gets_no_table_becomes_fields_and_says_so() {
    let blueprint = of(SixToTwenty, Simple, &[Organization], &[Projects, Reminders, Templates]);

    for (id, kind, table) in [
        ("fld_sessions_primary_topic", KindName::Select, "Topics"),
        ("fld_sessions_secondary_topics", KindName::MultiSelect, "Topics"),
        ("fld_sessions_action_items", KindName::LongText, "Action Items"),
        ("fld_sessions_participants", KindName::Person, "People"),
        ("fld_sessions_template", KindName::Select, "Session Templates"),
    ] {
        check_kind(&blueprint, id, kind);
        let reason = field(&blueprint, id).reason.as_ref().unwrap();
        assert!(reason.sentence.contains(table), "{}", reason.sentence);
        assert_eq!(reason.asked_by.last(), Some(&Cause::Complexity(Simple)));
        assert!(blueprint.reason.as_ref().unwrap().sentence.contains(table));
    }
}

#[test]
fn options_stand_in_their_order() {
    let simple = of(JustMe, Simple, &[Organization, Analytics], &[Tags, Projects]);
    check_options(&simple, "fld_sessions_platform", "Claude, ChatGPT, Gemini, Perplexity, Other");
    check_options(&simple, "fld_sessions_status", "Active, On-Hold, Completed, Archived");
    check_options(&simple, "fld_sessions_priority", "High, Medium, Low, None");
    check_options(
        &simple,
        "fld_sessions_primary_topic",
        "Work, Personal, Learning, Research, Creative, Technical",
    );
    check_options(
        &simple,
        "fld_sessions_secondary_topics",
        "Development, Design, Writing, Planning, Debugging, Analysis, Brainstorming, Meetings",
    );
    check_options(
        &simple,
        "fld_sessions_category",
        "Quick Question, Deep Dive, Project Work, Brainstorming, Troubleshooting, Tutorial",
    );
    check_options(&simple, "fld_sessions_project_phase", "Planning, Execution, Review, Complete");
    check_options(&simple, "fld_sessions_tags", "Urgent, Follow-up, Idea, Solution, Blocked, Reference");
    check_options(&simple, "fld_sessions_satisfaction", "Excellent, Good, Average, Poor");
    check_options(&simple, "fld_projects_status", "Planning, Active, Paused, Completed");
}

#[test]
fn topics_as_a_table_are_the_same_topics_in_two_generations() {
    let blueprint = of(JustMe, Moderate, &[Organization], &[]);

    let topics = blueprint.table(&"tbl_topics".into()).unwrap();
    let names: Vec<_> = topics.sample_rows.iter().map(|row| topics.label(row)).collect();
    assert_eq!(names[..6], ["Work", "Personal", "Learning", "Research", "Creative", "Technical"]);
    assert_eq!(names[6..8], ["Development", "Design"]);
    let parent = topics.sample_rows[6].cells.get(&"fld_topics_parent".into());
    assert_eq!(parent, Some(&CellValue::List(vec!["row_topics_technical".to_owned()])));
    let children = topics.sample_rows[5].cells.get(&"fld_topics_subtopics".into()).unwrap();
    assert_eq!(children.list(), ["row_topics_development", "row_topics_debugging"]);
}

#[test]
fn colors_follow_the_scheme_except_where_they_mean_something() {
    let colors = |color_scheme, id: &str| {
        let customization = Customization { color_scheme, ..Customization::default() };
        let blueprint = design(&Answers { customization, ..answers(&[Organization], &[Tags]) });
        field(&blueprint, id).kind.options().iter().map(|option| option.color).collect::<Vec<_>>()
    };

    for scheme in [ColorScheme::Vivid, ColorScheme::Calm, ColorScheme::Mono] {
        let status = colors(scheme, "fld_sessions_status");
        assert_eq!(status, [Color::Green, Color::Yellow, Color::Blue, Color::Gray]);
    }
    assert_eq!(colors(ColorScheme::Mono, "fld_sessions_category"), [Color::Gray; 6]);
    assert_ne!(
        colors(ColorScheme::Calm, "fld_sessions_category"),
        colors(ColorScheme::Vivid, "fld_sessions_category")
    );
}

#[test]
fn fields_of_ones_own_come_last_under_names_that_are_free() {
    let extra = |name: &str, kind| ExtraField { name: name.to_owned(), kind };
    let long = "x".repeat(60);
    let customization = Customization {
        extra_fields: vec![
            extra("Client", ExtraFieldKind::Text),
            extra("client", ExtraFieldKind::Checkbox),
            extra("STATUS", ExtraFieldKind::Number),
            extra(&long, ExtraFieldKind::Url),
            extra(&long, ExtraFieldKind::Date),
        ],
        ..Customization::default()
    };
    let blueprint = design(&Answers { customization, ..answers(&[Search], &[]) });

    let fields = &blueprint.tables[0].fields;
    let own: Vec<_> =
        fields.iter().skip(fields.len() - 5).map(|field| (&*field.name, field.kind.name())).collect();
    let second = format!("{} (2)", "x".repeat(56));
    assert_eq!(
        own,
        [
            ("Client", KindName::Text),
            ("client (2)", KindName::Checkbox),
            ("STATUS (2)", KindName::Number),
            (&*long, KindName::Url),
            (&*second, KindName::Date),
        ]
    );
    assert_eq!(fields.last().unwrap().id.as_str(), "fld_sessions_extra_5");
    assert_eq!(fields.last().unwrap().reason.as_ref().unwrap().asked_by, [Cause::Customization]);
}

#[test]
fn a_convention_of_ones_own_names_the_samples() {
    let customization = Customization {
        naming_convention: "YYYY-MM-DD Focus @Platform".to_owned(),
        ..Customization::default()
    };
    let blueprint = design(&Answers { customization, ..answers(&[Search], &[]) });

    let sessions = &blueprint.tables[0];
    assert_eq!(
        sessions.label(&sessions.sample_rows[0]),
        "2026-03-18 Login timeouts after deployment @Claude"
    );
}

#[test]
fn samples_are_dated_around_the_day_asked_for() {
    let today = NaiveDate::from_ymd_opt(2031, 1, 1);
    let customization = Customization { today, ..Customization::default() };
    let blueprint = design(&Answers { customization, ..answers(&[Search], &[]) });

    let created = blueprint.tables[0].sample_rows[11].cells.get(&"fld_sessions_created".into());
    assert_eq!(created, Some(&CellValue::from("2030-11-10T02:15:00Z")));
    assert_eq!(blueprint.settings.sample_today, today);
}

#[test]
fn days_that_cannot_be_written_give_way_to_the_usual_one() {
    for today in [NaiveDate::MIN, NaiveDate::MAX] {
        let customization = Customization { today: Some(today), ..Customization::default() };
        let blueprint = design(&Answers { customization, ..answers(&[Search], &[]) });
        assert_eq!(blueprint.settings.sample_today, Some(SAMPLE_TODAY));
    }
}

#[test]
fn exports_say_how_often_and_in_which_form() {
    let blueprint = of(JustMe, Moderate, &[Portability], &[Exports]);
    let find =
        |id: &str| blueprint.automations.iter().find(|automation| automation.id.as_str() == id).unwrap();

    let weekly = find("aut_export_weekly");
    assert_eq!(weekly.trigger, Trigger::Schedule { every: Period::Week });
    assert_eq!(weekly.actions, [Action::Export { format: ExportFormat::Csv, by: None }]);
    let formats: Vec<_> = find("aut_export_monthly").actions.iter().collect();
    assert!(matches!(
        formats[..],
        [Action::Export { format: ExportFormat::Json, .. }, Action::Export { format: ExportFormat::Csv, .. }]
    ));
}

#[test]
fn project_codes_count_up_within_their_year() {
    let blueprint = of(JustMe, Moderate, &[Search], &[Projects]);

    let kind = &field(&blueprint, "fld_projects_code").kind;
    assert_eq!(*kind, FieldKind::AutoId { prefix: "PROJ-{year}-".to_owned() });
}

#[test]
fn simplicity_shows_few_columns_first() {
    let blueprint = of(JustMe, Moderate, &[Simplicity], &[]);

    let first = &blueprint.tables[0].views[0];
    assert_eq!(first.kind, ViewKind::Grid);
    let columns: Vec<_> = first.visible_fields.iter().map(|field| field.as_str()).collect();
    assert_eq!(
        columns,
        [
            "fld_sessions_title",
            "fld_sessions_platform",
            "fld_sessions_status",
            "fld_sessions_follow_up_date",
            "fld_sessions_created"
        ]
    );
}

#[test]
fn the_largest_design_has_something_to_show_everywhere() {
    for language in Language::ALL {
        let customization = Customization { language, ..Customization::default() };
        let blueprint = design(&Answers { customization, ..full() });
        let evaluator = Evaluator::new(&blueprint);

        for table in &blueprint.tables {
            for view in &table.views {
                let sections = sections(&evaluator, table, view, SAMPLE_TODAY);
                assert!(sections.iter().any(|section| !section.rows.is_empty()), "{} is empty", view.id);
            }
            for field in &table.fields {
                let shown =
                    |row: &crate::blueprint::SampleRow| evaluator.value(&row.id, &field.id) != Value::Empty;
                assert!(table.sample_rows.iter().any(shown), "{} is empty", field.id);
            }
        }
    }
}

#[test]
fn resolved_sessions_count_in_every_language() {
    for language in Language::ALL {
        let customization = Customization { language, ..Customization::default() };
        let blueprint = design(&Answers { customization, ..full() });

        let share = Evaluator::new(&blueprint)
            .value(&"row_projects_portal".into(), &"fld_projects_completed_share".into());
        assert_eq!(share, Value::Number(0.5));
    }
}

#[test]
fn sample_rows_cover_this_week_and_the_eight_before() {
    let blueprint = of(JustMe, Moderate, &[Search], &[]);

    let created = |row: &crate::blueprint::SampleRow| {
        let text =
            row.cells.get(&"fld_sessions_created".into()).and_then(CellValue::text).unwrap()[..10].to_owned();
        SAMPLE_TODAY.signed_duration_since(text.parse::<NaiveDate>().unwrap()).num_days()
    };
    let days: Vec<_> = blueprint.tables[0].sample_rows.iter().map(created).collect();
    assert!(days.iter().filter(|days| **days <= 2).count() >= 4, "{days:?}");
    assert!(days.iter().all(|days| (0..=56).contains(days)), "{days:?}");
}
