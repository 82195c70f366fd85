//! Rows as they come from a file, and the sheet they make.

use shared::sheet::{CELL_MAX, COLUMNS_MAX, ROWS_KEPT_MAX, Sheet};

/// How many rows are looked at for the one that names the columns.
const HEAD_MAX: usize = 10;
/// Most text of a sheet that is kept, in bytes.
const KEPT_MAX: usize = 8 * 1024 * 1024;

/// The rows of a sheet that hold anything, as many as are kept.
#[derive(Default)]
pub(crate) struct Grid {
    rows: Vec<Vec<String>>,
    row_count: usize,
    width: usize,
    kept: usize,
}

impl Grid {
    /// How many rows came.
    pub(crate) fn row_count(&self) -> usize {
        self.row_count
    }

    /// Takes a row in, unless nothing is in it.
    pub(crate) fn push(&mut self, row: &[impl AsRef<str>]) {
        let Some(last) = row.iter().rposition(|cell| !cell.as_ref().trim().is_empty()) else { return };
        self.row_count += 1;
        self.width = self.width.max(last + 1);
        // Lines above the headers are kept as well until the headers are found.
        if self.rows.len() < ROWS_KEPT_MAX + HEAD_MAX && self.kept < KEPT_MAX {
            let cells = row.iter().take(COLUMNS_MAX.min(last + 1));
            let cells: Vec<String> = cells.map(|cell| shortened(cell.as_ref())).collect();
            self.kept += cells.iter().map(|cell| cell.len() + size_of::<String>()).sum::<usize>();
            self.rows.push(cells);
        }
    }

    /// The sheet; nothing where no row holds anything.
    pub(crate) fn into_sheet(self, name: String) -> Option<Sheet> {
        let Self { mut rows, row_count, width, .. } = self;
        let above = head(&rows);
        rows.drain(..above.min(rows.len()));
        let columns = rows.iter().map(Vec::len).max()?;
        let is_filled = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|it| !it.is_empty()));
        let filled: Vec<usize> = (0..columns).filter(|at| is_filled(*at)).collect();
        if filled.is_empty() {
            return None;
        }
        let mut lines = rows
            .into_iter()
            .map(|row| filled.iter().map(|at| row.get(*at).cloned().unwrap_or_default()).collect::<Vec<_>>());
        let headers = lines.next()?;
        let rows = lines.take(ROWS_KEPT_MAX).collect();
        let columns_left_out = width.saturating_sub(COLUMNS_MAX);
        Some(Sheet { name, headers, rows, row_count: row_count.saturating_sub(above + 1), columns_left_out })
    }
}

/// Which row names the columns: the first that fills at least two and half of the most that any of the first rows fills.
fn head(rows: &[Vec<String>]) -> usize {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let counts: Vec<usize> = rows.iter().take(HEAD_MAX).map(filled).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    counts.iter().position(|count| *count >= most.min(2) && count * 2 >= most).unwrap_or_default()
}

fn shortened(text: &str) -> String {
    text.trim().chars().take(CELL_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Sheet {
        let mut grid = Grid::default();
        rows.iter().for_each(|row| grid.push(row));
        grid.into_sheet("S".into()).unwrap()
    }

    #[test]
    fn rows_are_as_long_as_the_headers() {
        let sheet = grid(&[&["a", "b"], &["1"], &["1", "2", "3"]]);

        assert_eq!(sheet.headers, ["a", "b", ""]);
        assert_eq!(sheet.rows, [["1", "", ""], ["1", "2", "3"]]);
        assert_eq!(sheet.row_count, 2);
    }

    #[test]
    fn columns_and_rows_with_nothing_are_passed_over() {
        let sheet = grid(&[&["a", "", "c", " "], &["", " "], &["1", "", "3"]]);

        assert_eq!(sheet.headers, ["a", "c"]);
        assert_eq!(sheet.rows, [["1", "3"]]);
    }

    #[test]
    fn lines_above_the_headers_are_passed_over() {
        let sheet = grid(&[&["Report 2026"], &["of", "today"], &["a", "b", "c", "d", "e"], &["1"]]);

        assert_eq!(sheet.headers, ["a", "b", "c", "d", "e"]);
        assert_eq!(sheet.row_count, 1);
        assert_eq!(grid(&[&["a"], &["1"]]).headers, ["a"]);
    }

    #[test]
    fn what_is_beyond_is_counted() {
        let mut grid = Grid::default();
        let long = "x".repeat(CELL_MAX + 1);
        grid.push(&vec!["h"; COLUMNS_MAX + 7]);
        (0..ROWS_KEPT_MAX + 50).for_each(|_| grid.push(&[long.as_str()]));

        let sheet = grid.into_sheet(String::new()).unwrap();

        assert_eq!((sheet.headers.len(), sheet.columns_left_out), (COLUMNS_MAX, 7));
        assert_eq!(sheet.row_count, ROWS_KEPT_MAX + 50);
        assert!(sheet.rows.len() < ROWS_KEPT_MAX, "there is a limit to the text as well");
        assert_eq!(sheet.rows[0][0].len(), CELL_MAX);
    }
}
