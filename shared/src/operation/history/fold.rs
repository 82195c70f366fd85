//! Bounded memory: the oldest steps fold away.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::History;
use crate::blueprint::Blueprint;

/// How much a history holds; beyond either, the oldest steps fold away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Most steps.
    pub steps: usize,
    /// Most bytes of steps, as they are stored.
    pub size_bytes: usize,
}

impl Default for Limits {
    /// A long day's work, and what a browser stores without a thought.
    fn default() -> Self {
        Self { steps: 1_000, size_bytes: 4 * 1024 * 1024 }
    }
}

impl History {
    /// Measures the steps that have not been.
    pub(super) fn measure(&mut self) {
        let measured = self.sizes_bytes.len().min(self.steps.len());
        self.sizes_bytes.truncate(measured);
        let size_bytes = |step| serde_json::to_string(step).map_or(0, |json| json.len());
        self.sizes_bytes.extend(self.steps.iter().skip(measured).map(size_bytes));
    }

    /// Folds the oldest steps away until the rest is within the limits; the last one stays.
    pub(super) fn fold(&mut self, blueprint: &Blueprint) {
        self.measure();
        let mut total_bytes = 0_usize;
        let fits = |size_bytes: &&usize| {
            total_bytes = total_bytes.saturating_add(**size_bytes);
            total_bytes <= self.limits.size_bytes
        };
        let fitting = self.sizes_bytes.iter().rev().take(self.limits.steps).take_while(fits).count();
        let excess = self.steps.len().saturating_sub(fitting.max(1));
        if excess == 0 {
            return;
        }
        for at in 0..excess {
            if let Some(id) = self.steps.get(at).map(|step| step.id.clone()) {
                self.keep(blueprint, &id);
            }
        }
        self.sizes_bytes.drain(..excess);
        let gone: BTreeSet<_> = self.steps.drain(..excess).map(|step| step.id).collect();
        self.undo.retain(|id| !gone.contains(id));
        self.redo.retain(|id| !gone.contains(id));
        self.folded = self.folded.saturating_add(excess as u64);
    }
}
