//! The lines of the outline, from the blueprint and what is open in it.

use std::collections::BTreeSet;

use shared::blueprint::{Blueprint, Field, Table, View, ViewKind};
use shared::operation::ElementId;

use crate::components::Glyph;
use crate::components::tree::TreeLine;
use crate::pages::result::fields::glyph as field_glyph;

/// A line: an element, or what stands above several of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Its id in the tree: that of its element, or the name of its part.
    pub id: String,
    /// The element; none for the name of a part.
    pub element: Option<ElementId>,
    /// What it is called; for a part the key of its words.
    pub name: String,
    /// Its shape.
    pub glyph: Glyph,
    /// How deep it is, from 1.
    pub level: usize,
    /// Which of its siblings it is, from 1.
    pub place: usize,
    /// How many siblings there are, itself included.
    pub siblings: usize,
    /// Whether it can be opened.
    pub is_parent: bool,
}

/// The part of automations.
pub(super) const AUTOMATIONS: &str = "automations";
/// The part of dashboards.
pub(super) const DASHBOARDS: &str = "dashboards";

/// The part that an element is in, if it is in one.
pub(crate) fn part_of(element: &ElementId) -> Option<&'static str> {
    match element {
        ElementId::Automation(_) => Some(AUTOMATIONS),
        ElementId::Dashboard(_) | ElementId::Chart(_) => Some(DASHBOARDS),
        _ => None,
    }
}

impl TreeLine for Line {
    fn level(&self) -> usize {
        self.level
    }

    fn is_parent(&self) -> bool {
        self.is_parent
    }
}

struct Lines<'a> {
    open: &'a BTreeSet<String>,
    lines: Vec<Line>,
}

/// Every line in sight.
pub(super) fn lines(blueprint: &Blueprint, open: &BTreeSet<String>) -> Vec<Line> {
    let mut lines = Lines { open, lines: Vec::new() };
    let parts = [!blueprint.automations.is_empty(), !blueprint.dashboards.is_empty()];
    let tops = 1 + blueprint.tables.len() + parts.iter().filter(|is_there| **is_there).count();
    let whole = (ElementId::Blueprint, blueprint.name.clone(), Glyph::Workflow, 1, 1, tops, false);
    lines.element(whole);
    for (at, table) in blueprint.tables.iter().enumerate() {
        lines.table(table, at + 2, tops);
    }
    let mut place = blueprint.tables.len() + 1;
    if parts[0] {
        place += 1;
        lines.part(AUTOMATIONS, Glyph::Zap, place, tops);
        let siblings = blueprint.automations.len();
        for (at, automation) in lines.inside(AUTOMATIONS, &blueprint.automations) {
            let id = ElementId::Automation(automation.id.clone());
            lines.element((id, automation.name.clone(), Glyph::Zap, 2, at + 1, siblings, false));
        }
    }
    if parts[1] {
        place += 1;
        lines.part(DASHBOARDS, Glyph::ChartColumn, place, tops);
        let siblings = blueprint.dashboards.len();
        for (at, dashboard) in lines.inside(DASHBOARDS, &blueprint.dashboards) {
            let id = ElementId::Dashboard(dashboard.id.clone());
            lines.element((id, dashboard.name.clone(), Glyph::ChartColumn, 2, at + 1, siblings, true));
            let charts = dashboard.charts.len();
            for (at, chart) in lines.inside(dashboard.id.as_str(), &dashboard.charts) {
                let id = ElementId::Chart(chart.id.clone());
                lines.element((id, chart.name.clone(), Glyph::ChartColumn, 3, at + 1, charts, false));
            }
        }
    }
    lines.lines
}

impl Lines<'_> {
    fn element(
        &mut self,
        (element, name, glyph, level, place, siblings, is_parent): (
            ElementId,
            String,
            Glyph,
            usize,
            usize,
            usize,
            bool,
        ),
    ) {
        let id = match element {
            ElementId::Blueprint => "blueprint".to_owned(),
            ref element => element.as_str().to_owned(),
        };
        self.lines.push(Line { id, element: Some(element), name, glyph, level, place, siblings, is_parent });
    }

    fn part(&mut self, name: &str, glyph: Glyph, place: usize, siblings: usize) {
        let (id, name) = (name.to_owned(), format!("builder.part.{name}"));
        self.lines.push(Line { id, element: None, name, glyph, level: 1, place, siblings, is_parent: true });
    }

    fn table(&mut self, table: &Table, place: usize, siblings: usize) {
        let id = ElementId::Table(table.id.clone());
        let glyph = Glyph::named(&table.icon).unwrap_or(Glyph::Table);
        self.element((id, table.name.clone(), glyph, 1, place, siblings, true));
        let inner = table.fields.len() + table.views.len();
        for (at, field) in self.inside(table.id.as_str(), &table.fields) {
            self.field(field, at + 1, inner);
        }
        for (at, view) in self.inside(table.id.as_str(), &table.views) {
            self.view(view, table.fields.len() + at + 1, inner);
        }
    }

    fn field(&mut self, field: &Field, place: usize, siblings: usize) {
        let id = ElementId::Field(field.id.clone());
        let is_parent = !field.kind.options().is_empty();
        self.element((id, field.name.clone(), field_glyph(&field.kind), 2, place, siblings, is_parent));
        let options = field.kind.options();
        for (at, option) in self.inside(field.id.as_str(), options) {
            let id = ElementId::Option(option.id.clone());
            self.element((id, option.name.clone(), Glyph::CircleDot, 3, at + 1, options.len(), false));
        }
    }

    fn view(&mut self, view: &View, place: usize, siblings: usize) {
        let id = ElementId::View(view.id.clone());
        self.element((id, view.name.clone(), view_glyph(&view.kind), 2, place, siblings, false));
    }

    /// What is in sight of `items`: all of them where `parent` is open, else none.
    fn inside<'i, T>(
        &self,
        parent: &str,
        items: &'i [T],
    ) -> impl Iterator<Item = (usize, &'i T)> + use<'i, T> {
        let count = if self.open.contains(parent) { items.len() } else { 0 };
        items.iter().take(count).enumerate()
    }
}

/// The shape that stands for a kind of view.
pub(crate) fn view_glyph(kind: &ViewKind) -> Glyph {
    match kind {
        ViewKind::Grid => Glyph::Table,
        ViewKind::Board { .. } => Glyph::SquareKanban,
        ViewKind::Calendar { .. } => Glyph::Calendar,
        ViewKind::Timeline { .. } => Glyph::ChartGantt,
        ViewKind::Gallery => Glyph::LayoutGrid,
        ViewKind::List => Glyph::List,
    }
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    fn told(open: &[&str]) -> Vec<(usize, String)> {
        let open = open.iter().map(|id| (*id).to_owned()).collect();
        lines(&design(&suggested()), &open).into_iter().map(|line| (line.level, line.id)).collect()
    }

    #[test]
    fn tables_come_first_and_parts_after_them() {
        let blueprint = design(&suggested());
        let top: Vec<_> = told(&[]).into_iter().map(|(_, id)| id).collect();
        assert_eq!(top.first().map(String::as_str), Some("blueprint"));
        assert_eq!(top.get(1).map(String::as_str), Some("tbl_sessions"));
        assert!(top.len() > blueprint.tables.len());
    }

    #[test]
    fn what_is_open_shows_what_is_in_it() {
        let before = told(&[]).len();
        let open = told(&["tbl_sessions"]);
        let sessions = &design(&suggested()).tables[0];
        assert_eq!(open.len(), before + sessions.fields.len() + sessions.views.len());
        let options = told(&["tbl_sessions", "fld_sessions_status"]);
        assert_eq!(options.len(), open.len() + 4);
        assert_eq!(options.iter().filter(|(level, _)| *level == 3).count(), 4);
    }

    #[test]
    fn places_count_siblings() {
        let open = ["tbl_sessions".to_owned()].into();
        let lines = lines(&design(&suggested()), &open);
        for level in [1, 2] {
            let places: Vec<_> =
                lines.iter().filter(|line| line.level == level).map(|line| line.place).collect();
            assert_eq!(places, (1..=places.len()).collect::<Vec<_>>());
        }
    }
}
