//! What a view does with its rows, in words, and the days that it lays them out on.

use chrono::{Datelike, NaiveDate};

use super::value::{date, datetime};
use super::{Evaluator, VIEWS, Value};
use crate::blueprint::{
    CellValue, Condition, Conjunction, Direction, Field, FieldId, FieldKind, Operator, Sort, View, ViewKind,
};

/// What a view does with its rows, each part a phrase in the blueprint's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewTerms {
    /// What columns, days or bars are made of; nothing for grids, galleries and lists.
    pub layout: Option<String>,
    /// Which rows it takes, a phrase a condition.
    pub conditions: Vec<String>,
    /// The same in one phrase.
    pub filter: Option<String>,
    /// What parts the rows.
    pub group: Option<String>,
    /// What orders them, most important first.
    pub sorts: Vec<String>,
}

/// What `view` does with its rows, in words.
pub fn view_terms(evaluator: &Evaluator<'_>, view: &View) -> ViewTerms {
    let words = Words { evaluator };
    let filter = view.filter.as_ref();
    let conditions: Vec<_> = filter.map_or(&[][..], |filter| &filter.conditions).iter().collect();
    let conditions: Vec<_> = conditions.into_iter().map(|condition| words.condition(condition)).collect();
    let joint = match filter.map(|filter| filter.conjunction) {
        Some(Conjunction::Any) => "or",
        _ => "and",
    };
    let join = |first: String, second: &String| words.fill(joint, &[("first", &first), ("second", second)]);
    let joined = conditions.split_first().map(|(first, rest)| rest.iter().fold(first.clone(), join));
    ViewTerms {
        layout: words.layout(&view.kind),
        filter: joined,
        conditions,
        group: view.group.as_ref().map(|by| words.fill("group", &[("field", words.name(by))])),
        sorts: view.sorts.iter().map(|sort| words.sort(sort)).collect(),
    }
}

struct Words<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
}

impl<'a> Words<'_, 'a> {
    fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        VIEWS.fill(self.evaluator.language(), key, values)
    }

    fn field(&self, id: &FieldId) -> Option<&'a Field> {
        self.evaluator.schema().field(id).map(|(_, field)| field)
    }

    fn name(&self, id: &FieldId) -> &'a str {
        self.field(id).map_or("", |field| &field.name)
    }

    fn layout(&self, kind: &ViewKind) -> Option<String> {
        Some(match kind {
            ViewKind::Board { by } => self.fill("board", &[("field", self.name(by))]),
            ViewKind::Calendar { date } => self.fill("calendar", &[("field", self.name(date))]),
            ViewKind::Timeline { start, end: Some(end) } => {
                self.fill("timeline", &[("start", self.name(start)), ("end", self.name(end))])
            }
            ViewKind::Timeline { start, end: None } => {
                self.fill("timeline_day", &[("start", self.name(start))])
            }
            ViewKind::Grid | ViewKind::Gallery | ViewKind::List => return None,
        })
    }

    fn condition(&self, condition: &Condition) -> String {
        let field = self.field(&condition.field);
        let is_time = field.is_some_and(is_time);
        let key = match condition.operator {
            Operator::AtLeast if is_time => "from",
            Operator::AtMost if is_time => "until",
            operator => operator.as_str(),
        };
        let value = match (condition.operator, &condition.value) {
            (Operator::Within, Some(CellValue::Text(range))) => self.fill(&format!("range.{range}"), &[]),
            (_, Some(value)) => self.value(field, value),
            (_, None) => String::new(),
        };
        let values = [("field", self.name(&condition.field)), ("value", &value)];
        self.fill(&format!("condition.{key}"), &values)
    }

    /// What a row is tested against, as people read it.
    fn value(&self, field: Option<&Field>, value: &CellValue) -> String {
        let value = match value {
            CellValue::Bool(yes) => Value::Bool(*yes),
            CellValue::Number(number) => Value::Number(*number),
            CellValue::List(items) => Value::List(items.clone()),
            CellValue::Text(text) if field.is_some_and(is_time) => {
                let day = date(text).map(Value::Date);
                day.or_else(|| datetime(text).map(Value::Datetime))
                    .unwrap_or_else(|| Value::text(text.clone()))
            }
            CellValue::Text(text) => Value::text(text.clone()),
        };
        field.map(|field| self.evaluator.label(field, &value)).unwrap_or_default()
    }

    fn sort(&self, sort: &Sort) -> String {
        let sorted = match self.field(&sort.field).map(|field| &field.kind) {
            Some(FieldKind::CreatedAt | FieldKind::UpdatedAt) => "made",
            Some(FieldKind::Date | FieldKind::Datetime) => "date",
            Some(FieldKind::Number { .. } | FieldKind::Rating { .. } | FieldKind::AutoId { .. }) => "number",
            Some(FieldKind::Rollup { .. } | FieldKind::Formula { .. }) => "number",
            Some(FieldKind::Select { .. } | FieldKind::MultiSelect { .. } | FieldKind::Checkbox) => "option",
            _ => "text",
        };
        let way = match sort.direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        };
        self.fill(&format!("sort.{sorted}_{way}"), &[("field", self.name(&sort.field))])
    }
}

fn is_time(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Date | FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt)
}

impl Evaluator<'_> {
    /// The month of `day`, such as `March 2026`.
    pub fn month_of(&self, day: NaiveDate) -> String {
        let month = format!("month.{}", day.month());
        let (month, year) = (VIEWS.get(self.language(), &month), day.year().to_string());
        VIEWS.fill(self.language(), "month_year", &[("month", month), ("year", &year)])
    }

    /// `day` without its year, such as `Mar 18`.
    pub fn short_day(&self, day: NaiveDate) -> String {
        let (month, number) = (format!("month.{}", day.month()), day.day().to_string());
        let values = [("month", self.word(&month)), ("day", number.as_str())];
        VIEWS.fill(self.language(), "day_month", &values)
    }

    /// What the weekday of `day` is called, in short.
    pub fn weekday_of(&self, day: NaiveDate) -> String {
        self.word(&format!("weekday.{}", day.weekday().number_from_monday())).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::blueprint::fixture::{small, small_with};

    fn terms(view: serde_json::Value) -> ViewTerms {
        let small = small();
        view_terms(&Evaluator::new(&small), &serde_json::from_value(view).unwrap())
    }

    #[test]
    fn words_are_complete() {
        crate::words::assert_complete(&VIEWS);
    }

    #[test]
    fn a_view_says_what_it_does() {
        let said = terms(json!({
            "id": "viw_x", "name": "X", "kind": {"type": "board", "by": "fld_status"},
            "filter": {"match": "any", "conditions": [
                {"field": "fld_status", "operator": "is_not", "value": "opt_active"},
                {"field": "fld_created", "operator": "within", "value": "this_week"},
                {"field": "fld_due", "operator": "at_least", "value": "2026-03-18"},
                {"field": "fld_rating", "operator": "at_least", "value": 4},
            ]},
            "sorts": [
                {"field": "fld_created", "direction": "descending"},
                {"field": "fld_status", "direction": "ascending"},
            ],
            "group": "fld_project",
        }));

        assert_eq!(said.layout.as_deref(), Some("Columns by Status"));
        let [not, week, from, stars] = said.conditions.as_slice() else { panic!("{:?}", said.conditions) };
        assert_eq!(not, "Status is not Active");
        assert_eq!(week, "Created is this week");
        assert!(from.ends_with("is 2026-03-18 or later"), "{from}");
        assert!(stars.ends_with("is 4 or more"), "{stars}");
        assert_eq!(said.filter.unwrap(), format!("{not} or {week} or {from} or {stars}"));
        assert_eq!(said.group.as_deref(), Some("Grouped by Project"));
        assert_eq!(said.sorts, ["Sorted by Created, newest first", "Sorted by Status, in its order"]);
    }

    #[test]
    fn a_view_of_everything_says_nothing() {
        let view = json!({"id": "viw_x", "name": "X", "kind": {"type": "grid"}});
        assert_eq!(terms(view), ViewTerms::default());
    }

    #[test]
    fn days_are_named_in_the_language() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 18).unwrap();
        for (language, month, short, weekday) in [
            ("en", "March 2026", "Mar 18", "Wed"),
            ("es", "marzo de 2026", "18 mar", "mié"),
            ("ja", "2026年3月", "3月18日", "水"),
        ] {
            let blueprint = small_with([("/settings/language", json!(language))]);
            let evaluator = Evaluator::new(&blueprint);
            assert_eq!(evaluator.month_of(day), month);
            assert_eq!(evaluator.short_day(day), short);
            assert_eq!(evaluator.weekday_of(day), weekday);
        }
    }
}
