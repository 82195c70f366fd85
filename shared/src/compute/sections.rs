//! The rows of a view: filtered, sorted, parted.

use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::groups::{GroupKey, groups};
use super::{Evaluator, Value, matches};
use crate::blueprint::{Direction, Field, FieldKind, Grouping, SampleRow, Sort, Table, View, ViewKind};

/// Rows of a view that share a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'a> {
    /// What its rows share; [`GroupKey::All`] in a view without groups.
    pub key: GroupKey,
    /// The group's value as people read it; empty for rows without one, and for views without groups.
    pub label: String,
    /// Its rows, in the view's order.
    pub rows: Vec<&'a SampleRow>,
}

/// The rows a view shows on the day `today`.
///
/// A board groups by its field and has a section for every option and either state of a checkbox; other views
/// leave out sections without rows. A row with several values is in several sections; rows without one come last.
/// A view without groups has one section, with or without rows.
pub fn sections<'a>(
    evaluator: &Evaluator<'a>,
    table: &'a Table,
    view: &View,
    today: NaiveDate,
) -> Vec<Section<'a>> {
    let passes = |row: &&SampleRow| match &view.filter {
        Some(filter) => matches(evaluator, row, filter, today),
        None => true,
    };
    let mut rows: Vec<&SampleRow> = table.sample_rows.iter().filter(passes).collect();
    sort(evaluator, table, &mut rows, &view.sorts);
    let by = match &view.kind {
        ViewKind::Board { by } => Some(by),
        _ => view.group.as_ref(),
    };
    match by.filter(|by| table.field(by).is_some()) {
        Some(by) => {
            let is_board = matches!(view.kind, ViewKind::Board { .. });
            part(evaluator, &rows, &Grouping { field: by.clone(), bucket: None }, is_board)
        }
        None => vec![Section { key: GroupKey::All, label: String::new(), rows }],
    }
}

fn part<'a>(
    evaluator: &Evaluator<'a>,
    rows: &[&'a SampleRow],
    by: &Grouping,
    keep_empty: bool,
) -> Vec<Section<'a>> {
    let groups = groups(evaluator, rows, by);
    let mut members: HashMap<&GroupKey, Vec<&'a SampleRow>> = HashMap::new();
    for row in rows {
        for key in groups.of_row.get(&row.id).into_iter().flatten() {
            members.entry(key).or_default().push(row);
        }
    }
    let section = |key: &GroupKey| Section {
        key: key.clone(),
        label: evaluator.group_label(key, by),
        rows: members.get(key).cloned().unwrap_or_default(),
    };
    let sections = groups.keys.iter().map(section);
    sections.filter(|section| keep_empty || !section.rows.is_empty()).collect()
}

fn sort<'a>(evaluator: &Evaluator<'a>, table: &Table, rows: &mut Vec<&'a SampleRow>, sorts: &[Sort]) {
    let sorts: Vec<_> =
        sorts.iter().filter_map(|sort| Some((table.field(&sort.field)?, sort.direction))).collect();
    if sorts.is_empty() {
        return;
    }
    let mut keyed: Vec<(Vec<Option<SortKey>>, &SampleRow)> = rows
        .iter()
        .map(|row| (sorts.iter().map(|(field, _)| sort_key(evaluator, row, field)).collect(), *row))
        .collect();
    keyed.sort_by(|(left, _), (right, _)| {
        let pairs = left.iter().zip(right).zip(&sorts);
        let orderings = pairs.map(|((left, right), (_, direction))| order(left, right, *direction));
        orderings.fold(Ordering::Equal, Ordering::then)
    });
    *rows = keyed.into_iter().map(|(_, row)| row).collect();
}

/// What a value is sorted by: options by their position, rows by their label, texts whatever their case.
#[derive(PartialEq, PartialOrd)]
enum SortKey {
    Number(f64),
    Moment(NaiveDateTime),
    Text(String),
}

fn sort_key(evaluator: &Evaluator<'_>, row: &SampleRow, field: &Field) -> Option<SortKey> {
    let value = evaluator.value(&row.id, &field.id);
    match (&value, &field.kind) {
        (Value::Empty, _) => None,
        (Value::Bool(checked), _) => Some(SortKey::Number(f64::from(u8::from(*checked)))),
        (Value::Number(number), _) => Some(SortKey::Number(*number)),
        (Value::Date(_) | Value::Datetime(_), _) => value.moment().map(SortKey::Moment),
        (_, FieldKind::Select { options } | FieldKind::MultiSelect { options }) => {
            let first = value.items().first()?;
            let position = options.iter().position(|option| option.id.as_str() == first)?;
            u32::try_from(position).ok().map(|position| SortKey::Number(position.into()))
        }
        _ => Some(SortKey::Text(evaluator.label(field, &value).to_lowercase())),
    }
}

/// Empty values come last, whichever the direction.
fn order(left: &Option<SortKey>, right: &Option<SortKey>, direction: Direction) -> Ordering {
    match (left, right) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(left), Some(right)) => {
            let ordering = left.partial_cmp(right).unwrap_or(Ordering::Equal);
            if direction == Direction::Descending { ordering.reverse() } else { ordering }
        }
    }
}
