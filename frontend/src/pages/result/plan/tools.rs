//! Looking for something in a plan.

use leptos::prelude::*;

use super::store::Shown;
use crate::components::{Button, Glyph, Icon};
use crate::i18n::{t, use_i18n};

/// A search within the plan, with what it leaves over.
#[component]
pub(super) fn Tools(
    /// What of the plan is on show.
    shown: Shown,
) -> impl IntoView {
    let i18n = use_i18n();
    let left = move || {
        let (left, all) = shown.counts();
        i18n.fill("plan.found", &[("found", &left.to_string()), ("all", &all.to_string())])
    };
    let clear = move || {
        let clear = move |()| shown.clear();
        shown.is_narrowed().then(|| view! { <Button text=t!("plan.show_all") on_press=clear/> })
    };
    let fold = move || if shown.is_unfolded.get() { "plan.fold" } else { "plan.unfold" };
    view! {
        <div class="plan-tools" role="search">
            <label class="plan-search">
                <Icon glyph=Glyph::Search/>
                <span class="visually-hidden">{t!("plan.search")}</span>
                <input
                    type="search"
                    aria-keyshortcuts="/"
                    class="input"
                    placeholder=t!("plan.search")
                    prop:value=shown.text()
                    on:input:target=move |event| shown.look_for(event.target().value())
                />
            </label>
            <p class="hint" role="status">{left}</p>
            {clear}
            <Button
                text=Signal::derive(move || i18n.text(fold()))
                on_press=move |()| shown.is_unfolded.update(|unfolded| *unfolded = !*unfolded)
            />
        </div>
    }
}
