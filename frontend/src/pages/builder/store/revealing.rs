//! Showing what a step that was undone or redone is about.

use leptos::prelude::*;
use shared::operation::history::Step;

use super::Workbench;
use crate::browser::layer;

/// The selected line of the outline.
const LINE: &str = ".outline [role=treeitem][aria-selected=true]";
/// The selected name or row of the grid.
const HEAD: &str = ".cells [data-cell][aria-selected=true]";

impl Workbench {
    /// Selects what `step` brought or changed, and brings it into view. The focus stays where it is.
    pub(super) fn show_again(self, step: &Step) {
        let shown = self.with_now(|it| step.shown(it.blueprint()));
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
}

/// What finds the value of the selected column in a row, counted from 0: names are in the line before the first.
fn value_in_row(row: usize) -> Option<String> {
    let name = layer::first_in_sight(HEAD)?.get_attribute("data-cell")?;
    let (_, column) = name.split_once('-')?;
    Some(format!(".cells [data-cell='{}-{column}']", row + 1))
}
