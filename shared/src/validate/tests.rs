//! Every rule, by a change of the small blueprint that breaks it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::report::WORDS;
use super::*;
use crate::blueprint::fixture::{set, small, small_json};
use crate::blueprint::{CellValue, read};
use crate::words::Language;

/// Limits that the small blueprint just meets.
const NARROW: Limits = Limits {
    table_name_chars: Some(8),
    field_name_chars: Some(18),
    option_name_chars: Some(9),
    title_chars: Some(17),
    text_chars: Some(10),
    long_text_chars: Some(20),
    options: Some(3),
    fields: Some(12),
    tables: Some(2),
    table_name_forbidden: "[]:*?/\\",
    option_name_forbidden: ",",
};

fn validate_narrow(blueprint: &Blueprint) -> Vec<Problem> {
    validate_within(blueprint, Some(("Narrow", &NARROW)))
}

/// A change that breaks a rule: where, what, which rule, and where the problem stands.
type Case = (&'static str, Json, ProblemKind, &'static str);

fn field(kind: Json) -> Json {
    json!({"id": "fld_new", "name": "New", "kind": kind})
}

fn condition(field: &str, operator: &str, value: Json) -> Json {
    let mut condition = json!({"field": field, "operator": operator});
    if !value.is_null() {
        condition["value"] = value;
    }
    json!({"match": "all", "conditions": [condition]})
}

fn structure_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    vec![
        ("/tables/0/views/1/id", json!("viw_all"), Kind::DuplicateId, "#/tables/0/views/1/id"),
        ("/tables/1/id", json!("fld_title"), Kind::DuplicateId, "#/tables/1/id"),
        ("/dashboards/0/charts/0/id", json!("Chart 1"), Kind::IdForm, "#/dashboards/0/charts/0/id"),
        ("/id", json!("x".repeat(81)), Kind::IdForm, "#/id"),
        ("/schema_version", json!(0), Kind::SchemaVersion, "#/schema_version"),
        ("/automations/1/table", json!("tbl_x"), Kind::UnknownTable, "#/automations/1/table"),
        ("/dashboards/0/charts/0/table", json!("tbl_x"), Kind::UnknownTable, "#/dashboards/0/charts/0/table"),
        (
            "/automations/0/actions/3/table",
            json!("tbl_x"),
            Kind::UnknownTable,
            "#/automations/0/actions/3/table",
        ),
        (
            "/tables/0/views/0/sorts/0/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/tables/0/views/0/sorts/0/field",
        ),
        (
            "/tables/0/views/0/visible_fields/1",
            json!("fld_x"),
            Kind::UnknownField,
            "#/tables/0/views/0/visible_fields/1",
        ),
        ("/tables/0/views/1/kind/by", json!("fld_x"), Kind::UnknownField, "#/tables/0/views/1/kind/by"),
        ("/tables/0/views/3/kind/end", json!("fld_x"), Kind::UnknownField, "#/tables/0/views/3/kind/end"),
        ("/tables/0/views/4/group", json!("fld_x"), Kind::UnknownField, "#/tables/0/views/4/group"),
        (
            "/tables/0/views/2/filter/conditions/0/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/tables/0/views/2/filter/conditions/0/field",
        ),
        (
            "/tables/1/fields/4/kind/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/tables/1/fields/4/kind/field",
        ),
        ("/automations/1/trigger/field", json!("fld_x"), Kind::UnknownField, "#/automations/1/trigger/field"),
        (
            "/automations/0/actions/0/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/automations/0/actions/0/field",
        ),
        ("/automations/0/actions/4/by", json!("fld_x"), Kind::UnknownField, "#/automations/0/actions/4/by"),
        (
            "/dashboards/0/charts/1/x/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/dashboards/0/charts/1/x/field",
        ),
        (
            "/dashboards/0/charts/2/measure/field",
            json!("fld_x"),
            Kind::UnknownField,
            "#/dashboards/0/charts/2/measure/field",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_x~1y",
            json!("a"),
            Kind::UnknownField,
            "#/tables/0/sample_rows/0/cells/fld_x~01y",
        ),
        (
            "/tables/1/fields/4/kind/field",
            json!("fld_project_code"),
            Kind::ForeignField,
            "#/tables/1/fields/4/kind/field",
        ),
        (
            "/tables/0/sample_rows/2/cells/fld_project_name",
            json!("a"),
            Kind::ForeignField,
            "#/tables/0/sample_rows/2/cells/fld_project_name",
        ),
        (
            "/tables/0/fields/9/kind/inverse",
            json!("fld_project_name"),
            Kind::InverseNotMutual,
            "#/tables/0/fields/9/kind/inverse",
        ),
        (
            "/tables/1/fields/3/kind/relation",
            json!("fld_project_name"),
            Kind::NotARelation,
            "#/tables/1/fields/3/kind/relation",
        ),
        ("/tables/1/fields/0/kind/type", json!("text"), Kind::NoTitle, "#/tables/1/fields"),
        ("/tables/0/fields/11/kind/type", json!("title"), Kind::SeveralTitles, "#/tables/0/fields/11"),
        (
            "/tables/0/views/0/sorts",
            json!(vec![json!({"field": "fld_title", "direction": "ascending"}); 101]),
            Kind::TooMany,
            "#/tables/0/views/0/sorts",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_owner",
            json!(vec!["Ada"; 1001]),
            Kind::TooMany,
            "#/tables/0/sample_rows/0/cells/fld_owner",
        ),
        ("/tables/0/description", json!("ä".repeat(5_001)), Kind::TextTooLong, "#/tables/0/description"),
        ("/positions", json!({"fld_url": "-1"}), Kind::PositionOrder, "#/tables/0/fields"),
        ("/positions", json!({"opt_hold": "1"}), Kind::PositionOrder, "#/tables/0/fields/1/kind/options"),
        ("/positions", json!({"fld_gone": "3"}), Kind::PositionOrder, "#/positions/fld_gone"),
        ("/positions", json!({"fld_status": "1000000000000"}), Kind::PositionOrder, "#/tables/0/fields"),
        ("/positions", json!({"fld_url": "1000000000001"}), Kind::PositionOrder, "#/positions/fld_url"),
        (
            "/automations/0/actions/2/message",
            json!("x".repeat(5_001)),
            Kind::TextTooLong,
            "#/automations/0/actions/2/message",
        ),
    ]
}

fn element_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    let fields = "/tables/0/fields/-";
    let formula = "/tables/0/fields/10/kind/expression";
    let formula_at = "#/tables/0/fields/10/kind/expression";
    vec![
        ("/tables", json!([]), Kind::EmptyBlueprint, "#/tables"),
        ("/tables/1/views/0/name", json!(" "), Kind::EmptyName, "#/tables/1/views/0/name"),
        ("/name", json!(""), Kind::EmptyName, "#/name"),
        ("/tables/0/fields/1/name", json!("title "), Kind::DuplicateName, "#/tables/0/fields/1/name"),
        ("/tables/1/name", json!("SESSIONS"), Kind::DuplicateName, "#/tables/1/name"),
        ("/automations/1/name", json!("categorise"), Kind::DuplicateName, "#/automations/1/name"),
        (
            "/dashboards/0/charts/1/name",
            json!("Sessions"),
            Kind::DuplicateName,
            "#/dashboards/0/charts/1/name",
        ),
        (
            "/tables/0/fields/1/kind/options/1/name",
            json!("ACTIVE"),
            Kind::DuplicateOption,
            "#/tables/0/fields/1/kind/options/1/name",
        ),
        (
            fields,
            field(json!({"type": "select", "options": []})),
            Kind::EmptySelect,
            "#/tables/0/fields/12/kind/options",
        ),
        (
            fields,
            field(json!({"type": "rating", "max": 11})),
            Kind::RatingMax,
            "#/tables/0/fields/12/kind/max",
        ),
        (formula, json!("{fld_hours} + 1"), Kind::ComputedCycle, "#/tables/0/fields/10/kind"),
        ("/tables/1/fields/4/kind/field", Json::Null, Kind::RollupWithoutField, "#/tables/1/fields/4/kind"),
        (
            "/tables/1/fields/4/kind/function",
            json!("percent_checked"),
            Kind::RollupFunction,
            "#/tables/1/fields/4/kind/function",
        ),
        (
            "/tables/1/fields/6/kind/function",
            json!("sum"),
            Kind::RollupFunction,
            "#/tables/1/fields/6/kind/function",
        ),
        (formula, json!("1 +"), Kind::FormulaSyntax, formula_at),
        (formula, json!("{fld_x}"), Kind::FormulaField, formula_at),
        (formula, json!("{fld_project_name}"), Kind::FormulaField, formula_at),
        (formula, json!("{fld_title} + 1"), Kind::FormulaType, formula_at),
    ]
}

fn view_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    let filter = "/tables/0/views/0/filter";
    let value = "#/tables/0/views/0/filter/conditions/0/value";
    let operator = "#/tables/0/views/0/filter/conditions/0/operator";
    vec![
        ("/tables/1/views", json!([]), Kind::TableWithoutViews, "#/tables/1/views"),
        ("/tables/0/views/1/kind/by", json!("fld_tags"), Kind::BoardField, "#/tables/0/views/1/kind/by"),
        ("/tables/0/views/1/kind/by", json!("fld_title"), Kind::BoardField, "#/tables/0/views/1/kind/by"),
        ("/tables/0/views/1/kind/by", json!("fld_empty"), Kind::EmptyBoard, "#/tables/0/views/1/kind/by"),
        (
            "/tables/0/views/2/kind/date",
            json!("fld_title"),
            Kind::CalendarField,
            "#/tables/0/views/2/kind/date",
        ),
        (
            "/tables/0/views/3/kind/start",
            json!("fld_rating"),
            Kind::TimelineField,
            "#/tables/0/views/3/kind/start",
        ),
        (
            "/tables/0/views/3/kind/end",
            json!("fld_status"),
            Kind::TimelineField,
            "#/tables/0/views/3/kind/end",
        ),
        ("/tables/0/views/4/group", json!("fld_url"), Kind::GroupField, "#/tables/0/views/4/group"),
        (
            "/tables/0/views/0/visible_fields/2",
            json!("fld_title"),
            Kind::RepeatedField,
            "#/tables/0/views/0/visible_fields/2",
        ),
        (
            filter,
            json!({"match": "any", "conditions": []}),
            Kind::EmptyFilter,
            "#/tables/0/views/0/filter/conditions",
        ),
        (filter, condition("fld_minutes", "contains", json!("x")), Kind::FilterOperator, operator),
        (filter, condition("fld_status", "within", json!("today")), Kind::FilterOperator, operator),
        (filter, condition("fld_title", "is_me", Json::Null), Kind::FilterOperator, operator),
        (filter, condition("fld_done", "is_empty", Json::Null), Kind::FilterOperator, operator),
        (filter, condition("fld_title", "at_least", json!(1)), Kind::FilterOperator, operator),
        (filter, condition("fld_due", "is_any_of", json!(["2026-01-01"])), Kind::FilterOperator, operator),
        (
            filter,
            condition("fld_title", "contains", Json::Null),
            Kind::FilterValueMissing,
            "#/tables/0/views/0/filter/conditions/0",
        ),
        (filter, condition("fld_title", "is_empty", json!(true)), Kind::FilterValueUnneeded, value),
        (filter, condition("fld_minutes", "is", json!("7")), Kind::FilterValueForm, value),
        (filter, condition("fld_due", "at_least", json!("soon")), Kind::FilterValueForm, value),
        (filter, condition("fld_status", "is_any_of", json!("opt_active")), Kind::FilterValueForm, value),
        (filter, condition("fld_due", "within", json!("yesterday")), Kind::FilterRange, value),
        (filter, condition("fld_status", "is", json!("opt_idea")), Kind::FilterOption, value),
        (filter, condition("fld_tags", "is_any_of", json!(["opt_x"])), Kind::FilterOption, value),
        (filter, condition("fld_project", "is", json!("row_a")), Kind::FilterRow, value),
    ]
}

fn cell_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    vec![
        (
            "/tables/0/sample_rows/0/cells/fld_due",
            json!("soon"),
            Kind::CellForm,
            "#/tables/0/sample_rows/0/cells/fld_due",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_tags",
            json!("opt_idea"),
            Kind::CellForm,
            "#/tables/0/sample_rows/0/cells/fld_tags",
        ),
        ("/automations/0/actions/0/value", json!(7), Kind::CellForm, "#/automations/0/actions/0/value"),
        (
            "/tables/0/sample_rows/0/cells/fld_status",
            json!("opt_x"),
            Kind::CellOption,
            "#/tables/0/sample_rows/0/cells/fld_status",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_tags/1",
            json!("opt_done"),
            Kind::CellOption,
            "#/tables/0/sample_rows/0/cells/fld_tags/1",
        ),
        (
            "/automations/0/actions/0/value",
            json!("opt_x"),
            Kind::CellOption,
            "#/automations/0/actions/0/value",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_project/0",
            json!("row_b"),
            Kind::CellRow,
            "#/tables/0/sample_rows/0/cells/fld_project/0",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_owner",
            json!(["Ada", "Ben"]),
            Kind::CellTooMany,
            "#/tables/0/sample_rows/0/cells/fld_owner",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_project",
            json!(["row_p1", "row_p2"]),
            Kind::CellTooMany,
            "#/tables/0/sample_rows/0/cells/fld_project",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_tags/1",
            json!("opt_urgent"),
            Kind::CellRepeats,
            "#/tables/0/sample_rows/0/cells/fld_tags/1",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_rating",
            json!(6),
            Kind::CellRange,
            "#/tables/0/sample_rows/0/cells/fld_rating",
        ),
        (
            "/tables/1/sample_rows/0/cells/fld_project_code",
            json!(1.5),
            Kind::CellRange,
            "#/tables/1/sample_rows/0/cells/fld_project_code",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_hours",
            json!(1),
            Kind::CellComputed,
            "#/tables/0/sample_rows/0/cells/fld_hours",
        ),
        (
            "/tables/0/fields/1/required",
            json!(true),
            Kind::RequiredCellEmpty,
            "#/tables/0/sample_rows/2/cells",
        ),
        (
            "/tables/0/sample_rows/1/cells/fld_title",
            json!(" "),
            Kind::TitleCellEmpty,
            "#/tables/0/sample_rows/1/cells",
        ),
    ]
}

fn automation_and_dashboard_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    let chart = |path: &str| -> &'static str { path.to_owned().leak() };
    vec![
        ("/automations/1/actions", json!([]), Kind::AutomationWithoutActions, "#/automations/1/actions"),
        (
            "/automations/0/actions/0/field",
            json!("fld_hours"),
            Kind::AutomationComputedField,
            "#/automations/0/actions/0/field",
        ),
        (
            "/automations/0/actions/3/cells/fld_project_code",
            json!(7),
            Kind::AutomationComputedField,
            "#/automations/0/actions/3/cells/fld_project_code",
        ),
        (
            "/automations/1/trigger/field",
            json!("fld_title"),
            Kind::AutomationDateField,
            "#/automations/1/trigger/field",
        ),
        (
            "/automations/0/actions/1/field",
            json!("fld_created"),
            Kind::AutomationDateField,
            "#/automations/0/actions/1/field",
        ),
        (
            "/automations/0/actions/2/person",
            json!("fld_title"),
            Kind::AutomationPersonField,
            "#/automations/0/actions/2/person",
        ),
        ("/dashboards/0/charts", json!([]), Kind::EmptyDashboard, "#/dashboards/0/charts"),
        ("/dashboards/0/charts/1/x", Json::Null, Kind::ChartAxisMissing, "#/dashboards/0/charts/1"),
        ("/dashboards/0/charts/3/y", Json::Null, Kind::ChartAxisMissing, "#/dashboards/0/charts/3"),
        (
            chart("/dashboards/0/charts/0/x"),
            json!({"field": "fld_status"}),
            Kind::ChartAxisUnneeded,
            "#/dashboards/0/charts/0/x",
        ),
        (
            "/dashboards/0/charts/2/x/field",
            json!("fld_title"),
            Kind::ChartGroupField,
            "#/dashboards/0/charts/2/x/field",
        ),
        (
            "/dashboards/0/charts/2/x/bucket",
            json!("week"),
            Kind::ChartBucket,
            "#/dashboards/0/charts/2/x/bucket",
        ),
        (
            "/dashboards/0/charts/3/y/field",
            json!("fld_due"),
            Kind::ChartBucket,
            "#/dashboards/0/charts/3/y/bucket",
        ),
        (
            "/dashboards/0/charts/1/x/bucket",
            Json::Null,
            Kind::ChartBucketMissing,
            "#/dashboards/0/charts/1/x",
        ),
        (
            "/dashboards/0/charts/2/measure/field",
            json!("fld_status"),
            Kind::ChartMeasureField,
            "#/dashboards/0/charts/2/measure",
        ),
        (
            "/dashboards/0/charts/2/measure/field",
            Json::Null,
            Kind::ChartMeasureField,
            "#/dashboards/0/charts/2/measure",
        ),
        (
            "/dashboards/0/charts/4/measure/of",
            Json::Null,
            Kind::ChartShareFilter,
            "#/dashboards/0/charts/4/measure",
        ),
    ]
}

fn platform_cases() -> Vec<Case> {
    use ProblemKind as Kind;
    let table = json!({"id": "tbl_x", "name": "X", "fields": [
        {"id": "fld_x", "name": "X", "kind": {"type": "title"}}
    ], "views": [{"id": "viw_x", "name": "X", "kind": {"type": "grid"}}]});
    let option = json!({"id": "opt_x", "name": "X"});
    vec![
        ("/tables/0/name", json!("Sessions!"), Kind::PlatformTableName, "#/tables/0/name"),
        (
            "/tables/0/fields/0/name",
            json!("x".repeat(19)),
            Kind::PlatformFieldName,
            "#/tables/0/fields/0/name",
        ),
        (
            "/tables/0/fields/1/kind/options/0/name",
            json!("Activities"),
            Kind::PlatformOptionName,
            "#/tables/0/fields/1/kind/options/0/name",
        ),
        ("/tables/0/name", json!("A/B"), Kind::PlatformTableCharacters, "#/tables/0/name"),
        (
            "/tables/0/fields/1/kind/options/0/name",
            json!("A, B"),
            Kind::PlatformOptionCharacters,
            "#/tables/0/fields/1/kind/options/0/name",
        ),
        (
            "/tables/0/sample_rows/0/cells/fld_title",
            json!("x".repeat(18)),
            Kind::PlatformTitle,
            "#/tables/0/sample_rows/0/cells/fld_title",
        ),
        (
            "/tables/0/fields/11/kind/type",
            json!("text"),
            Kind::PlatformText,
            "#/tables/0/sample_rows/0/cells/fld_url",
        ),
        (
            "/tables/0/fields/11/kind/type",
            json!("long_text"),
            Kind::PlatformText,
            "#/tables/0/sample_rows/0/cells/fld_url",
        ),
        ("/tables/-", table, Kind::PlatformTables, "#/tables"),
        ("/tables/0/fields/-", field(json!({"type": "text"})), Kind::PlatformFields, "#/tables/0/fields"),
        (
            "/tables/0/fields/1/kind/options/-",
            option,
            Kind::PlatformOptions,
            "#/tables/0/fields/1/kind/options",
        ),
    ]
}

fn cases() -> Vec<Case> {
    [
        structure_cases(),
        element_cases(),
        view_cases(),
        cell_cases(),
        automation_and_dashboard_cases(),
        platform_cases(),
    ]
    .concat()
}

/// Rules that no JSON document with one change can break; each has a test of its own below.
const APART: [ProblemKind; 2] = [ProblemKind::NotFinite, ProblemKind::ComputedChain];

fn problems(change: &str, value: Json) -> Vec<Problem> {
    let mut json = small_json();
    if value == json!("fld_empty") {
        let select = json!({"id": "fld_empty", "name": "Empty", "kind": {"type": "select", "options": []}});
        set(&mut json, "/tables/0/fields/-", select);
    }
    set(&mut json, change, value);
    let blueprint: Blueprint = serde_json::from_value(json).unwrap();
    validate_narrow(&blueprint)
}

#[test]
fn the_small_blueprint_breaks_no_rule() {
    assert_eq!(validate_narrow(&small()), []);
}

#[test]
fn every_change_breaks_the_rule_it_is_meant_to() {
    for (change, value, code, pointer) in cases() {
        let found = problems(change, value.clone());
        let expected = found.iter().find(|problem| problem.code == code && problem.pointer == pointer);
        let Some(problem) = expected else {
            panic!("{change} = {value}: {code:?} at {pointer} not in {found:#?}")
        };
        assert_eq!(problem.severity, code.severity());
        let words = format!("{} {}", problem.sentence, problem.fix);
        assert!(!words.replace("{fld_", "").contains('{'), "{words}");
    }
}

#[test]
fn every_rule_has_a_case() {
    let covered: BTreeSet<_> = cases().into_iter().map(|(_, _, code, _)| code).chain(APART).collect();
    let missing: Vec<_> = ProblemKind::ALL.iter().filter(|code| !covered.contains(code)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn every_rule_has_words() {
    crate::words::assert_complete(&WORDS);
    let keys: BTreeSet<&str> = WORDS.keys(Language::En).collect();
    let expected: Vec<_> = ProblemKind::ALL
        .iter()
        .flat_map(|code| [format!("{}.fix", code.as_str()), format!("{}.sentence", code.as_str())])
        .collect();
    assert_eq!(keys, expected.iter().map(String::as_str).collect());
    for code in ProblemKind::ALL {
        assert_eq!(json!(code), json!(code.as_str()));
        let sentence = WORDS.get(Language::En, &format!("{}.sentence", code.as_str())).to_owned();
        assert!(sentence.contains('`'), "{sentence}");
    }
}

#[test]
fn structure_is_what_the_first_cases_break_and_no_more() {
    let breaks = |(change, value, _, _): Case| {
        let mut json = small_json();
        set(&mut json, change, value);
        !structure(&serde_json::from_value(json).unwrap()).is_empty()
    };
    assert!(structure_cases().into_iter().all(breaks));
    let milder = [view_cases(), cell_cases(), platform_cases(), element_cases().split_off(1)].concat();
    let milder = milder.into_iter().filter(|(_, value, _, _)| *value != json!("fld_empty"));
    assert_eq!(milder.filter(|case| breaks(case.clone())).collect::<Vec<_>>(), []);
}

#[test]
fn numbers_that_are_not_finite_are_reported() {
    let mut blueprint = small();
    let row = &mut blueprint.tables[0].sample_rows[0];
    row.cells.insert("fld_minutes".into(), CellValue::Number(f64::NAN));
    let problems = validate(&blueprint, None);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, ProblemKind::NotFinite);
    assert_eq!(problems[0].pointer, "#/tables/0/sample_rows/0/cells/fld_minutes");
    assert_eq!(problems[0].sentence, "`NaN` is not a finite number.");
}

#[test]
fn chains_and_cycles_of_computed_fields_are_told_apart() {
    let mut json = small_json();
    let add = |json: &mut Json, id: String, expression: String| {
        let kind = json!({"type": "formula", "expression": expression});
        set(json, "/tables/0/fields/-", json!({"id": id, "name": id, "kind": kind}));
    };
    for index in 1..=17 {
        add(&mut json, format!("fld_c{index}"), format!("{{fld_c{}}} + 1", index - 1));
    }
    add(&mut json, "fld_c0".into(), "1".into());
    add(&mut json, "fld_l1".into(), "{fld_l2} + 1".into());
    add(&mut json, "fld_l2".into(), "{fld_l1} + 1".into());
    add(&mut json, "fld_after".into(), "{fld_l1} + 1".into());
    let found = validate(&serde_json::from_value(json).unwrap(), None);
    let found: Vec<_> = found.iter().map(|problem| (problem.code, problem.pointer.as_str())).collect();
    assert_eq!(
        found,
        [
            (ProblemKind::ComputedChain, "#/tables/0/fields/27/kind"),
            (ProblemKind::ComputedChain, "#/tables/0/fields/28/kind"),
            (ProblemKind::ComputedCycle, "#/tables/0/fields/30/kind"),
            (ProblemKind::ComputedCycle, "#/tables/0/fields/31/kind"),
        ]
    );
}

#[test]
fn sentences_speak_the_language_of_the_blueprint() {
    let mut json = small_json();
    set(&mut json, "/settings/language", json!("de"));
    set(&mut json, "/tables/0/fields/10/kind/expression", json!("{fld_title} * 2"));
    let found = validate(&serde_json::from_value(json).unwrap(), None);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].sentence,
        "In der Formel von `Hours` passt an Stelle 1 etwas nicht: Hier wird ein Wert vom Typ `Zahl` gebraucht, \
         nicht `Text`."
    );
    assert_eq!(found[0].fix, "Einen Wert mit passendem Typ verwenden.");
}

#[test]
fn hostile_blueprints_give_only_so_many_problems() {
    let mut blueprint = small();
    let row = blueprint.tables[0].sample_rows[0].clone();
    blueprint.tables[0].sample_rows = vec![row; 3_000];
    assert_eq!(validate(&blueprint, None).len(), PROBLEMS_MAX);
}

/// Every pointer into `json`.
fn pointers(json: &Json, pointer: &str, found: &mut Vec<String>) {
    let mut child = |step: String, value: &Json| {
        let pointer = format!("{pointer}/{step}");
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match json {
        Json::Object(object) => object.iter().for_each(|(key, value)| child(key.clone(), value)),
        Json::Array(items) => items.iter().enumerate().for_each(|(i, value)| child(i.to_string(), value)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_edits_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..3_u8), 1..6)) {
        let mut json = small_json();
        let source = small_json();
        let mut sources = Vec::new();
        pointers(&source, "", &mut sources);
        for (target, with, how) in edits {
            let mut targets = Vec::new();
            pointers(&json, "", &mut targets);
            let (target, with) = (target.get(&targets[..]), source.pointer(with.get(&sources[..]).as_str()).unwrap().clone());
            let value = match how {
                0 => Json::Null,
                1 => with,
                _ => json!("{fld_hours} + \"ä"),
            };
            set(&mut json, target, value);
        }
        if let Ok(blueprint) = read(&json.to_string()) {
            let _ = validate_narrow(&blueprint);
            compute_everything(&blueprint);
        }
    }
}

fn compute_everything(blueprint: &Blueprint) {
    let today = blueprint.settings.sample_today.unwrap_or_default();
    let evaluator = crate::compute::Evaluator::new(blueprint);
    for table in &blueprint.tables {
        for (row, field) in
            table.sample_rows.iter().flat_map(|row| table.fields.iter().map(move |f| (row, f)))
        {
            let _ = evaluator.cell_label(&row.id, &field.id);
        }
        for view in &table.views {
            let _ = crate::compute::sections(&evaluator, table, view, today);
        }
    }
    for chart in blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts) {
        let _ = crate::compute::chart_data(&evaluator, chart, today);
    }
}
