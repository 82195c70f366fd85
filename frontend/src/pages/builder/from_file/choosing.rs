//! Bringing a file: by a button, or dropped on the outline.

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::Door;
use super::store::FileTable;
use crate::browser::file;
use crate::components::{Banner, Button, Look, Tone};
use crate::pages::builder::store::Workbench;

/// Endings of files that hold tables; what is in them decides.
const ENDINGS: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values";

/// A button that lets the person choose a file.
#[component]
pub(super) fn Choosing(
    /// The table to be.
    table: FileTable,
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// How much it asks for attention.
    #[prop(default = Look::Secondary)]
    look: Look,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let press = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let first = file::all(input.files().as_ref()).into_iter().next();
        // The same file, mended meanwhile, can be chosen again.
        input.set_value("");
        if let Some(file) = first {
            table.read(file);
        }
    };
    view! {
        <Button text look on_press=press/>
        <input type="file" hidden accept=ENDINGS aria-label=text node_ref=input on:change=chosen/>
    }
}

/// Why a file gives no table.
pub(super) fn problem(sentence: String) -> AnyView {
    view! {
        <div role="alert">
            <Banner tone=Tone::Error text=Signal::stored(sentence)/>
        </div>
    }
    .into_any()
}

/// A file is dropped: a table is to be made of it.
pub(crate) fn dropped(bench: Workbench, event: &DragEvent) {
    let files = event.data_transfer().and_then(|data| data.files());
    if let Some(file) = file::all(files.as_ref()).into_iter().next() {
        event.prevent_default();
        bench.from_file.set(Door::Brought(SendWrapper::new(file)));
    }
}
