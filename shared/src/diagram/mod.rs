//! How tables hang together, as a picture: tables as cards, relations as lines between the fields that show them.
//!
//! Laid out in columns around the table with the most relations: `columns` says who stands where, `heights` how high,
//! `tracks` which way lines go. No line ever passes under a card. The same blueprint gives the same picture, on the
//! screen and in a file.

mod card;
mod columns;
mod edges;
mod heights;
mod layout;
mod line;
mod measure;
#[cfg(test)]
mod tests;
mod tracks;

pub use card::{CARD_WIDTH, Card, HEADER, LINE, line_top};
pub use edges::{Edge, End, edges};
pub use layout::{Diagram, diagram};
pub use line::{Least, Line, Point};
pub use measure::{fit, width};
