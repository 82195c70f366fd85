//! Rollups as formulas.

use shared::blueprint::{Field, FieldId, FieldKind, RollupFunction};

use super::computed::Computed;
use super::layout::Book;
use super::relation::Link;

/// The formula of a rollup; nothing when it cannot be computed.
pub(super) fn formula(book: &Book<'_>, field: &Field) -> Option<Computed> {
    let FieldKind::Rollup { relation, field: over, function } = &field.kind else { return None };
    book.schema().type_of(&field.id)?;
    let relation = book.column(relation)?;
    let mask = Link::new(book, relation.field)?.mask();
    let values = || over.as_ref().and_then(|over| range(book, over));
    Some(match function {
        RollupFunction::Count => Computed::plain(format!("SUMPRODUCT(--({mask}))")),
        RollupFunction::Sum => Computed::plain(format!("SUMPRODUCT(--({mask}),{})", values()?)),
        RollupFunction::Average => {
            let values = values()?;
            Computed::plain(format!(
                "IFERROR(SUMPRODUCT(--({mask}),{values})/SUMPRODUCT(--({mask}),--ISNUMBER({values})),\"\")"
            ))
        }
        RollupFunction::Min => extreme("MIN", &mask, &values()?),
        RollupFunction::Max => extreme("MAX", &mask, &values()?),
        RollupFunction::PercentChecked => {
            let checked = format!("SUMPRODUCT(--({mask}),--({}=TRUE))", values()?);
            Computed::plain(format!("IFERROR({checked}/SUMPRODUCT(--({mask})),\"\")"))
        }
    })
}

/// The least or greatest of the values, empty where there are none.
fn extreme(function: &str, mask: &str, values: &str) -> Computed {
    let counted = format!("({mask})*ISNUMBER({values})");
    Computed::array(format!("IF(SUM({counted})=0,\"\",{function}(IF({counted},{values})))"))
}

fn range(book: &Book<'_>, field: &FieldId) -> Option<String> {
    book.column(field).map(|column| column.range())
}
