//! Installing the client: offered once, to those who found it of use, and never again after a no.

use leptos::prelude::*;

use crate::browser::{boot, file, storage};

/// Remembers a no, or that it was done.
const ANSWERED: &str = "csmb.install";
/// Counts how often the result was opened.
const VISITS: &str = "csmb.visits";

/// How often somebody who takes no file looks at a result before it is clear that they come back for it.
const VISITS_ENOUGH: u32 = 2;

/// Whether installing is offered. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Installation {
    is_possible: RwSignal<bool>,
    is_answered: RwSignal<bool>,
    use_so_far: RwSignal<Use>,
}

/// What a person got out of the client so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Use {
    visits: u32,
    took_file: bool,
}

impl Use {
    fn is_enough(self) -> bool {
        self.took_file || self.visits >= VISITS_ENOUGH
    }
}

impl Installation {
    /// What the browser and the device know of it.
    pub(crate) fn watch() -> Self {
        let visits = storage::read(VISITS).and_then(|count| count.parse().ok()).unwrap_or_default();
        let installation = Self {
            is_possible: RwSignal::new(boot::is_installable()),
            is_answered: RwSignal::new(storage::read(ANSWERED).is_some()),
            use_so_far: RwSignal::new(Use { visits, took_file: false }),
        };
        let changes = move |_| installation.is_possible.set(boot::is_installable());
        window_event_listener_untyped("csmb:installable", changes);
        let saved = move |_| installation.use_so_far.update(|so_far| so_far.took_file = true);
        window_event_listener_untyped(file::SAVED, saved);
        installation
    }

    /// Whether it is offered now.
    pub(crate) fn is_offered(self) -> bool {
        self.is_possible.get() && !self.is_answered.get() && self.use_so_far.get().is_enough()
    }

    /// The person looks at a finished system.
    pub(crate) fn saw_result(self) {
        self.use_so_far.update(|so_far| so_far.visits = so_far.visits.saturating_add(1));
        storage::write(VISITS, &self.use_so_far.get_untracked().visits.to_string());
    }

    /// The person wants it: the browser asks the rest.
    pub(crate) fn install(self) {
        self.answer("asked");
        boot::install();
    }

    /// The person does not want it.
    pub(crate) fn decline(self) {
        self.answer("declined");
    }

    fn answer(self, answer: &str) {
        storage::write(ANSWERED, answer);
        self.is_answered.set(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_or_a_second_look_is_enough() {
        assert!(!Use::default().is_enough());
        assert!(!Use { visits: 1, took_file: false }.is_enough());
        assert!(Use { visits: 2, took_file: false }.is_enough());
        assert!(Use { visits: 0, took_file: true }.is_enough());
    }
}
