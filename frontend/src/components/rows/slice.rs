//! Which rows of very many are in sight, and where the keyboard leads among cells.

use std::ops::Range;

/// Rows of one height, of which only those in sight exist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rows {
    /// How many there are.
    pub count: usize,
    /// How high one is, in pixels.
    pub row: f64,
    /// How much is seen at once, in pixels.
    pub view: f64,
}

/// Rows beyond what is seen, on both sides, so that a quick scroll finds them there.
const BEYOND: usize = 6;

impl Rows {
    /// How high all of them are together.
    pub(crate) fn height(self) -> f64 {
        self.count as f64 * self.row
    }

    /// The rows to show when everything is scrolled by `scrolled` pixels.
    pub(crate) fn shown(self, scrolled: f64) -> Range<usize> {
        if self.row <= 0.0 {
            return 0..0;
        }
        let first = (scrolled.max(0.0) / self.row).floor() as usize;
        let seen = (self.view.max(0.0) / self.row).ceil() as usize + 1;
        let end = (first + seen + BEYOND).min(self.count);
        first.saturating_sub(BEYOND).min(end)..end
    }

    /// How far down row `at` begins.
    pub(crate) fn top(self, at: usize) -> f64 {
        at as f64 * self.row
    }

    /// How far to scroll, from `scrolled`, for row `at` to be wholly in sight below a head `head` pixels high.
    pub(crate) fn reveal(self, at: usize, scrolled: f64, head: f64) -> f64 {
        let (top, end) = (self.top(at), self.top(at) + self.row + head);
        if top < scrolled { top } else { scrolled.max(end - self.view) }
    }

    /// How many rows a page down goes.
    pub(crate) fn page(self) -> usize {
        if self.row <= 0.0 { 1 } else { ((self.view / self.row).floor() as usize).saturating_sub(1).max(1) }
    }
}

/// A cell: row and column, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// A key and what was held down with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Press<'a> {
    /// Its name.
    pub key: &'a str,
    /// Whether Ctrl or ⌘ was held.
    pub with_mod: bool,
    /// Whether lines run from right to left.
    pub is_rtl: bool,
}

impl Cell {
    /// The cell that `press` leads to among `rows` and `columns`; nothing where it leads nowhere.
    pub(crate) fn after(self, press: Press<'_>, rows: Rows, columns: usize) -> Option<Self> {
        let (last_row, last_column) = (rows.count.saturating_sub(1), columns.saturating_sub(1));
        let Self { row, column } = self;
        let back = if press.is_rtl { "ArrowRight" } else { "ArrowLeft" };
        let on = if press.is_rtl { "ArrowLeft" } else { "ArrowRight" };
        let (row, column) = match press.key {
            "ArrowDown" => (row + 1, column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "PageDown" => (row + rows.page(), column),
            "PageUp" => (row.saturating_sub(rows.page()), column),
            "Home" if press.with_mod => (0, 0),
            "End" if press.with_mod => (last_row, last_column),
            "Home" => (row, 0),
            "End" => (row, last_column),
            key if key == on => (row, column + 1),
            key if key == back => (row, column.saturating_sub(1)),
            _ => return None,
        };
        Some(Self { row: row.min(last_row), column: column.min(last_column) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: Rows = Rows { count: 1_000, row: 40.0, view: 400.0 };

    #[test]
    fn only_rows_near_the_view_are_shown() {
        assert_eq!(ROWS.height(), 40_000.0);
        assert_eq!(ROWS.shown(0.0), 0..17);
        assert_eq!(ROWS.shown(4_000.0), 94..117);
        assert_eq!(ROWS.shown(39_600.0), 984..1_000);
        assert_eq!(ROWS.shown(1e9), 1_000..1_000);
        assert_eq!(ROWS.shown(-50.0), 0..17);
        assert_eq!(Rows { count: 3, ..ROWS }.shown(0.0), 0..3);
        assert_eq!(Rows { count: 0, ..ROWS }.shown(0.0), 0..0);
        assert_eq!(Rows { row: 0.0, ..ROWS }.shown(10.0), 0..0);
    }

    #[test]
    fn every_row_is_shown_at_its_place() {
        for at in 0..ROWS.count {
            let scrolled = ROWS.reveal(at, 0.0, 0.0);
            assert!(ROWS.shown(scrolled).contains(&at), "row {at}");
            assert!(ROWS.top(at) >= scrolled && ROWS.top(at) + ROWS.row <= scrolled + ROWS.view, "row {at}");
        }
    }

    #[test]
    fn what_is_in_sight_stays_where_it_is() {
        assert_eq!(ROWS.reveal(5, 100.0, 0.0), 100.0);
        assert_eq!(ROWS.reveal(1, 100.0, 0.0), 40.0);
        assert_eq!(ROWS.reveal(20, 100.0, 36.0), 476.0);
    }

    #[test]
    fn keys_lead_from_cell_to_cell() {
        let now = Cell { row: 10, column: 1 };
        for (key, with_mod, is_rtl, expected) in [
            ("ArrowDown", false, false, Some((11, 1))),
            ("ArrowUp", false, false, Some((9, 1))),
            ("ArrowRight", false, false, Some((10, 2))),
            ("ArrowRight", false, true, Some((10, 0))),
            ("ArrowLeft", false, true, Some((10, 2))),
            ("PageDown", false, false, Some((19, 1))),
            ("PageUp", false, false, Some((1, 1))),
            ("Home", false, false, Some((10, 0))),
            ("End", false, false, Some((10, 2))),
            ("Home", true, false, Some((0, 0))),
            ("End", true, false, Some((999, 2))),
            ("Enter", false, false, None),
        ] {
            let press = Press { key, with_mod, is_rtl };
            let expected = expected.map(|(row, column)| Cell { row, column });
            assert_eq!(now.after(press, ROWS, 3), expected, "{key}");
        }
        let last = Cell { row: 999, column: 2 };
        assert_eq!(
            last.after(Press { key: "ArrowDown", with_mod: false, is_rtl: false }, ROWS, 3),
            Some(last)
        );
    }
}
