//! Help that was asked for: the shortcuts, or being shown around.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::api::client_errors::ClientErrorKind;

use super::toasts::Toasts;
use crate::browser::{boot, storage};
use crate::chunk::Chunk;
use crate::i18n::known;

/// Remembers that somebody was shown around, by place.
const SHOWN_AROUND: &str = "csmb.tour";

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The shortcuts of the page, and the way to be shown around.
    Shortcuts,
    /// To be shown around here.
    Tour,
}

/// Where one can be shown around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The questions.
    Wizard,
    /// The finished system.
    Result,
}

impl Place {
    /// The place at this path.
    pub(crate) fn of_path(path: &str) -> Option<Self> {
        match path.trim_matches('/').split('/').collect::<Vec<_>>().as_slice() {
            ["design", ..] => Some(Self::Wizard),
            ["system", "overview"] => Some(Self::Result),
            _ => None,
        }
    }

    fn key(self) -> String {
        let name = match self {
            Self::Wizard => "wizard",
            Self::Result => "result",
        };
        format!("{SHOWN_AROUND}.{name}")
    }
}

/// Help that was asked for. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Help {
    wanted: RwSignal<Option<Wanted>>,
    is_loaded: RwSignal<bool>,
    seen: RwSignal<Vec<Place>>,
    toasts: Toasts,
}

impl Help {
    /// Nothing was asked for yet; from now on the button at the top and its key are heard.
    pub(crate) fn watch(toasts: Toasts) -> Self {
        let was_seen = |place: &Place| storage::read(&place.key()).is_some();
        let seen = [Place::Wizard, Place::Result].into_iter().filter(was_seen).collect();
        let help = Self {
            wanted: RwSignal::new(None),
            is_loaded: RwSignal::new(false),
            seen: RwSignal::new(seen),
            toasts,
        };
        boot::take_over("csmb:help", move |_| help.want(Wanted::Shortcuts));
        help
    }

    /// Whether there is anything to show it with.
    pub(crate) fn is_loaded(self) -> bool {
        self.is_loaded.get()
    }

    /// Whether this is wanted now.
    pub(crate) fn wants(self, what: Wanted) -> bool {
        self.wanted.get() == Some(what)
    }

    /// Shows it, once it can be had.
    pub(crate) fn want(self, what: Wanted) {
        spawn_local(async move {
            if Chunk::Help.load().await.is_ok() {
                // Told once: it is not made anew for each who asks.
                if !self.is_loaded.get_untracked() {
                    self.is_loaded.set(true);
                }
                self.wanted.set(Some(what));
            } else {
                boot::note(ClientErrorKind::Load, "Help");
                self.toasts.say(known!("chunk.missing"));
            }
        });
    }

    /// Nothing is wanted any more.
    pub(crate) fn close(self) {
        self.wanted.set(None);
    }

    /// Whether somebody was never shown around at `place`.
    pub(crate) fn is_new(self, place: Place) -> bool {
        self.seen.with(|seen| !seen.contains(&place))
    }

    /// Somebody was shown around at `place`.
    pub(crate) fn saw(self, place: Place) {
        if self.seen.with_untracked(|seen| !seen.contains(&place)) {
            storage::write(&place.key(), "1");
            self.seen.update(|seen| seen.push(place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<Place>) {
        assert_eq!(Place::of_path(path), expected, "{path}");
    }

    #[test]
    fn one_is_shown_around_where_there_is_much_to_see() {
        check("/design/platform", Some(Place::Wizard));
        check("/system/overview", Some(Place::Result));
        check("/system/files/xlsx", None);
        check("/", None);
    }
}
