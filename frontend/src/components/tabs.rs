//! Things behind tabs, one in sight at a time. Left and right, Home and End go from tab to tab.

use leptos::prelude::*;

use crate::browser::page;

/// Things behind tabs, one in sight at a time.
#[component]
pub(crate) fn Tabs(
    /// What the ids of the tabs start with.
    id: &'static str,
    /// What the things are.
    #[prop(into)]
    label: Signal<String>,
    /// Their names, in order.
    names: Vec<String>,
    /// Which one is in sight.
    open: RwSignal<usize>,
    /// The one in sight.
    children: Children,
) -> impl IntoView {
    let last = names.len().saturating_sub(1);
    let press = move |event: leptos::ev::KeyboardEvent| {
        if let Some(next) = after(&event.key(), open.get_untracked(), last) {
            event.prevent_default();
            open.set(next);
            page::focus(&format!("{id}-{next}"));
        }
    };
    let tab = |(at, name): (usize, String)| {
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=format!("{id}-{at}")
                aria-controls=format!("{id}-panel")
                aria-selected=move || (open.get() == at).to_string()
                tabindex=move || if open.get() == at { "0" } else { "-1" }
                on:click=move |_| open.set(at)
            >
                <span>{name}</span>
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=press>
            {names.into_iter().enumerate().map(tab).collect_view()}
        </div>
        <div
            class="tab-panel"
            role="tabpanel"
            id=format!("{id}-panel")
            aria-labelledby=move || format!("{id}-{}", open.get())
        >
            {children()}
        </div>
    }
}

/// Where a key leads from tab `now`, if it leads anywhere; past the last tab comes the first.
fn after(key: &str, now: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some(if now >= last { 0 } else { now + 1 }),
        "ArrowLeft" => Some(if now == 0 { last } else { now - 1 }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_from_tab_to_tab_and_around() {
        for (key, now, expected) in [
            ("ArrowRight", 0, Some(1)),
            ("ArrowRight", 2, Some(0)),
            ("ArrowLeft", 0, Some(2)),
            ("ArrowLeft", 2, Some(1)),
            ("Home", 2, Some(0)),
            ("End", 0, Some(2)),
            ("Enter", 1, None),
        ] {
            assert_eq!(after(key, now, 2), expected, "{key} from {now}");
        }
    }
}
