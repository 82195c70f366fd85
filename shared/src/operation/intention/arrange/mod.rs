//! What it does to a row when it is put elsewhere in a view: into another column of a board, on another day of a
//! calendar, along a timeline.

mod column;
mod day;
mod span;

pub use column::{in_column, of_column, with_rest};
pub use day::on_day;
pub use span::{Bar, Hold, Span};

use crate::blueprint::FieldKind;

/// Why rows cannot be put elsewhere by a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fixed {
    /// Its values follow from others.
    #[error("the values of the field are computed")]
    Computed,
    /// The platform writes its values.
    #[error("the values of the field are written by the platform")]
    Written,
}

/// Whether rows can be put elsewhere by a field of this kind.
///
/// # Errors
/// Why nobody sets its values by hand.
pub fn settable(kind: &FieldKind) -> Result<(), Fixed> {
    match kind {
        kind if kind.is_computed() => Err(Fixed::Computed),
        FieldKind::CreatedAt | FieldKind::UpdatedAt | FieldKind::AutoId { .. } => Err(Fixed::Written),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::validate::can_be_set;

    #[test]
    fn what_can_be_set_can_be_put_elsewhere() {
        for field in small().tables.iter().flat_map(|table| &table.fields) {
            assert_eq!(settable(&field.kind).is_ok(), can_be_set(&field.kind), "{}", field.id);
        }
    }

    #[test]
    fn it_says_why_not() {
        let blueprint = small();
        let why = |id: &str| settable(&blueprint.field(&id.into()).unwrap().1.kind);
        assert_eq!(why("fld_hours"), Err(Fixed::Computed));
        assert_eq!(why("fld_created"), Err(Fixed::Written));
        assert_eq!(why("fld_due"), Ok(()));
    }
}
