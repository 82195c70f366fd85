//! The palette: everything that can be done and everything there is, by a few letters.

mod candidates;
mod find;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use self::candidates::{Candidate, Choice, candidates, sort};
use super::actions::Action;
use super::bench::Pane;
use super::store::{Workbench, use_workbench};
use crate::browser::layer;
use crate::components::{Glyph, Icon, IconButton, Kbd, spelt};
use crate::i18n::{I18n, t, use_i18n};

/// How many choices are remembered.
const RECENT_MAX: usize = 8;

/// What the palette knows. Cheap to copy.
#[derive(Clone, Copy)]
struct State {
    bench: Workbench,
    i18n: I18n,
    dialog: NodeRef<html::Dialog>,
    /// Everything there is, gathered when it opens.
    all: RwSignal<Vec<Candidate>>,
    query: RwSignal<String>,
    /// Places of what was found.
    found: Memo<Vec<usize>>,
    /// Which of the found ones is marked.
    marked: RwSignal<usize>,
}

/// The button that opens the palette.
#[component]
pub(crate) fn PaletteButton() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let label = Signal::derive(move || format!("{} ({})", Action::OpenPalette.name(i18n), spelt("Mod+K")));
    view! {
        <IconButton
            label
            glyph=Action::OpenPalette.glyph()
            on_press=move |()| Action::OpenPalette.run(bench, i18n)
        />
    }
}

/// The palette, closed at first. Arrows move, Enter takes what is marked, Escape leaves all as it was.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let (all, query) = (RwSignal::new(Vec::<Candidate>::new()), RwSignal::new(String::new()));
    let found = Memo::new(move |_| {
        let names = |all: &Vec<Candidate>| {
            query.with(|query| find::find(query, all.iter().map(|candidate| candidate.folded.as_str())))
        };
        all.with(|all| if query.with(|it| it.trim().is_empty()) { first(all) } else { names(all) })
    });
    let (dialog, marked) = (NodeRef::new(), RwSignal::new(0));
    let state = State { bench, i18n, dialog, all, query, found, marked };
    Effect::new(move || {
        let is_open = bench.palette.get();
        if is_open {
            state.fill();
        }
        if let Some(dialog) = dialog.get() {
            layer::set_modal(&dialog, is_open);
        }
    });
    // The surface fills the dialog: only the ground around it is the dialog itself.
    let press = move |event: ev::MouseEvent| {
        if dialog.get_untracked().is_some_and(|dialog| event.target().as_ref() == Some(dialog.as_ref())) {
            state.close();
        }
    };
    view! {
        <dialog
            class="modal palette"
            aria-label=t!("builder.palette.title")
            node_ref=dialog
            on:click=press
            on:close=move |_| bench.palette.set(false)
        >
            <div class="modal-surface">
                <div class="palette-head">
                    <Icon glyph=Glyph::Search/>
                    <input
                        class="palette-input"
                        type="text"
                        role="combobox"
                        autofocus
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=t!("builder.palette.title")
                        aria-autocomplete="list"
                        aria-expanded="true"
                        aria-controls="palette-list"
                        aria-activedescendant=move || state.marked_id()
                        placeholder=t!("builder.palette.hint")
                        prop:value=query
                        on:input:target=move |event| state.type_in(event.target().value())
                        on:keydown=move |event| state.press(&event)
                    />
                </div>
                {list(state)}
            </div>
        </dialog>
    }
}

/// What there is where nothing is asked for.
fn first(all: &[Candidate]) -> Vec<usize> {
    (0..all.len().min(find::FOUND_MAX)).collect()
}

fn list(state: State) -> AnyView {
    let rows = move || {
        let found = state.found.get();
        found.into_iter().enumerate().map(|(row, at)| option(state, row, at)).collect_view()
    };
    let told = move || {
        let count = state.found.with(Vec::len);
        match count {
            0 => state.i18n.text("builder.palette.none"),
            _ => state.i18n.count("builder.palette.found", count),
        }
    };
    let is_empty = move || state.found.with(Vec::is_empty);
    // The focus never leaves the field: pressing here must not take it.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! {
        <div
            class="palette-list"
            role="listbox"
            id="palette-list"
            aria-label=t!("builder.palette.title")
            on:mousedown=keep_focus
        >
            {rows}
        </div>
        <p class="palette-told" class:visually-hidden=move || !is_empty() role="status">{told}</p>
    }
    .into_any()
}

fn option(state: State, row: usize, at: usize) -> Option<AnyView> {
    let candidate = state.all.with_untracked(|all| all.get(at).cloned())?;
    let is_marked = Memo::new(move |_| state.marked.get() == row);
    let keys = match candidate.choice {
        Choice::Do(action) => action.keys(),
        _ => None,
    };
    let sort = sort(&candidate.choice);
    let view = view! {
        <div
            role="option"
            class="menu-item"
            class:marked=is_marked
            id=option_id(row)
            aria-selected=move || is_marked.get().to_string()
            on:click=move |_| state.take(row)
        >
            <Icon glyph=candidate.glyph/>
            <span class="menu-name">{candidate.name}</span>
            {sort.map(|key| view! { <span class="hint">{move || state.i18n.text(key)}</span> })}
            {keys.map(|keys| view! { <Kbd keys/> })}
        </div>
    };
    Some(view.into_any())
}

fn option_id(row: usize) -> String {
    format!("palette-{row}")
}

impl State {
    /// Gathers what can be found now, and begins anew.
    fn fill(self) {
        self.query.set(String::new());
        self.marked.set(0);
        self.all.set(candidates(self.bench, self.i18n));
    }

    fn marked_id(self) -> Option<String> {
        let row = self.marked.get();
        self.found.with(|found| row < found.len()).then(|| option_id(row))
    }

    fn type_in(self, text: String) {
        self.query.set(text);
        self.mark(0);
    }

    fn mark(self, row: usize) {
        self.marked.set(row);
        request_animation_frame(move || {
            let Some(Some(dialog)) = self.dialog.try_get_untracked() else { return };
            if let Ok(Some(marked)) = dialog.query_selector(".marked") {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                marked.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    }

    fn press(self, event: &ev::KeyboardEvent) {
        let last = self.found.with_untracked(Vec::len).saturating_sub(1);
        let row = self.marked.get_untracked();
        let is_command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            // Letters are being put together: the key is for those.
            _ if event.is_composing() => return,
            "ArrowDown" => self.mark(if row >= last { 0 } else { row + 1 }),
            "ArrowUp" => self.mark(row.checked_sub(1).unwrap_or(last)),
            "PageDown" => self.mark((row + 8).min(last)),
            "PageUp" => self.mark(row.saturating_sub(8)),
            "Enter" => self.take(row),
            "k" | "K" if is_command => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Closes it at once, so that the focus is back where it was before anything else moves it.
    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            layer::set_modal(&dialog, false);
        }
        self.bench.palette.set(false);
    }

    fn take(self, row: usize) {
        let at = self.found.with_untracked(|found| found.get(row).copied());
        let choice = at.and_then(|at| {
            self.all.with_untracked(|all| all.get(at).map(|candidate| candidate.choice.clone()))
        });
        let Some(choice) = choice else { return };
        self.close();
        let key = choice.key();
        self.bench.arrange(|session| {
            session.recent.retain(|other| *other != key);
            session.recent.insert(0, key);
            session.recent.truncate(RECENT_MAX);
        });
        match choice {
            Choice::Do(action) => action.run(self.bench, self.i18n),
            Choice::Live(platform) => self.bench.set_platform(platform),
            Choice::Go(element) => {
                self.bench.unfold_to(&element);
                self.bench.select(element);
                self.bench.pane.set(Pane::Canvas);
            }
        }
    }
}
