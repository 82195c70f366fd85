//! Along a timeline.

use chrono::{Duration, NaiveDate};

use super::{Fixed, on_day, settable};
use crate::blueprint::{CellValue, Field, FieldId, RowId, Table};
use crate::compute::Evaluator;

/// The days that a bar lasts, the last one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day, never before the first.
    pub end: NaiveDate,
}

/// Where a bar is taken hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// In its middle: both ends go along.
    Whole,
    /// At its start.
    Start,
    /// At its end.
    End,
}

impl Span {
    /// The days that it lasts once what is held went on by so many of them; it never becomes shorter than a day.
    /// Nothing where the calendar ends.
    pub fn moved(self, hold: Hold, days: i64) -> Option<Self> {
        let by = Duration::try_days(days)?;
        let later = |day: NaiveDate| day.checked_add_signed(by);
        Some(match hold {
            Hold::Whole => Self { start: later(self.start)?, end: later(self.end)? },
            Hold::Start => Self { start: later(self.start)?.min(self.end), ..self },
            Hold::End => Self { end: later(self.end)?.max(self.start), ..self },
        })
    }
}

/// The fields that a timeline draws its bars from.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    start: &'a Field,
    end: Option<&'a Field>,
}

impl<'a> Bar<'a> {
    /// From the fields of `table` with these ids; nothing where there are none.
    pub fn of(table: &'a Table, start: &FieldId, end: Option<&FieldId>) -> Option<Self> {
        Some(Self { start: table.field(start)?, end: end.and_then(|end| table.field(end)) })
    }

    /// Whether bars can be taken hold of there; where they always last a day, they have no end of their own.
    ///
    /// # Errors
    /// The field that stands against it, and why.
    pub fn holds(self, hold: Hold) -> Result<bool, (&'a Field, Fixed)> {
        let open = |field: &'a Field| settable(&field.kind).map_err(|fixed| (field, fixed));
        match (hold, self.end) {
            (Hold::Start | Hold::End, None) => return Ok(false),
            (Hold::Whole, end) => {
                open(self.start)?;
                end.map_or(Ok(()), open)?;
            }
            (Hold::Start, _) => open(self.start)?,
            (Hold::End, Some(end)) => open(end)?,
        }
        Ok(true)
    }

    /// The days that a row lasts; nothing without a start.
    pub fn span(self, evaluator: &Evaluator<'_>, row: &RowId) -> Option<Span> {
        let start = evaluator.value(row, &self.start.id).day()?;
        let end = self.end.and_then(|end| evaluator.value(row, &end.id).day());
        Some(Span { start, end: end.unwrap_or(start).max(start) })
    }

    /// The values that make a row last `to`: of the fields that change, and no others.
    ///
    /// A row without an end gets one as soon as it lasts longer than a day.
    ///
    /// # Errors
    /// When nobody sets the values of a field that would have to change.
    pub fn values(
        self,
        evaluator: &Evaluator<'_>,
        row: &RowId,
        to: Span,
    ) -> Result<Vec<(FieldId, CellValue)>, Fixed> {
        let mut values = Vec::new();
        let mut set = |field: &Field, day: NaiveDate| {
            let now = evaluator.value(row, &field.id);
            if now.day() != Some(day) {
                values.push((field.id.clone(), on_day(&field.kind, &now, day)?));
            }
            Ok(())
        };
        set(self.start, to.start)?;
        if let Some(end) = self.end {
            let is_open = evaluator.value(row, &end.id).is_empty();
            if !is_open || to.end > to.start {
                set(end, to.end)?;
            }
        }
        Ok(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small_with;
    use crate::blueprint::{Blueprint, TableId};

    fn span(start: &str, end: &str) -> Span {
        Span { start: start.parse().unwrap(), end: end.parse().unwrap() }
    }

    /// The small blueprint with a start that people set.
    fn planned() -> Blueprint {
        let start = serde_json::json!({"id": "fld_start", "name": "Start", "kind": {"type": "datetime"}});
        small_with([
            ("/tables/0/fields/-", start),
            ("/tables/0/sample_rows/0/cells/fld_start", "2026-03-16T09:30:00Z".into()),
            ("/tables/0/sample_rows/2/cells/fld_start", "2026-03-20T08:00:00Z".into()),
        ])
    }

    #[test]
    fn a_bar_moves_as_a_whole_or_at_one_end() {
        let week = span("2026-03-16", "2026-03-20");
        for (hold, days, expected) in [
            (Hold::Whole, 3, span("2026-03-19", "2026-03-23")),
            (Hold::Whole, -20, span("2026-02-24", "2026-02-28")),
            (Hold::Start, 2, span("2026-03-18", "2026-03-20")),
            (Hold::Start, 9, span("2026-03-20", "2026-03-20")),
            (Hold::End, -9, span("2026-03-16", "2026-03-16")),
            (Hold::End, 1, span("2026-03-16", "2026-03-21")),
        ] {
            assert_eq!(week.moved(hold, days), Some(expected), "{hold:?} by {days}");
        }
        assert_eq!(week.moved(Hold::Whole, i64::MAX), None);
    }

    #[track_caller]
    fn check(row: &str, hold: Hold, days: i64, expected: &[(&str, &str)]) {
        let blueprint = planned();
        let table = blueprint.table(&TableId::from("tbl_sessions")).unwrap();
        let bar = Bar::of(table, &"fld_start".into(), Some(&"fld_due".into())).unwrap();
        let evaluator = Evaluator::new(&blueprint);
        let row = RowId::from(row);
        let to = bar.span(&evaluator, &row).unwrap().moved(hold, days).unwrap();
        let expected: Vec<_> =
            expected.iter().map(|(id, text)| (FieldId::from(*id), (*text).into())).collect();
        assert_eq!(bar.values(&evaluator, &row, to), Ok(expected));
    }

    #[test]
    fn what_changes_is_set_and_times_keep_their_hour() {
        let whole = &[("fld_start", "2026-03-17T09:30:00Z"), ("fld_due", "2026-03-19")];
        check("row_a", Hold::Whole, 1, whole);
        check("row_a", Hold::Start, -1, &[("fld_start", "2026-03-15T09:30:00Z")]);
        check("row_a", Hold::End, 2, &[("fld_due", "2026-03-20")]);
        check("row_a", Hold::Whole, 0, &[]);
    }

    #[test]
    fn a_row_without_an_end_gets_one_when_it_lasts() {
        check("row_c", Hold::Whole, 2, &[("fld_start", "2026-03-22T08:00:00Z")]);
        check("row_c", Hold::End, 2, &[("fld_due", "2026-03-22")]);
        let start = &[("fld_start", "2026-03-18T08:00:00Z"), ("fld_due", "2026-03-20")];
        check("row_c", Hold::Start, -2, start);
    }

    #[test]
    fn what_the_platform_writes_holds_its_end() {
        let blueprint = planned();
        let table = blueprint.table(&TableId::from("tbl_sessions")).unwrap();
        let created = Bar::of(table, &"fld_created".into(), Some(&"fld_due".into())).unwrap();
        let why = |hold| created.holds(hold).map_err(|(field, fixed)| (field.id.as_str(), fixed));
        assert_eq!(why(Hold::Whole), Err(("fld_created", Fixed::Written)));
        assert_eq!(why(Hold::Start), Err(("fld_created", Fixed::Written)));
        assert_eq!(why(Hold::End), Ok(true));
        let day = Bar::of(table, &"fld_due".into(), None).unwrap();
        assert_eq!((day.holds(Hold::Whole).is_ok(), day.holds(Hold::End).ok()), (true, Some(false)));
    }
}
