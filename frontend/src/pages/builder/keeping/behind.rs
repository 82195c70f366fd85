//! Following other tabs: what they did comes first, what is not kept here is done again on top.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::configuration::{Configuration, ConfigurationId, Entry, read_entry};

use super::{Keeping, Saving};
use crate::browser::database::StorageError;
use crate::browser::time;
use crate::i18n::known;
use crate::pages::builder::opening::{self, Read};
use crate::pages::builder::store::Workbench;
use crate::state::configurations as kept;
use crate::state::toasts::Message;

impl Keeping {
    /// Another tab may have written: this page shows it, too.
    pub(super) async fn follow(self, bench: Workbench) {
        match self.is_busy.try_get_value() {
            None => return,
            Some(true) => return self.is_called.set_value(true),
            Some(false) => {}
        }
        bench.finish();
        if self.is_kept() {
            self.is_busy.set_value(true);
            // What cannot be read now is read before the next line is written.
            drop(self.catch_up(bench).await);
            if self.is_busy.try_set_value(false).is_some() {
                return;
            }
        }
        if !self.is_kept() {
            self.saving.set(Saving::UnderWay);
            self.flush(bench).await;
        }
    }

    /// Does what other tabs have done, and what is not kept yet on top of it.
    pub(super) async fn catch_up(self, bench: Workbench) -> Result<(), StorageError> {
        let version = bench.with_now(|it| self.base(it));
        let lines = kept::since(&bench.id(), version).await?;
        if self.is_gone() {
            return Ok(());
        }
        bench.finish();
        let read = |lines: Vec<String>| lines.iter().map(|line| read_entry(line).ok()).collect();
        let entries: Option<Vec<Entry>> = lines.and_then(read);
        let is_simple = self.is_kept() && bench.with_now(Configuration::version) == version;
        match entries.filter(|_| is_simple) {
            Some(entries) if entries.iter().all(|entry| bench.follow(entry)) => {
                bench.publish();
                Ok(())
            }
            _ => self.read_anew(bench, version).await,
        }
    }

    /// Takes what is kept, and does on top of it what is not.
    async fn read_anew(self, bench: Workbench, version: u64) -> Result<(), StorageError> {
        let id = bench.id();
        let found = kept::find(&id).await?;
        if self.is_gone() {
            return Ok(());
        }
        bench.finish();
        // Deleted for good in another tab: what is open here is written anew.
        let Some(found) = found else { return self.write_anew(bench).await };
        let read = opening::read(&found).map_err(|_| StorageError::Outdated)?;
        let Read { mut configuration, damaged, lines } = read;
        // Opening mends what is damaged; here, going on would go in circles.
        if !damaged.is_empty() || configuration.version() < version {
            return Err(StorageError::Failed("what is kept is damaged".to_owned()));
        }
        let own = self.unsaved.get_value();
        self.unsaved.set_value(self.again(bench, &mut configuration, own));
        self.lines.set_value(lines);
        bench.take_over(configuration);
        Ok(())
    }

    /// Does `own` entries again; gives back those that are still to be kept.
    fn again(self, bench: Workbench, configuration: &mut Configuration, own: Vec<Entry>) -> Vec<Entry> {
        let had = kept::steps(configuration);
        let mut done = Vec::new();
        for entry in own.into_iter().filter(|entry| !had.contains(&entry.stamp.id)) {
            match configuration.perform(&entry) {
                Ok(does) => {
                    // It was undone here, and on top of what the other tab did it cannot be.
                    if let Some(skipped) = does.skipped.first() {
                        bench.tell(skipped.sentence(configuration.blueprint(), bench.language()));
                    }
                    if does.is_noted {
                        done.push(entry);
                    }
                }
                Err(_) => self.give_up(configuration.id(), &entry),
            }
        }
        done
    }

    /// Keeps what is open here as a whole.
    async fn write_anew(self, bench: Workbench) -> Result<(), StorageError> {
        let now = time::now();
        let whole = bench.with_now(Clone::clone);
        let count = self.unsaved.with_value(Vec::len);
        kept::put(&whole, &whole.summary(now, now)).await?;
        if self.is_gone() {
            return Ok(());
        }
        self.unsaved.update_value(|unsaved| drop(unsaved.drain(..count)));
        self.lines.set_value(0);
        self.spill_now();
        self.tell(&bench.id());
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
