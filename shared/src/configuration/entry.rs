//! What a person does to a configuration, as it is written down.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Done;
use crate::api::pointer::{Located, locate};
use crate::operation::history::{Stamp, Step, StepId};
use crate::operation::{OPERATION_SCHEMA_VERSION, Operation, upcast_stored};
use crate::platform::Platform;
use crate::words::Language;

/// Version of the form of entries that this code writes.
///
/// 2 came with the step that [`Act::Undo`] and [`Act::Redo`] name: whoever passes over it undoes another one.
pub const ENTRY_SCHEMA_VERSION: u32 = 2;

/// What a person does to a configuration.
///
/// APPEND-ONLY, WIRE: stored between versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Changes the blueprint: one intention, one step.
    Do {
        /// The operations, in order.
        operations: Vec<Operation>,
    },
    /// Takes back an own step.
    Undo {
        /// Which, whatever was done after it; without one the last whose effect still stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<StepId>,
    },
    /// Does again what was undone.
    Redo {
        /// The step that undid it; without one the last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<StepId>,
    },
    /// Goes back to how it was after a step.
    Restore {
        /// The step.
        step: StepId,
    },
    /// Gives this moment a name.
    Checkpoint {
        /// The name.
        name: String,
    },
    /// Takes the name from a moment.
    ForgetCheckpoint {
        /// The name.
        name: String,
    },
    /// Goes back to a moment with a name.
    RestoreCheckpoint {
        /// The name.
        name: String,
    },
    /// Chooses where the system is to live. It is no step: it changes nothing of the blueprint.
    SetPlatform {
        /// Where.
        platform: Platform,
    },
}

/// An act with what is known of it: a line of what is written down at each edit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// [`ENTRY_SCHEMA_VERSION`] after reading.
    pub schema_version: u32,
    /// [`OPERATION_SCHEMA_VERSION`] after reading.
    pub operation_schema_version: u32,
    /// Its id, when, by whom, and in which language it is told.
    pub stamp: Stamp,
    /// What is done.
    pub act: Act,
}

/// Why a text is no entry.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EntryError {
    /// A newer version of this software wrote it.
    #[error("this entry has version {found}, which is newer than this software")]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is JSON of another form, or none.
    #[error("{0}")]
    Form(Located),
}

impl Entry {
    /// An act of now.
    pub fn new(stamp: Stamp, act: Act) -> Self {
        let operation_schema_version = OPERATION_SCHEMA_VERSION;
        Self { schema_version: ENTRY_SCHEMA_VERSION, operation_schema_version, stamp, act }
    }

    /// The entry with what it was told as: done again, it is told so in whatever language, and where words are not at
    /// hand.
    #[must_use]
    pub fn told_as(mut self, done: &Done) -> Self {
        if let Some(step) = &done.step {
            self.stamp.label = Some(step.label.clone());
        }
        self
    }

    /// What `step` did, so that doing it again makes the same step.
    pub(super) fn of_step(step: &Step) -> Self {
        let stamp = Stamp {
            id: step.id.clone(),
            at: step.at,
            origin: step.origin.clone(),
            // The label is told already.
            language: Language::default(),
            label: Some(step.label.clone()),
        };
        Self::new(stamp, Act::Do { operations: step.operations() })
    }
}

/// Reads an entry, operations of older schema versions upcast.
///
/// # Errors
/// [`EntryError`].
pub fn read_entry(json: &str) -> Result<Entry, EntryError> {
    let form = |sentence| Located { pointer: "#".to_owned(), code: "form".to_owned(), sentence };
    let mut value: Value =
        serde_json::from_str(json).map_err(|error| EntryError::Form(form(error.to_string())))?;
    let stated = |value: &Value, key: &str| value.get(key).and_then(Value::as_u64);
    let newest =
        [("schema_version", ENTRY_SCHEMA_VERSION), ("operation_schema_version", OPERATION_SCHEMA_VERSION)];
    for (key, newest) in newest {
        if let Some(found) = stated(&value, key).filter(|found| *found > u64::from(newest)) {
            return Err(EntryError::TooNew { found });
        }
    }
    let is_older = |key: &str, newest: u32| stated(&value, key).filter(|it| *it < u64::from(newest));
    let read: Result<Entry, Located> = match is_older("operation_schema_version", OPERATION_SCHEMA_VERSION) {
        Some(version) => {
            let operations = value.pointer_mut("/act/operations").and_then(Value::as_array_mut);
            if let Some(operations) = operations {
                upcast_stored(operations, version);
            }
            if let Some(stated) = value.get_mut("operation_schema_version") {
                *stated = OPERATION_SCHEMA_VERSION.into();
            }
            locate(&value.to_string())
        }
        None => locate(json),
    };
    // What version 2 brought may be left out: an entry of version 1 means the same in it.
    read.map(|entry| Entry { schema_version: ENTRY_SCHEMA_VERSION, ..entry }).map_err(EntryError::Form)
}
