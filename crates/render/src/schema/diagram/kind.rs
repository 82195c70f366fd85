//! What a field holds, in a word or two.

use shared::blueprint::FieldKind;

use super::super::model::{Item, Model, Property};
use super::super::words::{sentence, word};

/// What a field holds, in a word or two.
pub(super) fn kind(model: &Model<'_>, property: &Property<'_>) -> String {
    let language = model.language();
    let text = match (&property.item, property.is_list) {
        (Item::Link(place), is_list) => {
            let name = model.record(*place).map_or("", |record| record.table.name.as_str());
            format!("{} {name}", if is_list { "⇉" } else { "→" })
        }
        (Item::Choice(_, choices), is_list) => {
            let key = if is_list { "diagram_any_of" } else { "diagram_one_of" };
            sentence(language, key, &[("count", &choices.len().to_string())])
        }
        (Item::Rating(max), _) => format!("1–{max}"),
        (_, true) => word(language, "diagram_people").to_owned(),
        (item, false) => word(language, key(item, &property.field.kind)).to_owned(),
    };
    if property.field.kind.is_computed() { format!("= {text}") } else { text }
}

fn key(item: &Item, kind: &FieldKind) -> &'static str {
    match (item, kind) {
        (_, FieldKind::Title) => "diagram_title",
        (_, FieldKind::Person { .. }) => "diagram_person",
        (_, FieldKind::AutoId { .. }) => "diagram_auto_id",
        (_, FieldKind::LongText) => "diagram_long_text",
        (_, FieldKind::Attachment) => "diagram_attachment",
        (Item::Number, _) => "diagram_number",
        (Item::Bool, _) => "diagram_bool",
        (Item::Date, _) => "diagram_date",
        (Item::Datetime, _) => "diagram_datetime",
        (Item::Url, _) => "diagram_url",
        (Item::Email, _) => "diagram_email",
        _ => "diagram_text",
    }
}
