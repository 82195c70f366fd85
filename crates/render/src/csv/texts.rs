//! The cells of rows.

use shared::blueprint::{Field, FieldKind, NumberFormat, SampleRow};
use shared::compute::{Evaluator, Value, number_format};

use super::{Cell, Form, RowNames};

/// Makes the cells of a blueprint's rows: computed values as values, options by name, related rows as [`RowNames`] calls
/// them, the rest as [`Form`] says.
#[derive(Debug)]
pub(crate) struct CellTexts<'a> {
    evaluator: &'a Evaluator<'a>,
    names: RowNames<'a>,
    form: Form,
}

impl<'a> CellTexts<'a> {
    /// Cells of the rows that `evaluator` computes.
    pub(crate) fn new(evaluator: &'a Evaluator<'a>, names: RowNames<'a>, form: Form) -> Self {
        Self { evaluator, names, form }
    }

    /// The cell of `row` in the column of `field`.
    pub(crate) fn cell(&self, row: &SampleRow, field: &Field) -> Cell {
        if let (FieldKind::Title, Some(title)) = (&field.kind, self.names.title(row)) {
            return Cell::text(title);
        }
        match self.evaluator.value(&row.id, &field.id) {
            Value::Empty => Cell::Empty,
            Value::Bool(true) => Cell::Plain(self.form.checked.to_owned()),
            Value::Bool(false) => Cell::Plain(self.form.unchecked.to_owned()),
            Value::Number(number) => self.number(field, number),
            Value::Text(text) => Cell::text(self.item(field, &text)),
            Value::Date(date) => Cell::Plain(date.format(self.form.date).to_string()),
            Value::Datetime(datetime) => Cell::Plain(datetime.format(self.form.datetime).to_string()),
            Value::List(items) => self.list_cell(field, &items),
        }
    }

    /// A list; where title cells hold the names of rows, each name in it is guarded as it is there, so that it is found.
    fn list_cell(&self, field: &Field, items: &[String]) -> Cell {
        let items = self.items(field, items);
        if matches!(field.kind, FieldKind::Relation { .. }) && self.names.are_titles() {
            let guarded: Vec<_> =
                items.into_iter().map(|item| Cell::text(item).as_str().to_owned()).collect();
            Cell::Plain((self.form.list)(&guarded))
        } else {
            Cell::text((self.form.list)(&items))
        }
    }

    /// What a row is called in cells of other rows.
    pub(crate) fn names(&self) -> &RowNames<'a> {
        &self.names
    }

    /// The names of the items of a row's list, for those who want them one by one; a text is its own only item.
    pub(crate) fn list(&self, row: &SampleRow, field: &Field) -> Vec<String> {
        self.items(field, self.evaluator.value(&row.id, &field.id).items())
    }

    fn items(&self, field: &Field, items: &[String]) -> Vec<String> {
        items.iter().map(|item| self.item(field, item)).collect()
    }

    fn item(&self, field: &Field, item: &str) -> String {
        match field.kind {
            FieldKind::Relation { .. } => self.names.name(item).to_owned(),
            _ => self.evaluator.label(field, &Value::Text(item.to_owned())),
        }
    }

    fn number(&self, field: &Field, number: f64) -> Cell {
        let is_share = number_format(self.evaluator.schema(), field) == Some(NumberFormat::Percent);
        if self.form.percent_signs && is_share {
            // Twelve digits hide what binary fractions add: 0.07 times 100 is 7.000000000000001.
            let hundredths = (number * 1e14).round() / 1e12;
            Cell::Plain(format!("{}%", hundredths + 0.0))
        } else {
            Cell::number(number)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use shared::blueprint::Blueprint;

    use super::super::commas;
    use super::*;

    fn blueprint() -> Blueprint {
        let field =
            |id: &str, kind: serde_json::Value| json!({"id": format!("fld_{id}"), "name": id, "kind": kind});
        serde_json::from_value(json!({
            "schema_version": 1, "id": "bp", "name": "A",
            "tables": [{
                "id": "tbl_a", "name": "A",
                "fields": [
                    field("title", json!({"type": "title"})),
                    field("number", json!({"type": "number", "format": "decimal"})),
                    field("share", json!({"type": "number", "format": "percent"})),
                    field("date", json!({"type": "date"})),
                    field("time", json!({"type": "datetime"})),
                    field("box", json!({"type": "checkbox"})),
                    field("one", json!({"type": "select", "options": [{"id": "opt_a", "name": "=A"}]})),
                    field("many", json!({"type": "multi_select", "options": [
                        {"id": "opt_b", "name": "B, b; \\"}, {"id": "opt_c", "name": "C"},
                    ]})),
                    field("rows", json!({"type": "relation", "table": "tbl_a", "cardinality": "many"})),
                    field("code", json!({"type": "auto_id", "prefix": "-{year}-"})),
                    field("twice", json!({"type": "formula", "expression": "{fld_number} * 2"})),
                ],
                "sample_rows": [
                    {"id": "row_a", "cells": {
                        "fld_title": "=A", "fld_number": -1.5, "fld_share": 0.07, "fld_date": "2026-03-20",
                        "fld_time": "2026-03-20T09:30:00Z", "fld_box": true, "fld_one": "opt_a",
                        "fld_many": ["opt_b", "opt_c"], "fld_rows": ["row_b", "row_a"], "fld_code": 7,
                    }},
                    {"id": "row_b", "cells": {"fld_title": "=A", "fld_rows": ["row_a"]}},
                ],
            }],
            "settings": {"sample_today": "2026-03-18"},
        }))
        .unwrap()
    }

    fn cells(blueprint: &Blueprint, names: RowNames<'_>, form: Form) -> Vec<Vec<String>> {
        let evaluator = Evaluator::new(blueprint);
        let texts = CellTexts::new(&evaluator, names, form);
        let [table] = blueprint.tables.as_slice() else { panic!("there is one table") };
        let row = |row| table.fields.iter().map(|field| texts.cell(row, field).as_str().to_owned()).collect();
        table.sample_rows.iter().map(row).collect()
    }

    #[test]
    fn programs_get_values_and_ids_of_rows_of_one_title() {
        let blueprint = blueprint();

        let cells = cells(&blueprint, RowNames::or_ids(&blueprint), Form::default());

        assert_eq!(
            cells,
            [
                [
                    "'=A",
                    "-1.5",
                    "0.07",
                    "2026-03-20",
                    "2026-03-20T09:30:00Z",
                    "true",
                    "'=A",
                    r"B, b\; \\; C",
                    "row_b; row_a",
                    "'-2026-007",
                    "-3",
                ],
                ["'=A", "", "", "", "", "false", "", "", "row_a", "", ""],
            ]
        );
    }

    #[test]
    fn importers_find_rows_by_what_stands_in_the_title() {
        let blueprint = blueprint();
        let form =
            Form { checked: "checked", unchecked: "", percent_signs: true, list: commas, ..Form::default() };

        let cells = cells(&blueprint, RowNames::numbered(&blueprint), form);

        assert_eq!(
            cells,
            [
                [
                    "'=A",
                    "-1.5",
                    "7%",
                    "2026-03-20",
                    "2026-03-20T09:30:00Z",
                    "checked",
                    "'=A",
                    r#""B, b; \", C"#,
                    "'=A (2), '=A",
                    "'-2026-007",
                    "-3",
                ],
                ["'=A (2)", "", "", "", "", "", "", "", "'=A", "", ""],
            ]
        );
    }
}
