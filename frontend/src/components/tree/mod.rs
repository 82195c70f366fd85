//! Things in things, opened and closed.

mod lines;
mod steps;

use std::collections::BTreeSet;

use leptos::attr::custom::custom_attribute;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use self::lines::Line;
pub(crate) use self::lines::TreeNode;
pub(crate) use self::steps::{Step, TreeLine, by_key};
use super::icon::{Glyph, Icon};
use super::keys;
use crate::browser::layer;

/// What a tree knows. Cheap to copy.
#[derive(Clone, Copy)]
struct State {
    open: RwSignal<BTreeSet<String>>,
    /// The line that Tab comes to.
    at: RwSignal<String>,
    lines: Memo<Vec<Line>>,
    selected: Signal<String>,
    on_select: Callback<String>,
    frame: NodeRef<html::Div>,
}

/// Things in things. Up and Down go along, Right opens and goes in, Left goes out and closes, Enter takes.
#[component]
pub(crate) fn Tree(
    /// What the things are.
    #[prop(into)]
    label: Signal<String>,
    /// The things that are in no other.
    #[prop(into)]
    nodes: Signal<Vec<TreeNode>>,
    /// Ids of those that are open at first.
    #[prop(default = Vec::new())]
    open: Vec<String>,
    /// Id of the selected one; empty for none.
    #[prop(into)]
    selected: Signal<String>,
    /// Called with the id of the one that the person takes.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let open = RwSignal::new(open.into_iter().collect::<BTreeSet<_>>());
    let lines = Memo::new(move |_| open.with(|open| nodes.with(|nodes| lines::lines(nodes, open))));
    let first =
        move || lines.with_untracked(|lines| lines.first().map(|line| line.id.clone())).unwrap_or_default();
    let start = Some(selected.get_untracked()).filter(|id| !id.is_empty()).unwrap_or_else(first);
    let state = State { open, at: RwSignal::new(start), lines, selected, on_select, frame: NodeRef::new() };
    view! {
        <div
            class="tree"
            role="tree"
            aria-label=label
            node_ref=state.frame
            on:keydown=move |event| press(&event, state)
        >
            <For
                each=move || state.lines.get()
                key=|line| (line.id.clone(), line.level, line.place, line.siblings)
                children=move |line| row(line, state)
            />
        </div>
    }
}

fn row(line: Line, state: State) -> AnyView {
    let id = StoredValue::new(line.id);
    let is = move |other: &String| id.with_value(|id| id == other);
    let is_open = Memo::new(move |_| state.open.with(|open| id.with_value(|id| open.contains(id))));
    let is_selected = Memo::new(move |_| state.selected.with(is));
    let is_at = Memo::new(move |_| state.at.with(is));
    let take = move |_| {
        state.at.set(id.get_value());
        state.on_select.run(id.get_value());
    };
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        state.set_open(&id.get_value(), !is_open.get_untracked());
    };
    let is_parent = line.is_parent;
    let row = view! {
        <div
            class="tree-row"
            role="treeitem"
            aria-posinset=line.place
            aria-setsize=line.siblings
            aria-expanded=move || is_parent.then(|| is_open.get().to_string())
            aria-selected=move || is_selected.get().to_string()
            tabindex=move || if is_at.get() { "0" } else { "-1" }
            style=("--level", line.level.to_string())
            on:focus=move |_| state.at.set(id.get_value())
            on:click=take
        >
            <span class="tree-mark" class:parent=is_parent aria-hidden="true" on:click=toggle>
                {is_parent.then(|| view! { <Icon glyph=Glyph::ChevronRight/> })}
            </span>
            <span class="tree-name">{line.name}</span>
        </div>
    };
    row.add_any_attr(custom_attribute("aria-level", line.level.to_string())).into_any()
}

impl State {
    fn set_open(self, id: &str, is_open: bool) {
        self.open.update(|open| {
            if is_open {
                open.insert(id.to_owned());
            } else {
                open.remove(id);
            }
        });
        // What is out of sight now cannot be where Tab comes to.
        let at = self.at.get_untracked();
        if self.lines.with_untracked(|lines| lines.iter().all(|line| line.id != at)) {
            self.at.set(id.to_owned());
        }
    }

    fn go_to(self, at: usize) {
        if let Some(id) = self.lines.with_untracked(|lines| lines.get(at).map(|line| line.id.clone())) {
            self.at.set(id);
        }
        if let Some(frame) = self.frame.get_untracked() {
            layer::focus_nth(&frame, "[role=treeitem]", at);
        }
    }
}

fn press(event: &KeyboardEvent, state: State) {
    let id = state.at.get_untracked();
    let lines = state.lines.get_untracked();
    let now = lines.iter().position(|line| line.id == id).unwrap_or_default();
    let is_open = state.open.with_untracked(|open| open.contains(&id));
    let is_rtl = state.frame.get_untracked().is_some_and(|frame| layer::is_right_to_left(&frame));
    let key = event.key();
    match by_key(&key, now, &lines, is_open, is_rtl) {
        Step::To(at) => state.go_to(at),
        Step::Open => state.set_open(&id, true),
        Step::Close => state.set_open(&id, false),
        Step::Take => state.on_select.run(id),
        Step::Stay => {
            let names: Vec<_> = lines.into_iter().map(|line| line.name).collect();
            let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
            let Some(at) = keys::typed(&key, &names, now).filter(|_| !is_command) else { return };
            state.go_to(at);
        }
    }
    event.prevent_default();
}
