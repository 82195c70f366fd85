//! Newer versions of the client: found, offered, and let in without losing what a person is doing.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use shared::words::Language;
use wasm_bindgen_futures::spawn_local;

use crate::browser::service_worker::{self, Registration};
use crate::browser::{idle, page};

/// How often an open page looks for another version; it does so as well whenever somebody comes back to it.
const LOOK_EVERY: Duration = Duration::from_secs(60 * 60);

/// Something that must outlive a reload.
struct Keeper {
    id: u32,
    is_kept: Rc<dyn Fn() -> bool>,
    keep: Rc<dyn Fn()>,
}

/// The versions of the client on this device. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Updates {
    is_ready: RwSignal<bool>,
    is_asked: StoredValue<bool>,
    keepers: StoredValue<Vec<Keeper>, LocalStorage>,
}

impl Updates {
    /// None but this is known yet.
    pub(crate) fn new() -> Self {
        Self {
            is_ready: RwSignal::new(false),
            is_asked: StoredValue::new(false),
            keepers: StoredValue::new_local(Vec::new()),
        }
    }

    /// Keeps this version on the device once the page is usable, words in `language` first, and listens for the next.
    pub(crate) fn watch(self, language: impl Fn() -> Language + Clone + 'static) {
        idle::when_idle(move || {
            let language = language.clone();
            spawn_local(async move {
                let was_served = service_worker::is_served();
                service_worker::on_taken_over(self.follower(was_served));
                let Some(registration) = service_worker::register().await else { return };
                registration.on_next(move || self.is_ready.set(true));
                keep_looking(&registration);
                registration.complete(language().tag()).await;
            });
        });
    }

    /// Whether there is a version that the person has not answered to yet.
    pub(crate) fn is_ready(self) -> bool {
        self.is_ready.get()
    }

    /// The person wants to go on as it is.
    pub(crate) fn put_off(self) {
        self.is_ready.set(false);
    }

    /// Loads the page in the next version, once everything is kept.
    pub(crate) fn reload(self) {
        self.is_asked.set_value(true);
        let keeps: Vec<_> =
            self.keepers.with_value(|keepers| keepers.iter().map(|it| Rc::clone(&it.keep)).collect());
        for keep in keeps {
            keep();
        }
        page::reload();
    }

    /// Registers something that must outlive a reload, for as long as the caller's owner lives: `is_kept` says whether
    /// it would survive one right now, `keep` is called before one that the person asked for. Pages find this in their
    /// context.
    pub(crate) fn before_reload(self, is_kept: impl Fn() -> bool + 'static, keep: impl Fn() + 'static) {
        let id =
            self.keepers.with_value(|keepers| keepers.iter().map(|it| it.id).max().unwrap_or_default()) + 1;
        let keeper = Keeper { id, is_kept: Rc::new(is_kept), keep: Rc::new(keep) };
        self.keepers.update_value(|keepers| keepers.push(keeper));
        on_cleanup(move || {
            self.keepers.try_update_value(|keepers| keepers.retain(|it| it.id != id));
        });
    }

    /// What happens when another version takes over. The first one ever takes nothing from anybody.
    fn follower(self, was_served: bool) -> impl Fn() + 'static {
        let was_served = StoredValue::new(was_served);
        move || match Follow::choose(Situation {
            is_first: !was_served.get_value(),
            is_asked: self.is_asked.get_value(),
            is_shown: page::is_shown(),
            is_kept: self.is_kept(),
        }) {
            Follow::Nothing => was_served.set_value(true),
            Follow::Reload => page::reload(),
            Follow::Say => self.is_ready.set(true),
        }
    }

    /// Whether a reload would lose nothing.
    fn is_kept(self) -> bool {
        let checks: Vec<_> =
            self.keepers.with_value(|keepers| keepers.iter().map(|it| Rc::clone(&it.is_kept)).collect());
        !page::is_writing() && checks.iter().all(|is_kept| is_kept())
    }
}

/// What a page was doing when another version took over.
#[derive(Clone, Copy, Debug)]
struct Situation {
    /// There was none before.
    is_first: bool,
    /// This page is about to reload by itself.
    is_asked: bool,
    /// Somebody looks at it.
    is_shown: bool,
    /// It would come back as it is.
    is_kept: bool,
}

/// What it does then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follow {
    Nothing,
    Reload,
    Say,
}

impl Follow {
    fn choose(situation: Situation) -> Self {
        match situation {
            Situation { is_first: true, .. } | Situation { is_asked: true, .. } => Self::Nothing,
            Situation { is_shown: false, is_kept: true, .. } => Self::Reload,
            Situation { .. } => Self::Say,
        }
    }
}

fn keep_looking(registration: &Registration) {
    let hourly = registration.clone();
    set_interval(move || hourly.look(), LOOK_EVERY);
    for event in ["visibilitychange", "online"] {
        let registration = registration.clone();
        let look = move |_| {
            if page::is_shown() {
                registration.look();
            }
        };
        // An event of the document reaches the window as well.
        window_event_listener_untyped(event, look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(is_shown: bool, is_kept: bool, expected: Follow) {
        let situation = Situation { is_first: false, is_asked: false, is_shown, is_kept };
        assert_eq!(Follow::choose(situation), expected, "{situation:?}");
    }

    #[test]
    fn a_page_reloads_unasked_only_out_of_sight_and_with_nothing_to_lose() {
        check(false, true, Follow::Reload);
        check(false, false, Follow::Say);
        check(true, true, Follow::Say);
        check(true, false, Follow::Say);
    }

    #[test]
    fn the_first_version_and_the_page_that_asked_change_nothing() {
        let situation = Situation { is_first: true, is_asked: false, is_shown: false, is_kept: true };
        assert_eq!(Follow::choose(situation), Follow::Nothing);
        let asked = Situation { is_first: false, is_asked: true, ..situation };
        assert_eq!(Follow::choose(asked), Follow::Nothing);
    }
}
