//! A table as a card: its name, and the fields that say most.

use crate::blueprint::{Blueprint, Field, FieldKind, Table};

/// Width of every card.
pub const CARD_WIDTH: i32 = 272;
/// Height of the part with the name.
pub const HEADER: i32 = 44;
/// Height of a field.
pub const LINE: i32 = 26;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// How far right it begins.
    pub left: i32,
    /// How far down it begins.
    pub top: i32,
    /// How tall it is.
    pub height: i32,
    /// Fields it shows, by their places, in the order of the table.
    pub shown: Vec<usize>,
}

impl Card {
    /// Of `table`, not placed yet: its title, its relations, and of the other fields those that say most.
    pub(super) fn new(blueprint: &Blueprint, table: &Table) -> Self {
        let room = room(blueprint.tables.len());
        let rank = |field| rank(blueprint, field);
        let mut ranked: Vec<(u8, usize)> =
            table.fields.iter().enumerate().map(|(place, field)| (rank(field), place)).collect();
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
        Self { left: 0, top: 0, height: HEADER + lines * LINE + FOOTER, shown }
    }

    /// How far below the card's top the middle of a field is; nothing where the card does not show it.
    pub(super) fn middle(&self, field: usize) -> Option<i32> {
        let line = self.shown.iter().position(|shown| *shown == field)?;
        Some(line_top(line) + LINE / 2)
    }
}

/// How far below the card's top a line begins.
pub fn line_top(line: usize) -> i32 {
    HEADER + i32::try_from(line).unwrap_or_default() * LINE + FOOTER / 2
}

/// Relations are always shown; of the others, the lowest come first.
fn rank(blueprint: &Blueprint, field: &Field) -> u8 {
    match &field.kind {
        FieldKind::Relation { table, .. } if blueprint.table(table).is_some() => 0,
        FieldKind::Title => 1,
        kind if field.required && !is_written_by_service(kind) => 2,
        FieldKind::Select { options } | FieldKind::MultiSelect { options } if !options.is_empty() => 3,
        FieldKind::Date => 3,
        FieldKind::AutoId { .. } | FieldKind::Person { .. } | FieldKind::Rating { .. } => 4,
        FieldKind::LongText => 6,
        kind if kind.is_computed() => 7,
        _ => 5,
    }
}

fn is_written_by_service(kind: &FieldKind) -> bool {
    kind.is_computed()
        || matches!(kind, FieldKind::CreatedAt | FieldKind::UpdatedAt | FieldKind::AutoId { .. })
}
