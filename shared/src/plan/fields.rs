//! Fields and rows in words: a line a field, a line a row.

use super::conditions::value;
use super::context::Context;
use super::decision::{Decision, board_field};
use crate::blueprint::{
    Cardinality, Field, FieldKind, KindName, NumberFormat, RollupFunction, SampleRow, SelectOption, Table,
};
use crate::platform::{Place, Support, SupportLevel};

/// A field on one line: its name, kind in the platform's words, options, whether required, what belongs in it.
pub(super) fn field(context: &Context<'_>, table: &Table, field: &Field, support: Support) -> String {
    let details: String =
        details(context, field, support).iter().map(|detail| format!("; {detail}")).collect();
    let values = [("name", field.name.as_str()), ("native", context.native(support)), ("details", &details)];
    let line = context.line("field", &values);
    let description = (!field.description.is_empty()).then(|| field.description.clone());
    let extras = description.into_iter().chain(how(context, table, field, support));
    std::iter::once(line).chain(extras).collect::<Vec<_>>().join(" ")
}

/// How this platform wants this kind set up, where there is more to say than its name.
fn how(context: &Context<'_>, table: &Table, field: &Field, support: Support) -> Option<String> {
    if board_field(context, table) == Some(&field.id) {
        return context.click("board_field", &[]);
    }
    let kind = field.kind.name();
    if context.of.first(kind) == Some(support) {
        return context.click(&format!("first.{}", kind.as_str()), &[]);
    }
    context.click(&format!("field.{}", kind.as_str()), &[])
}

fn details(context: &Context<'_>, field: &Field, support: Support) -> Vec<String> {
    let mut details = Vec::new();
    let say = |key: &str, values: &[(&str, &str)]| context.line(key, values);
    match &field.kind {
        FieldKind::Select { options } | FieldKind::MultiSelect { options } => {
            let options: Vec<_> =
                options.iter().map(|option| self::option(context, option, support)).collect();
            details.push(say("options", &[("options", &context.language.list(&options))]));
        }
        FieldKind::Number { format: NumberFormat::Percent } => details.push(say("percent", &[])),
        FieldKind::Number { format: NumberFormat::Decimal } => details.push(say("decimal", &[])),
        FieldKind::Rating { max } => details.push(say("stars", &[("max", &max.to_string())])),
        FieldKind::AutoId { prefix } if !prefix.is_empty() => {
            details.push(say("prefix", &[("prefix", &shown_prefix(context, prefix))]))
        }
        FieldKind::Person { many: true } => details.push(say("people", &[])),
        _ => {}
    }
    if field.required {
        details.push(say("required", &[]));
    }
    details
}

/// The prefix of a counted id; the year in it is left out where it cannot follow the calendar.
fn shown_prefix(context: &Context<'_>, prefix: &str) -> String {
    match context.of.dated_ids {
        true => prefix.replace("{year}", "YYYY"),
        false => prefix.replace("{year}-", "").replace("{year}", ""),
    }
}

/// An option, with its colour where the platform keeps it.
fn option(context: &Context<'_>, option: &SelectOption, support: Support) -> String {
    if support.level == SupportLevel::Adapted && support.place == Place::Own {
        return option.name.clone();
    }
    let color = context.line(&format!("color.{}", option.color.as_str()), &[]);
    context.line("option", &[("name", &option.name), ("color", &color)])
}

/// How many rows a relation may name.
pub(super) fn cardinality(context: &Context<'_>, field: &Field) -> Option<String> {
    match &field.kind {
        FieldKind::Relation { cardinality: Cardinality::One, .. } => context.click("one", &[]),
        FieldKind::Relation { cardinality: Cardinality::Many, .. } => context.click("many", &[]),
        _ => None,
    }
}

/// What a rollup or a formula computes.
pub(super) fn computation(context: &Context<'_>, field: &Field) -> Option<String> {
    match &field.kind {
        FieldKind::Rollup { relation, field, function } => {
            let function = context.line(&format!("function.{}", rollup_key(*function)), &[]);
            let relation = context.name_of(relation);
            Some(match field {
                Some(field) => {
                    let values =
                        [("relation", relation), ("field", context.name_of(field)), ("function", &function)];
                    context.line("rollup", &values)
                }
                None => context.line("rollup_count", &[("relation", relation), ("function", &function)]),
            })
        }
        FieldKind::Formula { expression } => {
            Some(context.line("formula", &[("expression", &named(context, expression))]))
        }
        _ => None,
    }
}

fn rollup_key(function: RollupFunction) -> &'static str {
    match function {
        RollupFunction::Count => "count",
        RollupFunction::Sum => "sum",
        RollupFunction::Average => "average",
        RollupFunction::Min => "min",
        RollupFunction::Max => "max",
        RollupFunction::PercentChecked => "percent_checked",
    }
}

/// An expression with fields as the platform's formulas write them.
fn named(context: &Context<'_>, expression: &str) -> String {
    let mut text = String::new();
    let mut rest = expression;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((id, tail)) = after.split_once('}') else { break };
        text.push_str(before);
        let id = id.trim().into();
        let name = context.name_of(&id);
        text.push_str(&context.click("formula_field", &[("field", name)]).unwrap_or_else(|| name.to_owned()));
        rest = tail;
    }
    text + rest
}

/// A row on one line: its title and its values, links left out.
pub(super) fn row(context: &Context<'_>, table: &Table, row: &SampleRow, decisions: &[&Decision]) -> String {
    let written = |field: &&Field| {
        let support = decisions.iter().find(|known| known.element.id == field.id.as_str());
        support.is_some_and(|known| is_written(context, field.kind.name(), known.support))
    };
    cells(context, table, row, written)
}

/// The links of a row on one line.
pub(super) fn links(context: &Context<'_>, table: &Table, row: &SampleRow, relations: &[&Field]) -> String {
    cells(context, table, row, |field| relations.iter().any(|relation| relation.id == field.id))
}

fn cells(context: &Context<'_>, table: &Table, row: &SampleRow, wanted: impl Fn(&&Field) -> bool) -> String {
    let cell = |field: &Field| {
        let cell = row.cells.get(&field.id)?;
        let value = context.counted(&row.id, &field.id).unwrap_or_else(|| value(context, Some(field), cell));
        (!value.is_empty()).then(|| context.line("cell", &[("field", &field.name), ("value", &value)]))
    };
    let cells: Vec<_> = table.fields.iter().filter(wanted).filter_map(cell).collect();
    let title = table.label(row);
    if cells.is_empty() {
        return context.line("row_alone", &[("row", title)]);
    }
    let cells = cells.join("; ");
    context.line("row", &[("row", title), ("cells", cells.strip_suffix('.').unwrap_or(&cells))])
}

/// Whether somebody writes the values of such a field: a platform that has such fields fills in its own times and
/// numbers.
fn is_written(context: &Context<'_>, kind: KindName, support: Support) -> bool {
    let possible = support.level != SupportLevel::Impossible;
    match kind {
        KindName::Title | KindName::Relation => false,
        KindName::CreatedAt | KindName::UpdatedAt | KindName::AutoId => {
            possible && support.place == Place::Own && context.of.field(kind).level == SupportLevel::Adapted
        }
        _ => possible,
    }
}
