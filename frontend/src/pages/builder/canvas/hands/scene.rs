//! What a view shows just now: where its rows stand, where they can go, and what that does.

use chrono::NaiveDate;
use shared::blueprint::{
    Blueprint, CellValue, Field, FieldId, FieldKind, RowId, Table, TableId, ViewId, ViewKind,
};
use shared::compute::{Evaluator, GroupKey, Section, sections};
use shared::operation::Operation;
use shared::operation::intention::arrange::{Bar, Fixed, Hold, in_column, on_day, settable, with_rest};

use super::place::Place;
use crate::i18n::I18n;
use crate::pages::builder::side::properties::cell::link;

/// A view with its rows.
pub(super) struct Scene<'a> {
    evaluator: Evaluator<'a>,
    /// Whose rows they are.
    pub table: &'a Table,
    sections: Vec<Section<'a>>,
    layout: Layout<'a>,
}

/// What places there are.
enum Layout<'a> {
    /// Columns, by this field.
    Board(&'a Field),
    /// Days, by this field.
    Calendar(&'a Field),
    /// Days along a line.
    Timeline(Bar<'a>),
    /// Rows stand in the order of the view.
    Ordered,
}

impl<'a> Scene<'a> {
    /// The view `view` of `table`, if there is one.
    pub(super) fn of(blueprint: &'a Blueprint, table: &TableId, view: &ViewId) -> Option<Self> {
        let table = blueprint.table(table)?;
        let view = table.views.iter().find(|known| known.id == *view)?;
        let evaluator = Evaluator::new(blueprint);
        let today = blueprint.settings.sample_today.unwrap_or_default();
        let sections = sections(&evaluator, table, view, today);
        let layout = match &view.kind {
            ViewKind::Board { by } => Layout::Board(table.field(by)?),
            ViewKind::Calendar { date } => Layout::Calendar(table.field(date)?),
            ViewKind::Timeline { start, end } => Layout::Timeline(Bar::of(table, start, end.as_ref())?),
            ViewKind::Grid | ViewKind::Gallery | ViewKind::List => Layout::Ordered,
        };
        let sections = match layout {
            Layout::Board(by) => with_rest(sections, by),
            _ => sections,
        };
        Some(Self { evaluator, table, sections, layout })
    }

    /// What the keys and pointers of this kind of view are told under.
    pub(super) fn kind(&self) -> &'static str {
        match self.layout {
            Layout::Board(_) => "board",
            Layout::Calendar(_) => "calendar",
            Layout::Timeline(_) => "timeline",
            Layout::Ordered => "ordered",
        }
    }

    /// How many columns there are.
    pub(super) fn columns(&self) -> usize {
        self.sections.len()
    }

    /// What the rows of a column share.
    pub(super) fn column(&self, at: usize) -> Option<&GroupKey> {
        self.sections.get(at).map(|section| &section.key)
    }

    /// The field that columns are made of.
    pub(super) fn by(&self) -> Option<&'a Field> {
        match self.layout {
            Layout::Board(by) => Some(by),
            _ => None,
        }
    }

    /// Whether the view shows a row.
    pub(super) fn shows(&self, row: &RowId) -> bool {
        self.sections.iter().any(|section| section.rows.iter().any(|shown| shown.id == *row))
    }

    /// What a row is called; empty where it has no name.
    pub(super) fn name(&self, row: &RowId) -> String {
        let found = self.table.sample_rows.iter().find(|known| known.id == *row);
        found.map(|row| self.table.label(row).to_owned()).unwrap_or_default()
    }

    /// Where a row stands. A row may be in several columns: it is that of `column` where it is there.
    pub(super) fn place(&self, row: &RowId, column: Option<usize>, hold: Hold) -> Option<Place> {
        match self.layout {
            Layout::Board(_) => {
                let has = |section: &Section<'_>| section.rows.iter().any(|shown| shown.id == *row);
                let named = column.filter(|at| self.sections.get(*at).is_some_and(has));
                named.or_else(|| self.sections.iter().position(has)).map(Place::Column)
            }
            Layout::Calendar(date) => self.evaluator.value(row, &date.id).day().map(Place::Day),
            Layout::Timeline(bar) => bar.span(&self.evaluator, row).map(|span| Place::Bar(span, hold)),
            Layout::Ordered => None,
        }
    }

    /// Whether rows can be taken hold of there.
    ///
    /// # Errors
    /// The field that stands against it, and why.
    pub(super) fn holds(&self, hold: Hold) -> Result<bool, (&'a Field, Fixed)> {
        match self.layout {
            Layout::Board(field) | Layout::Calendar(field) => {
                settable(&field.kind).map_err(|fixed| (field, fixed))?;
                Ok(hold == Hold::Whole)
            }
            Layout::Timeline(bar) => bar.holds(hold),
            Layout::Ordered => Ok(false),
        }
    }

    /// What puts a row from one place to another; nothing where that changes nothing.
    pub(super) fn operations(&self, row: &RowId, from: Place, to: Place) -> Result<Vec<Operation>, Fixed> {
        if from == to {
            return Ok(Vec::new());
        }
        Ok(match (&self.layout, from, to) {
            (Layout::Board(by), Place::Column(from), Place::Column(to)) => {
                let (Some(from), Some(to)) = (self.column(from), self.column(to)) else {
                    return Ok(Vec::new());
                };
                let now = self.evaluator.value(row, &by.id);
                self.set(row, by, in_column(by, &now, from, to)?)
            }
            (Layout::Calendar(date), _, Place::Day(day)) => {
                let now = self.evaluator.value(row, &date.id);
                self.set(row, date, Some(on_day(&date.kind, &now, day)?))
            }
            (Layout::Timeline(bar), _, Place::Bar(span, _)) => {
                let values = bar.values(&self.evaluator, row, span)?.into_iter();
                values.map(|(field, value)| set_cell(row, field, Some(value))).collect()
            }
            _ => Vec::new(),
        })
    }

    fn set(&self, row: &RowId, field: &Field, value: Option<CellValue>) -> Vec<Operation> {
        match (&field.kind, &value) {
            (FieldKind::Relation { .. }, value) => {
                let links = value.as_ref().map_or(&[][..], CellValue::list).to_vec();
                link(self.evaluator.blueprint(), row, &field.id, links)
            }
            _ => vec![set_cell(row, field.id.clone(), value)],
        }
    }

    /// A place in words.
    pub(super) fn told(&self, i18n: I18n, place: Place) -> String {
        match place {
            Place::Column(at) => match self.sections.get(at) {
                Some(section) if section.key != GroupKey::Empty => section.label.clone(),
                _ => i18n.text("views.no_value"),
            },
            Place::Day(day) => self.day(day),
            Place::Bar(span, _) if span.start == span.end => self.day(span.start),
            Place::Bar(span, _) => {
                let [first, last] = [span.start, span.end].map(|day| self.evaluator.short_day(day));
                format!("{first} – {last}")
            }
        }
    }

    fn day(&self, day: NaiveDate) -> String {
        format!("{}, {}", self.evaluator.weekday_of(day), self.evaluator.short_day(day))
    }
}

fn set_cell(row: &RowId, field: FieldId, value: Option<CellValue>) -> Operation {
    Operation::SetCell { row: row.clone(), field, value }
}

#[cfg(test)]
mod tests {
    use shared::design::design;
    use shared::operation::apply_all;

    use super::*;
    use crate::state::draft::suggested;

    const TABLE: &str = "tbl_sessions";
    const BOARD: &str = "viw_sessions_by_status";

    fn with<T>(blueprint: &Blueprint, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        look(&Scene::of(blueprint, &TABLE.into(), &BOARD.into()).unwrap())
    }

    #[test]
    fn a_card_goes_to_another_column_and_stands_there() {
        let mut blueprint = design(&suggested());
        let row = blueprint.tables[0].sample_rows[0].id.clone();
        let count = with(&blueprint, |scene| scene.columns());
        for to in 0..count {
            let operations = with(&blueprint, |scene| {
                let from = scene.place(&row, None, Hold::Whole).unwrap();
                scene.operations(&row, from, Place::Column(to)).unwrap()
            });
            apply_all(&mut blueprint, operations).unwrap();
            let now = with(&blueprint, |scene| scene.place(&row, None, Hold::Whole));
            assert_eq!(now, Some(Place::Column(to)));
        }
    }

    #[test]
    fn where_it_already_is_nothing_is_done() {
        let blueprint = design(&suggested());
        let row = blueprint.tables[0].sample_rows[0].id.clone();
        with(&blueprint, |scene| {
            let place = scene.place(&row, None, Hold::Whole).unwrap();
            assert_eq!(scene.operations(&row, place, place), Ok(Vec::new()));
        });
    }
}
