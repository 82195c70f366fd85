//! Weeks and months of a calendar. Weeks run from Monday to Sunday, as "this week" does in filters.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

/// A run of weeks that a calendar shows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Page {
    /// The week from this Monday on.
    Week(NaiveDate),
    /// The month of this first day.
    Month(NaiveDate),
}

impl Page {
    /// The page that `day` is on.
    pub(super) fn of(day: NaiveDate, by_week: bool) -> Self {
        if by_week { Self::Week(monday(day)) } else { Self::Month(day.with_day(1).unwrap_or(day)) }
    }

    /// The pages that have `days`, in order, and which of them to begin with: the one of `today` if it has days,
    /// else the last before it, else the first.
    pub(super) fn all(
        days: impl Iterator<Item = NaiveDate>,
        today: NaiveDate,
        by_week: bool,
    ) -> (Vec<Self>, usize) {
        let pages: BTreeSet<_> = days.map(|day| Self::of(day, by_week)).collect();
        let pages: Vec<_> = pages.into_iter().collect();
        let now = Self::of(today, by_week);
        let past = pages.iter().filter(|page| **page <= now).count();
        (pages, past.saturating_sub(1))
    }

    /// Its first day.
    pub(super) fn first(self) -> NaiveDate {
        match self {
            Self::Week(day) | Self::Month(day) => day,
        }
    }

    /// Whether `day` belongs to it; the weeks of a month have days that do not.
    pub(super) fn has(self, day: NaiveDate) -> bool {
        match self {
            Self::Week(first) => monday(day) == first,
            Self::Month(first) => (day.year(), day.month()) == (first.year(), first.month()),
        }
    }

    /// Its weeks, seven days each.
    pub(super) fn weeks(self) -> Vec<Vec<NaiveDate>> {
        let mondays = std::iter::successors(Some(monday(self.first())), |day| later(*day, 7));
        let is_in = |monday: &NaiveDate| {
            self.has(*monday) || later(*monday, 6).is_some_and(|sunday| self.has(sunday))
        };
        mondays
            .take_while(is_in)
            .map(|monday| (0..7).filter_map(|past| later(monday, past)).collect())
            .collect()
    }
}

/// The Monday of the week of `day`.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    let past = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(past)).unwrap_or(day)
}

/// `day` and so many days more.
pub(super) fn later(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_has_whole_weeks() {
        for (month, weeks, first, last) in [
            ("2026-03-18", 6, "2026-02-23", "2026-04-05"),
            ("2027-02-10", 4, "2027-02-01", "2027-02-28"),
            ("2026-12-31", 5, "2026-11-30", "2027-01-03"),
        ] {
            let found = Page::of(day(month), false).weeks();
            assert_eq!(found.len(), weeks, "{month}");
            assert_eq!(found.first().and_then(|week| week.first()), Some(&day(first)));
            assert_eq!(found.last().and_then(|week| week.last()), Some(&day(last)));
            assert!(found.iter().all(|week| week.len() == 7));
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        let page = Page::of(day("2026-03-22"), true);
        assert_eq!(page, Page::Week(day("2026-03-16")));
        assert_eq!(page.weeks().len(), 1);
        assert!(page.has(day("2026-03-16")) && !page.has(day("2026-03-23")));
    }

    #[test]
    fn a_calendar_opens_at_today_or_the_nearest_before() {
        #[track_caller]
        fn check(days: &[&str], expected: usize) {
            let (pages, at) = Page::all(days.iter().map(|text| day(text)), day("2026-03-18"), false);
            assert_eq!(at, expected, "{pages:?}");
        }
        check(&["2026-02-01", "2026-03-02", "2026-05-01"], 1);
        check(&["2026-01-01", "2026-02-01", "2026-05-01"], 1);
        check(&["2026-04-01", "2026-05-01"], 0);
        check(&[], 0);
    }
}
