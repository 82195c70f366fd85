//! Where tables stand in the small picture: the first one on top, the others in rows of three below it. A table
//! keeps its place for as long as it is there, so that nothing moves when another comes or goes.

use shared::blueprint::{Blueprint, FieldId, FieldKind, TableId};

/// Tables in a row.
pub(crate) const COLUMNS: usize = 3;

/// Heights in the picture, in pixels at the usual size of text; the style sheet has the same.
const HUB: f64 = 100.0;
const GAP: f64 = 30.0;
const ROW: f64 = 70.0;
/// Room below the last row for lines that turn around.
const FOOT: f64 = 18.0;
/// Units across the picture, which is as wide as there is room.
const WIDTH: f64 = 300.0;
/// How far lines between the same two tables stand apart.
const APART: f64 = 14.0;

/// Which table stands where.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Slots(Vec<Option<TableId>>);

/// A line between two tables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The field that relates them.
    pub id: FieldId,
    /// The shape of it.
    pub path: String,
}

/// A relation and its two tables; its other side is the same relation.
#[derive(Clone, Debug, PartialEq)]
struct Relation {
    id: FieldId,
    from: TableId,
    to: TableId,
}

/// A place in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Spot {
    Hub,
    At { column: usize, row: usize },
}

impl Slots {
    /// The places of the tables of `blueprint`: known ones stay, new ones take the first free places.
    pub(crate) fn follow(mut self, blueprint: &Blueprint) -> Self {
        let others = || blueprint.tables.iter().skip(1).map(|table| &table.id);
        for slot in &mut self.0 {
            if slot.as_ref().is_some_and(|kept| !others().any(|id| id == kept)) {
                *slot = None;
            }
        }
        self = self.beside(blueprint);
        while self.0.last().is_some_and(Option::is_none) {
            self.0.pop();
        }
        self
    }

    /// The places of the tables of `blueprint` beside those that are there already.
    pub(crate) fn beside(mut self, blueprint: &Blueprint) -> Self {
        for table in blueprint.tables.iter().skip(1) {
            if self.of(&table.id).is_none() {
                match self.0.iter_mut().find(|slot| slot.is_none()) {
                    Some(free) => *free = Some(table.id.clone()),
                    None => self.0.push(Some(table.id.clone())),
                }
            }
        }
        self
    }

    /// The place of a table, counted from the first below the hub.
    pub(crate) fn of(&self, table: &TableId) -> Option<usize> {
        self.0.iter().position(|slot| slot.as_ref() == Some(table))
    }

    /// Rows below the first table; one is always kept free.
    pub(crate) fn rows(&self) -> usize {
        self.0.len().div_ceil(COLUMNS).max(1)
    }

    /// Height of the picture, in the units of [`Slots::view_box`].
    fn height(&self) -> f64 {
        HUB + self.rows() as f64 * (GAP + ROW) + FOOT
    }

    /// The frame that lines are drawn in.
    pub(crate) fn view_box(&self) -> String {
        format!("0 0 {WIDTH} {}", self.height())
    }

    /// Every relation as a line between its tables.
    pub(crate) fn lines(&self, blueprint: &Blueprint) -> Vec<Line> {
        let relations = relations(blueprint);
        let mut lines: Vec<Line> = Vec::with_capacity(relations.len());
        for (at, relation) in relations.iter().enumerate() {
            let twins = relations.iter().take(at).filter(|other| other.joins_same(relation)).count();
            let (Some(from), Some(to)) =
                (self.spot(blueprint, &relation.from), self.spot(blueprint, &relation.to))
            else {
                continue;
            };
            lines.push(Line { id: relation.id.clone(), path: path(from, to, twins as f64 * APART) });
        }
        lines
    }

    fn spot(&self, blueprint: &Blueprint, table: &TableId) -> Option<Spot> {
        if blueprint.tables.first().is_some_and(|hub| hub.id == *table) {
            return Some(Spot::Hub);
        }
        self.of(table).map(|slot| Spot::At { column: slot % COLUMNS, row: slot / COLUMNS })
    }
}

impl Relation {
    fn joins_same(&self, other: &Self) -> bool {
        (&self.from, &self.to) == (&other.from, &other.to)
            || (&self.from, &self.to) == (&other.to, &other.from)
    }
}

fn relations(blueprint: &Blueprint) -> Vec<Relation> {
    let mut relations: Vec<Relation> = Vec::new();
    let mut seen: Vec<&FieldId> = Vec::new();
    for (table, field) in
        blueprint.tables.iter().flat_map(|table| table.fields.iter().map(move |it| (table, it)))
    {
        if let FieldKind::Relation { table: to, inverse, .. } = &field.kind
            && !seen.contains(&&field.id)
        {
            seen.extend(inverse.as_ref());
            relations.push(Relation { id: field.id.clone(), from: table.id.clone(), to: to.clone() });
        }
    }
    relations
}

/// Top of a row.
fn top(row: usize) -> f64 {
    HUB + GAP + row as f64 * (ROW + GAP)
}

/// Middle of a column.
fn middle(column: usize) -> f64 {
    (column as f64 + 0.5) * WIDTH / COLUMNS as f64
}

/// The gutter beside a column through which lines pass to lower rows.
fn gutter(column: usize) -> f64 {
    let side = if column == 0 { 1.0 } else { column as f64 };
    side * WIDTH / COLUMNS as f64
}

fn path(from: Spot, to: Spot, shift: f64) -> String {
    match (from, to) {
        (Spot::Hub, Spot::Hub) => looped(WIDTH - 24.0 - shift, HUB, 10.0),
        (Spot::Hub, Spot::At { column, row }) | (Spot::At { column, row }, Spot::Hub) => {
            down(column, row, shift)
        }
        (Spot::At { column, row }, Spot::At { column: other, row: below }) => {
            match (column == other, row == below) {
                (true, true) => looped(middle(column) + 30.0 - shift, top(row), -10.0),
                (_, true) => {
                    around(middle(column) + 10.0 + shift, middle(other) - 10.0 - shift, top(row) + ROW)
                }
                (_, false) => {
                    let (start, end) = if row < below { (column, other) } else { (other, column) };
                    let first = row.min(below);
                    smooth(
                        middle(start) - 18.0 + shift,
                        top(first) + ROW,
                        middle(end) + 18.0 - shift,
                        top(row.max(below)),
                    )
                }
            }
        }
    }
}

/// From the first table down to another: straight to the first row, through a gutter to those below it.
fn down(column: usize, row: usize, shift: f64) -> String {
    let end = middle(column) + shift;
    if row == 0 {
        return format!("M{end} {HUB}V{}", top(0));
    }
    let pass = gutter(column) + if column == 1 { -2.0 } else { 2.0 };
    let bend = top(row) - GAP;
    format!("M{pass} {HUB}V{bend}C{pass} {} {end} {} {end} {}", bend + GAP / 2.0, bend + GAP / 2.0, top(row))
}

/// A curve that leaves downwards and arrives from above.
fn smooth(x1: f64, y1: f64, x2: f64, y2: f64) -> String {
    let half = (y1 + y2) / 2.0;
    format!("M{x1} {y1}C{x1} {half} {x2} {half} {x2} {y2}")
}

/// A line that leaves a row below and comes back to it.
fn around(x1: f64, x2: f64, bottom: f64) -> String {
    let low = bottom + FOOT;
    format!("M{x1} {bottom}C{x1} {low} {x2} {low} {x2} {bottom}")
}

/// A line of a table to itself.
fn looped(x: f64, edge: f64, reach: f64) -> String {
    let far = edge + 1.6 * reach;
    format!("M{} {edge}C{} {far} {} {far} {} {edge}", x - 10.0, x - 10.0, x + 10.0, x + 10.0)
}

#[cfg(test)]
mod tests {
    use shared::advice::{Change, Pick, apply};
    use shared::answers::{Answers, Complexity, Feature, Priority, TeamSize};
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    fn with(changes: &[Change]) -> Blueprint {
        design(&apply(&suggested(), changes))
    }

    fn everything() -> Blueprint {
        let suggested = suggested();
        design(&Answers {
            priorities: Priority::ALL.to_vec(),
            features: Feature::ALL.to_vec(),
            complexity: Complexity::Advanced,
            team_size: TeamSize::OverTwenty,
            ..suggested
        })
    }

    #[test]
    fn a_table_keeps_its_place_when_another_comes_and_goes() {
        let projects = Change::Take(Pick::Feature(Feature::Projects));
        let first = Slots::default().follow(&with(&[]));
        assert_eq!(first.of(&"tbl_topics".into()), Some(0));
        let second = first.follow(&with(&[projects]));
        assert_eq!(second.of(&"tbl_topics".into()), Some(0));
        assert_eq!(second.of(&"tbl_projects".into()), Some(1));
        let no_topics = Change::Leave(Pick::Priority(Priority::Organization));
        let third = second.follow(&with(&[projects, no_topics]));
        assert_eq!((third.of(&"tbl_topics".into()), third.of(&"tbl_projects".into())), (None, Some(1)));
        assert_eq!(third.follow(&with(&[])).of(&"tbl_topics".into()), Some(0));
    }

    #[test]
    fn every_relation_is_drawn_once_and_inside_the_frame() {
        let blueprint = everything();
        let slots = Slots::default().follow(&blueprint);
        let lines = slots.lines(&blueprint);
        let relations = blueprint.tables.iter().flat_map(|table| &table.fields);
        let sides = relations.filter(|field| matches!(field.kind, FieldKind::Relation { .. })).count();
        assert_eq!(lines.len() * 2, sides);
        assert_eq!(slots.rows(), 2);
        for line in &lines {
            let numbers = line.path.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
            let inside = |n: f64| (0.0..=slots.height()).contains(&n);
            assert!(numbers.filter(|n| !n.is_empty()).all(|n| n.parse().is_ok_and(inside)), "{}", line.path);
        }
    }

    #[test]
    fn one_row_is_kept_free_for_what_comes() {
        let alone = Slots::default();
        assert_eq!(alone.rows(), 1);
        assert_eq!(alone.view_box(), "0 0 300 218");
    }
}
