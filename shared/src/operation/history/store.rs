//! Reading a stored history.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::{CHECKPOINTS_MAX, Checkpoint, History, Origin, StepId};
use crate::api::pointer::{Located, locate};
use crate::operation::OPERATION_SCHEMA_VERSION;
use crate::operation::upcast_stored;
use crate::validate::structure;

/// Version of the form of stored histories that this code writes.
pub const HISTORY_SCHEMA_VERSION: u32 = 1;

/// Why a text is no history.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum HistoryError {
    /// A newer version of this software wrote it. It comes back whole, to be kept aside until the app is updated.
    #[error("this history has version {found}, which is newer than this software")]
    TooNew {
        /// The version it states.
        found: u64,
        /// The history as it came.
        history: Value,
    },
    /// It is JSON of another form, or none.
    #[error("{0}")]
    Form(Located),
}

/// A history as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovered {
    /// The history, with nothing in it that its steps do not bear out.
    pub history: History,
    /// Checkpoints that cannot be gone back to and are left out of it.
    pub damaged: Vec<DamagedCheckpoint>,
}

/// A checkpoint that cannot be gone back to.
#[derive(Clone, Debug, PartialEq)]
pub struct DamagedCheckpoint {
    /// It as it was stored, to be set aside.
    pub text: String,
    /// Why, in English.
    pub why: String,
}

/// The versions that a stored history states.
#[derive(Default, Deserialize)]
struct Versions {
    schema_version: Option<u64>,
    operation_schema_version: Option<u64>,
}

impl History {
    /// Reads what was stored as JSON, operations of older schema versions upcast.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn read(json: &str) -> Result<Recovered, HistoryError> {
        // What states no version, or no number, is found with the rest of the form.
        let stated: Versions = serde_json::from_str(json).unwrap_or_default();
        let newest = [
            (stated.schema_version, HISTORY_SCHEMA_VERSION),
            (stated.operation_schema_version, OPERATION_SCHEMA_VERSION),
        ];
        for (stated, newest) in newest {
            if let Some(found) = stated.filter(|found| *found > u64::from(newest)) {
                return Err(HistoryError::TooNew { found, history: whole(json)? });
            }
        }
        let is_older =
            stated.operation_schema_version.is_some_and(|it| it < u64::from(OPERATION_SCHEMA_VERSION));
        let read = if is_older { locate(&brought_up(json)?) } else { locate(json) };
        match read {
            Ok(history) => Ok(Self::mended(history, Vec::new())),
            Err(located) if located.pointer.starts_with(CHECKPOINTS) => without_damaged(json, located),
            Err(located) => Err(HistoryError::Form(located)),
        }
    }

    /// The history with nothing in it that its steps do not bear out: what is stored may have been tampered with.
    fn mended(mut self, mut damaged: Vec<DamagedCheckpoint>) -> Recovered {
        let is_own = |origin: &Origin| !matches!(origin, Origin::Other(_));
        let own: BTreeSet<StepId> =
            self.steps.iter().filter(|step| is_own(&step.origin)).map(|step| step.id.clone()).collect();
        self.undo.retain(|id| own.contains(id));
        self.redo.retain(|id| own.contains(id));
        let mut sound: Vec<Checkpoint> = Vec::new();
        for checkpoint in std::mem::take(&mut self.checkpoints) {
            match self.fault(&checkpoint, &sound) {
                None => sound.push(checkpoint),
                // Texts, times and lists: there is nothing that JSON could refuse.
                Some(why) => damaged.push(DamagedCheckpoint {
                    text: serde_json::to_string(&checkpoint).unwrap_or_default(),
                    why,
                }),
            }
        }
        self.checkpoints = sound;
        self.sizes_bytes.clear();
        self.measure();
        Recovered { history: self, damaged }
    }

    /// Why a checkpoint cannot be gone back to, beside those that can.
    fn fault(&self, checkpoint: &Checkpoint, others: &[Checkpoint]) -> Option<String> {
        let Checkpoint { name, after, kept, .. } = checkpoint;
        if others.len() >= CHECKPOINTS_MAX {
            return Some(format!("`{name}` is one more than the {CHECKPOINTS_MAX} there may be"));
        }
        if others.iter().any(|other| other.name == *name) {
            return Some(format!("`{name}` is there twice"));
        }
        match kept {
            Some(kept) => structure(kept).into_iter().next().map(|it| format!("`{name}`: {}", it.sentence)),
            None if after.as_ref().is_some_and(|after| self.find(after).is_some()) => None,
            None => Some(format!("`{name}` names a step that is not there")),
        }
    }
}

/// Where the checkpoints stand in a stored history.
const CHECKPOINTS: &str = "#/checkpoints/";

/// The history without those checkpoints that are of another form, where it is only they; else why it is none.
fn without_damaged(json: &str, located: Located) -> Result<Recovered, HistoryError> {
    let mut value = whole(&brought_up(json)?)?;
    let mut damaged = Vec::new();
    if let Some(checkpoints) = value.get_mut("checkpoints").and_then(Value::as_array_mut) {
        checkpoints.retain(|checkpoint| {
            let text = checkpoint.to_string();
            let wrong = locate::<Checkpoint>(&text).err();
            let is_sound = wrong.is_none();
            damaged.extend(wrong.map(|wrong| DamagedCheckpoint { text, why: wrong.to_string() }));
            is_sound
        });
    }
    match locate::<History>(&value.to_string()) {
        Ok(history) if !damaged.is_empty() => Ok(history.mended(damaged)),
        _ => Err(HistoryError::Form(located)),
    }
}

fn whole(json: &str) -> Result<Value, HistoryError> {
    let form = |sentence| Located { pointer: "#".to_owned(), code: "form".to_owned(), sentence };
    serde_json::from_str(json).map_err(|error| HistoryError::Form(form(error.to_string())))
}

/// The text with every operation in it of the current version.
fn brought_up(json: &str) -> Result<String, HistoryError> {
    let mut value = whole(json)?;
    Ok(if bring_up(&mut value) { value.to_string() } else { json.to_owned() })
}

/// Brings every operation in a stored history to the current version; whether they were older.
fn bring_up(history: &mut Value) -> bool {
    let Some(version) = history.get("operation_schema_version").and_then(Value::as_u64) else { return false };
    if version >= u64::from(OPERATION_SCHEMA_VERSION) {
        return false;
    }
    let mut steps: Vec<&mut Value> = Vec::new();
    if let Some(object) = history.as_object_mut() {
        for (key, value) in object.iter_mut() {
            match key.as_str() {
                "steps" => steps.extend(value.as_array_mut().into_iter().flatten()),
                "open" => steps.push(value),
                "operation_schema_version" => *value = OPERATION_SCHEMA_VERSION.into(),
                _ => {}
            }
        }
    }
    for step in steps {
        let changes = step.get_mut("changes").and_then(Value::as_array_mut);
        for change in changes.into_iter().flatten().filter_map(Value::as_object_mut) {
            for (_, operation) in change.iter_mut().filter(|(key, _)| *key != "made") {
                upcast_stored(std::slice::from_mut(operation), version);
            }
        }
    }
    true
}
