//! The values of a table as people read them, computed once an edit for all cells.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, CellValue, FieldId, RowId, TableId};
use shared::compute::Evaluator;

use crate::pages::builder::store::Workbench;
use crate::pages::result::cell::{Shown, show};

/// Values by row and field.
type Table = HashMap<(RowId, FieldId), Shown>;

/// The values of a table. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Values {
    bench: Workbench,
    all: Memo<Arc<Table>>,
}

impl Values {
    /// The values of `table`.
    pub(super) fn of(bench: Workbench, table: StoredValue<TableId>) -> Self {
        let all = Memo::new(move |_| {
            Arc::new(bench.blueprint.with(|blueprint| table.with_value(|table| all(blueprint, table))))
        });
        Self { bench, all }
    }

    /// A value as people read it.
    pub(super) fn shown(self, row: &RowId, field: &FieldId) -> Shown {
        let key = (row.clone(), field.clone());
        self.all.with(|all| all.get(&key).cloned()).unwrap_or(Shown::Empty)
    }

    /// A value as it is stored.
    pub(super) fn stored(self, row: &RowId, field: &FieldId) -> Option<CellValue> {
        self.bench
            .blueprint
            .with(|blueprint| blueprint.row(row).and_then(|(_, row)| row.cells.get(field).cloned()))
    }
}

fn all(blueprint: &Blueprint, table: &TableId) -> Table {
    let Some(table) = blueprint.table(table) else { return Table::new() };
    let evaluator = Evaluator::new(blueprint);
    let of_row = |row| table.fields.iter().map(move |field| (row, field));
    let cells = table.sample_rows.iter().flat_map(of_row);
    cells.map(|(row, field)| ((row.id.clone(), field.id.clone()), show(&evaluator, row, field))).collect()
}
