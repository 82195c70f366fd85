//! Where keys lead among things in a row or in a column.

/// How things lie beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lie {
    /// Along the line, which may run from right to left.
    Row {
        /// Whether it does.
        is_rtl: bool,
    },
    /// Below each other.
    Column,
}

/// Where `key` leads from thing `now`, if it leads anywhere; past the last comes the first.
pub(crate) fn after(key: &str, lie: Lie, now: usize, last: usize) -> Option<usize> {
    let (next, previous) = match lie {
        Lie::Row { is_rtl: false } => ("ArrowRight", "ArrowLeft"),
        Lie::Row { is_rtl: true } => ("ArrowLeft", "ArrowRight"),
        Lie::Column => ("ArrowDown", "ArrowUp"),
    };
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        key if key == next => Some(if now >= last { 0 } else { now + 1 }),
        key if key == previous => Some(if now == 0 { last } else { now - 1 }),
        _ => None,
    }
}

/// The next of `names` after `now` that starts with the letter just typed; `now` itself comes last.
pub(crate) fn typed(key: &str, names: &[String], now: usize) -> Option<usize> {
    let letter = key.to_lowercase();
    if letter.chars().count() != 1 || letter == " " || names.is_empty() {
        return None;
    }
    let starts = |at: &usize| names.get(*at).is_some_and(|name| name.to_lowercase().starts_with(&letter));
    (1..=names.len()).map(|step| (now + step) % names.len()).find(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Lie = Lie::Row { is_rtl: false };
    const ROW_RTL: Lie = Lie::Row { is_rtl: true };

    #[test]
    fn keys_lead_along_and_around() {
        for (key, lie, now, expected) in [
            ("ArrowRight", ROW, 0, Some(1)),
            ("ArrowRight", ROW, 2, Some(0)),
            ("ArrowLeft", ROW, 0, Some(2)),
            ("ArrowLeft", ROW_RTL, 0, Some(1)),
            ("ArrowRight", ROW_RTL, 0, Some(2)),
            ("ArrowDown", ROW, 0, None),
            ("ArrowDown", Lie::Column, 2, Some(0)),
            ("ArrowUp", Lie::Column, 1, Some(0)),
            ("Home", ROW, 2, Some(0)),
            ("Home", ROW_RTL, 2, Some(0)),
            ("End", Lie::Column, 0, Some(2)),
            ("Enter", ROW, 1, None),
        ] {
            assert_eq!(after(key, lie, now, 2), expected, "{key} from {now}");
        }
    }

    #[test]
    fn a_letter_leads_to_the_next_name_that_starts_with_it() {
        let names = ["Rename", "Duplicate", "Remove", "Ärger"].map(String::from);
        for (key, now, expected) in [
            ("r", 0, Some(2)),
            ("R", 2, Some(0)),
            ("d", 1, Some(1)),
            ("ä", 0, Some(3)),
            ("x", 0, None),
            (" ", 0, None),
            ("Enter", 0, None),
        ] {
            assert_eq!(typed(key, &names, now), expected, "{key} from {now}");
        }
        assert_eq!(typed("a", &[], 0), None);
    }
}
