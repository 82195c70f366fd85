//! The first week, and what to do when something does not work.

use shared::blueprint::{FieldKind, ViewKind};
use shared::platform::Delivery;

use super::Guide;
use crate::document::Document;

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    first_week(guide, document);
    troubleshooting(guide, document);
}

fn first_week(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("week"));
    document.paragraph(guide.plain("week_how"));
    let mut keys = vec!["week_1", "week_2", "week_3"];
    if has_view(guide, |kind| matches!(kind, ViewKind::Board { .. })) {
        keys.push("week_board");
    }
    if has_view(guide, |kind| matches!(kind, ViewKind::Calendar { .. } | ViewKind::Timeline { .. })) {
        keys.push("week_calendar");
    }
    if !guide.blueprint.automations.is_empty() {
        keys.push("week_rules");
    }
    if !guide.blueprint.dashboards.is_empty() {
        keys.push("week_dashboard");
    }
    keys.push("week_review");
    let first = guide.blueprint.tables.first().map_or("", |table| &table.name);
    document.checklist(keys.into_iter().map(|key| guide.say(key, &[("first", first)])));
}

fn troubleshooting(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("trouble"));
    let mut keys = vec!["trouble_menu", "trouble_order"];
    if guide
        .blueprint
        .tables
        .iter()
        .flat_map(|table| &table.fields)
        .any(|field| matches!(field.kind, FieldKind::Relation { .. }))
    {
        keys.push("trouble_relation");
    }
    if guide.blueprint.tables.iter().flat_map(|table| &table.fields).any(|field| field.kind.is_computed()) {
        keys.push("trouble_computed");
    }
    keys.push(match guide.platform.delivery {
        Delivery::Api => "trouble_rights",
        Delivery::Files => "trouble_files",
        Delivery::Here => "trouble_here",
    });
    keys.push("trouble_start_over");
    let rows: Vec<_> = keys
        .into_iter()
        .map(|key| [guide.say(&format!("{key}_if"), &[]), guide.say(&format!("{key}_then"), &[])])
        .collect();
    document.table(["word_if", "word_then"].map(|key| guide.word(key)), rows);
}

fn has_view(guide: &Guide<'_>, wanted: impl Fn(&ViewKind) -> bool) -> bool {
    guide.blueprint.tables.iter().flat_map(|table| &table.views).any(|view| wanted(&view.kind))
}
