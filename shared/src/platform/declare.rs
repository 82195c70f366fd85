//! Short words to declare capabilities with, so that a platform's file reads as a table.

pub(super) use super::Platform;
pub(super) use super::support::{
    AutomationCase as Case, AutomationSupport, Capabilities, ChartSupport, Delivery, FieldSupport, Inverse,
    Limits, Support, Terms, ViewName as View, ViewSupport,
};
pub(super) use crate::artifact::ArtifactFormat as File;
pub(super) use crate::blueprint::{ChartKind as Chart, KindName as Kind};

pub(super) const fn exact(native: &'static str) -> Support {
    Support::exact(native)
}

pub(super) const fn adapted(native: &'static str, note: &'static str) -> Support {
    Support::adapted(native, note)
}

pub(super) const fn manual(native: &'static str, note: &'static str) -> Support {
    Support::manual(native, note)
}

pub(super) const fn impossible(note: &'static str) -> Support {
    Support::impossible(note)
}

pub(super) const fn field(kind: Kind, support: Support) -> FieldSupport {
    FieldSupport { kind, support }
}

pub(super) const fn view(kind: View, support: Support) -> ViewSupport {
    ViewSupport { kind, support }
}

pub(super) const fn chart(kind: Chart, support: Support) -> ChartSupport {
    ChartSupport { kind, support }
}

pub(super) const fn automation(case: Case, support: Support) -> AutomationSupport {
    AutomationSupport { case, support }
}

/// What becomes of a field that goes into a line of the row's description.
pub(super) const LINE: Support = adapted("Line in the description", "adapt.description_line").in_text();

/// What becomes of a long text that goes into the row's description under a heading of its own.
pub(super) const SECTION: Support =
    adapted("Section in the description", "adapt.description_section").in_text();

/// What becomes of a field beyond the most of a platform whose rows have a description.
pub(super) const OVER_TO_DESCRIPTION: Support =
    adapted("Line in the description", "adapt.over_field_limit").in_text();

/// What becomes of a field beyond the most of a platform whose rows are nothing but fields.
pub(super) const OVER: Support = impossible("impossible.over_field_limit");

/// What becomes of a rule that writes files, where only this app can write them.
pub(super) const EXPORT_HERE: AutomationSupport =
    automation(Case::Export, manual("Export from this app", "manual.export_here"));
