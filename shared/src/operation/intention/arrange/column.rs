//! From one column of a board to another.

use super::{Fixed, on_day, settable};
use crate::blueprint::{CellValue, Field, FieldKind};
use crate::compute::{GroupKey, Section, Value};

/// The value that a row without one gets in a column of a board by `field`; none in the column of those without.
///
/// # Errors
/// When nobody sets the field's values by hand.
pub fn of_column(field: &Field, column: &GroupKey) -> Result<Option<CellValue>, Fixed> {
    in_column(field, &Value::Empty, &GroupKey::Empty, column)
}

/// The value of a row in `field` once its card went from the column `from` to the column `to`; none clears it.
///
/// `now` is the value as it is computed, so that links are there which only the other side holds. Of several values
/// the one that `from` stands for becomes that of `to`, in its place. The column of those without a value takes all of
/// them away: in no other way would the card come to stand there.
///
/// # Errors
/// When nobody sets the field's values by hand.
pub fn in_column(
    field: &Field,
    now: &Value,
    from: &GroupKey,
    to: &GroupKey,
) -> Result<Option<CellValue>, Fixed> {
    settable(&field.kind)?;
    Ok(match to {
        GroupKey::All | GroupKey::Empty | GroupKey::Weekday(_) | GroupKey::PartOfDay(_) => None,
        GroupKey::Bool(checked) => Some(CellValue::Bool(*checked)),
        GroupKey::Number(number) => Some(CellValue::Number(number.0)),
        GroupKey::Day(day) => Some(on_day(&field.kind, now, *day)?),
        GroupKey::Option(_, item) | GroupKey::Row(_, item) | GroupKey::Text(_, item) => {
            Some(match holds_several(&field.kind) {
                true => CellValue::List(exchanged(now.items(), item_of(from), item)),
                false => CellValue::Text(item.clone()),
            })
        }
    })
}

/// `sections` of a board by `field`, with a last column to take values away in, where a row may be without one.
pub fn with_rest<'a>(mut sections: Vec<Section<'a>>, field: &Field) -> Vec<Section<'a>> {
    let has_rest = sections.iter().any(|section| section.key == GroupKey::Empty);
    let may_be_empty = !field.required && !matches!(field.kind, FieldKind::Checkbox | FieldKind::Title);
    if !has_rest && may_be_empty && settable(&field.kind).is_ok() {
        sections.push(Section { key: GroupKey::Empty, label: String::new(), rows: Vec::new() });
    }
    sections
}

/// Whether values of this kind are stored as lists.
fn holds_several(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::MultiSelect { .. } | FieldKind::Person { .. } | FieldKind::Relation { .. })
}

fn item_of(column: &GroupKey) -> Option<&String> {
    match column {
        GroupKey::Option(_, item) | GroupKey::Row(_, item) | GroupKey::Text(_, item) => Some(item),
        _ => None,
    }
}

/// `items` with `new` in the place of `old`, each once.
fn exchanged(items: &[String], old: Option<&String>, new: &String) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let exchanged = items.iter().map(|item| if Some(item) == old { new } else { item });
    let is_there = items.iter().any(|item| Some(item) == old);
    for item in exchanged.chain((!is_there).then_some(new)) {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::blueprint::{RowId, TableId, View, ViewKind};
    use crate::compute::{Evaluator, sections};

    /// Puts a row of the small blueprint from the column of one item into that of another; "" is that without a value.
    #[track_caller]
    fn check(field: &str, row: &str, from: &str, to: &str, expected: Option<CellValue>) {
        let blueprint = small();
        let (_, field) = blueprint.field(&field.into()).unwrap();
        let key = |item: &str| match (&field.kind, item) {
            (_, "") => GroupKey::Empty,
            (FieldKind::Checkbox, item) => GroupKey::Bool(item == "true"),
            (FieldKind::Relation { .. }, item) => GroupKey::Row(0, item.to_owned()),
            (FieldKind::Person { .. }, item) => GroupKey::Text(item.to_lowercase(), item.to_owned()),
            (_, item) => GroupKey::Option(0, item.to_owned()),
        };
        let now = Evaluator::new(&blueprint).value(&RowId::from(row), &field.id);
        assert_eq!(in_column(field, &now, &key(from), &key(to)), Ok(expected));
    }

    fn list(items: &[&str]) -> Option<CellValue> {
        Some(CellValue::List(items.iter().map(|item| (*item).to_owned()).collect()))
    }

    #[test]
    fn one_value_takes_the_place_of_another() {
        check("fld_status", "row_a", "opt_active", "opt_done", Some("opt_done".into()));
        check("fld_status", "row_a", "opt_active", "", None);
        check("fld_status", "row_c", "", "opt_hold", Some("opt_hold".into()));
        check("fld_done", "row_a", "true", "false", Some(CellValue::Bool(false)));
        check("fld_owner", "row_a", "Ada", "Ben", list(&["Ben"]));
        check("fld_project", "row_a", "row_p1", "row_p2", list(&["row_p2"]));
        check("fld_project", "row_a", "row_p1", "", None);
    }

    #[test]
    fn of_several_values_one_is_exchanged() {
        check("fld_tags", "row_b", "opt_idea", "opt_urgent", list(&["opt_urgent"]));
        check("fld_tags", "row_a", "opt_urgent", "opt_idea", list(&["opt_idea"]));
        check("fld_tags", "row_a", "opt_urgent", "opt_other", list(&["opt_other", "opt_idea"]));
        check("fld_tags", "row_a", "opt_urgent", "", None);
        check("fld_tags", "row_c", "", "opt_urgent", list(&["opt_urgent"]));
    }

    #[test]
    fn what_is_written_by_nobody_stays() {
        let blueprint = small();
        let (_, field) = blueprint.field(&"fld_hours".into()).unwrap();
        assert_eq!(of_column(field, &GroupKey::Empty), Err(Fixed::Computed));
    }

    #[test]
    fn a_board_has_a_column_to_take_values_away_in() {
        #[track_caller]
        fn check(by: &str, expected: bool) {
            let mut blueprint = small();
            // Every row has a value.
            for row in &mut blueprint.tables[0].sample_rows {
                row.cells.insert("fld_status".into(), "opt_active".into());
            }
            let table = blueprint.table(&TableId::from("tbl_sessions")).unwrap();
            let mut view = View::grid("viw_new".into(), String::new(), String::new());
            view.kind = ViewKind::Board { by: by.into() };
            let evaluator = Evaluator::new(&blueprint);
            let all = sections(&evaluator, table, &view, chrono::NaiveDate::default());
            let all = with_rest(all, table.field(&by.into()).unwrap());
            let count = all.iter().filter(|section| section.key == GroupKey::Empty).count();
            assert_eq!(count, usize::from(expected), "{by}");
        }
        check("fld_status", true);
        check("fld_project", true);
        check("fld_done", false);
    }
}
