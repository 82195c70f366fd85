//! What floats beside something: menus, lists, notes, tooltips.

pub(crate) mod place;

use leptos::html::{Div, Span};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlDivElement;

use self::place::{Side, Size, place};
use crate::browser::layer::{self, Scrolling};

/// Something that floats beside its anchor, kept there while the page scrolls. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Float {
    /// What it floats beside.
    pub anchor: NodeRef<Span>,
    /// What floats: an element with the attribute `popover`.
    pub body: NodeRef<Div>,
    is_open: RwSignal<bool>,
    scrolling: StoredValue<Option<SendWrapper<Scrolling>>>,
    side: Side,
    gap: f64,
}

impl Float {
    /// Floats at `side` of its anchor, `gap` pixels away, once it is opened.
    pub(crate) fn new(side: Side, gap: f64) -> Self {
        let (anchor, body, is_open) = (NodeRef::new(), NodeRef::new(), RwSignal::new(false));
        Self { anchor, body, is_open, scrolling: StoredValue::new(None), side, gap }
    }

    /// Whether it floats.
    pub(crate) fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Whether it floats, for those who need no news. What is gone does not.
    pub(crate) fn is_open_now(self) -> bool {
        self.is_open.try_get_untracked().unwrap_or_default()
    }

    /// Lets it float.
    pub(crate) fn open(self) {
        if let Some(body) = self.body() {
            layer::show(&body);
            self.put();
            self.is_open.set(true);
            self.scrolling.set_value(Some(SendWrapper::new(Scrolling::watch(move || self.put()))));
        }
    }

    /// Takes it away; the focus goes back to where it was before.
    pub(crate) fn close(self) {
        if let Some(body) = self.body() {
            layer::hide(&body);
            self.closed();
        }
    }

    /// Opens or closes it.
    pub(crate) fn toggle(self) {
        if self.is_open_now() {
            self.close();
        } else {
            self.open();
        }
    }

    /// Follows the browser, which closes what floats by itself when somebody presses Escape or beside it.
    pub(crate) fn follow(self) {
        if self.body().is_some_and(|body| !layer::is_shown(&body)) {
            self.closed();
        }
    }

    /// Puts it beside its anchor.
    pub(crate) fn put(self) {
        if let (Some(anchor), Some(body)) = (self.anchor.try_get_untracked().flatten(), self.body()) {
            let rect = layer::rect(&body);
            let size = Size { width: rect.width, height: rect.height };
            let is_rtl = layer::is_right_to_left(&anchor);
            let (left, top) =
                place(layer::rect(&anchor), size, layer::viewport(), self.side, self.gap, is_rtl);
            layer::put(&body, left, top);
        }
    }

    /// What floats. The browser tells of presses and of the focus even while the page around takes it away.
    fn body(self) -> Option<HtmlDivElement> {
        self.body.try_get_untracked().flatten()
    }

    fn closed(self) {
        self.is_open.set(false);
        self.scrolling.set_value(None);
    }
}
