//! Bringing files in: by a button, or dropped on the page.

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;

use super::store::Systems;
use crate::browser::file;
use crate::components::{Button, Glyph, Icon};
use crate::i18n::t;

/// Endings of files that can be opened; what is in them decides.
const ENDINGS: &str = ".json,.yaml,.yml,.txt,application/json,application/yaml,text/plain";

/// A button that opens files.
#[component]
pub(super) fn OpenFile(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    choosing(systems, t!("configurations.open_file"))
}

/// A button named `text` that lets the person choose files.
pub(super) fn choosing(systems: Systems, text: Signal<String>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let press = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            systems.take_files(file::all(input.files().as_ref()));
            // The same file, mended meanwhile, can be chosen again.
            input.set_value("");
        }
    };
    view! {
        <Button text busy=systems.is_busy on_press=press/>
        <input type="file" hidden multiple accept=ENDINGS aria-label=text node_ref=input on:change=chosen/>
    }
    .into_any()
}

/// The whole page as a place to drop files on.
#[component]
pub(super) fn DropPlace(
    /// The configurations.
    systems: Systems,
    /// What stands there.
    children: Children,
) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        if file::are_dragged(&event) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let leave = move |event: DragEvent| {
        // What is entered instead may be a part of the page.
        if event.related_target().is_none() {
            is_over.set(false);
        }
    };
    let drop = move |event: DragEvent| {
        if file::are_dragged(&event) {
            event.prevent_default();
            is_over.set(false);
            let files = event.data_transfer().and_then(|data| data.files());
            systems.take_files(file::all(files.as_ref()));
        }
    };
    view! {
        <section class="systems-page" on:dragover=over on:dragleave=leave on:drop=drop>
            {children()}
            <Show when=move || is_over.get()>
                <p class="systems-drop" aria-hidden="true">
                    <Icon glyph=Glyph::Download large=true/>
                    {t!("configurations.drop")}
                </p>
            </Show>
        </section>
    }
}
