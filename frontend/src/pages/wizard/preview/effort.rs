//! How long the system takes to set up, and what that rests on.

use leptos::prelude::*;
use shared::advice::{Way, estimate};
use shared::platform::capabilities;

use super::mind::Growth;
use super::time;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::wizard::options::platform_name;
use crate::state::draft::Draft;

/// How long the system takes to set up, and what that rests on.
#[component]
pub(crate) fn Effort(
    /// The answers.
    draft: Draft,
    /// The system that they make.
    growth: Memo<Growth>,
) -> impl IntoView {
    let i18n = use_i18n();
    let platform = Memo::new(move |_| draft.with(|answers| answers.platform));
    let estimate =
        Memo::new(move |_| growth.with(|growth| estimate(&growth.blueprint, capabilities(platform.get()))));
    let name = move || platform_name(i18n, platform.get());
    let short = move || {
        let time = time::tell(i18n, estimate.get().prepared);
        i18n.fill("estimate.in", &[("time", &time), ("platform", &name())])
    };
    let way = move || {
        let key = match estimate.get().way {
            Way::Here => "estimate.way.here",
            Way::File => "estimate.way.file",
            Way::Import => "estimate.way.import",
        };
        i18n.fill(key, &[("platform", &name())])
    };
    let by_hand =
        move || i18n.fill("estimate.by_hand", &[("time", &time::tell(i18n, estimate.get().by_hand))]);
    view! {
        <details class="effort">
            <summary><Icon glyph=Glyph::Clock/><span>{short}</span><Icon glyph=Glyph::ChevronDown/></summary>
            <p>{way}</p>
            <p>{by_hand}" "{t!("estimate.model")}</p>
        </details>
    }
}
