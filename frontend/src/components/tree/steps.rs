//! Where keys lead among the lines of a tree.

/// A line of a tree, as far as keys go by it.
pub(crate) trait TreeLine {
    /// How deep it is, from 1.
    fn level(&self) -> usize;
    /// Whether something is in it.
    fn is_parent(&self) -> bool;
}

/// What a key does in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Goes to this line.
    To(usize),
    /// Opens the line it is on.
    Open,
    /// Closes it.
    Close,
    /// Takes it.
    Take,
    /// Nothing.
    Stay,
}

/// What `key` does on line `now`.
pub(crate) fn by_key(key: &str, now: usize, lines: &[impl TreeLine], is_open: bool, is_rtl: bool) -> Step {
    let Some(line) = lines.get(now) else { return Step::Stay };
    let last = lines.len().saturating_sub(1);
    let (inward, outward) = if is_rtl { ("ArrowLeft", "ArrowRight") } else { ("ArrowRight", "ArrowLeft") };
    let parent = || lines.iter().take(now).rposition(|above| above.level() < line.level());
    match key {
        "ArrowDown" => Step::To((now + 1).min(last)),
        "ArrowUp" => Step::To(now.saturating_sub(1)),
        "Home" => Step::To(0),
        "End" => Step::To(last),
        "Enter" | " " => Step::Take,
        key if key == inward && line.is_parent() && !is_open => Step::Open,
        key if key == inward && line.is_parent() => Step::To((now + 1).min(last)),
        key if key == outward && line.is_parent() && is_open => Step::Close,
        key if key == outward => parent().map_or(Step::Stay, Step::To),
        _ => Step::Stay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A level, and whether something is in it.
    impl TreeLine for (usize, bool) {
        fn level(&self) -> usize {
            self.0
        }

        fn is_parent(&self) -> bool {
            self.1
        }
    }

    #[test]
    fn keys_go_in_out_and_along() {
        let lines = [(1, true), (2, true), (2, false), (1, false)];
        for (key, now, is_open, is_rtl, expected) in [
            ("ArrowDown", 0, true, false, Step::To(1)),
            ("ArrowDown", 3, false, false, Step::To(3)),
            ("ArrowUp", 0, true, false, Step::To(0)),
            ("ArrowRight", 0, true, false, Step::To(1)),
            ("ArrowRight", 1, false, false, Step::Open),
            ("ArrowRight", 2, false, false, Step::Stay),
            ("ArrowLeft", 0, true, false, Step::Close),
            ("ArrowLeft", 2, false, false, Step::To(0)),
            ("ArrowLeft", 3, false, false, Step::Stay),
            ("ArrowLeft", 1, false, true, Step::Open),
            ("ArrowRight", 0, true, true, Step::Close),
            ("End", 0, true, false, Step::To(3)),
            ("Enter", 2, false, false, Step::Take),
            ("x", 2, false, false, Step::Stay),
        ] {
            assert_eq!(by_key(key, now, &lines, is_open, is_rtl), expected, "{key} on {now}");
        }
        assert_eq!(by_key("Home", 9, &lines, false, false), Step::Stay);
    }
}
