//! The whole of computing, over the small blueprint.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::*;
use crate::blueprint::fixture::{small, small_with};
use crate::blueprint::{Blueprint, Chart, Filter, Operator, View};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 20).unwrap()
}

fn value(blueprint: &Blueprint, row: &str, field: &str) -> Value {
    Evaluator::new(blueprint).value(&row.into(), &field.into())
}

fn label(blueprint: &Blueprint, row: &str, field: &str) -> String {
    Evaluator::new(blueprint).cell_label(&row.into(), &field.into())
}

#[track_caller]
fn formula(expression: &str, row: &str, expected: Value) {
    let expression = ("/tables/0/fields/10/kind/expression", json!(expression));
    assert_eq!(value(&small_with([expression]), row, "fld_hours"), expected);
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn words_are_complete() {
    crate::words::assert_complete(&WORDS);
}

#[test]
fn stored_and_computed_cells_have_values() {
    let small = small();
    assert_eq!(value(&small, "row_a", "fld_hours"), Value::Number(0.75));
    assert_eq!(
        value(&small, "row_p1", "fld_project_sessions"),
        Value::List(vec!["row_a".into(), "row_b".into()])
    );
    assert_eq!(value(&small, "row_p1", "fld_project_count"), Value::Number(2.0));
    assert_eq!(value(&small, "row_p1", "fld_project_hours"), Value::Number(2.25));
    assert_eq!(value(&small, "row_p1", "fld_project_share"), Value::Number(0.5));
    assert_eq!(value(&small, "row_p1", "fld_project_note"), text("big: PROJ-2026-001"));
    assert_eq!(value(&small, "row_p2", "fld_project_note"), text("small"));
    assert_eq!(value(&small, "row_c", "fld_done"), Value::Bool(false));
    assert_eq!(value(&small, "row_c", "fld_project"), Value::Empty);
    assert_eq!(value(&small, "row_a", "fld_project_name"), Value::Empty);
    assert_eq!(value(&small, "row_x", "fld_title"), Value::Empty);
}

#[test]
fn labels_are_what_people_read() {
    let small = small();
    assert_eq!(label(&small, "row_a", "fld_status"), "Active");
    assert_eq!(label(&small, "row_a", "fld_tags"), "Urgent, Idea");
    assert_eq!(label(&small, "row_a", "fld_project"), "Compiler");
    assert_eq!(label(&small, "row_a", "fld_due"), "2026-03-18");
    assert_eq!(label(&small, "row_a", "fld_done"), "Yes");
    assert_eq!(label(&small, "row_a", "fld_hours"), "0.75");
    assert_eq!(label(&small, "row_p2", "fld_project_code"), "PROJ-2026-002");
    assert_eq!(label(&small, "row_p1", "fld_project_share"), "50\u{a0}%");
    assert_eq!(label(&small, "row_p1", "fld_project_last"), "2026-03-16 14:00");
    assert_eq!(label(&small, "row_p1", "fld_project_hours"), "2.25");
    let german = small_with([
        ("/settings/language", json!("de")),
        ("/settings/date_format", json!("dotted")),
        ("/tables/0/sample_rows/0/cells/fld_minutes", json!(1234)),
    ]);
    assert_eq!(label(&german, "row_a", "fld_due"), "18.03.2026");
    assert_eq!(label(&german, "row_a", "fld_minutes"), "1.234");
    assert_eq!(label(&german, "row_a", "fld_hours"), "20,57");
    assert_eq!(label(&german, "row_c", "fld_done"), "Nein");
}

#[test]
fn formulas_compute_over_their_row() {
    formula("{fld_minutes} * 2 - -1", "row_a", Value::Number(91.0));
    formula("round(2.675, 2)", "row_a", Value::Number(2.68));
    formula("round(-2.5, 0)", "row_a", Value::Number(-3.0));
    formula("round(1234, -2)", "row_a", Value::Number(1200.0));
    formula("0.1 + 0.2 = 0.3", "row_a", Value::Bool(true));
    formula("{fld_status} & \": \" & {fld_tags} & \" \" & 1.5", "row_a", text("Active: Urgent, Idea 1.5"));
    formula("{fld_due} & \" \" & {fld_created}", "row_a", text("2026-03-18 2026-03-02 09:30"));
    formula("if({fld_status} = \"Active\", 1, 2)", "row_a", Value::Number(1.0));
    formula("days({fld_created}, {fld_due})", "row_a", Value::Number(16.0));
    formula("days({fld_due}, {fld_created})", "row_a", Value::Number(-16.0));
    formula("max({fld_minutes}, 60)", "row_a", Value::Number(60.0));
    formula("min({fld_due}, {fld_due})", "row_a", Value::Date(NaiveDate::from_ymd_opt(2026, 3, 18).unwrap()));
    formula("len({fld_project} & \"ä\")", "row_a", Value::Number(9.0));
    formula("and({fld_done}, not(false), or(false, {fld_due} > {fld_created}))", "row_a", Value::Bool(true));
}

#[test]
fn empty_operands_do_as_documented() {
    formula("{fld_rating} + 1", "row_c", Value::Empty);
    formula("1 / 0", "row_c", Value::Empty);
    formula("max({fld_rating}, 1)", "row_c", Value::Empty);
    formula("days({fld_due}, {fld_created})", "row_c", Value::Empty);
    formula("\"x\" & {fld_rating} & {fld_status}", "row_c", text("x"));
    formula("{fld_status} & \"\"", "row_c", Value::Empty);
    formula("len({fld_status})", "row_c", Value::Number(0.0));
    formula("{fld_status} = \"\"", "row_c", Value::Bool(true));
    formula("{fld_rating} = 0", "row_c", Value::Bool(false));
    formula("{fld_rating} != 0", "row_c", Value::Bool(true));
    formula("{fld_rating} = {fld_rating} / 2", "row_c", Value::Bool(true));
    formula("{fld_rating} <= 3", "row_c", Value::Bool(false));
    formula("is_empty({fld_rating})", "row_c", Value::Bool(true));
    formula("if(is_empty({fld_due}), \"\", 3)", "row_c", Value::Empty);
    formula("99999999999999999999999 * 1", "row_c", Value::Number(1e23));
}

#[test]
fn what_cannot_be_computed_is_empty() {
    formula("1 +", "row_a", Value::Empty);
    formula("{fld_project_name}", "row_a", Value::Empty);
    formula("{fld_title} + 1", "row_a", Value::Empty);
    formula("{fld_hours} + 1", "row_a", Value::Empty);
    let cyclic = small_with([
        ("/tables/0/fields/10/kind/expression", json!("{fld_loop}")),
        (
            "/tables/0/fields/-",
            json!({"id": "fld_loop", "name": "Loop", "kind": {"type": "formula", "expression": "{fld_hours} + 1"}}),
        ),
    ]);
    assert_eq!(value(&cyclic, "row_a", "fld_loop"), Value::Empty);
    assert_eq!(value(&cyclic, "row_p1", "fld_project_hours"), Value::Empty);
    let schema = Schema::new(&cyclic);
    assert_eq!(schema.cyclic(), ["fld_hours".into(), "fld_loop".into()].iter().collect::<Vec<_>>());
}

#[test]
fn endless_chains_of_formulas_end() {
    let mut json = crate::blueprint::fixture::small_json();
    for index in 0..2_000 {
        let before = if index == 0 { "1".to_owned() } else { format!("{{fld_x{}}} + 1", index - 1) };
        let kind = json!({"type": "formula", "expression": before});
        let field = json!({"id": format!("fld_x{index}"), "name": format!("X{index}"), "kind": kind});
        crate::blueprint::fixture::set(&mut json, "/tables/0/fields/-", field);
    }
    let blueprint: Blueprint = serde_json::from_value(json).unwrap();
    assert_eq!(value(&blueprint, "row_a", "fld_x15"), Value::Number(16.0));
    assert_eq!(value(&blueprint, "row_a", "fld_x16"), Value::Empty);
    assert_eq!(value(&blueprint, "row_a", "fld_x1999"), Value::Empty);
    assert_eq!(Schema::new(&blueprint).too_long().len(), 2_000 - 16);
}

#[track_caller]
fn passing(field: &str, operator: Operator, value: Json, expected: &[&str]) {
    let filter =
        json!({"match": "all", "conditions": [{"field": field, "operator": operator, "value": value}]});
    let filter: Filter = serde_json::from_value(filter).unwrap();
    let small = small();
    let evaluator = Evaluator::new(&small);
    let rows = small.tables.iter().flat_map(|table| &table.sample_rows);
    let found: Vec<_> = rows.filter(|row| matches(&evaluator, row, &filter, today())).collect();
    let found: Vec<_> =
        found.iter().map(|row| row.id.as_str()).filter(|id| !id.starts_with("row_p")).collect();
    assert_eq!(found, expected);
}

#[test]
fn filters_take_the_rows_that_their_operators_promise() {
    passing("fld_status", Operator::Is, json!("opt_active"), &["row_a"]);
    passing("fld_status", Operator::IsNot, json!("opt_active"), &["row_b", "row_c"]);
    passing("fld_status", Operator::IsAnyOf, json!(["opt_active", "opt_done"]), &["row_a", "row_b"]);
    passing("fld_tags", Operator::Is, json!("opt_urgent"), &["row_a"]);
    passing("fld_tags", Operator::IsAnyOf, json!(["opt_idea"]), &["row_a", "row_b"]);
    passing("fld_project", Operator::Is, json!("row_p1"), &["row_a", "row_b"]);
    passing("fld_done", Operator::Is, json!(false), &["row_b", "row_c"]);
    passing("fld_title", Operator::Contains, json!("DEBUG"), &["row_a"]);
    passing("fld_title", Operator::IsAnyOf, json!(["Workshop", "design"]), &["row_b", "row_c"]);
    passing("fld_due", Operator::IsEmpty, Json::Null, &["row_c"]);
    passing("fld_due", Operator::IsNotEmpty, Json::Null, &["row_a", "row_b"]);
    passing("fld_rating", Operator::AtLeast, json!(5), &["row_b"]);
    passing("fld_hours", Operator::AtMost, json!(0.75), &["row_a", "row_c"]);
    passing("fld_created", Operator::AtLeast, json!("2026-03-16"), &["row_b", "row_c"]);
    passing("fld_created", Operator::AtMost, json!("2026-03-16"), &["row_a", "row_b"]);
    passing("fld_due", Operator::Is, json!("2026-03-18"), &["row_a"]);
    passing("fld_owner", Operator::IsMe, Json::Null, &["row_a", "row_b"]);
    passing("fld_due", Operator::Within, json!("this_week"), &["row_a", "row_b"]);
    passing("fld_due", Operator::Within, json!("until_today"), &["row_a"]);
    passing("fld_due", Operator::Within, json!("next_7_days"), &["row_b"]);
    passing("fld_created", Operator::Within, json!("today"), &["row_c"]);
    passing("fld_created", Operator::Within, json!("past_30_days"), &["row_a", "row_b", "row_c"]);
    passing("fld_created", Operator::Within, json!("over_30_days_ago"), &[]);
    passing("fld_created", Operator::Within, json!("yesterday"), &[]);
    passing("fld_nowhere", Operator::Is, json!("x"), &[]);
}

#[track_caller]
fn parted(view: Json, expected: &[(&str, &[&str])]) {
    let mut view = view;
    view["id"] = json!("viw_x");
    view["name"] = json!("X");
    let view: View = serde_json::from_value(view).unwrap();
    let small = small();
    let found = sections(&Evaluator::new(&small), &small.tables[0], &view, today());
    let found: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|section| (section.label.as_str(), section.rows.iter().map(|row| row.id.as_str()).collect()))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(label, rows)| (*label, rows.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn views_sort_and_part_their_rows() {
    let sort = |field: &str, direction: &str| json!([{"field": field, "direction": direction}]);
    let grid = json!({"type": "grid"});
    parted(
        json!({"kind": grid, "sorts": sort("fld_minutes", "ascending")}),
        &[("", &["row_c", "row_a", "row_b"])],
    );
    parted(
        json!({"kind": grid, "sorts": sort("fld_rating", "ascending")}),
        &[("", &["row_a", "row_b", "row_c"])],
    );
    parted(
        json!({"kind": grid, "sorts": sort("fld_rating", "descending")}),
        &[("", &["row_b", "row_a", "row_c"])],
    );
    parted(
        json!({"kind": grid, "sorts": sort("fld_status", "descending")}),
        &[("", &["row_b", "row_a", "row_c"])],
    );
    parted(
        json!({"kind": {"type": "board", "by": "fld_status"}}),
        &[("Active", &["row_a"]), ("On-Hold", &[]), ("Completed", &["row_b"]), ("", &["row_c"])],
    );
    parted(
        json!({"kind": {"type": "board", "by": "fld_done"}}),
        &[("No", &["row_b", "row_c"]), ("Yes", &["row_a"])],
    );
    parted(
        json!({"kind": grid, "group": "fld_tags"}),
        &[("Urgent", &["row_a"]), ("Idea", &["row_a", "row_b"]), ("", &["row_c"])],
    );
    parted(
        json!({"kind": grid, "group": "fld_project"}),
        &[("Compiler", &["row_a", "row_b"]), ("", &["row_c"])],
    );
    parted(
        json!({"kind": grid, "group": "fld_owner"}),
        &[("Ada", &["row_a"]), ("Ben", &["row_b"]), ("", &["row_c"])],
    );
    parted(
        json!({"kind": grid, "group": "fld_hours"}),
        &[("0.33", &["row_c"]), ("0.75", &["row_a"]), ("1.5", &["row_b"])],
    );
}

#[track_caller]
fn charted(chart: Json, x: &[&str], y: &[&str], values: &[&[f64]]) {
    let mut chart = chart;
    chart["id"] = json!("cht_x");
    chart["name"] = json!("X");
    chart["table"] = json!("tbl_sessions");
    chart["kind"] = json!("column");
    let chart: Chart = serde_json::from_value(chart).unwrap();
    let small = small();
    let data = chart_data(&Evaluator::new(&small), &chart, today());
    assert_eq!((data.x, data.y), (strings(x), strings(y)));
    assert_eq!(data.values, values.iter().map(|line| line.to_vec()).collect::<Vec<_>>());
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn charts_count_what_their_measure_says() {
    let count = json!({"function": "count"});
    let over = |function: &str, field: &str| json!({"function": function, "field": field});
    charted(json!({"measure": count}), &[""], &[""], &[&[3.0]]);
    charted(json!({"measure": over("sum", "fld_hours")}), &[""], &[""], &[&[0.75 + 1.5 + 0.33]]);
    charted(json!({"measure": over("average", "fld_rating")}), &[""], &[""], &[&[4.5]]);
    let done = json!({"match": "all", "conditions": [{"field": "fld_status", "operator": "is", "value": "opt_done"}]});
    charted(
        json!({"measure": {"function": "share", "of": done}, "x": {"field": "fld_project"}}),
        &["Compiler", "No value"],
        &[""],
        &[&[0.5, 0.0]],
    );
    charted(
        json!({"measure": count, "x": {"field": "fld_created", "bucket": "week"}}),
        &["2026-03-02", "2026-03-09", "2026-03-16"],
        &[""],
        &[&[1.0, 0.0, 2.0]],
    );
    charted(
        json!({"measure": count, "x": {"field": "fld_due", "bucket": "month"}}),
        &["Mar 2026", "No value"],
        &[""],
        &[&[2.0, 1.0]],
    );
    charted(
        json!({"measure": count, "x": {"field": "fld_tags"}, "filter": done}),
        &["Urgent", "Idea"],
        &[""],
        &[&[0.0, 1.0]],
    );
    charted(
        json!({
            "measure": count,
            "x": {"field": "fld_created", "bucket": "weekday"},
            "y": {"field": "fld_created", "bucket": "part_of_day"},
        }),
        &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        &["Night", "Morning", "Afternoon", "Evening"],
        &[
            &[0.0; 7],
            &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        ],
    );
}

#[test]
fn far_apart_weeks_are_not_filled_up() {
    let far = small_with([("/tables/0/sample_rows/0/cells/fld_created", json!("0001-01-01T00:00:00Z"))]);
    let data = chart_data(&Evaluator::new(&far), &far.dashboards[0].charts[1], today());
    assert_eq!(data.x.len(), 2);
}
