//! A design of every construct there is: kinds of fields, links, formulas, rollups, filters, orders, groups.

use serde_json::{Value, json};
use shared::blueprint::{Blueprint, ReadError, read};

/// Formulas over the fields of the table; their values in the rows below reach every rule for empty values.
const FORMULAS: [&str; 62] = [
    "{fld_n} + {fld_m}",
    "{fld_n} - {fld_m}",
    "{fld_n} * {fld_m}",
    "{fld_n} / {fld_m}",
    "-{fld_n}",
    "({fld_n} + 1) / 3 * {fld_m} - 2",
    "{fld_n} * {fld_n} * 1000000000000000000 * {fld_n}",
    "7 / 2",
    "{fld_r} / 2",
    "{fld_n} & \"\"",
    "{fld_n} / 3 & \" of \" & {fld_m}",
    "{fld_d} & \" to \" & {fld_t}",
    "{fld_x} & {fld_s} & {fld_ms}",
    "{fld_one} & \"/\" & {fld_mm} & \"/\" & {fld_pp}",
    "\"it's\" & \" \"\"quoted\"\" \" & {fld_title}",
    "{fld_id} & {fld_p}",
    "{fld_n} = {fld_m}",
    "{fld_n} != {fld_m}",
    "{fld_n} < {fld_m}",
    "{fld_n} >= {fld_m}",
    "{fld_n} / 10 * 3 = 0.3",
    "{fld_d} = {fld_t}",
    "{fld_d} <= {fld_t}",
    "{fld_d} > {fld_t}",
    "{fld_x} = \"\"",
    "{fld_x} != \"alpha\"",
    "{fld_s} = \"It's\"",
    "{fld_c} = ({fld_n} > 1)",
    "{fld_c} != true",
    "not({fld_c})",
    "and({fld_c}, {fld_n} > 0, not(is_empty({fld_d})))",
    "or({fld_n} > 0, {fld_m} > 0)",
    "if({fld_c}, {fld_n}, \"\")",
    "if({fld_n} > 1, \"\", {fld_d})",
    "if(is_empty({fld_x}), \"none\", {fld_x})",
    "if({fld_c}, \"\", \"\")",
    "if({fld_n} > 0, if({fld_m} > 0, \"both\", \"one\"), \"\")",
    "round({fld_n}, 1)",
    "round({fld_n}, 0)",
    "round({fld_n}, -1)",
    "round({fld_n}, {fld_m})",
    "round({fld_n} / {fld_m}, 2)",
    "round(1.005, 2)",
    "round(-2.5, 0)",
    "min({fld_n}, {fld_m}, 3)",
    "max({fld_n}, {fld_m})",
    "min({fld_n})",
    "max({fld_d}, {fld_d2})",
    "min({fld_t}, {fld_created})",
    "len({fld_x})",
    "len({fld_title} & {fld_ms})",
    "len(\"\")",
    "is_empty({fld_n})",
    "is_empty({fld_c})",
    "is_empty({fld_ms})",
    "is_empty({fld_x} & {fld_p})",
    "days({fld_d}, {fld_t})",
    "days({fld_t}, {fld_d2})",
    "{fld_f_1} + {fld_f_1} * {fld_f_2}",
    "if({fld_f_17}, {fld_f_59}, {fld_count_mm})",
    "{fld_sum_mm} + {fld_count_friends}",
    "{fld_most_one} & {fld_share_mm}",
];

/// Fields with what views compare them with, by operator.
const CONDITIONS: [(&str, &str, &str); 59] = [
    ("fld_title", "is", "\"alpha\""),
    ("fld_title", "is_not", "\"alpha\""),
    ("fld_title", "contains", "\"ÜB\""),
    ("fld_title", "contains", "\"o\""),
    ("fld_title", "is_any_of", "[\"ALPHA\", \"'\"]"),
    ("fld_x", "is_empty", "null"),
    ("fld_x", "is_not_empty", "null"),
    ("fld_x", "is_not", "\"alpha\""),
    ("fld_n", "is", "0.0"),
    ("fld_n", "is_not", "0.0"),
    ("fld_n", "at_least", "-2.5"),
    ("fld_n", "at_most", "1.5"),
    ("fld_n", "is_empty", "null"),
    ("fld_d", "is", "\"2026-03-18\""),
    ("fld_d", "is_not", "\"2026-03-18\""),
    ("fld_d", "at_least", "\"2026-03-18T12:00:00Z\""),
    ("fld_d", "within", "\"today\""),
    ("fld_d", "within", "\"this_week\""),
    ("fld_d", "within", "\"next_7_days\""),
    ("fld_d", "within", "\"past_30_days\""),
    ("fld_d", "within", "\"until_today\""),
    ("fld_d", "within", "\"over_30_days_ago\""),
    ("fld_t", "within", "\"this_week\""),
    ("fld_t", "is", "\"2026-03-18\""),
    ("fld_t", "at_most", "\"2026-03-18T09:30:00Z\""),
    ("fld_t", "at_least", "\"2026-03-18T11:30:00+02:00\""),
    ("fld_t", "is_not_empty", "null"),
    ("fld_c", "is", "true"),
    ("fld_c", "is", "false"),
    ("fld_c", "is_not", "true"),
    ("fld_s", "is", "\"opt_s_2\""),
    ("fld_s", "is_not", "\"opt_s_2\""),
    ("fld_s", "is_any_of", "[\"opt_s_1\", \"opt_s_3\"]"),
    ("fld_s", "is_empty", "null"),
    ("fld_ms", "is", "\"opt_ms_1\""),
    ("fld_ms", "is", "[\"opt_ms_1\", \"opt_ms_2\"]"),
    ("fld_ms", "is_not", "\"opt_ms_1\""),
    ("fld_ms", "is_any_of", "[\"opt_ms_3\"]"),
    ("fld_ms", "is_empty", "null"),
    ("fld_p", "is", "\"Zoë\""),
    ("fld_p", "is_empty", "null"),
    ("fld_pp", "is", "\"Ada\""),
    ("fld_pp", "is_not_empty", "null"),
    ("fld_pp", "is_any_of", "[\"Ben\", \"Zoë\"]"),
    ("fld_one", "is", "\"row_b_1\""),
    ("fld_one", "is_not", "\"row_b_1\""),
    ("fld_one", "contains", "\"BET\""),
    ("fld_mm", "is", "\"row_b_2\""),
    ("fld_mm", "is", "[\"row_b_1\", \"row_b_2\"]"),
    ("fld_mm", "is_any_of", "[\"row_b_3\"]"),
    ("fld_mm", "is_empty", "null"),
    ("fld_friends", "is", "\"row_a_1\""),
    ("fld_children", "is_not_empty", "null"),
    ("fld_id", "contains", "\"a-00\""),
    ("fld_f_1", "at_least", "1.0"),
    ("fld_f_17", "is", "true"),
    ("fld_f_34", "within", "\"until_today\""),
    ("fld_sum_mm", "at_least", "3.0"),
    ("fld_r", "at_most", "3.0"),
];

const GROUPS: [&str; 15] = [
    "fld_s",
    "fld_ms",
    "fld_c",
    "fld_p",
    "fld_pp",
    "fld_one",
    "fld_mm",
    "fld_friends",
    "fld_n",
    "fld_d",
    "fld_t",
    "fld_r",
    "fld_f_1",
    "fld_f_37",
    "fld_children",
];

const SORTS: [&str; 14] = [
    "fld_title",
    "fld_n",
    "fld_d",
    "fld_t",
    "fld_c",
    "fld_s",
    "fld_ms",
    "fld_pp",
    "fld_one",
    "fld_mm",
    "fld_id",
    "fld_f_1",
    "fld_f_13",
    "fld_sum_mm",
];

/// The design.
pub(crate) fn constructs() -> Result<Blueprint, ReadError> {
    let document = json!({
        "schema_version": 1, "id": "bp_constructs", "name": "Constructs",
        "settings": { "sample_today": "2026-03-18" },
        "tables": [
            { "id": "tbl_a", "name": "A", "fields": fields(), "views": views(), "sample_rows": rows() },
            { "id": "tbl_b", "name": "B", "fields": related_fields(), "sample_rows": related_rows(),
              "views": [view("viw_b", &json!({ "type": "grid" }), Value::Null)] },
        ],
    });
    read(&document.to_string())
}

fn field(id: &str, kind: Value) -> Value {
    json!({ "id": id, "name": id, "kind": kind })
}

fn relation(id: &str, table: &str, cardinality: &str, inverse: &str) -> Value {
    let inverse = if inverse.is_empty() { Value::Null } else { inverse.into() };
    field(id, json!({ "type": "relation", "table": table, "cardinality": cardinality, "inverse": inverse }))
}

fn rollup(id: &str, relation: &str, over: &str, function: &str) -> Value {
    let over = if over.is_empty() { Value::Null } else { over.into() };
    field(id, json!({ "type": "rollup", "relation": relation, "field": over, "function": function }))
}

fn options(id: &str, names: [&str; 3]) -> Value {
    let option =
        |(number, name): (usize, &str)| json!({ "id": format!("{id}_{}", number + 1), "name": name });
    names.into_iter().enumerate().map(option).collect()
}

fn fields() -> Vec<Value> {
    let plain = |id: &str, kind: &str| field(id, json!({ "type": kind }));
    let mut fields = vec![
        plain("fld_title", "title"),
        field("fld_n", json!({ "type": "number", "format": "decimal" })),
        field("fld_m", json!({ "type": "number" })),
        plain("fld_d", "date"),
        plain("fld_d2", "date"),
        plain("fld_t", "datetime"),
        plain("fld_c", "checkbox"),
        field("fld_s", json!({ "type": "select", "options": options("opt_s", ["Zeta", "It's", "Alpha"]) })),
        field("fld_ms", json!({ "type": "multi_select", "options": options("opt_ms", ["Z", "M", "A"]) })),
        plain("fld_x", "long_text"),
        plain("fld_u", "url"),
        plain("fld_e", "email"),
        field("fld_p", json!({ "type": "person", "many": false })),
        field("fld_pp", json!({ "type": "person", "many": true })),
        field("fld_r", json!({ "type": "rating", "max": 5 })),
        field("fld_id", json!({ "type": "auto_id", "prefix": "A-" })),
        plain("fld_created", "created_at"),
        plain("fld_updated", "updated_at"),
        plain("fld_file", "attachment"),
        relation("fld_one", "tbl_b", "one", "fld_b_many"),
        relation("fld_mm", "tbl_b", "many", "fld_b_mm"),
        relation("fld_pair", "tbl_b", "one", "fld_b_pair"),
        relation("fld_bare", "tbl_b", "many", ""),
        relation("fld_friends", "tbl_a", "many", "fld_friends"),
        relation("fld_parent", "tbl_a", "one", "fld_children"),
        relation("fld_children", "tbl_a", "many", "fld_parent"),
        rollup("fld_count_mm", "fld_mm", "", "count"),
        rollup("fld_sum_mm", "fld_mm", "fld_b_n", "sum"),
        rollup("fld_mean_mm", "fld_mm", "fld_b_n", "average"),
        rollup("fld_least_mm", "fld_mm", "fld_b_d", "min"),
        rollup("fld_most_one", "fld_one", "fld_b_n", "max"),
        rollup("fld_share_mm", "fld_mm", "fld_b_c", "percent_checked"),
        rollup("fld_share_bare", "fld_bare", "fld_b_c", "percent_checked"),
        rollup("fld_count_friends", "fld_friends", "", "count"),
        rollup("fld_count_children", "fld_children", "", "count"),
        rollup("fld_chain", "fld_mm", "fld_b_chain", "sum"),
    ];
    let formula = |(number, expression): (usize, &str)| {
        field(&format!("fld_f_{}", number + 1), json!({ "type": "formula", "expression": expression }))
    };
    fields.extend(FORMULAS.into_iter().enumerate().map(formula));
    // As deep as formulas may be.
    let deep = [
        "(1 + ".repeat(40) + "{fld_n}" + &")".repeat(40),
        "round(".repeat(20) + "{fld_n}" + &" / 3, {fld_r})".repeat(20),
        "if({fld_c}, 1, ".repeat(40) + "{fld_n}" + &")".repeat(40),
        "len(\"x\" & ".repeat(20) + "{fld_x}" + &")".repeat(20),
        "max(1, min(9, ".repeat(20) + "{fld_n}" + &"))".repeat(20),
    ];
    for (number, expression) in deep.iter().enumerate() {
        fields.push(field(
            &format!("fld_deep_{number}"),
            json!({ "type": "formula", "expression": expression }),
        ));
    }
    // A chain that doubles what it reads at every step.
    for step in 1..=5 {
        let before = if step == 1 { "fld_r".to_owned() } else { format!("fld_twice_{}", step - 1) };
        let expression = format!("if({{{before}}} > 3, {{{before}}} - {{{before}}} / 2, {{{before}}} + 1)");
        fields.push(field(
            &format!("fld_twice_{step}"),
            json!({ "type": "formula", "expression": expression }),
        ));
    }
    fields
}

fn related_fields() -> Vec<Value> {
    let plain = |id: &str, kind: &str| field(id, json!({ "type": kind }));
    vec![
        plain("fld_b_title", "title"),
        plain("fld_b_n", "number"),
        plain("fld_b_d", "date"),
        plain("fld_b_c", "checkbox"),
        field("fld_b_id", json!({ "type": "auto_id", "prefix": "{year}/{year}-" })),
        relation("fld_b_many", "tbl_a", "many", "fld_one"),
        relation("fld_b_mm", "tbl_a", "many", "fld_mm"),
        relation("fld_b_pair", "tbl_a", "one", "fld_pair"),
        rollup("fld_b_sum", "fld_b_many", "fld_f_1", "sum"),
        rollup("fld_b_latest", "fld_b_mm", "fld_t", "max"),
        rollup("fld_b_pair_n", "fld_b_pair", "fld_n", "min"),
        field("fld_b_chain", json!({ "type": "formula", "expression": "{fld_b_sum} * 2 + {fld_b_n}" })),
    ]
}

fn view(id: &str, kind: &Value, more: Value) -> Value {
    let mut view = json!({ "id": id, "name": id, "kind": kind });
    if let (Value::Object(view), Value::Object(more)) = (&mut view, more) {
        view.extend(more);
    }
    view
}

fn views() -> Vec<Value> {
    let grid = json!({ "type": "grid" });
    let mut views = Vec::new();
    for (number, (field, operator, value)) in CONDITIONS.into_iter().enumerate() {
        let value: Value = serde_json::from_str(value).unwrap_or_default();
        let conjunction = if number % 2 == 0 { "all" } else { "any" };
        let condition = json!({ "field": field, "operator": operator, "value": value });
        let filter = json!({ "match": conjunction, "conditions": [condition] });
        let id = format!("viw_where_{number}");
        views.push(view(&id, &grid, json!({ "filter": filter, "visible_fields": ["fld_title", field] })));
    }
    for field in GROUPS {
        let sorts = json!([{ "field": "fld_n", "direction": "descending" }]);
        let more = json!({ "group": field, "sorts": sorts, "visible_fields": ["fld_title"] });
        views.push(view(&format!("viw_by_{field}"), &grid, more));
    }
    for (number, field) in SORTS.into_iter().enumerate() {
        let direction = if number % 2 == 0 { "descending" } else { "ascending" };
        let sorts = json!([{ "field": field, "direction": direction }]);
        let more = json!({ "sorts": sorts, "visible_fields": ["fld_title"] });
        views.push(view(&format!("viw_{direction}_{field}"), &grid, more));
    }
    for by in ["fld_s", "fld_c", "fld_p", "fld_one"] {
        let board = json!({ "type": "board", "by": by });
        views.push(view(&format!("viw_board_{by}"), &board, json!({ "visible_fields": ["fld_title", by] })));
    }
    views
}

fn rows() -> Value {
    json!([
        { "id": "row_a_1", "cells": {
            "fld_title": "alpha", "fld_n": 1.5, "fld_m": 2.0, "fld_d": "2026-03-18", "fld_d2": "2026-04-01",
            "fld_t": "2026-03-18T09:30:00Z", "fld_c": true, "fld_s": "opt_s_2", "fld_ms": ["opt_ms_2", "opt_ms_1"],
            "fld_x": "alpha", "fld_u": "https://example.org/?a=1&b='2'", "fld_e": "ada@example.org",
            "fld_p": ["Zoë"], "fld_pp": ["Zoë", "Ada"], "fld_r": 3.0, "fld_id": 7.0,
            "fld_created": "2026-03-01T10:00:00Z", "fld_updated": "2026-03-02T10:00:00.250Z",
            "fld_one": ["row_b_1"], "fld_mm": ["row_b_2", "row_b_1"], "fld_pair": ["row_b_3"], "fld_bare": ["row_b_3"],
            "fld_friends": ["row_a_3"], "fld_parent": ["row_a_2"] } },
        { "id": "row_a_2", "cells": {
            "fld_title": "Übung O'Neill", "fld_n": 0.0, "fld_m": 0.0, "fld_d": "2026-03-16", "fld_t": "2026-03-22T23:59:59Z",
            "fld_c": false, "fld_s": "opt_s_1", "fld_ms": ["opt_ms_3"], "fld_x": "", "fld_pp": ["Ben"], "fld_r": 5.0,
            "fld_id": 1234.0, "fld_one": ["row_b_2"], "fld_mm": ["row_b_3"], "fld_friends": ["row_a_1"] } },
        { "id": "row_a_3", "cells": {
            "fld_title": "Zeta \"quoted\" \\ back\nnew line", "fld_n": -2.5, "fld_m": 1.0, "fld_d": "2026-02-15",
            "fld_t": "2026-03-18T00:00:00Z", "fld_c": true, "fld_s": "opt_s_3", "fld_x": "größer 😀", "fld_r": 1.0,
            "fld_id": 1.0, "fld_one": ["row_b_1"], "fld_parent": ["row_a_2"] } },
        { "id": "row_a_4", "cells": { "fld_title": "Empty" } },
        { "id": "row_a_5", "cells": {
            "fld_title": "übung", "fld_n": 0.1, "fld_m": 3.0, "fld_d": "2025-12-31", "fld_d2": "2024-02-29",
            "fld_t": "2026-03-19T05:00:00+14:00", "fld_ms": ["opt_ms_1", "opt_ms_3"], "fld_x": "Alpha", "fld_p": ["ada"],
            "fld_created": "2026-03-18T12:00:00Z", "fld_mm": ["row_b_1", "row_b_2", "row_b_3"] } },
        { "id": "row_a_6", "cells": {
            "fld_title": "Alpha", "fld_n": 1e200, "fld_m": -1.0, "fld_d": "2026-03-24", "fld_c": true, "fld_r": 2.0,
            "fld_p": ["Ben"], "fld_x": "'; DROP TABLE a; --" } },
        { "id": "row_a_7", "cells": {
            "fld_title": "beta", "fld_n": 1234567.891, "fld_m": 1234567.891, "fld_d": "2026-03-22", "fld_s": "opt_s_2",
            "fld_t": "2026-03-25T00:00:00Z", "fld_bare": ["row_b_1", "row_b_3"] } },
        { "id": "row_a_8", "cells": {
            "fld_title": "Gamma", "fld_n": 0.00001234, "fld_m": 14.0, "fld_d": "2026-02-16", "fld_pp": ["Ada", "Ben"],
            "fld_r": 4.0, "fld_d2": "2026-02-15", "fld_one": ["row_b_2"] } },
    ])
}

fn related_rows() -> Value {
    json!([
        { "id": "row_b_1", "cells": { "fld_b_title": "Zebra, beta", "fld_b_n": 4.0, "fld_b_d": "2026-03-01",
            "fld_b_c": true, "fld_b_id": 12.0 } },
        { "id": "row_b_2", "cells": { "fld_b_title": "apple", "fld_b_n": 2.5, "fld_b_d": "2026-02-01" } },
        { "id": "row_b_3", "cells": { "fld_b_title": "Mango", "fld_b_c": true, "fld_b_mm": ["row_a_7"] } },
    ])
}
