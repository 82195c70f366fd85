//! What one gets, what one needs, and what is different on the platform.

use shared::plan::Adaptation;
use shared::platform::{Delivery, SupportLevel};

use super::Guide;
use crate::document::{Document, Spans, plain, stressed, strong};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    document.heading(1, guide.say("title", &[("name", &guide.blueprint.name)]));
    document.paragraph(plain(&guide.blueprint.description));
    what_you_get(guide, document);
    before_you_start(guide, document);
    differences(guide, document);
}

fn what_you_get(guide: &Guide<'_>, document: &mut Document) {
    let blueprint = guide.blueprint;
    document.heading(2, guide.plain("get"));
    let (views, rows) = blueprint
        .tables
        .iter()
        .fold((0, 0), |(views, rows), table| (views + table.views.len(), rows + table.sample_rows.len()));
    let counts = [
        ("tables", blueprint.tables.len()),
        ("views", views),
        ("rows", rows),
        ("automations", blueprint.automations.len()),
        ("dashboards", blueprint.dashboards.len()),
    ]
    .map(|(name, count)| (name, count.to_string()));
    document
        .paragraph(guide.say("get_counts", &counts.each_ref().map(|(name, count)| (*name, count.as_str()))));
    let rows: Vec<_> = blueprint
        .tables
        .iter()
        .map(|table| {
            let counts =
                [table.fields.len(), table.views.len(), table.sample_rows.len()].map(|n| n.to_string());
            let [fields, views, rows] = counts.map(|count| plain(&count));
            [plain(&table.name), plain(&table.description), fields, views, rows]
        })
        .collect();
    let header = ["word_table", "word_row_is", "word_fields", "word_views", "word_sample_rows"]
        .map(|key| guide.word(key));
    document.table(header, rows);
}

fn before_you_start(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("before"));
    let mut keys = vec![match guide.platform.delivery {
        Delivery::Api => "before_account",
        Delivery::Files => "before_files",
        Delivery::Here => "before_here",
    }];
    keys.extend(["before_by_hand", "before_order", "before_names"]);
    let steps = guide.plan.steps.len().to_string();
    document.list(keys.into_iter().map(|key| guide.say(key, &[("steps", &steps)])));
}

fn differences(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.say("differences", &[]));
    if guide.plan.adaptations.is_empty() {
        document.paragraph(guide.say("differences_none", &[]));
        return;
    }
    let exact = guide.plan.exact.len().to_string();
    document.paragraph(guide.say("differences_exact", &[("exact", &exact)]));
    for (outcome, key) in [
        (SupportLevel::Adapted, "differences_adapted"),
        (SupportLevel::Manual, "differences_manual"),
        (SupportLevel::Impossible, "differences_impossible"),
    ] {
        let of_outcome: Vec<_> =
            guide.plan.adaptations.iter().filter(|adaptation| adaptation.outcome == outcome).collect();
        if !of_outcome.is_empty() {
            document.heading(3, guide.plain(key));
            document.list(of_outcome.iter().map(|adaptation| line(guide, adaptation)));
        }
    }
}

/// Names the table first: fields of several tables share names.
fn line(guide: &Guide<'_>, adaptation: &Adaptation) -> Spans {
    let sentence = stressed(&adaptation.sentence);
    let line = if sentence.is_empty() { plain(&adaptation.element.name) } else { sentence };
    match adaptation.element.table(guide.blueprint) {
        Some(table) => {
            let mut spans = strong(&format!("{}:", table.name));
            spans.extend(plain(" "));
            spans.extend(line);
            spans
        }
        None => line,
    }
}
