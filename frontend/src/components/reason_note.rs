//! Why something is there.

use leptos::prelude::*;
use shared::blueprint::Reason;

/// Why something is there, in a sentence.
#[component]
pub(crate) fn ReasonNote(
    /// The reason; without one nothing is shown.
    reason: Option<Reason>,
) -> impl IntoView {
    reason.map(|reason| view! { <p class="reason">{reason.sentence}</p> })
}
