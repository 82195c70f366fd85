//! Relations in the picture: lines with crow's feet at their ends.

use std::fmt::Write as _;

use super::super::edges::{Edge, End};
use super::layout::{Line, Point};
use super::picture::{COLORS, HEADING, MARGIN, Picture};
use super::xml::escaped;

/// How round lines are where they turn.
const ROUND: i32 = 8;

impl Picture<'_, '_> {
    /// The relation `edge`.
    pub(super) fn line(&mut self, way: &Line, edge: &Edge) {
        let color = self.color(edge);
        let shift = |point: Point| Point { x: point.x + MARGIN, y: point.y + MARGIN + HEADING, ..point };
        let (from, to) = (shift(way.from), shift(way.to));
        let about = format!("{} — {}", self.end(&edge.from), self.end(&edge.to));
        self.push(&format!("<g><title>{}</title>", escaped(&about)));
        self.push(&format!(r#"<path class="line c{color}" d="{}"/>"#, path(from, to, way.track + MARGIN)));
        let class = format!("mark c{color}");
        self.svg.push_str(&mark(from, &edge.from, &class));
        self.svg.push_str(&mark(to, &edge.to, &class));
        self.push("</g>");
    }

    /// Of the table with fewer relations: those of the hub would all look alike.
    fn color(&self, edge: &Edge) -> usize {
        let count = |end: &End| self.relations.get(end.record).copied().unwrap_or_default();
        let end = if count(&edge.from) < count(&edge.to) { &edge.from } else { &edge.to };
        end.record % COLORS
    }

    /// A record and the field that shows the relation.
    fn end(&self, end: &End) -> String {
        let Some(record) = self.model.record(end.record) else { return String::new() };
        match end.property.and_then(|place| record.properties.get(place)) {
            Some(property) => format!("{}: {}", record.table.name, property.field.name),
            None => record.table.name.clone(),
        }
    }
}

/// Along the track, with round corners.
fn path(from: Point, to: Point, track: i32) -> String {
    let (down, drop) = ((to.y - from.y).signum(), (to.y - from.y).abs());
    if drop < 2 {
        return format!("M{},{} H{} L{},{}", from.x, from.y, track, to.x, to.y);
    }
    let round = ROUND.min(drop / 2);
    let turn = |y: i32, x: i32, y_to: i32| format!("Q{track},{y} {x},{y_to}");
    format!(
        "M{},{} H{} {} V{} {} H{}",
        from.x,
        from.y,
        track - from.towards * round,
        turn(from.y, track, from.y + down * round),
        to.y - down * round,
        turn(to.y, track - to.towards * round, to.y),
        to.x,
    )
}

/// A bar or a foot for one or many, and before it a ring or a bar for "may" or "must".
pub(super) fn mark(Point { x, y, towards }: Point, end: &End, class: &str) -> String {
    let mut svg = String::new();
    let (upper, lower, toe) = (y - 6, y + 6, x + towards * 12);
    let most = match end.is_many {
        true => format!("M{toe},{y} L{x},{upper} M{toe},{y} L{x},{lower}"),
        false => format!("M{0},{upper} V{lower}", x + towards * 8),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(svg, r#"<path class="{class}" d="{most}"/>"#);
    let least = x + towards * if end.is_many { 16 } else { 15 };
    let _ = match end.is_required {
        true => writeln!(svg, r#"<path class="{class}" d="M{least},{upper} V{lower}"/>"#),
        false => writeln!(svg, r#"<circle class="{class}" cx="{least}" cy="{y}" r="4"/>"#),
    };
    svg
}
