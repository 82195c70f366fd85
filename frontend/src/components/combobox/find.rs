//! Which names a few letters find, and where keys lead among them.

use super::ComboboxItem;

/// Places of the items whose name has every word of `query` in it; those that start with it come first.
pub(super) fn find(query: &str, items: &[ComboboxItem]) -> Vec<usize> {
    let query = query.trim().to_lowercase();
    let names: Vec<String> = items.iter().map(|item| item.name.to_lowercase()).collect();
    let has = |at: &usize| {
        names.get(*at).is_some_and(|name| query.split_whitespace().all(|word| name.contains(word)))
    };
    let starts = |at: &usize| names.get(*at).is_some_and(|name| name.starts_with(&query));
    let (mut first, then): (Vec<_>, Vec<_>) = (0..items.len()).filter(has).partition(starts);
    first.extend(then);
    first
}

/// What a key does to a list of `count` names of which `at` is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Marks this one.
    To(usize),
    /// Takes the marked one.
    Take(usize),
    /// Closes the list.
    Close,
    /// Leaves all as it is.
    Stay,
}

/// What `key` does. The caret keeps Home and End.
pub(super) fn by_key(key: &str, at: Option<usize>, count: usize, is_open: bool) -> Move {
    let last = count.saturating_sub(1);
    match (key, at) {
        ("ArrowDown" | "ArrowUp", _) if count == 0 => Move::Stay,
        ("ArrowDown", Some(at)) if is_open => Move::To(if at >= last { 0 } else { at + 1 }),
        ("ArrowUp", Some(at)) if is_open => Move::To(at.checked_sub(1).unwrap_or(last)),
        ("ArrowDown", at) => Move::To(at.unwrap_or(0)),
        ("ArrowUp", at) => Move::To(at.unwrap_or(last)),
        ("Enter", Some(at)) if is_open && at < count => Move::Take(at),
        ("Escape", _) if is_open => Move::Close,
        _ => Move::Stay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let names = ["Created at", "Date", "Rating", "Multi-select", "Date and time", "Größe"];
        let items: Vec<_> = names.map(|name| ComboboxItem { value: name.into(), name: name.into() }).into();
        let found: Vec<_> = find(query, &items).into_iter().map(|at| names[at]).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn letters_find_names_and_their_starts_first() {
        check("", &["Created at", "Date", "Rating", "Multi-select", "Date and time", "Größe"]);
        check("at", &["Created at", "Date", "Rating", "Date and time"]);
        check("DATE", &["Date", "Date and time"]);
        check("time date", &["Date and time"]);
        check(" gröSSe", &[]);
        check("GRÖ", &["Größe"]);
    }

    #[test]
    fn keys_move_take_and_close() {
        for (key, at, is_open, expected) in [
            ("ArrowDown", None, false, Move::To(0)),
            ("ArrowUp", None, false, Move::To(2)),
            ("ArrowDown", Some(1), false, Move::To(1)),
            ("ArrowDown", Some(2), true, Move::To(0)),
            ("ArrowUp", Some(0), true, Move::To(2)),
            ("Enter", Some(1), true, Move::Take(1)),
            ("Enter", Some(1), false, Move::Stay),
            ("Enter", None, true, Move::Stay),
            ("Escape", Some(1), true, Move::Close),
            ("Escape", None, false, Move::Stay),
            ("Home", Some(1), true, Move::Stay),
        ] {
            assert_eq!(by_key(key, at, 3, is_open), expected, "{key}");
        }
        assert_eq!(by_key("ArrowDown", None, 0, false), Move::Stay);
        assert_eq!(by_key("Enter", Some(5), 3, true), Move::Stay);
    }
}
