//! A table as a card: its name, and the fields that say most.

use shared::blueprint::FieldKind;

use super::super::model::{Item, Model, Property, Record};
use super::super::words::{sentence, word};

/// Width of every card.
pub(super) const WIDTH: i32 = 272;
/// Height of the part with the name.
pub(super) const HEADER: i32 = 44;
/// Height of a field.
pub(super) const LINE: i32 = 26;
/// Space below the last field.
const FOOTER: i32 = 8;
/// How many fields besides relations a card shows: the fewer, the more tables there are.
fn room(tables: usize) -> usize {
    match tables {
        0..=2 => 14,
        3..=12 => 7,
        _ => 3,
    }
}

/// A table as a card.
pub(super) struct Card {
    /// Fields it shows, by their places, in the order of the table.
    pub(super) shown: Vec<usize>,
    /// How tall it is.
    pub(super) height: i32,
}

impl Card {
    /// Of `record`: its title, its relations, and of the other fields those that say most.
    pub(super) fn new(model: &Model<'_>, record: &Record<'_>) -> Self {
        let room = room(model.records.len());
        let mut ranked: Vec<(u8, usize)> =
            record.properties.iter().enumerate().map(|(place, property)| (rank(property), place)).collect();
        ranked.sort();
        let relations = ranked.iter().filter(|(rank, _)| *rank == 0).count();
        let mut shown: Vec<usize> = ranked.iter().take(relations + room).map(|(_, place)| *place).collect();
        // A line that says "and 1 more" takes as much room as the field itself.
        if shown.len() + 1 == ranked.len() {
            shown = ranked.iter().map(|(_, place)| *place).collect();
        }
        shown.sort_unstable();
        let lines = shown.len() + usize::from(shown.len() < ranked.len());
        let lines = i32::try_from(lines).unwrap_or(i32::MAX / LINE / 2);
        Self { shown, height: HEADER + lines * LINE + FOOTER }
    }

    /// How far below the card's top the middle of a field is; nothing where the card does not show it.
    pub(super) fn middle(&self, property: usize) -> Option<i32> {
        let line = self.shown.iter().position(|shown| *shown == property)?;
        Some(line_top(line) + LINE / 2)
    }
}

/// How far below the card's top a line begins.
pub(super) fn line_top(line: usize) -> i32 {
    HEADER + i32::try_from(line).unwrap_or_default() * LINE + FOOTER / 2
}

/// Relations are always shown; of the others, the lowest come first.
fn rank(property: &Property<'_>) -> u8 {
    match (&property.item, &property.field.kind) {
        (Item::Link(_), _) => 0,
        (_, FieldKind::Title) => 1,
        _ if property.is_required => 2,
        (
            Item::Choice(..) | Item::Date,
            FieldKind::Select { .. } | FieldKind::MultiSelect { .. } | FieldKind::Date,
        ) => 3,
        (_, FieldKind::AutoId { .. } | FieldKind::Person { .. } | FieldKind::Rating { .. }) => 4,
        (_, FieldKind::LongText) => 6,
        _ if property.field.kind.is_computed() => 7,
        _ => 5,
    }
}

/// What a field holds, in a word or two.
pub(super) fn kind(model: &Model<'_>, property: &Property<'_>) -> String {
    let language = model.language();
    let text = match (&property.item, property.is_list) {
        (Item::Link(place), is_list) => {
            let name = model.record(*place).map_or("", |record| record.table.name.as_str());
            format!("{} {name}", if is_list { "⇉" } else { "→" })
        }
        (Item::Choice(_, choices), is_list) => {
            let key = if is_list { "diagram_any_of" } else { "diagram_one_of" };
            sentence(language, key, &[("count", &choices.len().to_string())])
        }
        (Item::Rating(max), _) => format!("1–{max}"),
        (_, true) => word(language, "diagram_people").to_owned(),
        (item, false) => word(language, key(item, &property.field.kind)).to_owned(),
    };
    if property.field.kind.is_computed() { format!("= {text}") } else { text }
}

fn key(item: &Item, kind: &FieldKind) -> &'static str {
    match (item, kind) {
        (_, FieldKind::Title) => "diagram_title",
        (_, FieldKind::Person { .. }) => "diagram_person",
        (_, FieldKind::AutoId { .. }) => "diagram_auto_id",
        (_, FieldKind::LongText) => "diagram_long_text",
        (_, FieldKind::Attachment) => "diagram_attachment",
        (Item::Number, _) => "diagram_number",
        (Item::Bool, _) => "diagram_bool",
        (Item::Date, _) => "diagram_date",
        (Item::Datetime, _) => "diagram_datetime",
        (Item::Url, _) => "diagram_url",
        (Item::Email, _) => "diagram_email",
        _ => "diagram_text",
    }
}
