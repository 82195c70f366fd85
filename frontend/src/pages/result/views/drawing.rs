//! What every kind of view is drawn from.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use shared::blueprint::{
    Blueprint, Color, Field, FieldId, FieldKind, SampleRow, Table, TableId, View, ViewId, ViewKind,
};
use shared::compute::{Evaluator, GroupKey, Section, ViewTerms, sections, view_terms};

use super::terms::Said;
use crate::i18n::I18n;
use crate::pages::result::cell::{self, Shown};

/// A view with the sample rows that it shows.
pub(super) struct Drawing<'a> {
    /// Computes values.
    pub evaluator: Evaluator<'a>,
    /// The table.
    pub table: &'a Table,
    /// The view.
    pub view: &'a View,
    /// Its rows, filtered, sorted and parted.
    pub sections: Vec<Section<'a>>,
    /// The day that the samples take for today.
    pub today: NaiveDate,
}

impl<'a> Drawing<'a> {
    /// The view `view` of `table`, if there is one.
    pub(super) fn of(blueprint: &'a Blueprint, table: &TableId, view: &ViewId) -> Option<Self> {
        let table = blueprint.table(table)?;
        let view = table.views.iter().find(|known| known.id == *view)?;
        let today = blueprint.settings.sample_today.unwrap_or_default();
        let evaluator = Evaluator::new(blueprint);
        let sections = sections(&evaluator, table, view, today);
        Some(Self { evaluator, table, view, sections, today })
    }

    /// The rows, each once, in the view's order.
    pub(super) fn rows(&self) -> Vec<&'a SampleRow> {
        let mut seen = BTreeSet::new();
        let rows = self.sections.iter().flat_map(|section| section.rows.iter().copied());
        rows.filter(|row| seen.insert(&row.id)).collect()
    }

    /// How many rows the view shows.
    pub(super) fn count(&self) -> usize {
        self.rows().len()
    }

    /// What the view does with the rows, in words.
    pub(super) fn terms(&self, i18n: I18n) -> Said {
        let ViewTerms { layout, conditions, group, sorts, .. } = view_terms(&self.evaluator, self.view);
        let (shown, all) = (self.count(), self.table.sample_rows.len());
        let rows = if shown == all {
            i18n.count("views.rows", all)
        } else {
            i18n.fill("views.shown", &[("shown", &shown.to_string()), ("count", &all.to_string())])
        };
        Said { layout: layout.into_iter().chain(group).collect(), conditions, sorts, rows }
    }

    /// The value of a cell as people read it.
    pub(super) fn cell(&self, row: &SampleRow, field: &Field) -> Shown {
        cell::show(&self.evaluator, row, field)
    }

    /// The fields that the view shows, the title first.
    pub(super) fn fields(&self) -> Vec<&'a Field> {
        let title = self.table.title();
        let chosen = self.view.visible_fields.iter().filter_map(|id| self.table.field(id));
        let chosen: Vec<_> = chosen.filter(|field| !matches!(field.kind, FieldKind::Title)).collect();
        match chosen.is_empty() {
            false => title.into_iter().chain(chosen).collect(),
            true => in_reading_order(self.table),
        }
    }

    /// The colour of a section: that of its option.
    pub(super) fn color_of(&self, section: &Section<'_>) -> Option<Color> {
        match &section.key {
            GroupKey::Option(_, id) => Some(self.evaluator.option(&id.as_str().into())?.color),
            _ => None,
        }
    }

    /// The colour of a row: that of its option in the field that boards go by, else of the first that it has.
    pub(super) fn color(&self, row: &SampleRow) -> Option<Color> {
        let colored = |field: &Field| match self.cell(row, field) {
            Shown::Options(options) => options.first().map(|(_, color)| *color),
            _ => None,
        };
        let boards = self.table.views.iter().filter_map(|view| match &view.kind {
            ViewKind::Board { by } => self.table.field(by),
            _ => None,
        });
        boards.chain(&self.table.fields).find_map(colored)
    }

    /// The day in a cell.
    pub(super) fn day(&self, row: &SampleRow, field: &FieldId) -> Option<NaiveDate> {
        self.evaluator.value(&row.id, field).day()
    }
}

/// The fields with the title first and long texts last: what tells rows apart stands in sight. What no row has a
/// value in is left out.
fn in_reading_order(table: &Table) -> Vec<&Field> {
    let rank = |field: &Field| match field.kind {
        FieldKind::Title => 0,
        FieldKind::LongText => 2,
        _ => 1,
    };
    let mut fields: Vec<_> = table.fields.iter().collect();
    fields.sort_by_key(|field| rank(field));
    let filled: BTreeSet<_> = table.sample_rows.iter().flat_map(|row| row.cells.keys()).collect();
    fields.retain(|field| filled.contains(&field.id) || field.kind.is_computed());
    fields
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[track_caller]
    fn with<T>(view: &str, look: impl FnOnce(&Drawing<'_>) -> T) -> T {
        let blueprint = design(&suggested());
        look(&Drawing::of(&blueprint, &"tbl_sessions".into(), &view.into()).unwrap())
    }

    #[test]
    fn a_row_in_two_groups_counts_once() {
        let blueprint = design(&suggested());
        for table in &blueprint.tables {
            for view in &table.views {
                let drawing = Drawing::of(&blueprint, &table.id, &view.id).unwrap();
                assert!(drawing.count() <= table.sample_rows.len(), "{}", view.id);
            }
        }
    }

    #[test]
    fn columns_begin_with_the_title_and_end_with_long_texts() {
        with("viw_sessions_all", |drawing| {
            let fields = drawing.fields();
            assert!(matches!(fields.first().unwrap().kind, FieldKind::Title));
            assert!(matches!(fields.last().unwrap().kind, FieldKind::LongText | FieldKind::Formula { .. }));
        });
    }

    #[test]
    fn a_view_with_fields_of_its_own_shows_those() {
        with("viw_sessions_search", |drawing| {
            let ids: Vec<_> = drawing.fields().iter().map(|field| field.id.as_str()).collect();
            assert_eq!(ids.first(), Some(&"fld_sessions_title"));
            assert!(
                ids.contains(&"fld_sessions_keywords") && !ids.contains(&"fld_sessions_notes"),
                "{ids:?}"
            );
        });
    }

    #[test]
    fn columns_of_a_board_have_the_colours_of_their_options() {
        with("viw_sessions_by_status", |drawing| {
            let colors: Vec<_> = drawing.sections.iter().map(|section| drawing.color_of(section)).collect();
            assert_eq!(colors.first(), Some(&Some(Color::Green)));
        });
    }
}
