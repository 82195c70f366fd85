//! Rows by the thousand, of which only those in sight exist.

mod grid;
mod list;
pub(crate) mod slice;

pub(crate) use grid::{GridColumn, VirtualGrid};
pub(crate) use list::VirtualList;

use leptos::html;
use leptos::prelude::*;

use self::slice::Rows;

/// What scrolls: how far it is, and how much of it is seen. Cheap to copy.
#[derive(Clone, Copy)]
struct Scroll {
    /// The frame.
    frame: NodeRef<html::Div>,
    /// How far it is scrolled, in pixels.
    top: RwSignal<f64>,
    view: RwSignal<f64>,
    count: Signal<usize>,
    row: f64,
}

impl Scroll {
    /// Scrolls over `count` rows, each `row` pixels high.
    fn new(count: Signal<usize>, row: f64) -> Self {
        let frame = NodeRef::<html::Div>::new();
        let (top, view) = (RwSignal::new(0.0), RwSignal::new(0.0));
        let scroll = Self { frame, top, view, count, row };
        frame.on_load(move |_| request_animation_frame(move || scroll.measure()));
        let resized = window_event_listener(leptos::ev::resize, move |_| scroll.measure());
        on_cleanup(move || resized.remove());
        scroll
    }

    fn rows(self) -> Rows {
        Rows { count: self.count.get(), row: self.row, view: self.view.get() }
    }

    fn rows_now(self) -> Rows {
        untrack(|| self.rows())
    }

    /// Looks how far it is scrolled and how much is seen.
    fn measure(self) {
        if let Some(Some(frame)) = self.frame.try_get_untracked() {
            self.top.set(f64::from(frame.scroll_top()));
            self.view.set(f64::from(frame.client_height()));
        }
    }

    /// Brings row `at` in sight, below a head of `head` pixels.
    fn reveal(self, at: usize, head: f64) {
        if let Some(frame) = self.frame.get_untracked() {
            let top = self.rows_now().reveal(at, f64::from(frame.scroll_top()), head);
            frame.set_scroll_top(top as i32);
            self.measure();
        }
    }
}
