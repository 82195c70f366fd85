//! Showing what a step that was undone or redone is about.

use leptos::prelude::*;
use shared::operation::ElementId;
use shared::operation::history::Step;

use super::Workbench;
use crate::browser::layer;
use crate::pages::builder::actions::table_of;

/// The selected line of the outline.
const LINE: &str = ".outline [role=treeitem][aria-selected=true]";
/// The selected name or row of the grid.
const HEAD: &str = ".cells [data-cell][aria-selected=true]";

impl Workbench {
    /// Selects what `step` brought or changed, and brings it into view. The focus stays where it is.
    pub(super) fn show_again(self, step: &Step) {
        let shown = self.in_place(step).unwrap_or_else(|| self.with_now(|it| step.shown(it.blueprint())));
        if shown.is_empty() {
            return;
        }
        shown.iter().for_each(|element| self.unfold_to(element));
        if shown != self.selection_now() {
            self.select_all(shown);
        }
        let row = step.value().and_then(|(row, _)| {
            self.with_now(|it| {
                let (table, _) = it.blueprint().row(row)?;
                table.sample_rows.iter().position(|it| it.id == *row)
            })
        });
        // The lines and the grid are there with the next frame.
        request_animation_frame(move || {
            layer::bring_into_view(LINE);
            layer::bring_into_view(HEAD);
            if let Some(value) = row.and_then(value_in_row) {
                layer::bring_into_view(&value);
            }
        });
    }

    /// What is in sight already and shows what `step` changed: the field of an option, or the row of a value where rows of
    /// its table are being looked at in a view, which stays open.
    fn in_place(self, step: &Step) -> Option<Vec<ElementId>> {
        let selected = self.selected_now();
        let shown = self.with_now(|it| step.shown(it.blueprint()));
        let is_of_selected = |it: &ElementId| {
            matches!(it, ElementId::Option(_))
                && self.with_now(|now| it.holder(now.blueprint())).as_ref() == Some(&selected)
        };
        if !shown.is_empty() && shown.iter().all(is_of_selected) {
            return Some(vec![selected]);
        }
        let (row, _) = step.value()?;
        let table = |element: &ElementId| {
            self.with_now(|it| table_of(it.blueprint(), element).map(|it| it.id.clone()))
        };
        let looks_at_rows = matches!(selected, ElementId::View(_) | ElementId::Row(_));
        let changed = ElementId::Row(row.clone());
        (looks_at_rows && table(&selected)? == table(&changed)?).then(|| vec![changed])
    }
}

/// What finds the value of the selected column in a row, counted from 0: names are in the line before the first.
fn value_in_row(row: usize) -> Option<String> {
    let name = layer::first_in_sight(HEAD)?.get_attribute("data-cell")?;
    let (_, column) = name.split_once('-')?;
    Some(format!(".cells [data-cell='{}-{column}']", row + 1))
}
