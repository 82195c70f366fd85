//! How things are named, filed, automated and counted.

use shared::blueprint::{Action, Automation, CellValue, Chart, FieldKind, Filter, Operator};
use shared::compute::{Evaluator, Value};

use super::Guide;
use crate::document::{Document, Spans, code, plain};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    naming(guide, document);
    automations(guide, document);
    categorisation(guide, document);
    dashboards(guide, document);
}

fn naming(guide: &Guide<'_>, document: &mut Document) {
    let convention = &guide.blueprint.settings.naming_convention;
    if convention.is_empty() {
        return;
    }
    document.heading(2, guide.plain("naming"));
    document.paragraph(guide.plain("naming_how"));
    document.paragraph(code(convention));
    let examples: Vec<_> = guide
        .blueprint
        .tables
        .first()
        .into_iter()
        .flat_map(|table| table.sample_rows.iter().map(|row| table.label(row)))
        .filter(|title| !title.is_empty())
        .take(3)
        .map(code)
        .collect();
    if !examples.is_empty() {
        document.paragraph(guide.plain("naming_examples"));
        document.list(examples);
    }
    document.list(["naming_date", "naming_focus", "naming_check"].map(|key| guide.plain(key)));
}

fn automations(guide: &Guide<'_>, document: &mut Document) {
    let automations = &guide.blueprint.automations;
    if automations.is_empty() {
        return;
    }
    document.heading(2, guide.plain("automations"));
    let rows: Vec<_> = automations
        .iter()
        .map(|automation| {
            let table = guide.blueprint.table(&automation.table).map_or("", |table| &table.name);
            [plain(&automation.name), plain(table), plain(&automation.description)]
        })
        .collect();
    document.table(["word_automation", "word_table", "word_what_it_does"].map(|key| guide.word(key)), rows);
}

/// Rules that file a row by the words in its title.
fn categorisation(guide: &Guide<'_>, document: &mut Document) {
    let evaluator = Evaluator::new(guide.blueprint);
    let rules: Vec<_> = guide
        .blueprint
        .automations
        .iter()
        .filter_map(|automation| rule(guide, &evaluator, automation))
        .collect();
    if rules.is_empty() {
        return;
    }
    document.heading(2, guide.plain("categorisation"));
    document.paragraph(guide.plain("categorisation_how"));
    document.table(["word_title_has", "word_field", "word_gets"].map(|key| guide.word(key)), rules);
}

fn rule(guide: &Guide<'_>, evaluator: &Evaluator<'_>, automation: &Automation) -> Option<[Spans; 3]> {
    let words = words_in_title(guide, automation.filter.as_ref()?)?;
    let (field, value) = automation.actions.iter().find_map(|action| match action {
        Action::SetField { field, value } => Some((field, value)),
        _ => None,
    })?;
    let (_, field) = guide.blueprint.field(field)?;
    let value = Value::read(&field.kind, value)?;
    Some([plain(&words.join(", ")), plain(&field.name), plain(&evaluator.label(field, &value))])
}

fn words_in_title(guide: &Guide<'_>, filter: &Filter) -> Option<Vec<String>> {
    let condition = filter.conditions.iter().find(|condition| {
        let field = guide.blueprint.field(&condition.field);
        let is_title = field.is_some_and(|(_, field)| matches!(field.kind, FieldKind::Title));
        is_title && matches!(condition.operator, Operator::IsAnyOf | Operator::Contains)
    })?;
    match condition.value.as_ref()? {
        CellValue::Text(word) => Some(vec![word.clone()]),
        CellValue::List(words) => Some(words.clone()),
        _ => None,
    }
}

fn dashboards(guide: &Guide<'_>, document: &mut Document) {
    if guide.blueprint.dashboards.is_empty() {
        return;
    }
    document.heading(2, guide.plain("dashboards"));
    for dashboard in &guide.blueprint.dashboards {
        document.heading(3, plain(&dashboard.name));
        document.paragraph(plain(&dashboard.description));
        let rows: Vec<_> = dashboard.charts.iter().map(|chart| chart_row(guide, chart)).collect();
        document.table(["word_chart", "word_table", "word_why"].map(|key| guide.word(key)), rows);
    }
}

fn chart_row(guide: &Guide<'_>, chart: &Chart) -> [Spans; 3] {
    let table = guide.blueprint.table(&chart.table).map_or("", |table| &table.name);
    let reason = chart.reason.as_ref().map_or("", |reason| &reason.sentence);
    [plain(&chart.name), plain(table), plain(reason)]
}
