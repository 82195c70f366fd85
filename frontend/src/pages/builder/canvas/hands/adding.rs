//! A new row in a column of a board.

use shared::blueprint::{Cells, RowId, SampleRow};
use shared::operation::intention::arrange::of_column;
use shared::operation::{Element, ElementKind, Operation};

use super::Hands;
use super::scene::Scene;
use crate::pages::builder::store::Workbench;

impl Hands {
    /// Adds a row with the value of a column, and opens it to be named.
    pub(super) fn add_to(self, column: Option<usize>) {
        let row = column.and_then(|at| self.look(|scene| fresh(scene, at)).flatten());
        let Some((element, row)) = row else { return };
        if self.bench.perform(vec![Operation::add(element)]) {
            self.show_now(&row);
            self.open(row);
        }
    }
}

/// A row with the value of a column alone.
fn fresh(scene: &Scene<'_>, column: usize) -> Option<(Element, RowId)> {
    let by = scene.by()?;
    let value = of_column(by, scene.column(column)?).ok()?;
    let id = RowId::new(Workbench::new_id(ElementKind::Row));
    let cells: Cells = value.map(|value| (by.id.clone(), value)).into_iter().collect();
    let row = SampleRow { id: id.clone(), cells };
    Some((Element::Row { table: scene.table.id.clone(), row }, id))
}
