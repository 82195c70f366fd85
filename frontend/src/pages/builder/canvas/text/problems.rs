//! What is wrong with the text, and the way to its line.

use leptos::prelude::*;

use super::reading::Wrong;
use super::script::Script;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};

/// What is wrong with the text, the worst first; each leads to its line.
#[component]
pub(super) fn TextProblems(
    /// The text.
    script: Script,
) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |wrong: Wrong| {
        let at = wrong.line;
        let values = [("line", at.to_string()), ("sentence", wrong.sentence)];
        let text =
            move || i18n.fill("builder.text.wrong", &[("line", &values[0].1), ("sentence", &values[1].1)]);
        let (glyph, key) = match wrong.is_barring {
            true => (Glyph::CircleAlert, "builder.severity.error"),
            false => (Glyph::TriangleAlert, "builder.severity.warning"),
        };
        view! {
            <li>
                <button type="button" class="side-line" on:click=move |_| script.go_to(at)>
                    <span class="side-line-head">
                        <span class="visually-hidden">{move || i18n.text(key)}</span>
                        <Icon glyph/>
                        <span>{text}</span>
                    </span>
                </button>
            </li>
        }
    };
    let lines = move || {
        let wrong = script.wrong.get();
        (!wrong.is_empty()).then(|| {
            let lines = wrong.into_iter().map(line).collect_view();
            view! { <ul class="side-lines" aria-label=t!("builder.text.problems")>{lines}</ul> }
        })
    };
    view! { <div class="text-wrong" role="status">{lines}</div> }
}
