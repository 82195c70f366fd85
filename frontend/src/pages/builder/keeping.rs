//! Keeps what is done on this device, a line at a time, and follows what other tabs do.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::configuration::{Configuration, ConfigurationId, Entry, Summary, read_entry};

use super::opening;
use super::store::Workbench;
use crate::browser::channel::Channel;
use crate::browser::database::StorageError;
use crate::browser::time;
use crate::i18n::known;
use crate::state::configurations::{self as kept, Appended, CHANNEL};
use crate::state::toasts::{Message, Toasts};

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
    lines: StoredValue<u64>,
    channel: StoredValue<Option<Channel>>,
    toasts: Toasts,
}

impl Keeping {
    /// Nothing is done yet, and `lines` were written since the whole was.
    pub(crate) fn new(lines: u64, toasts: Toasts) -> Self {
        Self {
            saving: RwSignal::new(Saving::Kept),
            unsaved: StoredValue::new(Vec::new()),
            is_busy: StoredValue::new(false),
            lines: StoredValue::new(lines),
            channel: StoredValue::new(None),
            toasts,
        }
    }

    /// How far what was done is kept.
    pub(crate) fn saving(self) -> Saving {
        self.saving.get()
    }

    /// Whether everything is.
    pub(crate) fn is_kept(self) -> bool {
        self.unsaved.with_value(Vec::is_empty)
    }

    /// Keeps `entry`, the last thing done.
    pub(crate) fn keep(self, bench: Workbench, entry: Entry) {
        self.unsaved.update_value(|unsaved| unsaved.push(entry));
        self.saving.set(Saving::UnderWay);
        spawn_local(self.flush(bench));
    }

    /// Keeps entries that were done already.
    pub(crate) fn keep_all(self, bench: Workbench, entries: Vec<Entry>) {
        entries.into_iter().for_each(|entry| self.keep(bench, entry));
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
        for event in ["pagehide", "visibilitychange"] {
            let listener = window_event_listener_untyped(event, move |_| self.leave(bench));
            on_cleanup(move || listener.remove());
        }
        on_cleanup(move || self.leave(bench));
    }

    /// The page may not come back: what is not kept is written where that takes no time.
    pub(crate) fn leave(self, bench: Workbench) {
        bench.finish();
        self.unsaved.with_value(|unsaved| kept::spill(&bench.id(), unsaved));
    }

    /// Asks the device again.
    pub(crate) fn try_again(self, bench: Workbench) {
        spawn_local(self.flush(bench));
    }

    async fn flush(self, bench: Workbench) {
        if self.is_busy.try_get_value() != Some(false) {
            return;
        }
        self.is_busy.set_value(true);
        let result = self.write(bench).await;
        if self.is_busy.try_set_value(false).is_some() {
            return;
        }
        match result {
            Ok(()) => self.saving.set(Saving::Kept),
            Err(error) => {
                self.leave(bench);
                self.saving.set(Saving::Failed(error));
                set_timeout(move || spawn_local(self.flush(bench)), AGAIN);
            }
        }
    }

    /// Writes until nothing is left, what others wrote coming first.
    async fn write(self, bench: Workbench) -> Result<(), StorageError> {
        loop {
            let Some(batch) = self.unsaved.try_get_value().filter(|batch| !batch.is_empty()) else {
                return Ok(());
            };
            let now = time::now();
            let (summary, version) = bench.with_now(|it| (it.summary(now, now), self.base(it)));
            match kept::append(version, &batch, &summary).await? {
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
        let Some(lines) = self.lines.try_update_value(|lines| {
            *lines += count as u64;
            *lines
        }) else {
            return;
        };
        self.unsaved.update_value(|unsaved| drop(unsaved.drain(..count)));
        self.unsaved.with_value(|unsaved| kept::spill(&bench.id(), unsaved));
        self.tell(&bench.id());
        // Only what is kept to the last line is written whole.
        if lines >= LINES && self.is_kept() && bench.with_now(|it| !it.is_open()) {
            let whole = bench.with_now(Clone::clone);
            // What fails here fails again with the next line, which says so; until then the lines are there.
            if kept::compact(&whole).await.is_ok() {
                self.lines.try_set_value(0);
            }
        }
    }

    /// Tells the other tabs.
    fn tell(self, id: &ConfigurationId) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.say(id.as_str());
            }
        });
    }

    /// Another tab has written: this page shows it, too.
    async fn follow(self, bench: Workbench) {
        if self.is_busy.try_get_value() != Some(false) {
            return;
        }
        bench.finish();
        if !self.is_kept() {
            return self.flush(bench).await;
        }
        self.is_busy.set_value(true);
        // What cannot be read now is read before the next line is written.
        drop(self.catch_up(bench).await);
        self.is_busy.try_set_value(false);
        if self.unsaved.try_with_value(|unsaved| !unsaved.is_empty()) == Some(true) {
            self.flush(bench).await;
        }
    }

    /// Does what other tabs have done, and what is not kept yet on top of it.
    async fn catch_up(self, bench: Workbench) -> Result<(), StorageError> {
        let version = bench.with_now(|it| self.base(it));
        let lines = kept::since(&bench.id(), version).await?;
        bench.finish();
        let read = |lines: Vec<String>| lines.iter().map(|line| read_entry(line).ok()).collect();
        let entries: Option<Vec<Entry>> = lines.and_then(read);
        let is_simple = self.is_kept() && bench.with_now(Configuration::version) == version;
        match entries.filter(|_| is_simple) {
            Some(entries) if entries.iter().all(|entry| bench.follow(entry)) => {
                bench.publish();
                Ok(())
            }
            _ => self.read_anew(bench).await,
        }
    }

    /// Takes what is kept, and does on top of it what is not.
    async fn read_anew(self, bench: Workbench) -> Result<(), StorageError> {
        let id = bench.id();
        let Some(found) = kept::find(&id).await? else {
            // Deleted for good in another tab: what is open here is written anew.
            return self.write_anew(bench).await;
        };
        bench.finish();
        let Ok(opening::Read { mut configuration, .. }) = opening::read(&found) else {
            return Err(StorageError::Outdated);
        };
        let own = self.unsaved.get_value();
        let mut kept_ones = Vec::new();
        for entry in own {
            let before = configuration.version();
            match configuration.perform(&entry) {
                Ok(_) if configuration.version() > before => kept_ones.push(entry),
                Ok(_) => {}
                Err(_) => self.give_up(&id, &entry),
            }
        }
        self.unsaved.set_value(kept_ones);
        bench.take_over(configuration);
        Ok(())
    }

    /// Keeps what is open here as a whole.
    async fn write_anew(self, bench: Workbench) -> Result<(), StorageError> {
        let now = time::now();
        let whole = bench.with_now(Clone::clone);
        let count = self.unsaved.with_value(Vec::len);
        kept::put(&whole, &Summary { ..whole.summary(now, now) }).await?;
        self.unsaved.update_value(|unsaved| drop(unsaved.drain(..count)));
        self.lines.set_value(0);
        Ok(())
    }

    /// What another tab did leaves no room for `entry`: it is set aside and said.
    fn give_up(self, id: &ConfigurationId, entry: &Entry) {
        let label = entry.stamp.label.clone().unwrap_or_default();
        let text = serde_json::to_string(entry).unwrap_or_default();
        let id = id.clone();
        spawn_local(async move { drop(kept::set_aside(&id, &text).await) });
        self.toasts.say(Message { key: known!("builder.given_up"), values: vec![("label", label)] });
    }
}
