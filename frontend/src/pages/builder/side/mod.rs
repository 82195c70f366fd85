//! The side: what is selected, what is wrong, what would be good, what was done, what becomes of it.

mod fit;
mod history;
mod mend;
mod problems;
pub(crate) mod properties;
mod suggestions;

use leptos::prelude::*;

use self::fit::Fit;
use self::history::HistoryPanel;
use self::problems::ProblemsPanel;
use self::properties::Properties;
use self::suggestions::SuggestionsPanel;
use super::session::Panel;
use super::store::use_workbench;
use crate::i18n::{t, use_i18n};

/// The side of the canvas.
#[component]
pub(crate) fn Side() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let open = Memo::new(move |_| bench.session.with(|it| it.panel));
    let content = move || match open.get() {
        Panel::Problems | Panel::Fit if !bench.is_settled() => ().into_any(),
        Panel::Properties => Properties().into_any(),
        Panel::Problems => ProblemsPanel().into_any(),
        Panel::Suggestions => SuggestionsPanel().into_any(),
        Panel::History => HistoryPanel().into_any(),
        Panel::Fit => Fit().into_any(),
    };
    let tab = move |panel: Panel| {
        let is_open = move || open.get() == panel;
        view! {
            <button
                type="button"
                class="side-tab"
                aria-pressed=move || is_open().to_string()
                on:click=move |_| bench.show(panel)
            >
                {move || i18n.text(&format!("builder.panel.{}", panel.as_str()))}
            </button>
        }
    };
    view! {
        <aside class="bench-side" aria-label=t!("builder.side")>
            <div class="side-tabs" role="group" aria-label=t!("builder.panels")>
                {Panel::ALL.map(tab).into_iter().collect_view()}
            </div>
            <div class="side-content">{content}</div>
        </aside>
    }
}
