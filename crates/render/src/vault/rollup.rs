//! Rollups of the blueprint in the language of bases: lists of links, mapped and reduced.

use shared::blueprint::{FieldId, FieldKind, RollupFunction};

use super::layout::Vault;
use super::operand::{self, Subject, links};
use super::term::Term;

/// A rollup: its relation, the field it computes over, its function; nothing where no formula can say it.
pub(super) fn term(
    vault: &Vault<'_>,
    (relation, over, function): (&FieldId, Option<&FieldId>, RollupFunction),
    subject: Subject,
) -> Option<Term> {
    let links = links(vault, relation, subject)?;
    if function == RollupFunction::Count {
        return Some(Term::Number { text: format!("{links}.length"), present: Vec::new() });
    }
    let (_, relation) = vault.field(relation)?;
    let FieldKind::Relation { table, .. } = &relation.kind else { return None };
    let table = vault.blueprint.table(table)?;
    let value = operand::term(vault, table, over?, Subject::Item)?;
    let is_day = match &value {
        Term::Day { is_moment, .. } => Some(*is_moment),
        _ => None,
    };
    let (mapped, kept) = match value {
        Term::Bool(text) => (format!("if({text}, 1, 0)"), ""),
        Term::Number { text, present } if present.is_empty() => (text, ""),
        Term::Number { .. } => (value.formula(), ".filter(!value.isEmpty())"),
        Term::Day { .. } => (value.formula(), ".filter(value)"),
        Term::Text { .. } => return None,
    };
    let values = format!("{links}.map({mapped}){kept}");
    // Where every row has a value, the rows themselves say whether there is one.
    let counted = if kept.is_empty() { &links } else { &values };
    let extreme = |sign| format!("{values}.reduce(if(acc == null || value {sign} acc, value, acc), null)");
    let sum = format!("{values}.reduce(acc + value, 0)");
    let text = match function {
        RollupFunction::Count => return None,
        RollupFunction::Sum => return Some(Term::Number { text: sum, present: Vec::new() }),
        RollupFunction::Average | RollupFunction::PercentChecked => format!("({sum} / {counted}.length)"),
        RollupFunction::Min => extreme("<"),
        RollupFunction::Max => extreme(">"),
    };
    let present = vec![format!("{counted}.length > 0")];
    Some(match is_day {
        Some(is_moment) => Term::Day { text, present, is_moment },
        None => Term::Number { text, present },
    })
}
