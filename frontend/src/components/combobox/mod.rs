//! One of many values, found by typing.

mod find;
mod list;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use self::find::Move;
use super::float::Float;
use super::float::place::Side;
use super::icon::{Glyph, Icon};

/// A value that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ComboboxItem {
    /// The value.
    pub value: String,
    /// Its name.
    pub name: String,
}

/// What a combobox knows. Cheap to copy.
#[derive(Clone, Copy)]
struct State {
    items: Signal<Vec<ComboboxItem>>,
    selected: Signal<Option<String>>,
    on_select: Callback<String>,
    float: Float,
    input: NodeRef<html::Input>,
    /// What was typed since the list opened; nothing before.
    query: RwSignal<Option<String>>,
    /// Which of the found ones is marked.
    marked: RwSignal<Option<usize>>,
    found: Memo<Vec<usize>>,
}

/// One of many values, found by typing. Down opens the list, Enter takes what is marked, Escape leaves all as it was.
#[component]
pub(crate) fn Combobox(
    /// Its id, which the [`super::Field`] around it names.
    #[prop(into)]
    id: String,
    /// The values, in order.
    #[prop(into)]
    items: Signal<Vec<ComboboxItem>>,
    /// The selected one; nothing for none yet.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// What it says while nothing is selected.
    #[prop(into, default = Signal::stored(String::new()))]
    placeholder: Signal<String>,
    /// Whether nothing can be selected now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the value that the person takes.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let query = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| {
        query.with(|query| items.with(|items| find::find(query.as_deref().unwrap_or_default(), items)))
    });
    let state = State {
        items,
        selected,
        on_select,
        float: Float::new(Side::Below, 4.0),
        input: NodeRef::new(),
        query,
        marked: RwSignal::new(None),
        found,
    };
    let list = format!("{id}-list");
    let active = {
        let list = list.clone();
        move || state.marked.get().filter(|_| state.float.is_open()).map(|at| format!("{list}-{at}"))
    };
    view! {
        <span class="anchor combobox" node_ref=state.float.anchor>
            <input
                class="input"
                type="text"
                id=id.clone()
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                disabled=disabled
                aria-autocomplete="list"
                aria-expanded=move || state.float.is_open().to_string()
                aria-controls=list.clone()
                aria-activedescendant=active
                aria-describedby=format!("{id}-hint {id}-error")
                prop:value=move || state.shown()
                node_ref=state.input
                on:input:target=move |event| state.type_in(event.target().value())
                on:keydown=move |event| state.press(&event)
                on:click=move |_| state.open()
                on:blur=move |_| state.close()
            />
            <Icon glyph=Glyph::ChevronsUpDown/>
            {list::list(state, list)}
        </span>
    }
}

impl State {
    /// What stands in the field: what was typed, or the name of what is selected.
    fn shown(self) -> String {
        self.query.get().unwrap_or_else(|| {
            let selected = self.selected.get();
            let is_selected = |item: &&ComboboxItem| selected.as_deref() == Some(item.value.as_str());
            self.items
                .with(|items| items.iter().find(is_selected).map(|item| item.name.clone()))
                .unwrap_or_default()
        })
    }

    fn type_in(self, text: String) {
        self.query.set(Some(text));
        self.marked.set((!self.found.with_untracked(Vec::is_empty)).then_some(0));
        self.float.open();
    }

    /// Opens the whole list, with what is selected marked.
    fn open(self) {
        if !self.float.is_open_now() && !self.input.get_untracked().is_some_and(|input| input.disabled()) {
            let selected = self.selected.get_untracked();
            let is_selected = |at: &usize| {
                self.items.with_untracked(|items| items.get(*at).map(|item| &item.value) == selected.as_ref())
            };
            self.marked.set(self.found.with_untracked(|found| found.iter().position(is_selected)));
            self.float.open();
            list::reveal(self);
        }
    }

    /// Closes the list; what was typed and not taken is forgotten.
    fn close(self) {
        self.float.close();
        self.query.set(None);
        self.marked.set(None);
    }

    fn take(self, at: usize) {
        let item = self.found.with_untracked(|found| found.get(at).copied());
        let value =
            item.and_then(|at| self.items.with_untracked(|items| items.get(at).map(|it| it.value.clone())));
        self.close();
        if let Some(value) = value {
            self.on_select.run(value);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let count = self.found.with_untracked(Vec::len);
        let is_open = self.float.is_open_now();
        if !is_open && matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
            self.open();
        }
        match find::by_key(&event.key(), self.marked.get_untracked(), count, is_open) {
            Move::Stay => return,
            Move::To(at) => {
                self.marked.set(Some(at));
                list::reveal(self);
            }
            Move::Take(at) => self.take(at),
            Move::Close => self.close(),
        }
        event.prevent_default();
    }
}
