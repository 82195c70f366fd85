//! Keeps what is done on this device, a line at a time, and follows what other tabs do.
//!
//! Between one `await` and the next the person goes on, and may have left: whatever comes after asks again.

mod behind;
mod farewell;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::configuration::{Configuration, ConfigurationId, Entry};

use super::store::Workbench;
use crate::browser::channel::Channel;
use crate::browser::database::StorageError;
use crate::browser::{page, time};
use crate::state::configurations::{self as kept, Appended, CHANNEL, Spill};
use crate::state::toasts::Toasts;

/// After so many lines the whole is written anew: reading it stays quick.
const LINES: u64 = 60;
/// After a failure, the device is asked again.
const AGAIN: Duration = Duration::from_secs(5);

/// How far what was done is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saving {
    /// All of it is on this device.
    Kept,
    /// The device is at it.
    UnderWay,
    /// The device did not take it: it is in this page alone.
    Failed(StorageError),
}

/// Keeps what is done. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    saving: RwSignal<Saving>,
    unsaved: StoredValue<Vec<Entry>>,
    is_busy: StoredValue<bool>,
    /// Whether another tab has written while this one was busy.
    is_called: StoredValue<bool>,
    /// Whether the device is to be asked again in a while.
    is_waiting: StoredValue<bool>,
    lines: StoredValue<u64>,
    channel: StoredValue<Option<Channel>>,
    spill: StoredValue<Spill>,
    /// Where what tabs have left behind stands, until it is kept.
    adopted: StoredValue<Vec<String>>,
    toasts: Toasts,
}

impl Keeping {
    /// Nothing is done yet, `lines` were written since the whole was, and `adopted` is where what tabs left behind stands.
    pub(crate) fn new(id: &ConfigurationId, lines: u64, adopted: Vec<String>, toasts: Toasts) -> Self {
        Self {
            saving: RwSignal::new(Saving::Kept),
            unsaved: StoredValue::new(Vec::new()),
            is_busy: StoredValue::new(false),
            is_called: StoredValue::new(false),
            is_waiting: StoredValue::new(false),
            lines: StoredValue::new(lines),
            channel: StoredValue::new(None),
            spill: StoredValue::new(Spill::new(id)),
            adopted: StoredValue::new(adopted),
            toasts,
        }
    }

    /// How far what was done is kept.
    pub(crate) fn saving(self) -> Saving {
        self.saving.get()
    }

    /// Whether everything is.
    pub(crate) fn is_kept(self) -> bool {
        self.unsaved.try_with_value(Vec::is_empty).unwrap_or(true)
    }

    /// Keeps `entry`, the last thing done.
    pub(crate) fn keep(self, bench: Workbench, entry: Entry) {
        self.keep_all(bench, vec![entry]);
    }

    /// Keeps entries that were done, in order.
    pub(crate) fn keep_all(self, bench: Workbench, entries: Vec<Entry>) {
        if entries.is_empty() {
            return self.forget_adopted();
        }
        self.unsaved.update_value(|unsaved| unsaved.extend(entries));
        if !matches!(self.saving.get_untracked(), Saving::Failed(_)) {
            self.saving.set(Saving::UnderWay);
        }
        spawn_local(self.flush(bench));
    }

    /// Remembers what is open and selected; forgetting it harms nobody.
    pub(crate) fn keep_session(self, id: &ConfigurationId, session: &str) {
        let (id, session) = (id.clone(), session.to_owned());
        spawn_local(async move { drop(kept::keep_session(&id, &session).await) });
    }

    /// Listens to other tabs, and writes down what is not kept when the page goes away.
    pub(crate) fn watch(self, bench: Workbench) {
        let id = bench.id();
        let channel = Channel::open(CHANNEL, move |changed| {
            if changed == id.as_str() {
                spawn_local(self.follow(bench));
            }
        });
        self.channel.set_value(Some(channel));
        let hide = window_event_listener_untyped("pagehide", move |_| self.leave(bench));
        let turn = window_event_listener_untyped("visibilitychange", move |_| {
            if page::is_shown() {
                spawn_local(self.follow(bench));
            } else {
                self.leave(bench);
            }
        });
        on_cleanup(move || {
            hide.remove();
            turn.remove();
            self.part(bench);
        });
    }

    /// The page may not come back: what is not kept is written where that takes no time.
    pub(crate) fn leave(self, bench: Workbench) {
        bench.finish();
        bench.keep_session_now();
        self.spill_now();
    }

    /// Asks the device again.
    pub(crate) fn try_again(self, bench: Workbench) {
        spawn_local(self.flush(bench));
    }

    /// Writes what is not kept where that takes no time; whether the device took it.
    fn spill_now(self) -> bool {
        let write = |spill: &Spill| self.unsaved.try_with_value(|unsaved| spill.write(unsaved));
        self.spill.try_with_value(write).flatten().unwrap_or_default()
    }

    /// Whether the builder is still there.
    pub(crate) fn is_there(self) -> bool {
        !self.is_gone()
    }

    /// Whether the builder is gone: there is nothing to show and nothing to read any more.
    fn is_gone(self) -> bool {
        self.is_busy.try_get_value().is_none()
    }

    async fn flush(self, bench: Workbench) {
        if self.is_busy.try_get_value() != Some(false) {
            return;
        }
        self.is_busy.set_value(true);
        let result = self.write(bench).await;
        if self.is_gone() {
            return;
        }
        self.is_busy.set_value(false);
        match result {
            Ok(()) => self.saving.set(Saving::Kept),
            Err(error) => {
                self.spill_now();
                self.saving.set(Saving::Failed(error));
                self.ask_again_later(bench);
            }
        }
        if self.is_called.get_value() {
            self.is_called.set_value(false);
            spawn_local(self.follow(bench));
        }
    }

    fn ask_again_later(self, bench: Workbench) {
        if self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        let ask = move || {
            if self.is_waiting.try_set_value(false).is_none() {
                spawn_local(self.flush(bench));
            }
        };
        set_timeout(ask, AGAIN);
    }

    /// Writes until nothing is left, what others wrote coming first.
    async fn write(self, bench: Workbench) -> Result<(), StorageError> {
        loop {
            let Some(batch) = self.unsaved.try_get_value().filter(|batch| !batch.is_empty()) else {
                return Ok(());
            };
            let now = time::now();
            let (summary, version) = bench.with_now(|it| (it.summary(now, now), self.base(it)));
            let appended = kept::append(version, &batch, &summary).await?;
            if self.is_gone() {
                return Ok(());
            }
            match appended {
                Appended::Done => self.appended(bench, batch.len()).await,
                Appended::Behind => self.catch_up(bench).await?,
            }
        }
    }

    /// The version that is kept.
    fn base(self, configuration: &Configuration) -> u64 {
        configuration.version() - self.unsaved.with_value(Vec::len) as u64
    }

    async fn appended(self, bench: Workbench, count: usize) {
        self.unsaved.update_value(|unsaved| drop(unsaved.drain(..count)));
        self.lines.update_value(|lines| *lines += count as u64);
        self.spill_now();
        self.tell(&bench.id());
        if !self.is_kept() {
            return;
        }
        self.forget_adopted();
        // Only what is kept to the last line is written whole.
        if self.lines.get_value() >= LINES && bench.with_now(|it| !it.is_open()) {
            let whole = bench.with_now(Clone::clone);
            // What fails here fails again with the next line, which says so; until then the lines are there.
            if kept::compact(&whole).await.is_ok() {
                self.lines.try_set_value(0);
            }
        }
    }

    /// What tabs had left behind is kept: its places can be cleared.
    fn forget_adopted(self) {
        self.adopted.update_value(|keys| {
            kept::forget_all(keys);
            keys.clear();
        });
    }

    /// Tells the other tabs.
    fn tell(self, id: &ConfigurationId) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.say(id.as_str());
            }
        });
    }
}
