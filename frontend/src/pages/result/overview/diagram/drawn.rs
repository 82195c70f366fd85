//! A relation that is being drawn: from the handle of a table to another table.

use leptos::prelude::*;
use shared::diagram::{CARD_WIDTH, Card, HEADER};

use super::store::{Picture, Store};
use super::view::Spot;
use crate::i18n::I18n;

/// How big a handle is for pointers, and for the eye.
const REACH: &str = "18";
const DOT: &str = "6";

/// A line on its way from a table to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drawn {
    /// The table that it begins at.
    pub from: usize,
    /// Where it ends just now, in the drawing.
    pub at: Spot,
    /// The table that it would be connected to.
    pub to: Option<usize>,
    /// Whether it was ever beside the table that it begins at: only then can it come back to it.
    has_left: bool,
}

impl Drawn {
    /// A line that has gone nowhere yet.
    pub(super) fn new(from: usize, at: Spot) -> Self {
        Self { from, at, to: None, has_left: false }
    }

    /// The line once its end is at a place of the drawing.
    pub(super) fn moved(self, at: Spot, cards: &[Card]) -> Self {
        let over = card_at(cards, at);
        let has_left = self.has_left || over != Some(self.from);
        let to = over.filter(|to| has_left || *to != self.from);
        Self { at, to, has_left, ..self }
    }

    /// The line, as it is seen.
    pub(super) fn view(self, store: Store) -> Option<impl IntoView + use<>> {
        let start = store.picture.with(|picture| Some(start(picture, picture.card(self.from)?)))?;
        let d = format!("M{:.1},{:.1} L{:.1},{:.1}", start.x, start.y, self.at.x, self.at.y);
        Some(view! {
            <g class="diagram-drawn" aria-hidden="true">
                <path d=d></path>
                <circle cx=self.at.x.to_string() cy=self.at.y.to_string() r=DOT></circle>
            </g>
        })
    }
}

/// The table under a place of the drawing.
fn card_at(cards: &[Card], at: Spot) -> Option<usize> {
    let has = |card: &Card| {
        let across = f64::from(card.left)..f64::from(card.left + CARD_WIDTH);
        let down = f64::from(card.top)..f64::from(card.top + card.height);
        across.contains(&at.x) && down.contains(&at.y)
    };
    cards.iter().position(has)
}

/// Where the handle of a table is, from the corner of its card: at the end of its head.
fn handle_at(from_right: bool) -> (i32, i32) {
    (if from_right { 0 } else { CARD_WIDTH }, HEADER / 2)
}

fn start(picture: &Picture, card: &Card) -> Spot {
    let (x, y) = handle_at(picture.from_right);
    Spot { x: f64::from(card.left + x), y: f64::from(card.top + y) }
}

/// What a line is drawn from. The button above the diagram does the same for everybody.
pub(super) fn handle(i18n: I18n, picture: &Picture, place: usize) -> impl IntoView + use<> {
    let (x, y) = handle_at(picture.from_right);
    let (x, y) = (x.to_string(), y.to_string());
    view! {
        <g class="diagram-handle" data-handle=place.to_string() aria-hidden="true" on:click=|event| event.stop_propagation()>
            <title>{i18n.text("diagram.connect")}</title>
            <circle class="diagram-handle-reach" cx=x.clone() cy=y.clone() r=REACH></circle>
            <circle class="diagram-handle-dot" cx=x cy=y r=DOT></circle>
        </g>
    }
}

impl Store {
    /// A line begins at a table.
    pub(super) fn draw_from(self, from: usize, at: Spot) {
        self.drawn.set(Some(Drawn::new(from, self.in_drawing(at))));
    }

    /// The line goes on to a place of the frame.
    pub(super) fn draw_to(self, at: Spot) {
        let at = self.in_drawing(at);
        let cards = self.picture.get_untracked();
        self.drawn.update(|drawn| *drawn = drawn.map(|drawn| drawn.moved(at, &cards.drawn.cards)));
    }

    /// Connects the tables at the ends of a line.
    pub(super) fn connect(self, drawn: &Drawn) {
        let ids = self.picture.with_untracked(|picture| {
            let id = |place| picture.table(place).map(|table| table.id.clone());
            id(drawn.from).zip(drawn.to.and_then(id))
        });
        if let (Some(on_connect), Some(ids)) = (self.on_connect, ids) {
            on_connect.run(ids);
        }
    }

    fn in_drawing(self, at: Spot) -> Spot {
        untrack(|| self.view()).to_drawing(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards() -> Vec<Card> {
        let card = |left| Card { left, top: 0, height: 200, shown: Vec::new() };
        vec![card(0), card(400)]
    }

    fn spot(x: f64) -> Spot {
        Spot { x, y: 100.0 }
    }

    #[test]
    fn a_line_is_connected_where_it_ends() {
        let drawn = Drawn::new(0, spot(10.0));
        assert_eq!(drawn.moved(spot(450.0), &cards()).to, Some(1));
        assert_eq!(drawn.moved(spot(390.0), &cards()).to, None);
        assert_eq!(drawn.moved(Spot { x: 450.0, y: 201.0 }, &cards()).to, None);
    }

    #[test]
    fn a_table_is_connected_to_itself_by_a_line_that_left_it() {
        let drawn = Drawn::new(0, spot(10.0)).moved(spot(20.0), &cards());
        assert_eq!(drawn.to, None);
        let back = drawn.moved(spot(390.0), &cards()).moved(spot(20.0), &cards());
        assert_eq!(back.to, Some(0));
    }
}
