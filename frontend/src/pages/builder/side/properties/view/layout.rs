//! Kinds of views: which a table has fields for, and with which field each begins.

use shared::blueprint::{FieldId, ViewKind};

use super::super::clauses::Fact;

/// The names of all kinds, in order.
pub(super) const KINDS: [&str; 6] = ["grid", "board", "calendar", "timeline", "gallery", "list"];

/// The name of a kind.
pub(super) fn name(kind: &ViewKind) -> &'static str {
    match kind {
        ViewKind::Grid => "grid",
        ViewKind::Board { .. } => "board",
        ViewKind::Calendar { .. } => "calendar",
        ViewKind::Timeline { .. } => "timeline",
        ViewKind::Gallery => "gallery",
        ViewKind::List => "list",
    }
}

/// A view of that kind: with the fields that the one before was laid out by, or else the first that fit; nothing
/// where no field fits.
pub(super) fn changed(before: Option<&ViewKind>, name: &str, fields: &[Fact]) -> Option<ViewKind> {
    let first = |fits: &dyn Fn(&Fact) -> bool| fields.iter().find(|fact| fits(fact)).map(|it| it.id.clone());
    let day = || day_of(before).or_else(|| first(&|fact| fact.is_day()));
    Some(match name {
        "grid" => ViewKind::Grid,
        "gallery" => ViewKind::Gallery,
        "list" => ViewKind::List,
        "board" => ViewKind::Board { by: first(&|fact| fact.makes_columns)? },
        "calendar" => ViewKind::Calendar { date: day()? },
        "timeline" => ViewKind::Timeline { start: day()?, end: None },
        _ => return None,
    })
}

fn day_of(kind: Option<&ViewKind>) -> Option<FieldId> {
    match kind? {
        ViewKind::Calendar { date } => Some(date.clone()),
        ViewKind::Timeline { start, .. } => Some(start.clone()),
        _ => None,
    }
}

/// Why some kinds cannot be chosen, as a key of the words; nothing where all can.
pub(super) fn lacks(fields: &[Fact]) -> Option<&'static str> {
    let (board, days) = (fields.iter().any(|fact| fact.makes_columns), fields.iter().any(Fact::is_day));
    match (board, days) {
        (true, true) => None,
        (false, true) => Some("builder.view.kind.no_columns"),
        (true, false) => Some("builder.view.kind.no_days"),
        (false, false) => Some("builder.view.kind.neither"),
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::KindName;
    use shared::validate::Class;

    use super::*;

    fn fact(id: &str, class: Class) -> Fact {
        Fact::sample(id, KindName::Text, class)
    }

    #[test]
    fn a_kind_begins_with_the_first_field_that_fits() {
        let fields = [
            fact("title", Class::Text),
            fact("status", Class::Option),
            fact("due", Class::Date),
            fact("made", Class::Datetime),
        ];
        assert_eq!(changed(None, "board", &fields), Some(ViewKind::Board { by: "status".into() }));
        let calendar = changed(None, "calendar", &fields);
        assert_eq!(calendar, Some(ViewKind::Calendar { date: "due".into() }));
        let by_made = ViewKind::Calendar { date: "made".into() };
        let timeline = changed(Some(&by_made), "timeline", &fields);
        assert_eq!(timeline, Some(ViewKind::Timeline { start: "made".into(), end: None }));
        assert_eq!(lacks(&fields), None);
    }

    #[test]
    fn kinds_without_a_field_for_them_cannot_be_had() {
        let fields = [fact("title", Class::Text)];
        let had = KINDS.into_iter().filter(|kind| changed(None, kind, &fields).is_some());
        assert_eq!(had.collect::<Vec<_>>(), ["grid", "gallery", "list"]);
        assert_eq!(lacks(&fields), Some("builder.view.kind.neither"));
    }
}
