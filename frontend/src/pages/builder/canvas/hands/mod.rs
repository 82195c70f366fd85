//! Rows taken hold of in the drawing of a view: cards go to other columns, rows to other days, bars along a timeline. A
//! pointer, keys and a menu do the same.

mod adding;
mod carry;
mod date;
mod kept;
mod keyboard;
mod menu;
mod paint;
mod place;
mod pointer;
mod press;
mod scene;

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::{Blueprint, RowId, TableId, ViewId};
use shared::operation::ElementId;
use shared::operation::intention::arrange::{Fixed, Hold};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use self::carry::Carry;
use self::date::{Dated, MoveToDate};
use self::paint::Chip;
use self::pointer::Pressed;
use self::scene::Scene;
use crate::browser::layer;
use crate::i18n::{I18n, use_i18n};
use crate::pages::builder::menu::ContextMenu;
use crate::pages::builder::session::Panel;
use crate::pages::builder::store::{Workbench, use_workbench};
use crate::pages::result::views::{Handled, ViewPanel};

/// Id of the text that says which keys there are.
const KEYS: &str = "hands-keys";

/// What takes hold of the rows of a view. Cheap to copy.
#[derive(Clone, Copy)]
struct Hands {
    bench: Workbench,
    i18n: I18n,
    table: StoredValue<TableId>,
    view: StoredValue<ViewId>,
    frame: NodeRef<Div>,
    handled: Handled,
    /// The row that is being carried, by a pointer or by keys.
    carry: RwSignal<Option<Carry>>,
    /// The pointer that is down on a row.
    pressed: StoredValue<Option<Pressed>>,
    /// Where the row stands that gets the focus once the view is drawn anew.
    focus: StoredValue<Option<(RowId, Option<usize>)>>,
    chip: NodeRef<Div>,
    menu: ContextMenu,
    dated: RwSignal<Option<Dated>>,
}

/// A row in the drawing: which, and in which column it was found.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    row: RowId,
    column: Option<usize>,
    /// Where a bar was taken hold of; nothing beside bars.
    hold: Option<Hold>,
}

/// A view as it will look, with its rows to take hold of.
#[component]
pub(super) fn HandledView(
    /// The table.
    table: TableId,
    /// Which of its views.
    view: ViewId,
) -> impl IntoView {
    let hands = Hands::new(use_workbench(), use_i18n(), table, view);
    let bench = hands.bench;
    provide_context(hands.handled);
    hands.watch_keys();
    // Nothing moves under a row that is carried.
    let shown = Memo::new(move |before: Option<&Arc<Blueprint>>| match before {
        Some(before) if hands.carry.with(Option::is_some) => Arc::clone(before),
        _ => bench.settled.get(),
    });
    let content = move || {
        let blueprint = shown.get();
        hands.keep();
        view! { <ViewPanel blueprint table=hands.table.get_value() view=hands.view.get_value()/> }
    };
    let language = bench.written();
    Effect::new(move || hands.carry.with(|carry| hands.paint(carry.as_ref())));
    view! {
        <p id=KEYS class="visually-hidden">{move || shown.with(|it| hands.keys_told(it))}</p>
        {move || shown.with(|it| hands.fixed_told(it)).map(|told| view! { <p class="view-note hands-note">{told}</p> })}
        <div
            class="canvas-view table-card handled"
            class:carrying=move || hands.carry.with(Option::is_some)
            lang=move || language.get().tag()
            dir=move || language.get().direction().as_str()
            node_ref=hands.frame
            on:pointerdown=move |event| hands.down(&event)
            on:pointermove=move |event| hands.moved(&event)
            on:pointerup=move |event| hands.up(&event)
            on:pointercancel=move |event| hands.cancelled(&event)
            on:touchmove=move |event| hands.hold_page(&event)
            on:keydown=move |event| hands.key(&event)
            on:click=move |event| hands.click(&event)
            on:dblclick=move |event| hands.double_click(&event)
            on:contextmenu=move |event| hands.context_menu(&event)
        >
            {content}
        </div>
        <Chip hands/>
        {hands.menu.view(bench, hands.i18n)}
        <MoveToDate hands/>
    }
}

impl Hands {
    fn new(bench: Workbench, i18n: I18n, table: TableId, view: ViewId) -> Self {
        let selected = Memo::new(move |_| {
            let row = |element: ElementId| match element {
                ElementId::Row(row) => Some(row),
                _ => None,
            };
            bench.selection().into_iter().filter_map(row).collect()
        });
        let handled = Handled {
            keys: KEYS,
            selected,
            day: StoredValue::new(None),
            is_redrawn: StoredValue::new(false),
        };
        Self {
            bench,
            i18n,
            table: StoredValue::new(table),
            view: StoredValue::new(view),
            frame: NodeRef::new(),
            handled,
            carry: RwSignal::new(None),
            pressed: StoredValue::new(None),
            focus: StoredValue::new(None),
            chip: NodeRef::new(),
            menu: ContextMenu::new(),
            dated: RwSignal::new(None),
        }
    }

    /// Reads what the view of `blueprint` shows.
    fn read<T>(self, blueprint: &Blueprint, read: impl FnOnce(&Scene<'_>) -> T) -> Option<T> {
        let scene =
            self.table.with_value(|table| self.view.with_value(|view| Scene::of(blueprint, table, view)));
        scene.map(|scene| read(&scene))
    }

    /// Reads what the view shows just now.
    fn look<T>(self, read: impl FnOnce(&Scene<'_>) -> T) -> Option<T> {
        self.bench.blueprint.with_untracked(|blueprint| self.read(blueprint, read))
    }

    /// Which keys there are.
    fn keys_told(self, blueprint: &Blueprint) -> String {
        let kind = self.read(blueprint, |scene| match scene.holds(Hold::Whole) {
            Ok(true) => scene.kind(),
            _ => "ordered",
        });
        kind.map(|kind| self.i18n.text(&format!("builder.hands.keys.{kind}"))).unwrap_or_default()
    }

    /// Why rows stay where they are, where they do.
    fn fixed_told(self, blueprint: &Blueprint) -> Option<String> {
        self.read(blueprint, |scene| scene.holds(Hold::Whole).err().map(|why| self.why(why)))?
    }

    fn why(self, (field, fixed): (&shared::blueprint::Field, Fixed)) -> String {
        let key = match fixed {
            Fixed::Computed => "builder.hands.computed",
            Fixed::Written => "builder.hands.written",
        };
        self.i18n.fill(key, &[("field", &field.name)])
    }

    /// The row around what an event happened to.
    fn found(self, target: Option<&EventTarget>) -> Option<Found> {
        let target = target?.dyn_ref::<Element>()?;
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        let row = closest(".handled [data-element]")?.get_attribute("data-element")?;
        let column = closest("[data-column]").and_then(|it| it.get_attribute("data-column"));
        let hold = closest("[data-edge]").and_then(|it| it.get_attribute("data-edge"));
        Some(Found {
            row: row.as_str().into(),
            column: column.and_then(|at| at.parse().ok()),
            hold: hold.map(|edge| match edge.as_str() {
                "start" => Hold::Start,
                "end" => Hold::End,
                _ => Hold::Whole,
            }),
        })
    }

    fn click(self, event: &MouseEvent) {
        let target = event.target();
        let pressed = target.as_ref().and_then(|it| it.dyn_ref::<Element>());
        let is_in = |selector: &str| pressed.and_then(|it| it.closest(selector).ok().flatten());
        if let Some(add) = is_in("[data-add]") {
            self.add_to(add.get_attribute("data-add").and_then(|at| at.parse().ok()));
        } else if let (Some(button), Some(found)) = (is_in(".row-menu"), self.found(target.as_ref())) {
            let rect = layer::rect(&button);
            self.open_menu(&found, (rect.left, rect.top + rect.height));
        } else if let (Some(_), Some(found)) = (is_in(".row-name"), self.found(target.as_ref())) {
            self.bench.select(ElementId::Row(found.row));
        }
    }

    fn double_click(self, event: &MouseEvent) {
        if let Some(found) = self.found(event.target().as_ref()) {
            self.open(found.row);
        }
    }

    /// Shows what there is to change of a row.
    fn open(self, row: RowId) {
        self.bench.select(ElementId::Row(row));
        self.bench.show(Panel::Properties);
        request_animation_frame(|| {
            if let Some(body) = document().body() {
                layer::focus_nth(&body, ".bench-side .cell-control :is(input, select, textarea, button)", 0);
            }
        });
    }
}
