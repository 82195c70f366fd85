//! What is said at one place, beside it.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::stops::Stop;
use crate::browser::layer::{self, Scrolling};
use crate::browser::page;
use crate::components::float::place::{Rect, Side, Size, place};
use crate::components::keys::{self, Lie};
use crate::components::{Button, Glyph, IconButton, Look};
use crate::i18n::{known, t, use_i18n};

/// Room around what is pointed out, and between it and the card.
const ROOM: f64 = 6.0;
const GAP: f64 = 14.0;

/// What is said at one place: it lies beside it, takes the focus, and the rest of the page steps back.
#[component]
pub(super) fn StopCard(
    /// The place.
    stop: Stop,
    /// The how-manieth it is.
    at: usize,
    /// The last one.
    last: usize,
    /// Called with where to go on; with nothing to end.
    on_go: Callback<Option<usize>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (card, light) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let put = move || {
        if let (Some(Some(card)), Some(Some(light))) = (card.try_get_untracked(), light.try_get_untracked()) {
            put(stop.at, &card, &light);
        }
    };
    let watching = StoredValue::new(None);
    card.on_load(move |element| {
        let open = move || {
            layer::bring_into_sight(stop.at);
            if let Some(light) = light.try_get_untracked().flatten() {
                layer::show(&light);
            }
            layer::show(&element);
            put();
            let _ = element.focus();
        };
        // What is shown must be part of the page first.
        queue_microtask(open);
        watching.set_value(Some(SendWrapper::new(Scrolling::watch(put))));
    });
    let resized = window_event_listener_untyped("resize", move |_| put());
    on_cleanup(move || resized.remove());
    let back = move || at.checked_sub(1);
    let next = move || Some(at + 1);
    let press = move |event: KeyboardEvent| {
        let lie = Lie::Row { is_rtl: page::direction() == "rtl" };
        match (event.key().as_str(), keys::after(&event.key(), lie, at, last)) {
            ("Home" | "End", _) | (_, None) => return,
            (_, Some(to)) if to.abs_diff(at) == 1 => on_go.run(Some(to)),
            _ => return,
        }
        event.prevent_default();
    };
    // Wherever the focus has gone meanwhile.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() {
            on_go.run(None);
        }
    });
    on_cleanup(move || escape.remove());
    let count =
        move || i18n.fill("tour.count", &[("at", &(at + 1).to_string()), ("count", &(last + 1).to_string())]);
    let on = if at == last { known!("tour.done") } else { known!("tour.next") };
    view! {
        <div class="tour-light" popover="manual" node_ref=light></div>
        <div
            class="tour-card"
            popover="manual"
            role="dialog"
            aria-labelledby="tour-title"
            aria-describedby="tour-text"
            tabindex="-1"
            node_ref=card
            on:keydown=press
        >
            <header class="tour-head">
                <h2 id="tour-title">{move || i18n.text(stop.title.as_str())}</h2>
                <IconButton label=t!("tour.end") glyph=Glyph::X on_press=move |()| on_go.run(None)/>
            </header>
            <p id="tour-text">{move || i18n.text(stop.text.as_str())}</p>
            <footer class="tour-foot">
                <span class="hint">{count}</span>
                {back().map(|to| view! { <Button text=t!("tour.back") on_press=move |()| on_go.run(Some(to))/> })}
                <Button
                    text=Signal::derive(move || i18n.text(on.as_str()))
                    look=Look::Primary
                    on_press=move |()| on_go.run(next())
                />
            </footer>
        </div>
    }
}

/// Puts the light around what is pointed out, and the card beside it.
fn put(at: &str, card: &web_sys::HtmlElement, light: &web_sys::HtmlElement) {
    let Some(target) = layer::first_in_sight(at) else { return };
    let Rect { left, top, width, height } = layer::rect(&target);
    let lit =
        Rect { left: left - ROOM, top: top - ROOM, width: width + 2.0 * ROOM, height: height + 2.0 * ROOM };
    layer::put(light, lit.left, lit.top);
    layer::resize(light, lit.width, lit.height);
    let size = layer::rect(card);
    let size = Size { width: size.width, height: size.height };
    let is_rtl = layer::is_right_to_left(&target);
    let (left, top) = place(lit, size, layer::viewport(), Side::Below, GAP, is_rtl);
    layer::put(card, left, top);
}
