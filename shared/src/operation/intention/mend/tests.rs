use serde_json::{Value, json};

use super::*;
use crate::blueprint::fixture::small_with;
use crate::operation::apply_all;
use crate::validate::{Severity, validate};

/// Breaks the small blueprint and mends it: one problem less of its kind, and no other error more.
#[track_caller]
fn mended(platform: Option<Platform>, change: &str, value: Value, code: ProblemKind) -> Blueprint {
    let mut blueprint = small_with([(change, value)]);
    let before = validate(&blueprint, platform);
    let count = |problems: &[Problem]| problems.iter().filter(|problem| problem.code == code).count();
    let errors = |problems: &[Problem]| problems.iter().filter(|it| it.severity == Severity::Error).count();
    let problem = before.iter().find(|problem| problem.code == code).unwrap_or_else(|| panic!("{before:?}"));
    let mut ids = 0;
    let mut new_id = |kind: crate::operation::ElementKind| {
        ids += 1;
        format!("{}_new_{ids}", kind.prefix())
    };
    let platform_now = platform.unwrap_or(Platform::Notion);

    let operations = mend(&blueprint, problem, platform_now, &mut new_id, Language::En)
        .unwrap_or_else(|| panic!("nothing mends {problem:?}"));
    apply_all(&mut blueprint, operations).unwrap();

    let after = validate(&blueprint, platform);
    assert_eq!(count(&after), count(&before) - 1, "{after:?}");
    assert!(errors(&after) <= errors(&before), "{after:?}");
    blueprint
}

#[track_caller]
fn check(change: &str, value: Value, code: ProblemKind) {
    mended(None, change, value, code);
}

fn condition(field: &str, operator: &str, value: Value) -> Value {
    let mut condition = json!({"field": field, "operator": operator});
    if !value.is_null() {
        condition["value"] = value;
    }
    json!({"match": "all", "conditions": [condition]})
}

#[test]
fn names_become_free() {
    check("/tables/1/views/0/name", json!(" "), ProblemKind::EmptyName);
    check("/name", json!(""), ProblemKind::EmptyName);
    check("/tables/0/fields/1/name", json!("title "), ProblemKind::DuplicateName);
    check("/tables/1/name", json!("SESSIONS"), ProblemKind::DuplicateName);
    check("/automations/1/name", json!("categorise"), ProblemKind::DuplicateName);
    check("/dashboards/0/charts/1/name", json!("Sessions"), ProblemKind::DuplicateName);
    check("/tables/0/fields/1/kind/options/2/name", json!("ACTIVE"), ProblemKind::DuplicateOption);
}

#[test]
fn names_fit_the_platform() {
    let named = |value: &str, code| mended(Some(Platform::Excel), "/tables/0/name", json!(value), code);
    let cut = named("A table with a very long name that no sheet takes", ProblemKind::PlatformTableName);
    assert!(cut.tables[0].name.chars().count() <= 31);
    let cleared = named("Chats/2026", ProblemKind::PlatformTableCharacters);
    assert_eq!(cleared.tables[0].name, "Chats 2026");
}

#[test]
fn fields_become_the_nearest_that_holds() {
    let field = |kind: Value| json!({"id": "fld_new", "name": "New", "kind": kind});
    let last = "/tables/0/fields/-";
    check(last, field(json!({"type": "select", "options": []})), ProblemKind::EmptySelect);
    check(last, field(json!({"type": "rating", "max": 11})), ProblemKind::RatingMax);
    check("/tables/1/fields/4/kind/function", json!("percent_checked"), ProblemKind::RollupFunction);
    check("/tables/1/fields/4/kind/field", Value::Null, ProblemKind::RollupWithoutField);
}

#[test]
fn views_say_what_they_can() {
    check("/tables/1/views", json!([]), ProblemKind::TableWithoutViews);
    check("/tables/0/views/0/visible_fields/1", json!("fld_title"), ProblemKind::RepeatedField);
    check("/tables/0/views/4/group", json!("fld_url"), ProblemKind::GroupField);
    check("/tables/0/views/0/filter", json!({"match": "any", "conditions": []}), ProblemKind::EmptyFilter);
}

#[test]
fn conditions_that_test_nothing_go() {
    let holders = ["/tables/0/views/0/filter", "/automations/1/filter", "/dashboards/0/charts/0/filter"];
    for filter in holders {
        check(filter, condition("fld_minutes", "contains", json!("x")), ProblemKind::FilterOperator);
        check(filter, condition("fld_minutes", "is", Value::Null), ProblemKind::FilterValueMissing);
        check(filter, condition("fld_minutes", "is", json!("7")), ProblemKind::FilterValueForm);
        check(filter, condition("fld_due", "within", json!("yesterday")), ProblemKind::FilterRange);
        check(filter, condition("fld_status", "is", json!("opt_idea")), ProblemKind::FilterOption);
        check(filter, condition("fld_project", "is", json!("row_a")), ProblemKind::FilterRow);
    }
    let filter = condition("fld_title", "is_empty", json!(true));
    let kept = mended(None, holders[0], filter, ProblemKind::FilterValueUnneeded);
    assert_eq!(kept.tables[0].views[0].filter.as_ref().unwrap().conditions[0].value, None);
}

#[test]
fn values_that_do_not_fit_go_and_the_rest_stays() {
    let cell = |field: &str| format!("/tables/0/sample_rows/0/cells/{field}");
    check(&cell("fld_due"), json!("soon"), ProblemKind::CellForm);
    check(&cell("fld_status"), json!("opt_idea"), ProblemKind::CellOption);
    check(&cell("fld_rating"), json!(9), ProblemKind::CellRange);
    check(&cell("fld_hours"), json!(1), ProblemKind::CellComputed);
    let tags = mended(None, &cell("fld_tags"), json!(["opt_idea", "opt_x"]), ProblemKind::CellOption);
    let left = |blueprint: &Blueprint, field: &str| {
        blueprint.tables[0].sample_rows[0].cells.get(&field.into()).map(|value| value.list().to_vec())
    };
    assert_eq!(left(&tags, "fld_tags"), Some(vec!["opt_idea".to_owned()]));
    let tags = mended(None, &cell("fld_tags"), json!(["opt_idea", "opt_idea"]), ProblemKind::CellRepeats);
    assert_eq!(left(&tags, "fld_tags"), Some(vec!["opt_idea".to_owned()]));
    let owner = mended(None, &cell("fld_owner"), json!(["Ada", "Ben"]), ProblemKind::CellTooMany);
    assert_eq!(left(&owner, "fld_owner"), Some(vec!["Ada".to_owned()]));
}

#[test]
fn what_does_nothing_goes() {
    check("/automations/1/actions", json!([]), ProblemKind::AutomationWithoutActions);
    check("/dashboards/0/charts", json!([]), ProblemKind::EmptyDashboard);
}

#[test]
fn charts_show_what_they_can() {
    let chart = |part: &str| format!("/dashboards/0/charts/{part}");
    check(&chart("0/x"), json!({"field": "fld_status"}), ProblemKind::ChartAxisUnneeded);
    check(&chart("1/x"), json!({"field": "fld_created"}), ProblemKind::ChartBucketMissing);
    check(&chart("2/x"), json!({"field": "fld_status", "bucket": "week"}), ProblemKind::ChartBucket);
    check(&chart("2/measure/field"), json!("fld_title"), ProblemKind::ChartMeasureField);
}

#[test]
fn where_a_person_must_choose_nothing_is_offered() {
    let blueprint = small_with([("/tables/0/fields/10/kind/expression", json!("1 +"))]);
    let problem =
        validate(&blueprint, None).into_iter().find(|it| it.code == ProblemKind::FormulaSyntax).unwrap();
    let mut new_id = |_| String::new();
    assert_eq!(mend(&blueprint, &problem, Platform::Notion, &mut new_id, Language::En), None);
}
