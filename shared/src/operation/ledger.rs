//! The order of all operations on a blueprint, and what became of each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Envelope, Operation, OperationId, Rejection, apply};
use crate::blueprint::Blueprint;

/// What became of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case", deny_unknown_fields)]
pub enum Outcome {
    /// It was applied.
    Applied {
        /// The version that it made.
        version: u64,
        /// What undoes it.
        inverse: Operation,
    },
    /// It made no sense any more.
    Rejected {
        /// Why.
        rejection: Rejection,
    },
}

/// Applies operations in the order in which they come, each once: a repeated id gets the first answer, for ever.
///
/// A server that keeps outcomes elsewhere loads those it needs with [`Ledger::remember`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ledger {
    version: u64,
    outcomes: BTreeMap<OperationId, Outcome>,
}

impl Ledger {
    /// One whose blueprint has had `version` operations.
    pub fn new(version: u64) -> Self {
        Self { version, outcomes: BTreeMap::new() }
    }

    /// How many operations the blueprint has had.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What became of the operation with this id; nothing if it never came.
    pub fn outcome(&self, id: &OperationId) -> Option<&Outcome> {
        self.outcomes.get(id)
    }

    /// Knows from now on what became of an operation. What is known already stays.
    pub fn remember(&mut self, id: OperationId, outcome: Outcome) {
        self.outcomes.entry(id).or_insert(outcome);
    }

    /// Applies the operation of `envelope` to `blueprint`, unless its id came before; says what became of it.
    pub fn receive(&mut self, blueprint: &mut Blueprint, envelope: Envelope) -> Outcome {
        if let Some(outcome) = self.outcomes.get(&envelope.operation_id) {
            return outcome.clone();
        }
        let outcome = match self.apply(blueprint, envelope.base_version, envelope.operation) {
            Ok(inverse) => {
                self.version += 1;
                Outcome::Applied { version: self.version, inverse }
            }
            Err(rejection) => Outcome::Rejected { rejection },
        };
        self.outcomes.insert(envelope.operation_id, outcome.clone());
        outcome
    }

    fn apply(
        &self,
        blueprint: &mut Blueprint,
        base: u64,
        operation: Operation,
    ) -> Result<Operation, Rejection> {
        if base > self.version {
            return Err(Rejection::Ahead { base, version: self.version });
        }
        apply(blueprint, operation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::operation::{BlueprintProperty, ElementId};

    fn envelope(id: &str, base: u64, operation: Operation) -> Envelope {
        Envelope::new(id.into(), base, "ada".into(), operation)
    }

    fn rename(name: &str) -> Operation {
        Operation::EditBlueprint { set: BlueprintProperty::Name(name.to_owned()) }
    }

    #[test]
    fn a_repeat_gets_the_first_answer_and_does_nothing() {
        let (mut ledger, mut blueprint) = (Ledger::new(4), small());
        let first = ledger.receive(&mut blueprint, envelope("op_1", 4, rename("A")));
        ledger.receive(&mut blueprint, envelope("op_2", 5, rename("B")));

        assert_eq!(ledger.receive(&mut blueprint, envelope("op_1", 6, rename("C"))), first);

        assert_eq!((blueprint.name.as_str(), ledger.version()), ("B", 6));
        assert_eq!(ledger.outcome(&"op_1".into()), Some(&first));
        let inverse = rename("Small system");
        assert_eq!(first, Outcome::Applied { version: 5, inverse });
    }

    #[test]
    fn a_rejection_is_an_answer_for_ever() {
        let (mut ledger, mut blueprint) = (Ledger::new(0), small());
        let remove = || Operation::remove(ElementId::Table("tbl_projects".into()));
        let first = ledger.receive(&mut blueprint, envelope("op_1", 0, remove()));
        assert!(matches!(first, Outcome::Rejected { rejection: Rejection::StillUsed { .. } }));
        blueprint.automations.clear();

        assert_eq!(ledger.receive(&mut blueprint, envelope("op_1", 0, remove())), first);
        assert_eq!(ledger.version(), 0);
        let ahead = ledger.receive(&mut blueprint, envelope("op_2", 1, rename("A")));
        assert_eq!(ahead, Outcome::Rejected { rejection: Rejection::Ahead { base: 1, version: 0 } });
    }
}
