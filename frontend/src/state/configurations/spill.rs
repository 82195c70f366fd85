//! What could not be written to the database in time, such as when the page was closed in the middle of a word.
//!
//! The database answers later, and a page that goes away waits for nobody; this storage answers at once. Every tab has
//! a place of its own in it, and only who has kept what stands there clears it.

use std::collections::BTreeSet;

use shared::configuration::{Act, Configuration, ConfigurationId, Entry, read_entry};
use shared::operation::history::StepId;

use crate::browser::{random, storage};

const SPILLED: &str = "csmb.unsaved.";

/// A tab's own place. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Spill {
    key: String,
}

/// What tabs have left behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spilled {
    /// The lines, as texts.
    pub lines: Vec<String>,
    /// Where they stand.
    pub keys: Vec<String>,
}

/// What became of what was left behind.
#[derive(Debug, Default)]
pub(crate) struct TakenIn {
    /// What was done and is to be kept.
    pub entries: Vec<Entry>,
    /// What could not be read or done, as texts.
    pub refused: Vec<String>,
}

impl Spill {
    /// A place of this tab for `id`.
    pub(crate) fn new(id: &ConfigurationId) -> Self {
        Self { key: random::id(&format!("{SPILLED}{id}.")) }
    }

    /// Writes down `entries` that the database does not have yet, in the place of those written down before; whether
    /// the device took them.
    pub(crate) fn write(&self, entries: &[Entry]) -> bool {
        if entries.is_empty() {
            storage::remove(&self.key);
            return true;
        }
        let lines: Vec<_> = entries.iter().filter_map(|entry| serde_json::to_string(entry).ok()).collect();
        storage::write(&self.key, &lines.join("\n"))
    }
}

/// What tabs have left behind of `id` and nobody has kept yet.
pub(crate) fn spilled(id: &ConfigurationId) -> Spilled {
    let keys = storage::keys(&format!("{SPILLED}{id}."));
    let texts = keys.iter().filter_map(|key| storage::read(key));
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    Spilled { lines, keys }
}

/// Clears places whose lines are kept.
pub(crate) fn forget_all(keys: &[String]) {
    keys.iter().for_each(|key| storage::remove(key));
}

/// Does what was left behind and has not been done yet.
pub(crate) fn take_in(configuration: &mut Configuration, lines: &[String]) -> TakenIn {
    let mut taken = TakenIn::default();
    let mut had: BTreeSet<StepId> = steps(configuration);
    for line in lines {
        match read_entry(line) {
            Ok(entry) if had.contains(&entry.stamp.id) || is_named(configuration, &entry) => {}
            Ok(entry) => {
                had.insert(entry.stamp.id.clone());
                match configuration.perform(&entry) {
                    Ok(done) if done.is_noted => taken.entries.push(entry),
                    Ok(_) => {}
                    Err(_) => taken.refused.push(line.clone()),
                }
            }
            Err(_) => taken.refused.push(line.clone()),
        }
    }
    taken
}

/// Every step that is in the history.
pub(crate) fn steps(configuration: &Configuration) -> BTreeSet<StepId> {
    configuration.history().steps().iter().map(|step| step.id.clone()).collect()
}

/// Whether an entry gives a moment a name that has been given already: it makes no step to be known by.
fn is_named(configuration: &Configuration, entry: &Entry) -> bool {
    let Act::Checkpoint { name } = &entry.act else { return false };
    configuration.history().checkpoints().iter().any(|checkpoint| checkpoint.name == *name)
}
