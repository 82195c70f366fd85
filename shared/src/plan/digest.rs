//! The digest of a plan: the same for the same plan, another for any other.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Adaptation, Element, Step};
use crate::platform::Platform;

/// What the digest is over; the order of these is part of it.
#[derive(Serialize)]
struct Digested<'a> {
    platform: Platform,
    steps: &'a [Step],
    exact: &'a [Element],
    adaptations: &'a [Adaptation],
}

/// SHA-256 in hex over the JSON of all parts, whose keys always come in the same order.
pub(super) fn digest(
    platform: Platform,
    steps: &[Step],
    exact: &[Element],
    adaptations: &[Adaptation],
) -> String {
    let digested = Digested { platform, steps, exact, adaptations };
    // Structs of strings always serialise.
    let json = serde_json::to_vec(&digested).unwrap_or_default();
    Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect()
}
