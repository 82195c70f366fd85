//! Formulas as texts: put together, read by names, tried before they are kept.

use shared::blueprint::{Blueprint, FieldId, FieldKind};
use shared::compute::Evaluator;
use shared::compute::formula::result_type;

/// What becomes of a formula.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trial {
    /// What is wrong with it, in the blueprint's language; empty for nothing.
    pub error: String,
    /// What the first sample row shows; empty for nothing.
    pub shown: String,
}

/// Tries `expression` in place of the formula of `field`.
pub(super) fn attempt(blueprint: &Blueprint, field: &FieldId, expression: &str) -> Trial {
    let mut work = blueprint.clone();
    let fields = work.tables.iter_mut().flat_map(|table| &mut table.fields);
    if let Some(found) = fields.into_iter().find(|it| it.id == *field) {
        found.kind = FieldKind::Formula { expression: expression.to_owned() };
    }
    let Some((table, _)) = work.field(field) else { return Trial::default() };
    let evaluator = Evaluator::new(&work);
    let error = match evaluator.schema().formula(field) {
        Some(Ok(expr)) => result_type(expr, table, &work).err(),
        Some(Err(error)) => Some(error.clone()),
        None => None,
    };
    let row = table.sample_rows.first();
    Trial {
        error: error.map(|error| error.sentence(work.settings.language)).unwrap_or_default(),
        shown: row.map(|row| evaluator.cell_label(&row.id, field)).unwrap_or_default(),
    }
}

/// A formula with names in place of ids.
pub(super) fn by_name(expression: &str, fields: &[(FieldId, String)]) -> String {
    let mut text = expression.to_owned();
    for (id, name) in fields {
        text = text.replace(&format!("{{{}}}", id.as_str()), &format!("{{{name}}}"));
    }
    text
}

/// `text` with `part` in place of what stands from `start` to `end`, and where `part` ends then; all counted as
/// browsers count, in UTF-16.
pub(super) fn insert(text: &str, part: &str, start: u32, end: u32) -> (String, u32) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let (start, end) = (start.min(count), end.clamp(start.min(count), count));
    let (before, rest) = (units.iter().take(start as usize), units.iter().skip(end as usize));
    let added: Vec<u16> = part.encode_utf16().collect();
    let all: Vec<u16> = before.chain(&added).chain(rest).copied().collect();
    let at = start.saturating_add(u32::try_from(added.len()).unwrap_or_default());
    (String::from_utf16_lossy(&all), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_where_the_cursor_is() {
        assert_eq!(insert("len()", "{fld_a}", 4, 4), ("len({fld_a})".to_owned(), 11));
        assert_eq!(insert("\"🙂\"x", "y", 4, 5), ("\"🙂\"y".to_owned(), 5));
        assert_eq!(insert("", "y", 9, 3), ("y".to_owned(), 1));
    }

    #[test]
    fn ids_are_read_as_names() {
        let fields = [(FieldId::new("fld_a"), "Cost".to_owned())];
        assert_eq!(by_name("{fld_a} * 2 + {fld_b}", &fields), "{Cost} * 2 + {fld_b}");
    }
}
