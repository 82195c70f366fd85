//! Every table with its fields and views: what belongs where.

use shared::blueprint::{Cardinality, Field, FieldKind, KindName, Table};

use super::Guide;
use crate::document::{Document, Spans, code, plain};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("tables"));
    for table in &guide.blueprint.tables {
        document.heading(3, plain(&table.name));
        document.paragraph(plain(&table.description));
        document.paragraph(table.reason.as_ref().map(|reason| plain(&reason.sentence)).unwrap_or_default());
        fields(guide, table, document);
        views(guide, table, document);
    }
}

fn fields(guide: &Guide<'_>, table: &Table, document: &mut Document) {
    let rows: Vec<_> = table
        .fields
        .iter()
        .map(|field| {
            let required = if field.required { guide.word("yes") } else { "" };
            [plain(&field.name), kind(guide, field), plain(required), plain(&field.description)]
        })
        .collect();
    let header = ["word_field", "word_kind", "word_required", "word_belongs"].map(|key| guide.word(key));
    document.table(header, rows);
}

fn views(guide: &Guide<'_>, table: &Table, document: &mut Document) {
    let rows: Vec<_> = table.views.iter().map(|view| [plain(&view.name), plain(&view.description)]).collect();
    document.table(["word_view", "word_good_for"].map(|key| guide.word(key)), rows);
}

/// The kind of a field, with what it carries.
fn kind(guide: &Guide<'_>, field: &Field) -> Spans {
    let name = guide.word(kind_key(field.kind.name()));
    match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
            let names: Vec<_> = options.iter().map(|option| option.name.as_str()).collect();
            plain(&format!("{name}: {}", names.join(", ")))
        }
        FieldKind::Relation { table, cardinality, .. } => {
            let target = guide.blueprint.table(table).map_or("", |table| &table.name);
            let key =
                if *cardinality == Cardinality::One { "kind_relation_one" } else { "kind_relation_many" };
            guide.say(key, &[("name", target)])
        }
        FieldKind::Rating { max } => plain(&format!("{name} (1–{max})")),
        FieldKind::AutoId { prefix } if !prefix.is_empty() => {
            [plain(&format!("{name} (")), code(prefix), plain(")")].concat()
        }
        _ => plain(name),
    }
}

/// The word for a kind of field.
pub(crate) fn kind_key(kind: KindName) -> &'static str {
    match kind {
        KindName::Title => "kind_title",
        KindName::Text => "kind_text",
        KindName::LongText => "kind_long_text",
        KindName::Number => "kind_number",
        KindName::Date => "kind_date",
        KindName::Datetime => "kind_datetime",
        KindName::Checkbox => "kind_checkbox",
        KindName::Select => "kind_select",
        KindName::MultiSelect => "kind_multi_select",
        KindName::Url => "kind_url",
        KindName::Email => "kind_email",
        KindName::Person => "kind_person",
        KindName::Rating => "kind_rating",
        KindName::Relation => "kind_relation_many",
        KindName::Rollup => "kind_rollup",
        KindName::Formula => "kind_formula",
        KindName::CreatedAt => "kind_created_at",
        KindName::UpdatedAt => "kind_updated_at",
        KindName::AutoId => "kind_auto_id",
        KindName::Attachment => "kind_attachment",
    }
}
