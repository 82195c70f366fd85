//! How an operation travels, and how old ones are read.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Operation;
use crate::api::pointer::{Located, locate};
use crate::blueprint::{ID_MAX, READ_MAX, lost};
use crate::text_id::text_ids;

/// Version of operations that this code writes. Older ones are upcast, newer ones kept aside.
pub const OPERATION_SCHEMA_VERSION: u32 = 1;

/// Makes the raw JSON of an operation of one schema version into one of the next.
type Upcast = fn(&mut Value);

/// What makes each version into the next, the first version first. Version 1 is the first: there is none yet.
const UPCASTS: &[Upcast] = &[];

text_ids! {
    " Any text that is not empty, at most [`ID_MAX`] bytes long; [`read_envelope`] checks.";
    /// Id of an operation on its way, unique for ever among those of a configuration; whoever makes it gives it.
    OperationId,
    /// Who made an operation: a member, an assistant, an import.
    ActorId,
}

/// An operation on its way, and as it is stored.
///
/// APPEND-ONLY, WIRE: see [`Operation`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Its id: a repeat is answered as the first was.
    pub operation_id: OperationId,
    /// The version of the blueprint that its maker saw confirmed.
    pub base_version: u64,
    /// Who made it.
    pub actor: ActorId,
    /// [`OPERATION_SCHEMA_VERSION`] after reading.
    pub schema_version: u32,
    /// What to do.
    pub operation: Operation,
}

impl Envelope {
    /// An operation of the current schema version.
    pub fn new(operation_id: OperationId, base_version: u64, actor: ActorId, operation: Operation) -> Self {
        Self { operation_id, base_version, actor, schema_version: OPERATION_SCHEMA_VERSION, operation }
    }
}

/// Why a text is no envelope.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unreadable {
    /// A newer version of this software wrote it. It comes back whole, to be kept aside until the app is updated.
    #[error("this operation has schema version {found}; this version reads up to {OPERATION_SCHEMA_VERSION}")]
    TooNew {
        /// The version it states.
        found: u64,
        /// The envelope as it came.
        envelope: Value,
    },
    /// It is JSON of another form, or none.
    #[error("{0}")]
    Form(Located),
}

/// Reads an envelope, upcasting older schema versions.
///
/// # Errors
/// [`Unreadable`]; an envelope that is read holds everything the text says, nothing is dropped.
pub fn read_envelope(json: &str) -> Result<Envelope, Unreadable> {
    if json.len() > READ_MAX {
        return Err(form("#", format!("must have at most {READ_MAX} bytes")));
    }
    let mut value: Value = serde_json::from_str(json).map_err(|error| form("#", error.to_string()))?;
    // What is said twice is refused, which only the text shows.
    let read = if upcast(&mut value, UPCASTS)? { locate(&value.to_string()) } else { locate(json) };
    let envelope: Envelope = read.map_err(Unreadable::Form)?;
    for (at, id) in [("#/operation_id", envelope.operation_id.as_str()), ("#/actor", envelope.actor.as_str())]
    {
        if id.is_empty() || id.len() > ID_MAX {
            return Err(form(at, format!("must have 1 to {ID_MAX} bytes")));
        }
    }
    match lost("#", &value, &envelope) {
        Some(lost) => Err(Unreadable::Form(lost)),
        None => Ok(envelope),
    }
}

/// Brings the operation of an envelope to the version after the last of `upcasts`; whether it was older.
fn upcast(envelope: &mut Value, upcasts: &[Upcast]) -> Result<bool, Unreadable> {
    let newest = upcasts.len() as u64 + 1;
    match envelope.get("schema_version").and_then(Value::as_u64) {
        Some(found) if found > newest => Err(Unreadable::TooNew { found, envelope: envelope.take() }),
        Some(0) => Err(form("#/schema_version", format!("must be 1 to {newest}"))),
        Some(found) => {
            let missing = usize::try_from(found - 1).unwrap_or(usize::MAX);
            if let Some(operation) = envelope.get_mut("operation") {
                upcast_operation(operation, upcasts, missing);
            }
            if let Some(version) = envelope.get_mut("schema_version") {
                *version = newest.into();
            }
            Ok(found < newest)
        }
        // A version that is missing or no number is found with the rest of the form.
        None => Ok(false),
    }
}

/// Applies all `upcasts` but the first `done`; to the parts of a group, too.
fn upcast_operation(operation: &mut Value, upcasts: &[Upcast], done: usize) {
    for upcast in upcasts.iter().skip(done) {
        upcast(operation);
    }
    for part in operation.get_mut("operations").and_then(Value::as_array_mut).into_iter().flatten() {
        upcast_operation(part, upcasts, done);
    }
}

/// Brings stored operations of `version` to the current one.
pub(crate) fn upcast_stored(operations: &mut [Value], version: u64) {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    operations.iter_mut().for_each(|operation| upcast_operation(operation, UPCASTS, done));
}

fn form(pointer: &str, sentence: String) -> Unreadable {
    Unreadable::Form(Located { pointer: pointer.to_owned(), code: "form".to_owned(), sentence })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operation::TableProperty;

    fn envelope() -> Value {
        json!({
            "operation_id": "op_1", "base_version": 4, "actor": "ada", "schema_version": 1,
            "operation": {"op": "edit_table", "table": "tbl_sessions", "set": {"name": "Chats"}},
        })
    }

    #[track_caller]
    fn refused(pointer: &str, value: Value, place: &str) {
        let mut json = envelope();
        crate::blueprint::fixture::set(&mut json, pointer, value);
        let Err(Unreadable::Form(found)) = read_envelope(&json.to_string()) else { panic!("was read") };
        assert_eq!(found.pointer, place, "{}", found.sentence);
    }

    #[test]
    fn an_envelope_reads_as_it_is_written() {
        let read = read_envelope(&envelope().to_string()).unwrap();
        let set = TableProperty::Name("Chats".to_owned());
        let operation = Operation::EditTable { table: "tbl_sessions".into(), set };
        assert_eq!(read, Envelope::new("op_1".into(), 4, "ada".into(), operation));
        assert_eq!(serde_json::to_value(&read).unwrap(), envelope());
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_place() {
        refused("/extra", json!(1), "#/extra");
        refused("/operation/table", json!(7), "#/operation");
        refused("/operation/set", json!({"colour": "red"}), "#/operation");
        refused("/operation_id", json!(""), "#/operation_id");
        refused("/schema_version", json!(0), "#/schema_version");
        refused("/schema_version", json!("1"), "#/schema_version");
        refused("/operation/op", json!("explode"), "#/operation/op");
        assert!(read_envelope("{").is_err() && read_envelope("[]").is_err());
    }

    #[test]
    fn what_is_said_twice_is_refused() {
        let json = envelope().to_string();
        for (once, twice) in [
            ("\"actor\":\"ada\"", "\"actor\":\"ada\",\"actor\":\"ben\""),
            ("\"table\":", "\"table\":\"tbl_projects\",\"table\":"),
            ("\"op\":", "\"op\":\"remove\",\"op\":"),
        ] {
            let json = json.replacen(once, twice, 1);
            assert!(json.contains(twice));
            assert!(matches!(read_envelope(&json), Err(Unreadable::Form(_))), "{json}");
        }
    }

    #[test]
    fn a_newer_envelope_comes_back_whole() {
        let mut newer = envelope();
        newer["schema_version"] = json!(2);
        newer["operation"] = json!({"op": "sing", "song": "la"});
        let found = read_envelope(&newer.to_string());
        assert_eq!(found, Err(Unreadable::TooNew { found: 2, envelope: newer }));
    }

    #[test]
    fn older_operations_are_brought_up_step_by_step() {
        let rename = |operation: &mut Value| {
            if operation["op"] == "rename_table" {
                *operation =
                    json!({"op": "set_table", "table": operation["table"], "name": operation["name"]});
            }
        };
        let set = |operation: &mut Value| {
            if operation["op"] == "set_table" {
                let set = json!({"name": operation["name"]});
                *operation = json!({"op": "edit_table", "table": operation["table"], "set": set});
            }
        };
        let upcasts: &[Upcast] = &[rename, set];
        let oldest = json!({"op": "rename_table", "table": "tbl_sessions", "name": "Chats"});
        let older = json!({"op": "set_table", "table": "tbl_sessions", "name": "Chats"});
        let group = json!({"op": "group", "operations": [oldest.clone(), oldest.clone()]});
        for (version, operation, parts) in [(1, oldest, 1), (2, older, 1), (1, group, 2)] {
            let mut old = envelope();
            old["schema_version"] = json!(version);
            old["operation"] = operation;

            upcast(&mut old, upcasts).unwrap();

            assert_eq!(old["schema_version"], 3);
            let operation: Operation = serde_json::from_value(old["operation"].clone()).unwrap();
            let all = operation.parts();
            assert_eq!(all.len(), parts);
            assert!(all.iter().all(|it| matches!(it, Operation::EditTable { .. })));
        }
    }
}
