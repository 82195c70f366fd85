//! How far something is.

use leptos::prelude::*;

/// How far something is: a bar that moves, with the percentage where a number is known.
#[component]
pub(crate) fn Progress(
    /// What is under way.
    #[prop(into)]
    label: Signal<String>,
    /// How much is done, from 0 to 1; nothing where nobody knows yet.
    #[prop(into)]
    share: Signal<Option<f64>>,
) -> impl IntoView {
    // Nothing at all done looks like nothing known.
    let known =
        Memo::new(move |_| share.get().filter(|share| *share > 0.0).map(|share| (share * 100.0).round()));
    let value = move || known.get().map(|percent| percent.to_string());
    let percent = move || known.get().map(|percent| format!("{percent} %"));
    view! {
        <div class="progress">
            <p><span>{label}</span><span class="progress-percent">{percent}</span></p>
            <progress max="100" value=value aria-label=label></progress>
        </div>
    }
}
