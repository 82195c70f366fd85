//! Things to do, behind a button.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::float::Float;
use super::float::place::Side;
use super::icon::{Glyph, Icon};
use super::kbd::Kbd;
use super::keys::{self, Lie};
use super::trigger::{Trigger, trigger};
use crate::browser::layer;

/// A thing to do.
#[derive(Clone)]
pub(crate) struct MenuItem {
    /// What [`Menu`]'s `on_choose` is called with.
    pub value: &'static str,
    /// What it does, as a verb.
    pub name: Signal<String>,
    /// A shape before the name.
    pub glyph: Option<Glyph>,
    /// Keys that do the same, such as `Mod+D`.
    pub keys: Option<&'static str>,
    /// Whether it ends something for good; such things come last, below a line.
    pub is_danger: bool,
    /// Whether there is nothing for it to do now.
    pub disabled: Signal<bool>,
}

impl MenuItem {
    /// A thing to do, and nothing more to say about it.
    pub(crate) fn new(value: &'static str, name: Signal<String>) -> Self {
        Self { value, name, glyph: None, keys: None, is_danger: false, disabled: Signal::stored(false) }
    }
}

/// Things to do, behind a button. Arrows, Home, End and first letters go from one to the next.
#[component]
pub(crate) fn Menu(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The button.
    button: Trigger,
    /// What the things are for.
    #[prop(into)]
    label: Signal<String>,
    /// The things, in order.
    items: Vec<MenuItem>,
    /// Called with the value of the chosen one.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let float = Float::new(Side::BelowToEnd, 4.0);
    let close = Callback::new(move |()| float.close());
    let list = MenuList::new(float.body, Signal::stored(items), close);
    let open = move |event: KeyboardEvent| open_by_key(&event, float, list);
    let on_toggle = move |_| {
        float.follow();
        if float.is_open_now() && list.focused().is_none() {
            list.focus(0);
        }
    };
    view! {
        <span class="anchor" node_ref=float.anchor>
            {trigger(button, float, id.clone(), "menu", Callback::new(open))}
        </span>
        <div
            class="menu"
            id=id
            popover="auto"
            role="menu"
            aria-label=label
            node_ref=float.body
            on:toggle=on_toggle
            on:keydown=move |event| list.press(&event)
        >
            {list.rows(on_choose)}
        </div>
    }
}

/// Things to do that float, opened by whoever holds them. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct MenuList {
    body: NodeRef<Div>,
    items: Signal<Vec<MenuItem>>,
    close: Callback<()>,
}

impl MenuList {
    /// The things that `body` holds, in order; `close` takes it away.
    pub(crate) fn new(body: NodeRef<Div>, items: Signal<Vec<MenuItem>>, close: Callback<()>) -> Self {
        Self { body, items, close }
    }

    /// The things.
    pub(crate) fn rows(self, on_choose: Callback<&'static str>) -> impl IntoView {
        move || self.items.get().into_iter().map(|item| self.row(item, on_choose)).collect_view()
    }

    fn row(self, item: MenuItem, on_choose: Callback<&'static str>) -> AnyView {
        let (value, disabled) = (item.value, item.disabled);
        let choose = move |_| {
            if !disabled.get_untracked() {
                self.close.run(());
                on_choose.run(value);
            }
        };
        view! {
            <button
                type="button"
                role="menuitem"
                class="menu-item"
                class:danger=item.is_danger
                tabindex="-1"
                aria-disabled=move || disabled.get().then_some("true")
                on:click=choose
            >
                {item.glyph.map(|glyph| view! { <Icon glyph/> })}
                <span class="menu-name">{item.name}</span>
                {item.keys.map(|keys| view! { <Kbd keys/> })}
            </button>
        }
        .into_any()
    }

    /// Moves the focus to one of them.
    pub(crate) fn focus(self, at: usize) {
        if let Some(body) = self.body.get_untracked() {
            layer::focus_nth(&body, "[role=menuitem]", at);
        }
    }

    /// Which of them has the focus.
    fn focused(self) -> Option<usize> {
        let body = self.body.get_untracked()?;
        let active = document().active_element()?;
        let items = body.query_selector_all("[role=menuitem]").ok()?;
        (0..items.length())
            .find(|at| items.item(*at).is_some_and(|item| item.is_same_node(Some(&active))))
            .map(|at| at as usize)
    }

    fn last(self) -> usize {
        self.items.with_untracked(Vec::len).saturating_sub(1)
    }

    /// Goes from one to the next by arrows, Home, End and first letters; Tab closes.
    pub(crate) fn press(self, event: &KeyboardEvent) {
        let key = event.key();
        if key == "Tab" {
            self.close.run(());
            return;
        }
        let name = |item: &MenuItem| item.name.get_untracked();
        let names: Vec<String> = self.items.with_untracked(|items| items.iter().map(name).collect());
        let now = self.focused().unwrap_or_default();
        let next = keys::after(&key, Lie::Column, now, self.last());
        let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
        let typed = || if is_command { None } else { keys::typed(&key, &names, now) };
        if let Some(next) = next.or_else(typed) {
            event.prevent_default();
            self.focus(next);
        }
    }
}

fn open_by_key(event: &KeyboardEvent, float: Float, list: MenuList) {
    let at = match event.key().as_str() {
        "ArrowDown" => 0,
        "ArrowUp" => list.last(),
        _ => return,
    };
    event.prevent_default();
    float.open();
    list.focus(at);
}
