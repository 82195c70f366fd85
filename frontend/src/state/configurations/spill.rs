//! What could not be written to the database in time, such as when the page was closed in the middle of a word.
//!
//! The database answers later, and a page that goes away waits for nobody; this storage answers at once.

use std::collections::BTreeSet;

use shared::configuration::{Act, Configuration, ConfigurationId, Entry, read_entry};

use crate::browser::storage;

const SPILLED: &str = "csmb.unsaved.";

/// Writes down `entries` that the database does not have yet; none forgets those written down before.
pub(crate) fn spill(id: &ConfigurationId, entries: &[Entry]) {
    if entries.is_empty() {
        return forget(id);
    }
    let lines: Vec<_> = entries.iter().filter_map(|entry| serde_json::to_string(entry).ok()).collect();
    // A device that refuses has refused the database as well: the page says so.
    storage::write(&key(id), &lines.join("\n"));
}

/// What was written down and not forgotten.
pub(crate) fn spilled(id: &ConfigurationId) -> Vec<Entry> {
    let text = storage::read(&key(id)).unwrap_or_default();
    text.lines().filter_map(|line| read_entry(line).ok()).collect()
}

/// Does what was spilled and is not in the history yet; gives back what is to be kept.
pub(crate) fn take_in(configuration: &mut Configuration, spilled: Vec<Entry>) -> Vec<Entry> {
    let had: BTreeSet<_> = configuration.history().steps().iter().map(|step| step.id.clone()).collect();
    let is_new = |entry: &Entry| {
        matches!(entry.act, Act::Do { .. } | Act::SetPlatform { .. }) && !had.contains(&entry.stamp.id)
    };
    let does = |entry: &Entry| {
        let before = configuration.version();
        configuration.perform(entry).is_ok() && configuration.version() > before
    };
    spilled.into_iter().filter(is_new).filter(does).collect()
}

/// Forgets what was written down.
pub(super) fn forget(id: &ConfigurationId) {
    storage::remove(&key(id));
}

fn key(id: &ConfigurationId) -> String {
    format!("{SPILLED}{id}")
}
