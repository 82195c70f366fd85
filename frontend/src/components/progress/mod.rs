//! How far something is.

mod left;

use leptos::prelude::*;

pub(crate) use self::left::{Left, left};
use crate::i18n::{I18n, use_i18n};

/// How far something is: a bar that moves, with the percentage where a number is known, and how long it will still
/// take where that can be told ([`left`]).
#[component]
pub(crate) fn Progress(
    /// What is under way.
    #[prop(into)]
    label: Signal<String>,
    /// How much is done, from 0 to 1; nothing where nobody knows yet.
    #[prop(into)]
    share: Signal<Option<f64>>,
    /// How long it will still take; nothing where nobody can tell.
    #[prop(into, default = Signal::stored(None))]
    left: Signal<Option<Left>>,
) -> impl IntoView {
    let i18n = use_i18n();
    // Nothing at all done looks like nothing known.
    let known =
        Memo::new(move |_| share.get().filter(|share| *share > 0.0).map(|share| (share * 100.0).round()));
    let value = move || known.get().map(|percent| percent.to_string());
    let notes = move || {
        let percent = known.get().map(|percent| format!("{percent} %"));
        let left = left.get().map(|left| say(i18n, left));
        percent.into_iter().chain(left).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="progress">
            <p><span>{label}</span><span class="progress-percent">{notes}</span></p>
            <progress max="100" value=value aria-label=label></progress>
        </div>
    }
}

fn say(i18n: I18n, left: Left) -> String {
    match left {
        Left::Seconds(count) => i18n.count("progress.seconds_left", count),
        Left::Minutes(count) => i18n.count("progress.minutes_left", count),
    }
}
