//! Relations in the picture: lines with crow's feet at their ends.

use std::fmt::Write as _;

use shared::diagram::{Edge, End, Least, Line, Point};

use super::picture::{COLORS, HEADING, MARGIN, Picture};
use super::xml::escaped;

impl Picture<'_, '_> {
    /// The relation `edge`.
    pub(super) fn line(&mut self, way: &Line, edge: &Edge) {
        let color = self.color(edge);
        let way = way.moved(MARGIN, MARGIN + HEADING);
        let about = format!("{} — {}", self.end(&edge.from), self.end(&edge.to));
        self.push(&format!("<g><title>{}</title>", escaped(&about)));
        self.push(&format!(r#"<path class="line c{color}" d="{}"/>"#, way.path()));
        let class = format!("mark c{color}");
        self.svg.push_str(&mark(way.from, &edge.from, &class));
        self.svg.push_str(&mark(way.to, &edge.to, &class));
        self.push("</g>");
    }

    /// Of the table with fewer relations: those of the hub would all look alike.
    fn color(&self, edge: &Edge) -> usize {
        let count = |end: &End| self.relations.get(end.table).copied().unwrap_or_default();
        let end = if count(&edge.from) < count(&edge.to) { &edge.from } else { &edge.to };
        end.table % COLORS
    }

    /// A record and the field that shows the relation.
    fn end(&self, end: &End) -> String {
        let Some(record) = self.model.record(end.table) else { return String::new() };
        match end.field.and_then(|place| record.properties.get(place)) {
            Some(property) => format!("{}: {}", record.table.name, property.field.name),
            None => record.table.name.clone(),
        }
    }
}

/// A bar or a foot for one or many, and before it a ring or a bar for "may" or "must".
pub(super) fn mark(point: Point, end: &End, class: &str) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(svg, r#"<path class="{class}" d="{}"/>"#, point.most(end));
    let _ = match point.least(end) {
        Least::Bar(path) => writeln!(svg, r#"<path class="{class}" d="{path}"/>"#),
        Least::Ring { x, y } => writeln!(svg, r#"<circle class="{class}" cx="{x}" cy="{y}" r="4"/>"#),
    };
    svg
}
