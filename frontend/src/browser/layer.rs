//! The top layer: what floats above the page, and where things are on the screen.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DragEvent, Element, Event, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::components::float::place::{Rect, Size};

/// Where `element` is, in pixels from the start of the window.
pub(crate) fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

/// How large the window is.
pub(crate) fn viewport() -> Size {
    let pixels =
        |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|it| it.as_f64()).unwrap_or_default();
    Size { width: pixels(window().inner_width()), height: pixels(window().inner_height()) }
}

/// Whether lines around `element` run from right to left.
pub(crate) fn is_right_to_left(element: &Element) -> bool {
    let nearest = element.closest("[dir]").ok().flatten();
    nearest.and_then(|it| it.get_attribute("dir")).is_some_and(|dir| dir == "rtl")
}

/// Lets `element`, a popover, float; a browser without popovers leaves it where it is.
pub(crate) fn show(element: &HtmlElement) {
    if !is_shown(element) {
        let _ = element.show_popover();
    }
}

/// Takes `element`, a popover, away.
pub(crate) fn hide(element: &HtmlElement) {
    if is_shown(element) {
        let _ = element.hide_popover();
    }
}

/// Whether `element`, a popover, floats.
pub(crate) fn is_shown(element: &HtmlElement) -> bool {
    element.matches(":popover-open").unwrap_or_default()
}

/// Puts `element` at a place of the window.
pub(crate) fn put(element: &HtmlElement, left: f64, top: f64) {
    let style = element.style();
    // A property of a style that exists takes any length.
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// Makes `element` as large as that.
pub(crate) fn resize(element: &HtmlElement, width: f64, height: f64) {
    let style = element.style();
    // A property of a style that exists takes any length.
    let _ = style.set_property("width", &format!("{width}px"));
    let _ = style.set_property("height", &format!("{height}px"));
}

/// The first in sight of what `selector` finds.
pub(crate) fn first_in_sight(selector: &str) -> Option<Element> {
    let found = document().query_selector_all(selector).ok()?;
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok()).find(is_in_sight)
}

/// Scrolls `frame` along its lines until what `selector` finds in it is in its middle, or as near as it gets.
pub(crate) fn scroll_to_middle(frame: &Element, selector: &str) {
    let Ok(Some(found)) = frame.query_selector(selector) else { return };
    let middle = |rect: Rect| rect.left + rect.width / 2.0;
    frame.scroll_by_with_x_and_y(middle(rect(&found)) - middle(rect(frame)), 0.0);
}

/// Whether `element` takes up room on the page.
pub(crate) fn is_in_sight(element: &Element) -> bool {
    let Rect { width, height, .. } = rect(element);
    width > 0.0 && height > 0.0
}

/// Scrolls to the first in sight of what `selector` finds: into the middle, or to its start where it is too tall.
pub(crate) fn bring_into_sight(selector: &str) {
    let Some(element) = first_in_sight(selector) else { return };
    let fits = rect(&element).height < viewport().height * 0.6;
    let options = ScrollIntoViewOptions::new();
    options.set_block(if fits { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls no further than it takes until the first in sight of what `selector` finds is in view.
pub(crate) fn bring_into_view(selector: &str) {
    let Some(element) = first_in_sight(selector) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens or closes `dialog` over the page, which keeps still meanwhile.
pub(crate) fn set_modal(dialog: &HtmlDialogElement, is_open: bool) {
    if is_open && !dialog.open() && dialog.is_connected() {
        let _ = dialog.show_modal();
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}

/// Moves the focus to the `at`th element in `inside` that `selector` finds.
pub(crate) fn focus_nth(inside: &Element, selector: &str, at: usize) {
    let found = inside.query_selector_all(selector).ok().and_then(|all| all.item(u32::try_from(at).ok()?));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether what is dragged, leaving a part of what listens, comes to another part of it.
pub(crate) fn goes_on_inside(event: &DragEvent) -> bool {
    let node = |target: Option<web_sys::EventTarget>| target?.dyn_into::<web_sys::Node>().ok();
    node(event.current_target()).is_some_and(|here| here.contains(node(event.related_target()).as_ref()))
}

/// Calls back while it lives, whenever anything on the page scrolls.
pub(crate) struct Scrolling(Closure<dyn FnMut(Event)>);

impl Scrolling {
    /// Calls `call` from now on.
    pub(crate) fn watch(mut call: impl FnMut() + 'static) -> Self {
        let closure = Closure::new(move |_: Event| call());
        let function = AsRef::<wasm_bindgen::JsValue>::as_ref(&closure).unchecked_ref();
        // Scrolling does not bubble: it is seen on its way down.
        let _ = window().add_event_listener_with_callback_and_bool("scroll", function, true);
        Self(closure)
    }
}

impl Drop for Scrolling {
    fn drop(&mut self) {
        let function = AsRef::<wasm_bindgen::JsValue>::as_ref(&self.0).unchecked_ref();
        let _ = window().remove_event_listener_with_callback_and_bool("scroll", function, true);
    }
}
