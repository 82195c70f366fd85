//! The entries of the panel, from the history.

use chrono::{DateTime, Utc};
use shared::operation::history::{History, Origin, StepId};

/// An entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its step.
    pub id: StepId,
    /// What was done.
    pub label: String,
    /// Who did it.
    pub origin: Origin,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether a later step undid it.
    pub is_undone: bool,
    /// Whether everything up to it stands, and nothing of one's own after it does.
    pub is_now: bool,
    /// Names of the checkpoints set right after it.
    pub checkpoints: Vec<String>,
}

/// The newest `count` entries, the newest first.
pub(super) fn lines(history: &History, count: usize) -> Vec<Line> {
    let now = history.undoes().map(|(id, _)| id.clone());
    let skipped = history.steps().len().saturating_sub(count);
    let entries = history.entries().skip(skipped).map(|entry| Line {
        id: entry.id.clone(),
        label: entry.label.to_owned(),
        origin: entry.origin.clone(),
        at: entry.at,
        is_undone: entry.is_undone,
        is_now: now.as_ref() == Some(entry.id),
        checkpoints: entry.checkpoints.into_iter().map(str::to_owned).collect(),
    });
    let mut lines: Vec<_> = entries.collect();
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use shared::blueprint::Blueprint;
    use shared::design::design;
    use shared::operation::history::{Limits, Recording, Stamp};
    use shared::operation::{BlueprintProperty, Operation};
    use shared::words::Language;

    use super::*;
    use crate::state::draft::suggested;

    fn stamp(id: &str) -> Stamp {
        let (id, at) = (StepId::new(id), DateTime::<Utc>::default());
        Stamp { id, at, origin: Origin::Me, language: Language::En, label: None }
    }

    fn rename(history: &mut History, blueprint: &mut Blueprint, name: &str) {
        let set = BlueprintProperty::Name(name.to_owned());
        let operations = vec![Operation::EditBlueprint { set }];
        history.record(blueprint, stamp(name), operations, Recording::Record).unwrap();
    }

    #[test]
    fn the_newest_come_first_and_the_last_that_stands_is_marked() {
        let (mut history, mut blueprint) = (History::new(Limits::default()), design(&suggested()));
        for name in ["a", "b", "c"] {
            rename(&mut history, &mut blueprint, name);
        }
        history.undo(&mut blueprint, stamp("d"));
        let told: Vec<_> = lines(&history, 3)
            .into_iter()
            .map(|line| (line.id.to_string(), line.is_undone, line.is_now))
            .collect();
        let expected = [("d", false, false), ("c", true, false), ("b", false, true)];
        assert_eq!(told, expected.map(|(id, is_undone, is_now)| (id.to_owned(), is_undone, is_now)));
    }
}
