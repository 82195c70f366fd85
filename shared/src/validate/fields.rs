//! Fields: selects have options, and what is computed can be.

use std::collections::HashSet;

use super::ProblemKind;
use super::index::Index;
use super::report::{At, Report};
use crate::blueprint::{Field, FieldId, FieldKind, RollupFunction, Table};
use crate::compute::formula::{FormulaError, FormulaFault, check as check_types};
use crate::compute::schema::{CHAIN_MAX, rolled_up};

/// Most stars of a rating.
const STARS_MAX: u8 = 10;

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let cyclic: HashSet<&FieldId> = index.schema.cyclic().iter().copied().collect();
    let too_long: HashSet<&FieldId> = index.schema.too_long().iter().copied().collect();
    let tables = At::ROOT.key("tables");
    for (position, table) in index.blueprint.tables.iter().enumerate() {
        let fields = tables.index(position);
        let fields = fields.key("fields");
        for (position, field) in table.fields.iter().enumerate() {
            let at = fields.index(position);
            let kind = at.key("kind");
            if cyclic.contains(&field.id) {
                report.add(kind, ProblemKind::ComputedCycle, &field.name);
            } else if too_long.contains(&field.id) {
                let max = CHAIN_MAX.to_string();
                report.add_with(kind, ProblemKind::ComputedChain, &field.name, &[("max", &max)]);
            } else {
                check_kind(kind, index, table, field, report);
            }
        }
    }
}

fn check_kind(kind: At<'_>, index: &Index<'_>, table: &Table, field: &Field, report: &mut Report) {
    match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } if options.is_empty() => {
            report.add(kind.key("options"), ProblemKind::EmptySelect, &field.name);
        }
        FieldKind::Rating { max } if !(1..=STARS_MAX).contains(max) => {
            report.add(kind.key("max"), ProblemKind::RatingMax, &max.to_string());
        }
        FieldKind::Rollup { field: over, function, .. } => {
            rollup(kind, index, field, over.as_ref(), *function, report);
        }
        FieldKind::Formula { .. } => formula(kind, index, table, field, report),
        _ => {}
    }
}

fn rollup(
    kind: At<'_>,
    index: &Index<'_>,
    field: &Field,
    over: Option<&FieldId>,
    function: RollupFunction,
    report: &mut Report,
) {
    if function == RollupFunction::Count {
        return;
    }
    let Some(over) = over else {
        return report.add(kind, ProblemKind::RollupWithoutField, &field.name);
    };
    // What has no type is reported where it stands.
    let (Some((_, over)), Some(over_type)) = (index.schema.field(over), index.schema.type_of(over)) else {
        return;
    };
    if rolled_up(function, over_type).is_none() {
        report.add(kind.key("function"), ProblemKind::RollupFunction, &over.name);
    }
}

fn formula(kind: At<'_>, index: &Index<'_>, table: &Table, field: &Field, report: &mut Report) {
    let error = match index.schema.formula(&field.id) {
        Some(Ok(expr)) => check_types(expr, &|id| index.schema.reference(table, id)).err(),
        Some(Err(error)) => Some(error.clone()),
        None => None,
    };
    let Some(error) = error else { return };
    let Some(code) = formula_kind(&error) else { return };
    let (reason, position) = (error.sentence(report.language()), (error.position + 1).to_string());
    let more = [("reason", reason.as_str()), ("position", position.as_str())];
    report.add_with(kind.key("expression"), code, &field.name, &more);
}

/// The rule that an error breaks; none for a reference to a field whose own problem is reported there.
fn formula_kind(error: &FormulaError) -> Option<ProblemKind> {
    match error.fault {
        FormulaFault::BrokenField(_) => None,
        FormulaFault::UnknownField(_) => Some(ProblemKind::FormulaField),
        FormulaFault::WrongType { .. } | FormulaFault::MixedTypes { .. } | FormulaFault::NotOrdered(_) => {
            Some(ProblemKind::FormulaType)
        }
        _ => Some(ProblemKind::FormulaSyntax),
    }
}
