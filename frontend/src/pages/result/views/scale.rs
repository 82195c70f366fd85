//! The scale of a timeline: days along a line, in percent of its length.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::days::{later, monday};

/// Up to this many days the scale counts in weeks, beyond in months.
const WEEKS_UP_TO_DAYS: i64 = 70;
/// A scale is at least so many days long.
const DAYS_MIN: u64 = 28;
/// Today is on the scale unless it is further away than this.
const TODAY_WITHIN_DAYS: u64 = 200;
/// Most marks on a scale.
const MARKS_MAX: usize = 120;

/// Days along a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    first: NaiveDate,
    /// How many days long it is.
    pub days: i64,
}

/// A week or a month on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// Its first day.
    pub day: NaiveDate,
    /// Where it begins, in percent.
    pub from: f64,
    /// Its length on the scale, in percent.
    pub length: f64,
}

impl Scale {
    /// A scale of whole weeks that all `spans` fit on.
    pub(super) fn around(spans: &[(NaiveDate, NaiveDate)], today: NaiveDate) -> Option<Self> {
        let first = spans.iter().map(|(start, _)| *start).min()?;
        let last = spans.iter().map(|(start, end)| *start.max(end)).max()?;
        let reach = Days::new(TODAY_WITHIN_DAYS);
        let is_near =
            first.checked_sub_days(reach) <= Some(today) && Some(today) <= last.checked_add_days(reach);
        let (first, last) = if is_near { (first.min(today), last.max(today)) } else { (first, last) };
        let first = monday(first);
        let last = later(monday(last), 6)?.max(later(first, DAYS_MIN - 1)?);
        Some(Self { first, days: last.signed_duration_since(first).num_days() + 1 })
    }

    /// Whether its marks are weeks; else they are months.
    pub(super) fn counts_weeks(self) -> bool {
        self.days <= WEEKS_UP_TO_DAYS
    }

    /// Where the bar from `start` to `end` begins, and how long it is, in percent. A bar that ends before it starts
    /// is a day long.
    pub(super) fn bar(self, start: NaiveDate, end: NaiveDate) -> (f64, f64) {
        let from = self.at(start);
        let to = later(end.max(start), 1).map_or(100.0, |day| self.at(day));
        (from, to - from)
    }

    /// Where the middle of `day` is, in percent; nothing off the scale.
    pub(super) fn middle(self, day: NaiveDate) -> Option<f64> {
        let (from, length) = self.bar(day, day);
        Some(from + length / 2.0).filter(|at| (0.0..=100.0).contains(at))
    }

    /// The weeks or months on it, cut at its ends.
    pub(super) fn marks(self) -> Vec<Mark> {
        let next = |day: &NaiveDate| match self.counts_weeks() {
            true => later(*day, 7),
            false => day.checked_add_months(Months::new(1)),
        };
        let first = if self.counts_weeks() { Some(self.first) } else { self.first.with_day(1) };
        let starts = std::iter::successors(first, next).take_while(|day| self.at(*day) < 100.0);
        let mark = |day: NaiveDate| {
            let from = self.at(day).max(0.0);
            let to = next(&day).map_or(100.0, |day| self.at(day)).min(100.0);
            Mark { day, from, length: to - from }
        };
        starts.take(MARKS_MAX).map(mark).collect()
    }

    fn at(self, day: NaiveDate) -> f64 {
        let past = day.signed_duration_since(self.first).num_days();
        #[expect(clippy::cast_precision_loss, reason = "days of a calendar are few")]
        let percent = past as f64 * 100.0 / self.days as f64;
        percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn scale(spans: &[(&str, &str)]) -> Scale {
        let spans: Vec<_> = spans.iter().map(|(start, end)| (day(start), day(end))).collect();
        Scale::around(&spans, day("2026-03-18")).unwrap()
    }

    #[test]
    fn a_scale_is_whole_weeks_long_and_has_today() {
        let scale = scale(&[("2026-03-04", "2026-03-05")]);
        assert_eq!(scale, Scale { first: day("2026-03-02"), days: 28 });
        assert_eq!(scale.bar(day("2026-03-02"), day("2026-03-08")), (0.0, 25.0));
        assert_eq!(scale.middle(day("2026-03-18")), Some(16.5 * 100.0 / 28.0));
        assert_eq!(scale.middle(day("2026-06-18")), None);
    }

    #[test]
    fn a_far_today_does_not_stretch_it() {
        let scale = scale(&[("2020-01-01", "2020-01-10")]);
        assert_eq!(scale.days, 28);
    }

    #[test]
    fn a_bar_that_ends_before_it_starts_is_a_day_long() {
        let scale = scale(&[("2026-03-09", "2026-03-02")]);
        let (_, length) = scale.bar(day("2026-03-09"), day("2026-03-02"));
        assert!((length - 100.0 / 28.0).abs() < 1e-9, "{length}");
    }

    #[test]
    fn marks_are_weeks_on_short_scales_and_months_on_long_ones() {
        let weeks = scale(&[("2026-03-02", "2026-03-29")]).marks();
        assert_eq!(weeks.len(), 4);
        assert_eq!(weeks.get(1), Some(&Mark { day: day("2026-03-09"), from: 25.0, length: 25.0 }));
        let months = scale(&[("2026-01-21", "2026-05-17")]);
        assert!(!months.counts_weeks());
        let marks = months.marks();
        let days: Vec<_> = marks.iter().map(|mark| mark.day.to_string()).collect();
        assert_eq!(days, ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"]);
        let sum: f64 = marks.iter().map(|mark| mark.length).sum();
        assert!((sum - 100.0).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn nothing_needs_no_scale() {
        assert_eq!(Scale::around(&[], day("2026-03-18")), None);
    }
}
