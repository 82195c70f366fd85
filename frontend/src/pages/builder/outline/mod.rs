//! What the blueprint is made of, as a tree: to go about in, to rename, to put in another order, to add to.

mod drag;
mod lines;
mod naming;
mod row;

use std::collections::{BTreeSet, HashMap};

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use shared::operation::{ElementId, ElementKind};

pub(crate) use self::lines::{part_of, view_glyph};

use self::drag::Drag;
use self::lines::{Line, lines};
use self::row::Row;
use super::actions::Action;
use super::bench::Pane;
use super::from_file;
use super::menu::{self, ContextMenu};
use super::store::{Workbench, use_workbench};
use crate::browser::{file, layer};
use crate::components::keys;
use crate::components::tree::{Step, by_key};
use crate::components::{Glyph, Menu, MenuItem, Trigger};
use crate::i18n::{t, use_i18n};

/// What the outline knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Tree {
    bench: Workbench,
    lines: Memo<Vec<Line>>,
    open: Memo<BTreeSet<String>>,
    /// Places of the lines, by id.
    places: Memo<HashMap<String, usize>>,
    /// Where one was last.
    at: RwSignal<String>,
    /// The line that Tab comes to: where one was last, or the first line where that is folded away.
    stop: Memo<String>,
    frame: NodeRef<html::Div>,
    drag: Drag,
    menu: ContextMenu,
}

/// The outline.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let open = Memo::new(move |_| bench.session.with(|it| it.unfolded.iter().cloned().collect()));
    let lines = Memo::new(move |_| open.with(|open| bench.blueprint.with(|it| lines(it, open))));
    let places: Memo<HashMap<String, usize>> = Memo::new(move |_| {
        lines.with(|lines| lines.iter().enumerate().map(|(place, line)| (line.id.clone(), place)).collect())
    });
    let menu = ContextMenu::new();
    let at = RwSignal::new(tree_id(&bench.selected_now()));
    let stop = Memo::new(move |_| {
        let is_there = places.with(|places| at.with(|at| places.contains_key(at)));
        let first = || lines.with(|lines| lines.first().map(|line| line.id.clone())).unwrap_or_default();
        if is_there { at.get() } else { first() }
    });
    let tree = Tree { bench, lines, open, places, at, stop, frame: NodeRef::new(), drag: Drag::new(), menu };
    // What is selected anywhere is where Tab comes to.
    Effect::new(move |last: Option<ElementId>| {
        let selected = bench.selected();
        if last.as_ref() != Some(&selected) {
            tree.at.set(tree_id(&selected));
        }
        selected
    });
    let adding = [
        Action::AddTable,
        Action::AddField,
        Action::AddView,
        Action::AddAutomation,
        Action::AddDashboard,
        Action::AddFromFile,
    ];
    let item = move |action: Action| MenuItem {
        disabled: Signal::derive(move || !action.is_possible(bench)),
        ..menu::item(action, i18n)
    };
    let is_file_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        if file::are_dragged(&event) {
            event.prevent_default();
            is_file_over.set(true);
        }
    };
    let leave = move |event: DragEvent| {
        if !layer::goes_on_inside(&event) {
            is_file_over.set(false);
        }
    };
    let drop = move |event: DragEvent| {
        is_file_over.set(false);
        from_file::dropped(bench, &event);
    };
    view! {
        <nav
            class="bench-outline"
            class:dropping-file=is_file_over
            aria-label=t!("builder.outline")
            on:dragover=over
            on:dragleave=leave
            on:drop=drop
        >
            <header class="pane-head">
                <h2>{t!("builder.outline")}</h2>
                <Menu
                    id="outline-add"
                    button=Trigger::Shape(Glyph::Plus, t!("builder.add"))
                    label=t!("builder.add")
                    items=adding.map(item).to_vec()
                    on_choose=move |name: &'static str| menu::run(name, bench, i18n)
                />
            </header>
            <div
                class="tree outline"
                role="tree"
                aria-label=t!("builder.outline")
                aria-multiselectable="true"
                node_ref=tree.frame
                on:keydown=move |event| press(&event, tree)
            >
                <For each=move || lines.get() key=|line| (line.id.clone(), line.level) let(line)>
                    <Row line tree/>
                </For>
            </div>
            {menu.view(bench, i18n)}
            <Show when=move || is_file_over.get()>
                <p class="outline-drop" aria-hidden="true">{t!("builder.from_file.drop")}</p>
            </Show>
        </nav>
    }
}

/// The id of an element's line.
pub(super) fn tree_id(element: &ElementId) -> String {
    match element {
        ElementId::Blueprint => "blueprint".to_owned(),
        element => element.as_str().to_owned(),
    }
}

impl Tree {
    /// Whether Tab comes to the line with this id.
    pub(super) fn is_stop(self, id: &str) -> bool {
        self.stop.with(|stop| stop == id)
    }

    /// The line with this id as it now is.
    pub(super) fn line(self, id: &str) -> Option<Line> {
        let place = self.places.with(|places| places.get(id).copied())?;
        self.lines.with(|lines| lines.get(place).cloned())
    }

    pub(super) fn is_open(self, id: &str) -> bool {
        self.open.with(|open| open.contains(id))
    }

    pub(super) fn set_open(self, id: &str, is_open: bool) {
        self.bench.arrange(|session| {
            session.unfolded.retain(|other| other != id);
            if is_open {
                session.unfolded.push(id.to_owned());
            }
        });
    }

    /// Selects the element of a line: alone, or beside what is selected.
    pub(super) fn take(self, line: &Line, is_added: bool) {
        self.at.set(line.id.clone());
        match &line.element {
            Some(element) if is_added && element.kind() != ElementKind::Blueprint => {
                self.bench.toggle(element.clone());
            }
            Some(element) => {
                self.bench.select(element.clone());
                self.bench.pane.set(Pane::Canvas);
            }
            None => self.set_open(&line.id, !untrack(|| self.is_open(&line.id))),
        }
    }

    fn focus(self, at: usize) {
        if let Some(id) = self.lines.with_untracked(|lines| lines.get(at).map(|line| line.id.clone())) {
            self.at.set(id);
        }
        if let Some(frame) = self.frame.get_untracked() {
            layer::focus_nth(&frame, "[role=treeitem]", at);
        }
    }

    /// Moves the focus to the line that Tab comes to, once it is there.
    pub(super) fn focus_soon(self) {
        request_animation_frame(move || {
            let id = self.at.get_untracked();
            if let Some(at) = self.lines.with_untracked(|lines| lines.iter().position(|it| it.id == id)) {
                self.focus(at);
            }
        });
    }

    /// Selects every line from the selected one to the `to`-th that is of the same kind.
    fn extend(self, to: usize) {
        let lines = self.lines.get_untracked();
        let first = tree_id(&self.bench.selected_now());
        let Some(from) = lines.iter().position(|line| line.id == first) else { return };
        let kind = self.bench.selected_now().kind();
        let range = if from <= to { from..=to } else { to..=from };
        let between = lines.get(range).unwrap_or_default();
        let mut elements: Vec<_> =
            between.iter().filter_map(|line| line.element.clone()).filter(|it| it.kind() == kind).collect();
        if from > to {
            elements.reverse();
        }
        self.bench.select_all(elements);
        self.focus(to);
    }
}

fn press(event: &KeyboardEvent, tree: Tree) {
    let lines = tree.lines.get_untracked();
    let id = tree.at.get_untracked();
    let now = lines.iter().position(|line| line.id == id).unwrap_or_default();
    let Some(line) = lines.get(now) else { return };
    if tree.bench.is_renaming() {
        return;
    }
    let key = event.key();
    let is_command = event.ctrl_key() || event.meta_key();
    if is_passed_on(event, is_command) {
        // What the key is for has the focus; it need not be what is selected.
        if let Some(element) = &line.element
            && !untrack(|| tree.bench.is_selected(element))
        {
            tree.take(line, false);
        }
        return;
    }
    let is_open = untrack(|| tree.is_open(&line.id));
    let is_rtl = tree.frame.get_untracked().is_some_and(|frame| layer::is_right_to_left(&frame));
    match by_key(&key, now, &lines, is_open, is_rtl) {
        Step::To(at) if event.shift_key() && matches!(key.as_str(), "ArrowDown" | "ArrowUp") => {
            tree.extend(at)
        }
        Step::To(at) => tree.focus(at),
        Step::Open => tree.set_open(&line.id, true),
        Step::Close => tree.set_open(&line.id, false),
        Step::Take => tree.take(line, is_command && key == " "),
        Step::Stay if key == "ContextMenu" || key == "F10" && event.shift_key() => {
            tree.menu.open_at_focus(tree.bench, line.element.as_ref());
        }
        Step::Stay => {
            let names: Vec<_> = lines.iter().map(|line| line.name.clone()).collect();
            let Some(at) = keys::typed(&key, &names, now) else { return };
            tree.focus(at);
        }
    }
    event.prevent_default();
}

/// Whether a key does something to the line rather than going on from it; a space with a command takes it, too.
fn is_passed_on(event: &KeyboardEvent, is_command: bool) -> bool {
    let key = event.key();
    let is_letter = key.chars().count() == 1 && key != " ";
    event.alt_key() || is_command && is_letter || matches!(key.as_str(), "F2" | "Delete")
}
