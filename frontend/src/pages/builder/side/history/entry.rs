//! An entry of the panel.

use leptos::prelude::*;
use shared::operation::history::{Origin, StepId};

use super::Look;
use super::lines::Line;
use super::preview::{Moment, Preview};
use crate::components::Badge;
use crate::i18n::t;

/// An entry: what was done, by whom, when; pressing it shows what going back to it would change.
#[component]
pub(super) fn Entry(
    /// The entry as it was when it came.
    line: Line,
    /// The panel.
    look: Look,
) -> impl IntoView {
    let i18n = look.i18n;
    let (id, first) = (StoredValue::new(line.id.clone()), StoredValue::new(line));
    let line = Memo::new(move |_| {
        let found =
            look.lines.with(|lines| id.with_value(|id| lines.iter().find(|line| line.id == *id).cloned()));
        found.unwrap_or_else(|| first.get_value())
    });
    let moment = move || Moment::After(id.get_value());
    let is_open = Memo::new(move |_| look.open.with(|open| *open == Some(moment())));
    let who = move || match line.with(|line| line.origin.clone()) {
        Origin::Me => None,
        Origin::Other(name) => Some(name),
        Origin::Assistant => Some(i18n.text("builder.history.assistant")),
        Origin::Import => Some(i18n.text("builder.history.import")),
    };
    let is_undone = move || line.with(|line| line.is_undone);
    let is_now = move || line.with(|line| line.is_now);
    let names = move || {
        let badge = |name: String| view! { <Badge text=Signal::stored(name) tone="blue"/> };
        line.with(|line| line.checkpoints.clone()).into_iter().map(badge).collect_view()
    };
    let opener = opener(&id.get_value());
    let shown = opener.clone();
    view! {
        <li class="history-entry" class:undone=is_undone aria-current=move || is_now().then_some("step")>
            <button
                type="button"
                class="side-line"
                id=opener
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| look.toggle(moment())
            >
                <span class="history-head">
                    {move || is_undone().then(|| view! {
                        <span class="visually-hidden">{t!("builder.history.undone")}</span>
                    })}
                    <span class="history-label">{move || line.with(|line| line.label.clone())}</span>
                </span>
                <span class="history-facts">
                    {move || who().map(|who| view! { <span>{who}</span> })}
                    <time datetime=move || line.with(|line| line.at.to_rfc3339())>
                        {move || look.when(line.with(|line| line.at))}
                    </time>
                    {move || is_now().then(|| view! { <Badge text=t!("builder.history.now") tone="green"/> })}
                    {names}
                </span>
            </button>
            {move || is_open.get().then(|| view! { <Preview moment=moment() opener=shown.clone() look/> })}
        </li>
    }
}

fn opener(id: &StepId) -> String {
    format!("history-{id}")
}
