//! The system at a glance.

use leptos::prelude::*;

use super::downloads::Downloads;
use super::problems::Problems;
use super::store::System;

/// The system at a glance.
#[component]
pub(crate) fn Overview(
    /// The system.
    system: System,
) -> impl IntoView {
    view! {
        <Problems system/>
        <Downloads system/>
    }
}
