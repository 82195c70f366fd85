//! Names that may stand where they are to stand.

use std::collections::HashSet;

/// Longest name that is taken over, in characters: a number after it still fits.
const TAKEN_OVER_MAX: usize = 200;

/// `text` on one line and no longer than a name may be.
pub(super) fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(TAKEN_OVER_MAX).collect();
    cut.trim_end().to_owned()
}

/// Names of one list, compared as [`crate::validate`] compares them.
#[derive(Default)]
pub(super) struct Taken(HashSet<String>);

impl Taken {
    /// Takes `name`, or the first of `name 2`, `name 3` and so on that is not taken yet.
    pub(super) fn take(&mut self, name: &str) -> String {
        let numbered = (2_usize..).map(|count| format!("{name} {count}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        // There is always another number.
        names.find(|name| self.0.insert(folded(name))).unwrap_or_default()
    }
}

impl<'a> FromIterator<&'a str> for Taken {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        Self(names.into_iter().map(folded).collect())
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
