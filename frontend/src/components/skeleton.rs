//! The outline of what is about to come.

use leptos::prelude::*;

/// The outline of a heading and two lines, for what comes in a moment.
#[component]
pub(crate) fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeletons" aria-busy="true">
            <div class="skeleton wide"></div>
            <div class="skeleton"></div>
            <div class="skeleton short"></div>
        </div>
    }
}
