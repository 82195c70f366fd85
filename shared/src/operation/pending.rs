//! The client's side: what the server confirmed, and one's own operations that it has not answered yet.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{ActorId, Envelope, Operation, OperationId, Rejection, apply};
use crate::blueprint::Blueprint;

/// What the server says of one operation, to everybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Message {
    /// An operation was applied.
    Applied {
        /// The version that it made.
        version: u64,
        /// Its id.
        operation_id: OperationId,
        /// Who made it.
        actor: ActorId,
        /// What it does.
        operation: Operation,
    },
    /// An operation was not applied; told to its maker alone.
    Rejected {
        /// Its id.
        operation_id: OperationId,
        /// Why.
        rejection: Rejection,
    },
}

/// An operation of one's own that the server did not apply.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The operation as it was sent, for the person to do something else with.
    pub envelope: Envelope,
    /// Why.
    pub rejection: Rejection,
}

/// Why a message cannot be taken in. Nothing has changed: the confirmed blueprint must be fetched anew and given to
/// [`Pending::rebase`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PendingError {
    /// Messages between the last one and this one are missing.
    #[error("the message makes version {found}, but {expected} comes next")]
    Gap {
        /// The version that comes next.
        expected: u64,
        /// The version of the message.
        found: u64,
    },
    /// What the server applied cannot be applied here: the two blueprints are not the same.
    #[error("what the server applied cannot be applied here: {0}")]
    Diverged(Rejection),
}

/// A pending operation with what undoes it; without, it does not apply at present and waits for its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    envelope: Envelope,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inverse: Option<Operation>,
}

/// A blueprint as its editor sees it: confirmed by the server, with one's own pending operations on top.
///
/// Serialisable, so that a week offline survives a reload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pending {
    /// Confirmed, with everything pending that applies.
    blueprint: Blueprint,
    version: u64,
    own: Vec<Own>,
    /// Ids of own operations that were answered, whose answers may come again.
    #[serde(default)]
    answered: BTreeSet<OperationId>,
}

impl Pending {
    /// A confirmed blueprint and its version.
    pub fn new(confirmed: Blueprint, version: u64) -> Self {
        Self { blueprint: confirmed, version, own: Vec::new(), answered: BTreeSet::new() }
    }

    /// The blueprint with everything pending.
    pub fn blueprint(&self) -> &Blueprint {
        &self.blueprint
    }

    /// The last confirmed version: what new envelopes are based on.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What still waits for an answer, in order: what to send again after a break.
    pub fn waiting(&self) -> impl Iterator<Item = &Envelope> {
        self.own.iter().map(|own| &own.envelope)
    }

    /// The blueprint without anything pending.
    pub fn confirmed(&self) -> Blueprint {
        let mut blueprint = self.blueprint.clone();
        for inverse in self.own.iter().rev().filter_map(|own| own.inverse.clone()) {
            // What undoes the last thing done always applies.
            let undone = apply(&mut blueprint, inverse);
            debug_assert!(undone.is_ok(), "{undone:?}");
        }
        blueprint
    }

    /// Does an operation of one's own, to be sent; gives back its inverse. One that was done already does nothing.
    ///
    /// # Errors
    /// Why it does not apply; then it is not pending.
    pub fn perform(&mut self, envelope: Envelope) -> Result<Option<Operation>, Rejection> {
        let is_known = |own: &Own| own.envelope.operation_id == envelope.operation_id;
        if self.own.iter().any(is_known) || self.answered.contains(&envelope.operation_id) {
            return Ok(None);
        }
        let inverse = apply(&mut self.blueprint, envelope.operation.clone())?;
        self.own.push(Own { envelope, inverse: Some(inverse.clone()) });
        Ok(Some(inverse))
    }

    /// Takes in a message: rewinds what is pending, applies what the server applied, replays the rest.
    ///
    /// A message that came before changes nothing, unless it answers what still waits: the answer was lost on its way,
    /// and the confirmed blueprint, fetched since, has the operation in it. What is replayed and does not apply any
    /// more stays pending, without effect, until the server says so too; that comes back.
    ///
    /// # Errors
    /// [`PendingError`]; then nothing has changed.
    pub fn receive(&mut self, message: Message) -> Result<Option<Refused>, PendingError> {
        match message {
            Message::Rejected { operation_id, rejection } => Ok(self.refuse(&operation_id, rejection)),
            Message::Applied { version, operation_id, .. } if version <= self.version => {
                self.confirm(&operation_id);
                Ok(None)
            }
            Message::Applied { version, .. } if version != self.version + 1 => {
                Err(PendingError::Gap { expected: self.version + 1, found: version })
            }
            Message::Applied { version, operation_id, operation, .. } => {
                let mut blueprint = self.confirmed();
                apply(&mut blueprint, operation).map_err(PendingError::Diverged)?;
                self.version = version;
                self.answer(&operation_id);
                self.replay(blueprint);
                Ok(None)
            }
        }
    }

    /// Puts what is pending upon a confirmed blueprint that was fetched anew: after a gap, a divergence, a week offline.
    ///
    /// What it does not apply to stays pending, without effect, until the server answers it.
    pub fn rebase(&mut self, confirmed: Blueprint, version: u64) {
        self.version = version;
        self.replay(confirmed);
    }

    /// Takes out an own operation that is in the confirmed blueprint already.
    fn confirm(&mut self, id: &OperationId) {
        if self.own.iter().any(|own| own.envelope.operation_id == *id) {
            let confirmed = self.confirmed();
            self.answer(id);
            self.replay(confirmed);
        }
    }

    fn refuse(&mut self, id: &OperationId, rejection: Rejection) -> Option<Refused> {
        let confirmed = self.confirmed();
        let envelope = self.answer(id)?;
        self.replay(confirmed);
        Some(Refused { envelope, rejection })
    }

    /// Takes the own operation with this id out of what waits.
    fn answer(&mut self, id: &OperationId) -> Option<Envelope> {
        let at = self.own.iter().position(|own| own.envelope.operation_id == *id)?;
        self.answered.insert(id.clone());
        Some(self.own.remove(at).envelope)
    }

    /// Does everything pending upon `confirmed`.
    fn replay(&mut self, confirmed: Blueprint) {
        self.blueprint = confirmed;
        for own in &mut self.own {
            own.inverse = apply(&mut self.blueprint, own.envelope.operation.clone()).ok();
        }
    }
}
