//! Where a row stands in a view, and where keys and pointers would put it: arithmetic alone.

use chrono::{Days, NaiveDate};
use shared::operation::intention::arrange::{Hold, Span};

use crate::components::float::place::Rect;

/// Where a row stands in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the column of a board at this place, from 0.
    Column(usize),
    /// On a day of a calendar.
    Day(NaiveDate),
    /// On these days of a timeline, taken hold of there.
    Bar(Span, Hold),
}

/// The way that an arrow leads, as lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Along the line.
    On,
    /// Against it.
    Back,
    /// To the line above.
    Up,
    /// To the line below.
    Down,
}

impl Way {
    /// The way of a key where lines run from right to left, or not.
    pub(super) fn of(key: &str, is_rtl: bool) -> Option<Self> {
        match (key, is_rtl) {
            ("ArrowRight", false) | ("ArrowLeft", true) => Some(Self::On),
            ("ArrowLeft", false) | ("ArrowRight", true) => Some(Self::Back),
            ("ArrowUp", _) => Some(Self::Up),
            ("ArrowDown", _) => Some(Self::Down),
            _ => None,
        }
    }
}

impl Place {
    /// The next place that way; nothing where there is none. A board has so many `columns`.
    pub(super) fn next(self, way: Way, columns: usize) -> Option<Self> {
        match (self, way) {
            (Self::Column(at), Way::On) => Some(at + 1).filter(|at| *at < columns).map(Self::Column),
            (Self::Column(at), Way::Back) => at.checked_sub(1).map(Self::Column),
            (Self::Day(day), way) => {
                let next = match way {
                    Way::On => day.checked_add_days(Days::new(1)),
                    Way::Back => day.checked_sub_days(Days::new(1)),
                    Way::Down => day.checked_add_days(Days::new(7)),
                    Way::Up => day.checked_sub_days(Days::new(7)),
                };
                next.map(Self::Day)
            }
            (Self::Bar(span, hold), Way::On) => span.moved(hold, 1).map(|span| Self::Bar(span, hold)),
            (Self::Bar(span, hold), Way::Back) => span.moved(hold, -1).map(|span| Self::Bar(span, hold)),
            (Self::Column(_) | Self::Bar(..), Way::Up | Way::Down) => None,
        }
    }

    /// The place on `day`: a bar goes along as it is.
    pub(super) fn on(self, day: NaiveDate) -> Option<Self> {
        match self {
            Self::Column(_) => None,
            Self::Day(_) => Some(Self::Day(day)),
            Self::Bar(span, _) => {
                let days = day.signed_duration_since(span.start).num_days();
                span.moved(Hold::Whole, days).map(|span| Self::Bar(span, Hold::Whole))
            }
        }
    }

    /// The day that it is, or begins on.
    pub(super) fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Column(_) => None,
            Self::Day(day) => Some(day),
            Self::Bar(span, _) => Some(span.start),
        }
    }
}

/// Which of `columns` is at, or nearest to, so many pixels from the left: below the last card of a short one, too.
pub(super) fn column_at(columns: &[Rect], x: f64) -> Option<usize> {
    let gap = |rect: &Rect| (rect.left - x).max(x - rect.left - rect.width).max(0.0);
    let gaps = columns.iter().map(gap).enumerate();
    gaps.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
}

/// Which of `days` is at a place of the window; nothing beside them.
pub(super) fn day_at(days: &[(NaiveDate, Rect)], (x, y): (f64, f64)) -> Option<NaiveDate> {
    let has = |rect: &Rect| {
        (rect.left..rect.left + rect.width).contains(&x) && (rect.top..rect.top + rect.height).contains(&y)
    };
    days.iter().find(|(_, rect)| has(rect)).map(|(day, _)| *day)
}

/// Days along the line of a timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ruler {
    /// How wide a day is, in pixels.
    pub day: f64,
    /// Whether days run from right to left.
    pub is_rtl: bool,
}

impl Ruler {
    /// How many days further something is that went so many pixels to the right, to the nearest day.
    pub(super) fn days(self, pixels: f64) -> i64 {
        let days = (pixels / self.day.max(0.1)).round();
        // A pointer does not go further than the days of a calendar.
        #[expect(clippy::cast_possible_truncation, reason = "what does not fit is cut off, as meant")]
        let days = days as i64;
        if self.is_rtl { -days } else { days }
    }

    /// How many pixels so many days are.
    pub(super) fn pixels(self, days: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a calendar are few")]
        let days = days as f64;
        days * self.day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rect(left: f64, top: f64) -> Rect {
        Rect { left, top, width: 100.0, height: 50.0 }
    }

    #[test]
    fn arrows_lead_along_the_line() {
        assert_eq!(Way::of("ArrowRight", false), Some(Way::On));
        assert_eq!(Way::of("ArrowRight", true), Some(Way::Back));
        assert_eq!(Way::of("ArrowUp", true), Some(Way::Up));
        assert_eq!(Way::of("Enter", false), None);
    }

    #[test]
    fn columns_end_and_days_do_not() {
        for (way, expected) in [
            (Way::On, Some(Place::Column(2))),
            (Way::Back, Some(Place::Column(0))),
            (Way::Up, None),
            (Way::Down, None),
        ] {
            assert_eq!(Place::Column(1).next(way, 3), expected, "{way:?}");
        }
        assert_eq!(Place::Column(2).next(Way::On, 3), None);
        assert_eq!(Place::Column(0).next(Way::Back, 3), None);
        for (way, expected) in [
            (Way::On, "2026-03-01"),
            (Way::Back, "2026-02-27"),
            (Way::Up, "2026-02-21"),
            (Way::Down, "2026-03-07"),
        ] {
            assert_eq!(Place::Day(day("2026-02-28")).next(way, 0), Some(Place::Day(day(expected))));
        }
    }

    #[test]
    fn a_bar_goes_where_it_is_held() {
        let span = Span { start: day("2026-03-02"), end: day("2026-03-04") };
        let next = |hold| Place::Bar(span, hold).next(Way::On, 0);
        let longer = Span { end: day("2026-03-05"), ..span };
        assert_eq!(next(Hold::End), Some(Place::Bar(longer, Hold::End)));
        let later = Span { start: day("2026-03-03"), end: day("2026-03-05") };
        assert_eq!(next(Hold::Whole), Some(Place::Bar(later, Hold::Whole)));
        assert_eq!(Place::Bar(span, Hold::End).on(day("2026-03-03")), Some(Place::Bar(later, Hold::Whole)));
        assert_eq!(Place::Column(0).on(day("2026-03-03")), None);
    }

    #[test]
    fn a_pointer_is_over_a_column_or_the_nearest() {
        let columns = [rect(0.0, 0.0), rect(112.0, 0.0), rect(224.0, 0.0)];
        for (x, expected) in [(50.0, 0), (103.0, 0), (110.0, 1), (250.0, 2), (900.0, 2), (-5.0, 0)] {
            assert_eq!(column_at(&columns, x), Some(expected), "{x}");
        }
        assert_eq!(column_at(&[], 0.0), None);
    }

    #[test]
    fn a_pointer_is_over_a_day_or_over_none() {
        let days = [(day("2026-03-02"), rect(0.0, 0.0)), (day("2026-03-03"), rect(100.0, 0.0))];
        assert_eq!(day_at(&days, (100.0, 49.0)), Some(day("2026-03-03")));
        assert_eq!(day_at(&days, (99.0, 0.0)), Some(day("2026-03-02")));
        assert_eq!(day_at(&days, (50.0, 50.0)), None);
    }

    #[test]
    fn pixels_are_days_in_both_directions() {
        let ruler = Ruler { day: 9.0, is_rtl: false };
        for (pixels, days) in [(0.0, 0), (4.0, 0), (5.0, 1), (-14.0, -2), (90.0, 10)] {
            assert_eq!(ruler.days(pixels), days, "{pixels}");
        }
        let mirrored = Ruler { is_rtl: true, ..ruler };
        assert_eq!(mirrored.days(27.0), -3);
        for days in [-7, 0, 3] {
            assert_eq!(ruler.days(ruler.pixels(days)), days);
            assert_eq!(mirrored.days(-mirrored.pixels(days)), days);
        }
        assert_eq!(Ruler { day: 0.0, is_rtl: false }.days(1.0), 10);
    }
}
