//! What is seen of a row that is carried.

use leptos::prelude::*;
use shared::operation::intention::arrange::{Hold, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Hands;
use super::carry::Carry;
use super::place::Place;
use super::pointer::all;
use crate::browser::layer;

/// How far from the pointer stands what is said of it.
const AWAY_PX: f64 = 14.0;

/// What is carried and where it would be put down, beside the pointer.
#[component]
pub(super) fn Chip(
    /// What carries it.
    hands: Hands,
) -> impl IntoView {
    let carry = hands.carry;
    let is_shown = move || carry.with(|carry| carry.as_ref().is_some_and(|it| !it.by_keys));
    let name = move || carry.with(|carry| carry.as_ref().map(|it| it.name.clone()));
    let place = move || {
        let to = carry.with(|carry| carry.as_ref().map(|it| it.to))?;
        hands.look(|scene| scene.told(hands.i18n, to))
    };
    view! {
        <div class="hands-chip" class:shown=is_shown aria-hidden="true" node_ref=hands.chip>
            <strong>{name}</strong>
            <span>{place}</span>
        </div>
    }
}

impl Hands {
    /// Puts what is said of the carried row beside the pointer.
    pub(super) fn put_chip(self, (x, y): (f64, f64)) {
        let Some(chip) = self.chip.get_untracked() else { return };
        let (rect, window) = (layer::rect(&chip), layer::viewport());
        let left = (x + AWAY_PX).min(window.width - rect.width - AWAY_PX).max(0.0);
        layer::put(&chip, left, (y + AWAY_PX).min(window.height - rect.height - AWAY_PX));
    }

    /// Shows in the drawing what is carried, and where it would be put down.
    pub(super) fn paint(self, carry: Option<&Carry>) {
        let Some(frame) = self.frame.get_untracked() else { return };
        for (selector, mark) in [("[data-carried]", "data-carried"), ("[data-drop]", "data-drop")] {
            for element in all(&frame, selector) {
                let _ = element.remove_attribute(mark);
                stretch(&element, 0.0, 0.0);
            }
        }
        let Some(carry) = carry else { return };
        let cards = all(&frame, "[data-element]").into_iter();
        for card in cards.filter(|it| it.get_attribute("data-element").as_deref() == Some(carry.row.as_str()))
        {
            let _ = card.set_attribute("data-carried", "");
            if let (Place::Bar(from, _), Place::Bar(to, hold)) = (carry.from, carry.to) {
                self.stretch_bar(&card, from, to, hold);
            }
        }
        let target = match carry.to {
            Place::Column(at) => format!("[data-column='{at}']"),
            Place::Day(day) => format!("[data-day='{day}']"),
            Place::Bar(..) => return,
        };
        for target in all(&frame, &target) {
            let _ = target.set_attribute("data-drop", "");
        }
    }

    fn stretch_bar(self, card: &Element, from: Span, to: Span, hold: Hold) {
        let Some((_, ruler)) = self.ruler() else { return };
        let later = ruler.pixels(to.start.signed_duration_since(from.start).num_days());
        let longer = match hold {
            Hold::Whole => 0.0,
            Hold::Start => -later,
            Hold::End => ruler.pixels(to.end.signed_duration_since(from.end).num_days()),
        };
        stretch(card, later, longer);
    }
}

/// Moves the bar of a row by so many pixels along the line, and makes it so much longer.
fn stretch(row: &Element, later: f64, longer: f64) {
    let Some(row) = row.dyn_ref::<HtmlElement>() else { return };
    // A custom property takes any text.
    let _ = row.style().set_property("--later", &format!("{later}px"));
    let _ = row.style().set_property("--longer", &format!("{longer}px"));
}
