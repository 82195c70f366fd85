//! The names that were found.

use leptos::prelude::*;

use super::State;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::t;

/// The list below the field, with the id `id`.
pub(super) fn list(state: State, id: String) -> AnyView {
    let rows = {
        let id = id.clone();
        move || {
            let found = state.found.get();
            found.into_iter().enumerate().map(|(row, at)| option(state, &id, row, at)).collect_view()
        }
    };
    let is_empty = move || state.float.is_open() && state.found.with(Vec::is_empty);
    // The focus never leaves the field: pressing here must not take it.
    let keep_focus = |event: leptos::ev::MouseEvent| event.prevent_default();
    view! {
        <div
            class="menu combobox-list"
            popover="manual"
            node_ref=state.float.body
            on:mousedown=keep_focus
        >
            <div role="listbox" id=id aria-label=t!("combobox.found")>{rows}</div>
            <p class="combobox-none" role="status">{move || is_empty().then(|| t!("combobox.none").get())}</p>
        </div>
    }
    .into_any()
}

fn option(state: State, id: &str, row: usize, at: usize) -> Option<AnyView> {
    let item = state.items.with_untracked(|items| items.get(at).cloned())?;
    let value = item.value.clone();
    let is_selected = Memo::new(move |_| state.selected.with(|it| it.as_deref() == Some(value.as_str())));
    let is_marked = Memo::new(move |_| state.marked.get() == Some(row));
    let view = view! {
        <div
            role="option"
            class="menu-item"
            class:marked=is_marked
            id=format!("{id}-{row}")
            aria-selected=move || is_selected.get().to_string()
            on:click=move |_| state.take(row)
        >
            <span class="menu-name">{item.name}</span>
            <span class="menu-check"><Icon glyph=Glyph::Check/></span>
        </div>
    };
    Some(view.into_any())
}

/// Scrolls to the marked one.
pub(super) fn reveal(state: State) {
    let reveal = move || {
        let Some(Some(body)) = state.float.body.try_get_untracked() else { return };
        if let Ok(Some(marked)) = body.query_selector(".marked") {
            let block = web_sys::ScrollIntoViewOptions::new();
            block.set_block(web_sys::ScrollLogicalPosition::Nearest);
            marked.scroll_into_view_with_scroll_into_view_options(&block);
        }
    };
    request_animation_frame(reveal);
}
