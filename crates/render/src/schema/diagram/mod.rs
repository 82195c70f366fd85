//! An entity diagram as a picture: tables as cards, relations as lines between the fields that show them.
//!
//! Laid out in columns around the table with the most relations; see [`columns`] for who stands where, [`heights`]
//! for how high, [`tracks`] for the way of lines. No line ever passes under a card.

mod card;
mod columns;
mod heights;
mod layout;
mod measure;
mod picture;
mod relation;
mod table;
mod tracks;
mod xml;

use super::edges::edges;
use super::model::Model;
use card::Card;
use layout::layout;
use picture::Picture;

/// The picture.
pub(super) fn write(model: &Model<'_>) -> String {
    let cards: Vec<Card> = model.records.iter().map(|record| Card::new(model, record)).collect();
    let edges = edges(model);
    let layout = layout(&cards, &edges);
    let mut picture = Picture::new(model, &edges);
    picture.open(&layout, edges.len());
    for line in &layout.lines {
        if let Some(edge) = edges.get(line.edge) {
            picture.line(line, edge);
        }
    }
    for (place, ((record, card), corner)) in model.records.iter().zip(&cards).zip(&layout.cards).enumerate() {
        picture.card(place, record, card, *corner);
    }
    picture.legend(&layout);
    picture.svg.push_str("</svg>\n");
    picture.svg
}
