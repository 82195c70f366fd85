//! An entity diagram as a picture: tables as cards, relations as lines between the fields that show them.
//!
//! Where everything stands is [`shared::diagram`]'s to say, as on the screen.

mod kind;
mod picture;
mod relation;
mod table;
mod xml;

use shared::diagram::diagram;

use super::model::Model;
use picture::Picture;

/// The picture.
pub(super) fn write(model: &Model<'_>) -> String {
    let diagram = diagram(model.blueprint);
    let mut picture = Picture::new(model, &diagram.edges);
    picture.open(&diagram);
    for line in &diagram.lines {
        if let Some(edge) = diagram.edges.get(line.edge) {
            picture.line(line, edge);
        }
    }
    for (place, (record, card)) in model.records.iter().zip(&diagram.cards).enumerate() {
        picture.card(place, record, card);
    }
    picture.legend(&diagram);
    picture.svg.push_str("</svg>\n");
    picture.svg
}
