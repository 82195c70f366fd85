//! The few facts that a card tells beside its title.

use leptos::prelude::*;
use shared::blueprint::{Cardinality, Field, FieldId, FieldKind, NumberFormat, SampleRow};
use shared::compute::number_format;

use super::drawing::Drawing;
use crate::components::{Glyph, Icon};
use crate::i18n::I18n;
use crate::pages::result::cell::{self, Shown};

/// Most facts of a card: what the eye takes in at once.
const FACTS_MAX: usize = 4;

/// The fields whose values tell cards apart: those that the view shows, else one of each telling kind. `known` is
/// told by the place of the card.
pub(super) fn telling<'a>(drawing: &Drawing<'a>, known: &[&FieldId]) -> Vec<&'a Field> {
    let is_news = |field: &&Field| !known.contains(&&field.id);
    if !drawing.view.visible_fields.is_empty() {
        let chosen = drawing.fields().into_iter().filter(is_news);
        return chosen.filter(|field| !is_long(field)).take(FACTS_MAX).collect();
    }
    let fields: Vec<_> = drawing.fields().into_iter().filter(is_news).collect();
    let kinds: [fn(&Drawing<'_>, &Field) -> bool; 7] = [
        |_, field| matches!(field.kind, FieldKind::Select { .. }),
        |_, field| matches!(field.kind, FieldKind::MultiSelect { .. }),
        |_, field| matches!(field.kind, FieldKind::Rating { .. }),
        |drawing, field| number_format(drawing.evaluator.schema(), field) == Some(NumberFormat::Percent),
        |_, field| matches!(field.kind, FieldKind::Date | FieldKind::Datetime),
        |_, field| matches!(field.kind, FieldKind::Person { .. }),
        |_, field| matches!(field.kind, FieldKind::Relation { cardinality: Cardinality::One, .. }),
    ];
    let of_kind =
        |is: &fn(&Drawing<'_>, &Field) -> bool| fields.iter().copied().find(|field| is(drawing, field));
    kinds.iter().filter_map(of_kind).take(FACTS_MAX).collect()
}

/// Whether a field's values are longer than a fact.
pub(super) fn is_long(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Title | FieldKind::LongText | FieldKind::Text)
}

/// The values of `row` in `fields`; empty ones are left out.
pub(super) fn facts(i18n: I18n, drawing: &Drawing<'_>, row: &SampleRow, fields: &[&Field]) -> AnyView {
    let fact = |field: &&Field| {
        let value = match drawing.cell(row, field) {
            Shown::Empty => return None,
            value => cell::render(i18n, brief(drawing, row, field, value)),
        };
        let is_day = matches!(field.kind, FieldKind::Date | FieldKind::Datetime);
        let glyph = is_day.then(|| view! { <Icon glyph=Glyph::Calendar/> });
        Some(view! {
            <li title=field.name.clone()>
                <span class="visually-hidden">{format!("{}: ", field.name)}</span>
                {glyph}
                {value}
            </li>
        })
    };
    let facts: Vec<_> = fields.iter().filter_map(fact).collect();
    (!facts.is_empty()).then(|| view! { <ul class="facts">{facts}</ul> }).into_any()
}

/// Times without the hour: a card has room for the day.
fn brief(drawing: &Drawing<'_>, row: &SampleRow, field: &Field, value: Shown) -> Shown {
    match (&field.kind, drawing.day(row, &field.id)) {
        (FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt, Some(day)) => {
            Shown::Text(drawing.evaluator.date_label(day))
        }
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[track_caller]
    fn check(view: &str, known: &[&FieldId], expected: &[&str]) {
        let blueprint = design(&suggested());
        let drawing = Drawing::of(&blueprint, &"tbl_sessions".into(), &view.into()).unwrap();
        let ids: Vec<_> = telling(&drawing, known).iter().map(|field| field.id.as_str()).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_card_tells_one_thing_of_each_kind() {
        let status = "fld_sessions_status".into();
        let expected = &[
            "fld_sessions_platform",
            "fld_sessions_tags",
            "fld_sessions_follow_up_date",
            "fld_sessions_primary_topic",
        ];
        check("viw_sessions_by_status", &[&status], expected);
    }

    #[test]
    fn a_view_with_fields_of_its_own_tells_those() {
        check("viw_sessions_search", &[], &["fld_sessions_platform", "fld_sessions_created"]);
    }
}
