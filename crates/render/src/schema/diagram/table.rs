//! Tables in the picture.

use shared::blueprint::FieldKind;
use shared::diagram::{CARD_WIDTH, Card, HEADER, line_top, width};

use super::super::model::{Property, Record};
use super::super::words::{named, sentence};
use super::kind::kind;
use super::picture::{COLORS, HEADING, MARGIN, Picture, Style};
use super::xml::escaped;

/// Room between a card's edge and its texts.
const PADDING: i32 = 14;

impl Picture<'_, '_> {
    /// The table at `place`.
    pub(super) fn card(&mut self, place: usize, record: &Record<'_>, card: &Card) {
        let (left, top) = (card.left + MARGIN, card.top + MARGIN + HEADING);
        let color = place % COLORS;
        let about = named([&record.table.name, &record.table.description]);
        self.push(&format!("<g><title>{}</title>", escaped(&about)));
        self.push(&format!(
            r#"<rect class="card" x="{left}" y="{top}" width="{CARD_WIDTH}" height="{}" rx="10"/>"#,
            card.height
        ));
        let (right, below) = (left + CARD_WIDTH, top + HEADER);
        let band = format!(
            "M{left},{below} V{} Q{left},{top} {},{top} H{} Q{right},{top} {right},{} V{below} Z",
            top + 10,
            left + 10,
            right - 10,
            top + 10
        );
        self.push(&format!(r#"<path class="band f{color}" d="{band}"/>"#));
        self.push(&format!(
            r#"<rect class="f{color}" x="{}" y="{}" width="4" height="18" rx="2"/>"#,
            left + PADDING,
            top + 13
        ));
        let style = Style { class: "name", size: 16, room: CARD_WIDTH - 2 * PADDING - 12, is_at_end: false };
        self.text(&record.table.name, (left + PADDING + 12, top + 27), &style);
        for (line, property) in
            card.shown.iter().filter_map(|place| record.properties.get(*place)).enumerate()
        {
            self.field(property, line, (left, top + line_top(line)), color);
        }
        if card.shown.len() < record.properties.len() {
            self.more(record, card, (left + PADDING, top + line_top(card.shown.len()) + 17));
        }
        self.push("</g>");
    }

    fn field(&mut self, property: &Property<'_>, line: usize, (left, top): (i32, i32), color: usize) {
        let kind = kind(self.model, property);
        let about = self.model.description(property);
        self.push(&format!(
            "<g><title>{}</title>",
            escaped(&format!("{} ({kind}): {about}", property.field.name))
        ));
        if line > 0 {
            let (from, to) = (left + PADDING, left + CARD_WIDTH - PADDING);
            self.push(&format!(r#"<path class="rule" d="M{from},{top} H{to}"/>"#));
        }
        let room = CARD_WIDTH - 2 * PADDING - 12;
        let kind_room = room - (width(&property.field.name, 13) + 8).min(room * 3 / 5);
        let kind_width = width(&kind, 12).min(kind_room);
        let is_title = matches!(property.field.kind, FieldKind::Title);
        let class = if is_title { "field key" } else { "field" };
        let name_room = room - kind_width - if property.is_required { 20 } else { 8 };
        let style = Style { class, size: 13, room: name_room, is_at_end: false };
        let star = property.is_required.then_some(color);
        self.starred(&property.field.name, (left + PADDING, top + 18), &style, star);
        let style = Style { class: "kind", size: 12, room: kind_room, is_at_end: true };
        self.text(&kind, (left + CARD_WIDTH - PADDING, top + 18), &style);
        self.push("</g>");
    }

    /// How many fields the card does not show, and for those who point at it, which.
    fn more(&mut self, record: &Record<'_>, card: &Card, (x, y): (i32, i32)) {
        let hidden = record.properties.iter().enumerate().filter(|(place, _)| !card.shown.contains(place));
        let names: Vec<_> = hidden.map(|(_, property)| property.field.name.as_str()).collect();
        let count = names.len().to_string();
        let text = sentence(self.model.language(), "diagram_more", &[("count", &count)]);
        self.push(&format!("<g><title>{}</title>", escaped(&names.join(", "))));
        self.text(
            &text,
            (x, y),
            &Style { class: "more", size: 12, room: CARD_WIDTH - 2 * PADDING, is_at_end: false },
        );
        self.push("</g>");
    }
}
