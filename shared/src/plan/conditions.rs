//! Values, conditions and orders in words.

use super::context::Context;
use crate::blueprint::{
    CellValue, Condition, Conjunction, Direction, Field, Filter, KindName, Operator, Sort, View, ViewKind,
};

/// A cell's value as people read it, on one line.
pub(super) fn value(context: &Context<'_>, field: Option<&Field>, value: &CellValue) -> String {
    let named = |id: &str| match field.map(|field| field.kind.name()) {
        Some(KindName::Select | KindName::MultiSelect | KindName::Relation) => {
            context.item_name(id).to_owned()
        }
        _ => id.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / "),
    };
    match value {
        CellValue::Bool(yes) => context.line(if *yes { "yes" } else { "no" }, &[]),
        CellValue::Number(number) => number.to_string(),
        CellValue::Text(text) => named(text),
        CellValue::List(items) => {
            context.language.list(&items.iter().map(|item| named(item)).collect::<Vec<_>>())
        }
    }
}

/// The conditions of a filter, joined by and or or.
pub(super) fn filter(context: &Context<'_>, filter: &Filter) -> String {
    let joint = match filter.conjunction {
        Conjunction::All => "and",
        Conjunction::Any => "or",
    };
    let conditions = filter.conditions.iter().map(|one| condition(context, one));
    conditions
        .reduce(|first, second| context.line(joint, &[("first", &first), ("second", &second)]))
        .unwrap_or_default()
}

fn condition(context: &Context<'_>, condition: &Condition) -> String {
    let field = context.field(&condition.field);
    let is_list_of_words = field.is_some_and(|field| {
        matches!(field.kind.name(), KindName::Title | KindName::Text | KindName::LongText | KindName::Url)
    });
    let key = match condition.operator {
        Operator::IsAnyOf if is_list_of_words => "has_any_of",
        operator => operator.as_str(),
    };
    let tested = condition.value.as_ref().map(|value| tested(context, field, condition.operator, value));
    let values =
        [("field", context.name_of(&condition.field)), ("value", tested.as_deref().unwrap_or_default())];
    context.line(&format!("condition.{key}"), &values)
}

fn tested(context: &Context<'_>, field: Option<&Field>, operator: Operator, against: &CellValue) -> String {
    if operator == Operator::Within {
        return context.line(&format!("range.{}", against.text().unwrap_or_default()), &[]);
    }
    let quoted = |text: String| context.line("quoted", &[("value", &text)]);
    match against {
        CellValue::Bool(_) | CellValue::Number(_) => value(context, field, against),
        CellValue::Text(_) => quoted(value(context, field, against)),
        CellValue::List(items) => {
            let one = |item: &String| quoted(value(context, field, &CellValue::Text(item.clone())));
            context.language.list(&items.iter().map(one).collect::<Vec<_>>())
        }
    }
}

/// What a view shows and how, a line each.
pub(super) fn view(context: &Context<'_>, view: &View) -> Vec<String> {
    let mut lines: Vec<_> = layout(context, &view.kind).into_iter().collect();
    if let Some(conditions) = &view.filter {
        lines.push(context.line("filter", &[("conditions", &filter(context, conditions))]));
    }
    if let Some(group) = &view.group {
        lines.push(context.line("group", &[("field", context.name_of(group))]));
    }
    if !view.sorts.is_empty() {
        let sorts: Vec<_> = view.sorts.iter().map(|one| sort(context, one)).collect();
        lines.push(context.line("sort", &[("sorts", &sorts.join("; "))]));
    }
    if !view.visible_fields.is_empty() {
        let fields: Vec<_> = view.visible_fields.iter().map(|field| context.name_of(field)).collect();
        lines.push(context.line("shown", &[("fields", &context.language.list(&fields))]));
    }
    lines
}

fn layout(context: &Context<'_>, kind: &ViewKind) -> Option<String> {
    let name = |field| context.name_of(field);
    Some(match kind {
        ViewKind::Board { by } => context.line("board", &[("field", name(by))]),
        ViewKind::Calendar { date } => context.line("calendar", &[("field", name(date))]),
        ViewKind::Timeline { start, end: Some(end) } => {
            context.line("timeline", &[("start", name(start)), ("end", name(end))])
        }
        ViewKind::Timeline { start, end: None } => context.line("timeline_day", &[("start", name(start))]),
        ViewKind::Grid | ViewKind::Gallery | ViewKind::List => return None,
    })
}

fn sort(context: &Context<'_>, sort: &Sort) -> String {
    let key = match sort.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    };
    context.line(key, &[("field", context.name_of(&sort.field))])
}
