//! Operations: the one way to change a blueprint.
//!
//! Read it in this order: [`Operation`] → [`apply()`] → [`Rejection`] → [`intention`] (what people mean, as
//! operations) → [`Envelope`] and [`Ledger`] (how operations travel and are kept) → [`Pending`] (the client's side)
//! → [`history`] (undo and redo) → [`diff()`] and [`merge()`]. `docs/decisions/0008-operations.md` says why.
//!
//! An operation addresses elements by id and gives back its inverse, which is data and complete in itself: what was
//! removed travels inside it. INVARIANT: apply then inverse is the identity, to the byte; what is rejected changes
//! nothing; structure ([`crate::validate::structure`]) holds after everything (`shared/tests/operations/`).

mod apply;
mod convert;
mod describe;
mod diff;
mod edit;
mod element;
mod envelope;
mod guard;
pub mod history;
pub mod intention;
mod kinds;
mod ledger;
pub(crate) mod list;
mod merge;
mod pending;
mod pointer;
mod property;
mod references;
mod rejection;
mod scope;
mod slots;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use apply::{apply, apply_all};
pub(crate) use convert::{is_address, is_mail};
pub use diff::diff;
pub(crate) use element::ids;
pub use element::{Element, ElementId, ElementKind};
pub(crate) use envelope::upcast_stored;
pub use envelope::{ActorId, Envelope, OPERATION_SCHEMA_VERSION, OperationId, Unreadable, read_envelope};
pub use ledger::{Ledger, Outcome};
pub use merge::{Conflict, Merged, Side, merge};
pub use pending::{Message, Pending, PendingError, Refused};
pub use property::{
    AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, FieldProperty, OptionProperty,
    TableProperty, ViewProperty,
};
pub use references::referrers;
pub use rejection::Rejection;
pub use scope::{ListId, position, position_at};

use crate::blueprint::{
    AutomationId, CellValue, ChartId, DashboardId, FieldId, FieldKind, OptionId, Position, Positions, RowId,
    TableId, ViewId,
};
use crate::words::{Topic, topic};

/// The words of the history panel.
pub(crate) static WORDS: Topic = topic!("operations");

/// Values of sample rows by row and field; null clears one.
pub type CellChanges = BTreeMap<RowId, BTreeMap<FieldId, Option<CellValue>>>;

/// One reversible, named change of a blueprint.
///
/// APPEND-ONLY, WIRE: operations are stored for ever and sent between versions; see [`Envelope`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
pub enum Operation {
    /// Adds an element with everything in it.
    Add {
        /// The element and what holds it.
        element: Box<Element>,
        /// Where; at the end without one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        position: Option<Position>,
        /// Positions of what is in it, form as in [`crate::blueprint::Blueprint::positions`].
        #[serde(default, skip_serializing_if = "Positions::is_empty")]
        positions: Positions,
    },
    /// Removes an element that nothing else refers to, with everything in it.
    Remove {
        /// Which.
        element: ElementId,
    },
    /// Puts an element elsewhere among its siblings.
    Move {
        /// Which.
        element: ElementId,
        /// Where; [`position_at`] finds one.
        position: Position,
    },
    /// Changes the kinds of fields, all at once: both sides of a relation, two fields that swap the title.
    ///
    /// Values of sample rows become values of the new kind where they can; the inverse holds the others.
    ChangeKinds {
        /// The new kinds.
        fields: BTreeMap<FieldId, FieldKind>,
        /// Values that these fields get instead of what conversion would make; of rows that are gone, passed over.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        cells: CellChanges,
        /// Positions of the options of the new kinds, form as in [`crate::blueprint::Blueprint::positions`].
        #[serde(default, skip_serializing_if = "Positions::is_empty")]
        positions: Positions,
    },
    /// Sets or clears a value of a sample row.
    SetCell {
        /// The row.
        row: RowId,
        /// The field, one of the row's table.
        field: FieldId,
        /// The value; none clears it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<CellValue>,
    },
    /// Sets a property of the blueprint.
    EditBlueprint {
        /// The property with its new value.
        set: BlueprintProperty,
    },
    /// Sets a property of a table.
    EditTable {
        /// Which.
        table: TableId,
        /// The property with its new value.
        set: TableProperty,
    },
    /// Sets a property of a field.
    EditField {
        /// Which.
        field: FieldId,
        /// The property with its new value.
        set: FieldProperty,
    },
    /// Sets a property of an option.
    EditOption {
        /// Which.
        option: OptionId,
        /// The property with its new value.
        set: OptionProperty,
    },
    /// Sets a property of a view.
    EditView {
        /// Which.
        view: ViewId,
        /// The property with its new value.
        set: ViewProperty,
    },
    /// Sets a property of an automation.
    EditAutomation {
        /// Which.
        automation: AutomationId,
        /// The property with its new value.
        set: AutomationProperty,
    },
    /// Sets a property of a dashboard.
    EditDashboard {
        /// Which.
        dashboard: DashboardId,
        /// The property with its new value.
        set: DashboardProperty,
    },
    /// Sets a property of a chart.
    EditChart {
        /// Which.
        chart: ChartId,
        /// The property with its new value.
        set: ChartProperty,
    },
    /// Does all of these in order, or none: one intention that is sent as one operation.
    Group {
        /// What to do; no groups.
        operations: Vec<Operation>,
    },
}

impl Operation {
    /// Adds `element` at the end of its list.
    pub fn add(element: Element) -> Self {
        Self::Add { element: Box::new(element), position: None, positions: Positions::new() }
    }

    /// Removes the element at `element`.
    pub fn remove(element: ElementId) -> Self {
        Self::Remove { element }
    }

    /// Changes the kind of one field.
    pub fn change_kind(field: FieldId, kind: FieldKind) -> Self {
        let (cells, positions) = (CellChanges::new(), Positions::new());
        Self::ChangeKinds { fields: BTreeMap::from([(field, kind)]), cells, positions }
    }

    /// These operations as one: a single one as it is, several as a group. Groups among them are opened.
    pub fn together(operations: Vec<Self>) -> Self {
        let mut flat: Vec<Self> = operations.into_iter().flat_map(Self::parts).collect();
        match flat.pop() {
            Some(only) if flat.is_empty() => only,
            last => {
                flat.extend(last);
                Self::Group { operations: flat }
            }
        }
    }

    /// Whether the operation whose inverse this is changed nothing: it set what was so already.
    pub(crate) fn undoes_nothing_of(&self, operation: &Self) -> bool {
        match (self, operation) {
            (
                Self::ChangeKinds { fields, cells, positions },
                Self::ChangeKinds { fields: set, positions: stated, .. },
            ) => fields == set && cells.is_empty() && positions == stated,
            (inverse, operation) => inverse == operation,
        }
    }

    /// Its tag in documents, such as `change_kinds`.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Add { .. } => "add",
            Self::Remove { .. } => "remove",
            Self::Move { .. } => "move",
            Self::ChangeKinds { .. } => "change_kinds",
            Self::SetCell { .. } => "set_cell",
            Self::EditBlueprint { .. } => "edit_blueprint",
            Self::EditTable { .. } => "edit_table",
            Self::EditField { .. } => "edit_field",
            Self::EditOption { .. } => "edit_option",
            Self::EditView { .. } => "edit_view",
            Self::EditAutomation { .. } => "edit_automation",
            Self::EditDashboard { .. } => "edit_dashboard",
            Self::EditChart { .. } => "edit_chart",
            Self::Group { .. } => "group",
        }
    }

    /// What a group does, in order; any other operation alone.
    pub fn parts(self) -> Vec<Self> {
        match self {
            Self::Group { operations } => operations,
            other => vec![other],
        }
    }
}
