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

/// The outline of a page: what stands at its top, then what fills it.
#[component]
pub(crate) fn PageSkeleton() -> impl IntoView {
    view! {
        <div class="page-skeleton">
            <Skeleton/>
            <div class="skeleton block"></div>
        </div>
    }
}
