//! What keys do on a cell.

use crate::components::rows::slice::Cell;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Nothing.
    Nothing,
    /// Select what the cell stands for.
    Select,
    /// Rename the field whose name it is.
    Rename,
    /// Change the value, beginning with what was typed.
    Edit(Option<String>),
    /// Take the value away.
    Clear,
}

/// What `key` does on the cell `at`; row 0 is that of the names, column 0 that of the handles.
pub(super) fn deed(key: &str, at: Cell) -> Deed {
    let is_value = at.row > 0 && at.column > 0;
    match key {
        "Enter" | " " if !is_value => Deed::Select,
        "F2" if at.row == 0 && at.column > 0 => Deed::Rename,
        "Enter" | "F2" | " " if is_value => Deed::Edit(None),
        "Delete" | "Backspace" if is_value => Deed::Clear,
        key if is_value && key.chars().count() == 1 => Deed::Edit(Some(key.to_owned())),
        _ => Deed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, row: usize, column: usize, expected: Deed) {
        assert_eq!(deed(key, Cell { row, column }), expected, "{key} at {row}, {column}");
    }

    #[test]
    fn keys_do_what_they_do_in_sheets() {
        check("Enter", 1, 1, Deed::Edit(None));
        check("F2", 1, 1, Deed::Edit(None));
        check("a", 1, 1, Deed::Edit(Some("a".to_owned())));
        check("Delete", 1, 1, Deed::Clear);
        check("Shift", 1, 1, Deed::Nothing);
    }

    #[test]
    fn names_and_handles_are_selected() {
        check("Enter", 0, 2, Deed::Select);
        check(" ", 3, 0, Deed::Select);
        check("F2", 0, 2, Deed::Rename);
        check("F2", 3, 0, Deed::Nothing);
        check("Delete", 3, 0, Deed::Nothing);
        check("a", 0, 2, Deed::Nothing);
    }
}
