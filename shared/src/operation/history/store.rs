//! Reading a stored history.

use std::collections::BTreeSet;

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

impl History {
    /// Reads what was stored as JSON, operations of older schema versions upcast.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn read(json: &str) -> Result<Self, HistoryError> {
        let form = |sentence| Located { pointer: "#".to_owned(), code: "form".to_owned(), sentence };
        let mut value: Value =
            serde_json::from_str(json).map_err(|error| HistoryError::Form(form(error.to_string())))?;
        let newest = [
            ("schema_version", HISTORY_SCHEMA_VERSION),
            ("operation_schema_version", OPERATION_SCHEMA_VERSION),
        ];
        for (key, newest) in newest {
            match value.get(key).and_then(Value::as_u64) {
                Some(found) if found > u64::from(newest) => {
                    return Err(HistoryError::TooNew { found, history: value });
                }
                _ => {}
            }
        }
        let read: Result<Self, _> =
            if bring_up(&mut value) { locate(&value.to_string()) } else { locate(json) };
        read.map(Self::mended).map_err(HistoryError::Form)
    }

    /// The history with nothing in it that its steps do not bear out: what is stored may have been tampered with.
    fn mended(mut self) -> Self {
        let is_own = |origin: &Origin| !matches!(origin, Origin::Other(_));
        let own: BTreeSet<StepId> =
            self.steps.iter().filter(|step| is_own(&step.origin)).map(|step| step.id.clone()).collect();
        self.undo.retain(|id| own.contains(id));
        self.redo.retain(|id| own.contains(id));
        let holds = |kept: &Checkpoint| kept.kept.as_ref().is_none_or(|kept| structure(kept).is_empty());
        self.checkpoints.truncate(CHECKPOINTS_MAX);
        self.checkpoints.retain(holds);
        self.sizes_bytes.clear();
        self.measure();
        self
    }
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
