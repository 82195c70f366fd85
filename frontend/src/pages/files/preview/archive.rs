//! What is in an archive: folders that open, and the first lines of the file that one opens.

use leptos::prelude::*;
use shared::artifact::Entry;
use web_sys::HtmlDetailsElement;

use super::super::size::size;
use super::tree::Folder;
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};

/// The folders of one with at most so many files stand open: there is nothing to get lost in.
const OPEN_MAX: usize = 8;
/// Most files of a folder that are listed: nobody reads on.
const FILES_MAX: usize = 200;

/// What is in an archive.
#[component]
pub(super) fn Archive(
    /// Its files.
    entries: Vec<Entry>,
    /// How many more there are.
    left_out: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let root = Folder::of(entries);
    let more = (left_out > 0)
        .then(|| view! { <p class="hint">{move || i18n.count("files.left_out", left_out)}</p> });
    view! {
        <p class="hint">{t!("files.archive.hint")}</p>
        <div class="archive">{inside(i18n, root)}</div>
        {more}
    }
}

/// What is in a folder: its folders first, as file managers have it.
fn inside(i18n: I18n, of: Folder) -> AnyView {
    let left_out = of.files.len().saturating_sub(FILES_MAX);
    // So does a folder that is all there is: what is in it is what one came to see.
    let open = of.count <= OPEN_MAX || (of.folders.len() == 1 && of.files.is_empty());
    let folders = of.folders.into_iter();
    let folders = folders.map(|it| view! { <li>{folder(i18n, it, open)}</li> }).collect_view();
    let files = of.files.into_iter().take(FILES_MAX);
    let files = files.map(|(name, entry)| view! { <li>{file(i18n, name, entry)}</li> }).collect_view();
    let more = (left_out > 0)
        .then(|| view! { <li class="hint">{move || i18n.count("files.left_out", left_out)}</li> });
    view! { <ul>{folders}{files}{more}</ul> }.into_any()
}

/// A folder; what is in it is put on the page when it is first opened.
fn folder(i18n: I18n, of: Folder, starts_open: bool) -> impl IntoView {
    let was_open = RwSignal::new(starts_open);
    let (name, count) = (of.name.clone(), of.count);
    let of = StoredValue::new(of);
    let toggle = move |event: web_sys::Event| {
        if event_target::<HtmlDetailsElement>(&event).open() {
            was_open.set(true);
        }
    };
    view! {
        <details class="entry" open=starts_open on:toggle=toggle>
            <summary>
                <span class="chevron"><Icon glyph=Glyph::ChevronDown/></span>
                <Icon glyph=Glyph::Folder/>
                <span class="entry-name">{name}</span>
                <span class="entry-fact">{move || i18n.count("files.count", count)}</span>
            </summary>
            {move || was_open.get().then(|| inside(i18n, of.get_value()))}
        </details>
    }
}

/// A file; one at a time shows how it starts.
fn file(i18n: I18n, name: String, entry: Entry) -> AnyView {
    let length = move || size(i18n, entry.size_bytes);
    let Some(start) = entry.start else {
        return view! {
            <p class="entry entry-closed">
                <Icon glyph=Glyph::FileText/>
                <span class="entry-name">{name}</span>
                <span class="entry-fact">{length}</span>
            </p>
        }
        .into_any();
    };
    let label = name.clone();
    let goes_on = entry.is_cut.then(|| view! { <p class="hint">{t!("files.goes_on")}</p> });
    view! {
        <details class="entry" name="archive-file">
            <summary>
                <span class="chevron"><Icon glyph=Glyph::ChevronDown/></span>
                <Icon glyph=Glyph::FileText/>
                <span class="entry-name">{name}</span>
                <span class="entry-fact">{length}</span>
            </summary>
            <div class="entry-start">
                <pre class="text-frame" tabindex="0" role="region" aria-label=label>{start}</pre>
                {goes_on}
            </div>
        </details>
    }
    .into_any()
}
