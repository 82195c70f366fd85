//! Parting rows by the values of a field: sections of views, axes of charts.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, Days, Months, NaiveDate, Timelike};

use super::{Evaluator, Value};
use crate::blueprint::{Bucket, Field, FieldKind, Grouping, RowId, SampleRow};
use crate::words::fill;

/// Most groups of a field: more than anybody reads, and little enough to draw.
const GROUPS_MAX: usize = 1_000;
/// Longest run of weeks or months that is filled up with those without rows.
const RUN_MAX: usize = 400;

/// What the rows of a group share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// They are not parted.
    All,
    /// The checkbox's state.
    Bool(bool),
    /// An option, by its position in the field and its id.
    Option(usize, String),
    /// A related row, by its position in its table and its id.
    Row(usize, String),
    /// A number, ordered by its size.
    Number(OrderedNumber),
    /// The day, the Monday of the week, or the first day of the month.
    Day(NaiveDate),
    /// The day of the week, 0 for Monday.
    Weekday(u8),
    /// Night, morning, afternoon, evening: 0 to 3.
    PartOfDay(u8),
    /// A person or a text; ordered whatever the case.
    Text(String, String),
    /// No value.
    Empty,
}

/// A finite number with an order.
#[derive(Clone, Copy, Debug)]
pub struct OrderedNumber(pub f64);

impl PartialEq for OrderedNumber {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for OrderedNumber {}

impl PartialOrd for OrderedNumber {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OrderedNumber {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl std::hash::Hash for OrderedNumber {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// Rows parted by a field; a row with several values is in several groups.
pub(super) struct Groups<'a> {
    /// The groups in order; the one without a value last, and only where there are such rows.
    pub(super) keys: Vec<GroupKey>,
    /// The groups of each row.
    pub(super) of_row: HashMap<&'a RowId, Vec<GroupKey>>,
}

/// Parts `rows` by a field.
pub(super) fn groups<'a>(evaluator: &Evaluator<'a>, rows: &[&'a SampleRow], by: &Grouping) -> Groups<'a> {
    let Some((_, field)) = evaluator.schema().field(&by.field) else { return undivided(rows) };
    let keyer = Keyer::new(evaluator, field, by.bucket);
    let of_row: HashMap<_, _> = rows.iter().map(|row| (&row.id, keyer.keys(row))).collect();
    let mut keys: BTreeSet<GroupKey> = of_row.values().flatten().cloned().collect();
    let has_empty = keys.remove(&GroupKey::Empty);
    keys.extend(fixed(field, by.bucket));
    keys.extend(run(&keys, by.bucket));
    let mut keys: Vec<_> = keys.into_iter().take(GROUPS_MAX).collect();
    keys.extend(has_empty.then_some(GroupKey::Empty));
    Groups { keys, of_row }
}

fn undivided<'a>(rows: &[&'a SampleRow]) -> Groups<'a> {
    let of_row = rows.iter().map(|row| (&row.id, vec![GroupKey::All])).collect();
    Groups { keys: vec![GroupKey::All], of_row }
}

/// Finds the groups of rows.
struct Keyer<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    field: &'a Field,
    bucket: Option<Bucket>,
    /// Positions of options or related rows.
    positions: HashMap<&'a str, usize>,
}

impl<'e, 'a> Keyer<'e, 'a> {
    fn new(evaluator: &'e Evaluator<'a>, field: &'a Field, bucket: Option<Bucket>) -> Self {
        let ids: Vec<&str> = match &field.kind {
            FieldKind::Relation { table, .. } => {
                let rows = evaluator.blueprint().table(table).map_or(&[][..], |table| &table.sample_rows);
                rows.iter().map(|row| row.id.as_str()).collect()
            }
            kind => kind.options().iter().map(|option| option.id.as_str()).collect(),
        };
        let positions = ids.into_iter().enumerate().map(|(position, id)| (id, position)).collect();
        Self { evaluator, field, bucket, positions }
    }

    fn keys(&self, row: &SampleRow) -> Vec<GroupKey> {
        let value = self.evaluator.value(&row.id, &self.field.id);
        let keys: Vec<_> = match &value {
            Value::Empty => Vec::new(),
            Value::Bool(checked) => vec![GroupKey::Bool(*checked)],
            Value::Number(number) => vec![GroupKey::Number(OrderedNumber(number + 0.0))],
            Value::Date(_) | Value::Datetime(_) => self.day(&value).into_iter().collect(),
            Value::Text(_) | Value::List(_) => {
                value.items().iter().filter_map(|item| self.item(item)).collect()
            }
        };
        if keys.is_empty() { vec![GroupKey::Empty] } else { keys }
    }

    /// Ids that no option or row has are no values.
    fn item(&self, item: &str) -> Option<GroupKey> {
        match self.field.kind {
            FieldKind::Select { .. } | FieldKind::MultiSelect { .. } => {
                self.positions.get(item).map(|position| GroupKey::Option(*position, item.to_owned()))
            }
            FieldKind::Relation { .. } => {
                self.positions.get(item).map(|position| GroupKey::Row(*position, item.to_owned()))
            }
            _ => Some(GroupKey::Text(item.to_lowercase(), item.to_owned())),
        }
    }

    fn day(&self, value: &Value) -> Option<GroupKey> {
        let day = value.day()?;
        Some(match self.bucket {
            None => GroupKey::Day(day),
            Some(Bucket::Week) => GroupKey::Day(monday(day)),
            Some(Bucket::Month) => GroupKey::Day(day.with_day(1).unwrap_or(day)),
            Some(Bucket::Weekday) => GroupKey::Weekday(number_of_weekday(day)),
            Some(Bucket::PartOfDay) => GroupKey::PartOfDay(part_of_day(value)?),
        })
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    let past = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(past)).unwrap_or(day)
}

fn number_of_weekday(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().num_days_from_monday()).unwrap_or_default()
}

fn part_of_day(value: &Value) -> Option<u8> {
    u8::try_from(value.moment()?.hour() / 6).ok()
}

/// Groups that are there whether they have rows or not.
fn fixed(field: &Field, bucket: Option<Bucket>) -> Vec<GroupKey> {
    match (&field.kind, bucket) {
        (FieldKind::Checkbox, _) => vec![GroupKey::Bool(false), GroupKey::Bool(true)],
        (_, Some(Bucket::Weekday)) => (0..7).map(GroupKey::Weekday).collect(),
        (_, Some(Bucket::PartOfDay)) => (0..4).map(GroupKey::PartOfDay).collect(),
        (kind, _) => {
            let options = kind.options().iter().enumerate();
            options.map(|(position, option)| GroupKey::Option(position, option.id.to_string())).collect()
        }
    }
}

/// The weeks or months between the first and the last.
fn run(keys: &BTreeSet<GroupKey>, bucket: Option<Bucket>) -> Vec<GroupKey> {
    let next = |day: NaiveDate| match bucket {
        Some(Bucket::Week) => day.checked_add_days(Days::new(7)),
        Some(Bucket::Month) => day.checked_add_months(Months::new(1)),
        _ => None,
    };
    let (Some(GroupKey::Day(first)), Some(GroupKey::Day(last))) = (keys.first(), keys.last()) else {
        return Vec::new();
    };
    let days = std::iter::successors(Some(*first), |day| next(*day)).take_while(|day| day <= last);
    let days: Vec<_> = days.take(RUN_MAX + 1).collect();
    if days.len() > RUN_MAX {
        return Vec::new();
    }
    days.into_iter().map(GroupKey::Day).collect()
}

impl Evaluator<'_> {
    /// What people read of a group; empty for [`GroupKey::Empty`] and [`GroupKey::All`].
    pub(super) fn group_label(&self, key: &GroupKey, by: &Grouping) -> String {
        let field = self.schema().field(&by.field).map(|(_, field)| field);
        let label = |value: &Value| field.map(|field| self.label(field, value)).unwrap_or_default();
        match key {
            GroupKey::All | GroupKey::Empty => String::new(),
            GroupKey::Bool(checked) => label(&Value::Bool(*checked)),
            GroupKey::Number(number) => label(&Value::Number(number.0)),
            GroupKey::Option(_, id) | GroupKey::Row(_, id) | GroupKey::Text(_, id) => {
                label(&Value::Text(id.clone()))
            }
            GroupKey::Day(day) if by.bucket == Some(Bucket::Month) => self.month_label(*day),
            GroupKey::Day(day) => self.date_label(*day),
            GroupKey::Weekday(day) => self.word(&format!("weekday.{}", day + 1)).to_owned(),
            GroupKey::PartOfDay(part) => self.word(&format!("part_of_day.{}", part + 1)).to_owned(),
        }
    }

    fn month_label(&self, day: NaiveDate) -> String {
        let key = format!("month.{}", day.month());
        let month = self.word(&key);
        fill(self.word("month_of_year"), &[("month", month), ("year", &day.year().to_string())])
    }
}
