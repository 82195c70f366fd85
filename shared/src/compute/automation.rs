//! What automations set in rows that are made.

use chrono::NaiveDate;

use super::{Evaluator, filter};
use crate::blueprint::{
    Action, Automation, AutomationId, Blueprint, CellValue, Cells, FieldId, RowId, SampleRow, TableId,
    Trigger,
};

/// A value that an automation sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The automation, to say why.
    pub automation: AutomationId,
    /// The field.
    pub field: FieldId,
    /// Its new value.
    pub value: CellValue,
}

/// What the automations that a new row starts set in each of `rows` of `table`, in the order in which they run.
///
/// Each automation sees what those before it set, so a rule that only fills what is empty leaves the first one's choice.
/// Nothing else is done: nobody is told, no other row is made.
pub fn on_created(
    blueprint: &Blueprint,
    table: &TableId,
    rows: Vec<Cells>,
    today: NaiveDate,
) -> Vec<Vec<Setting>> {
    let mut settings = vec![Vec::new(); rows.len()];
    let mut blueprint = with_rows(blueprint, table, rows);
    let starts =
        |automation: &&Automation| automation.table == *table && automation.trigger == Trigger::RowCreated;
    let automations: Vec<_> = blueprint.automations.iter().filter(starts).cloned().collect();
    for automation in automations {
        for row in fitting(&blueprint, table, &automation, today) {
            let set = automation.actions.iter().filter_map(|action| setting(&automation.id, action, today));
            for setting in set {
                write(&mut blueprint, table, row, &setting);
                settings[row].push(setting);
            }
        }
    }
    settings
}

/// The blueprint with these rows in place of those of the table.
fn with_rows(blueprint: &Blueprint, table: &TableId, rows: Vec<Cells>) -> Blueprint {
    let mut blueprint = blueprint.clone();
    let rows = rows.into_iter().enumerate();
    let rows = rows.map(|(place, cells)| SampleRow { id: RowId::new(format!("row_created_{place}")), cells });
    if let Some(table) = blueprint.tables.iter_mut().find(|known| known.id == *table) {
        table.sample_rows = rows.collect();
    }
    blueprint
}

/// The positions of the rows that an automation acts on.
fn fitting(blueprint: &Blueprint, table: &TableId, automation: &Automation, today: NaiveDate) -> Vec<usize> {
    let evaluator = Evaluator::new(blueprint);
    let rows = blueprint.table(table).into_iter().flat_map(|table| &table.sample_rows);
    let fits = |row: &SampleRow| {
        automation.filter.as_ref().is_none_or(|filter| filter::matches(&evaluator, row, filter, today))
    };
    rows.enumerate().filter(|(_, row)| fits(row)).map(|(place, _)| place).collect()
}

fn setting(automation: &AutomationId, action: &Action, today: NaiveDate) -> Option<Setting> {
    let (field, value) = match action {
        Action::SetField { field, value } => (field, value.clone()),
        Action::SetToday { field } => (field, CellValue::Text(today.to_string())),
        Action::Notify { .. } | Action::CreateRow { .. } | Action::Export { .. } => return None,
    };
    Some(Setting { automation: automation.clone(), field: field.clone(), value })
}

fn write(blueprint: &mut Blueprint, table: &TableId, row: usize, setting: &Setting) {
    let table = blueprint.tables.iter_mut().find(|known| known.id == *table);
    if let Some(row) = table.and_then(|table| table.sample_rows.get_mut(row)) {
        row.cells.insert(setting.field.clone(), setting.value.clone());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::blueprint::fixture::small_with;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 20).unwrap()
    }

    fn titled(title: &str) -> Cells {
        Cells::from([(FieldId::from("fld_title"), CellValue::Text(title.to_owned()))])
    }

    /// The fields that are set in rows with these titles, and by what.
    fn set(blueprint: &Blueprint, titles: &[&str]) -> Vec<Vec<(String, String)>> {
        let rows = titles.iter().map(|title| titled(title)).collect();
        let named = |setting: &Setting| (setting.automation.to_string(), setting.field.to_string());
        let found = on_created(blueprint, &TableId::from("tbl_sessions"), rows, today());
        found.iter().map(|settings| settings.iter().map(named).collect()).collect()
    }

    fn pair(automation: &str, field: &str) -> (String, String) {
        (automation.to_owned(), field.to_owned())
    }

    #[test]
    fn rows_that_fit_get_what_the_automation_sets() {
        let found = set(&small_with([]), &["Debugging", "Holiday"]);

        assert_eq!(found, [vec![pair("aut_rule", "fld_status"), pair("aut_rule", "fld_due")], Vec::new()]);
    }

    #[test]
    fn a_later_rule_sees_what_an_earlier_one_set() {
        let empty = json!({"match": "all", "conditions": [{"field": "fld_status", "operator": "is_empty"}]});
        let default = json!({
            "id": "aut_default", "name": "Default", "table": "tbl_sessions", "trigger": {"type": "row_created"},
            "filter": empty, "actions": [{"type": "set_field", "field": "fld_status", "value": "opt_done"}],
        });
        let blueprint = small_with([("/automations/-", default)]);

        let found = set(&blueprint, &["code", "Holiday"]);

        assert!(!found[0].contains(&pair("aut_default", "fld_status")));
        assert_eq!(found[1], [pair("aut_default", "fld_status")]);
    }

    #[test]
    fn without_rows_or_table_nothing_is_set() {
        let small = small_with([]);

        assert!(set(&small, &[]).is_empty());
        let nowhere = on_created(&small, &TableId::from("tbl_nowhere"), vec![titled("code")], today());
        assert_eq!(nowhere, [Vec::<Setting>::new()]);
    }
}
