//! The picture as it grows: its frame, its texts, its legend.

use shared::diagram::{Diagram, Edge, End, Point, fit, width};

use super::super::code::line;
use super::super::model::Model;
use super::super::words::{joined, sentence, word};
use super::relation::mark;
use super::xml::escaped;

/// Room around everything.
pub(super) const MARGIN: i32 = 32;
/// Room for the heading.
pub(super) const HEADING: i32 = 76;
/// Room for the explanation of the marks.
const LEGEND: i32 = 52;
/// The picture is at least as wide as that.
const WIDTH_MIN: i32 = 640;
/// How many colours there are for tables; `style.css` has them.
pub(super) const COLORS: usize = 8;

/// The picture as it grows.
pub(super) struct Picture<'a, 'b> {
    pub(super) model: &'b Model<'a>,
    /// How many relations each record has.
    pub(super) relations: Vec<usize>,
    pub(super) svg: String,
}

/// What a text looks like.
pub(super) struct Style<'a> {
    /// Its class in `style.css`.
    pub(super) class: &'a str,
    /// The size of its font.
    pub(super) size: u32,
    /// How wide it may be.
    pub(super) room: i32,
    /// Whether its place is that of its end.
    pub(super) is_at_end: bool,
}

impl<'a, 'b> Picture<'a, 'b> {
    /// Nothing yet.
    pub(super) fn new(model: &'b Model<'a>, edges: &[Edge]) -> Self {
        let count = |place| edges.iter().filter(|edge| edge.touches(place)).count();
        let relations = (0..model.records.len()).map(count).collect();
        Self { model, relations, svg: String::new() }
    }

    pub(super) fn push(&mut self, line: &str) {
        self.svg.push_str(line);
        self.svg.push('\n');
    }

    /// The frame, the name and what it is.
    pub(super) fn open(&mut self, diagram: &Diagram) {
        let blueprint = self.model.blueprint;
        let (width, height) = size(diagram);
        self.push(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="title about" lang="{}">"#,
            self.model.language().tag()
        ));
        let counts = [
            ("tables", self.model.records.len().to_string()),
            ("relations", diagram.edges.len().to_string()),
        ];
        let counts = counts.each_ref().map(|(key, count)| (*key, count.as_str()));
        let about = sentence(self.model.language(), "diagram_about", &counts);
        let name = escaped(&blueprint.name);
        self.push(&format!(r#"<title id="title">{name}</title>"#));
        self.push(&format!(
            r#"<desc id="about">{}</desc>"#,
            escaped(&joined(&[&blueprint.description, &about]))
        ));
        self.push(&format!("<style>\n{}</style>", include_str!("style.css")));
        self.push(&format!(r#"<rect class="page" width="{width}" height="{height}"/>"#));
        let room = width - 2 * MARGIN;
        let heading = Style { class: "heading", size: 22, room, is_at_end: false };
        self.text(&blueprint.name, (MARGIN, MARGIN + 20), &heading);
        let text = Style { class: "about", size: 13, room, is_at_end: false };
        self.text(&about, (MARGIN, MARGIN + 44), &text);
    }

    /// A text, cut where there is no room for all of it; the whole is there for those who point at it.
    pub(super) fn text(&mut self, text: &str, at: (i32, i32), style: &Style<'_>) {
        self.starred(text, at, style, None);
    }

    /// The same, with a dot in a colour after it.
    pub(super) fn starred(
        &mut self,
        text: &str,
        (x, y): (i32, i32),
        style: &Style<'_>,
        color: Option<usize>,
    ) {
        let whole = line(text);
        let shown = fit(&whole, style.size, style.room);
        let anchor = if style.is_at_end { r#" text-anchor="end""# } else { "" };
        let title =
            if shown == whole { String::new() } else { format!("<title>{}</title>", escaped(&whole)) };
        let dot =
            color.map(|color| format!(r#"<tspan class="f{color}" dx="4">•</tspan>"#)).unwrap_or_default();
        let (class, shown) = (style.class, escaped(&shown));
        self.push(&format!(r#"<text class="{class}" x="{x}" y="{y}"{anchor}>{title}{shown}{dot}</text>"#));
    }

    /// What the marks mean.
    pub(super) fn legend(&mut self, diagram: &Diagram) {
        let (_, height) = size(diagram);
        let y = height - MARGIN + 4;
        let language = self.model.language();
        let mut x = MARGIN;
        let end = |is_many| End { table: 0, field: None, is_many, is_required: false };
        let marks = [(false, "diagram_one"), (true, "diagram_many")];
        for (is_many, key) in marks.into_iter().filter(|_| !diagram.lines.is_empty()) {
            let point = Point { x: x + 34, y: y - 4, towards: -1 };
            self.push(&format!(r#"<path class="line sample" d="M{x},{} H{}"/>"#, point.y, point.x));
            self.svg.push_str(&mark(point, &end(is_many), "mark sample"));
            x = self.legend_text(x + 44, y, word(language, key));
        }
        self.push(&format!(r#"<circle class="dot" cx="{}" cy="{}" r="2.5"/>"#, x + 3, y - 4));
        self.legend_text(x + 12, y, word(language, "diagram_required"));
    }

    /// Returns where the next thing may begin.
    fn legend_text(&mut self, x: i32, y: i32, text: &str) -> i32 {
        let room = width(text, 12);
        self.text(text, (x, y), &Style { class: "legend", size: 12, room, is_at_end: false });
        x + room + 20
    }
}

fn size(diagram: &Diagram) -> (i32, i32) {
    (diagram.width.max(WIDTH_MIN) + 2 * MARGIN, diagram.height + HEADING + LEGEND + 2 * MARGIN)
}
