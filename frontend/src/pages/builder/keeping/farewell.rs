//! Leaving the builder for another page: what is not kept yet is kept by nobody but this.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::configuration::{Entry, Summary};

use super::Keeping;
use crate::browser::channel;
use crate::browser::time;
use crate::pages::builder::store::Workbench;
use crate::state::configurations::{self as kept, Appended, CHANNEL, Spill};

impl Keeping {
    /// The builder goes, the page stays.
    pub(super) fn part(self, bench: Workbench) {
        self.leave(bench);
        let (unsaved, spill) = (self.unsaved.get_value(), self.spill.get_value());
        if unsaved.is_empty() {
            return;
        }
        let now = time::now();
        let (summary, version) = bench.with_now(|it| (it.summary(now, now), self.base(it)));
        spawn_local(keep_last(version, unsaved, summary, spill));
    }
}

/// Keeps the last lines of a builder that is gone. Where that fails they stay where they were spilled, and are taken in
/// when the configuration is opened next.
async fn keep_last(version: u64, entries: Vec<Entry>, summary: Summary, spill: Spill) {
    if kept::append(version, &entries, &summary).await == Ok(Appended::Done) {
        spill.write(&[]);
        channel::say_once(CHANNEL, summary.id.as_str());
    }
}
