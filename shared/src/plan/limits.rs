//! What a platform's sizes change of an element, in sentences.

use super::context::Context;
use crate::blueprint::{Field, SelectOption, Table};

/// The name a table gets, in sentences where it is not its own.
pub(super) fn table(context: &Context<'_>, table: &Table) -> Vec<String> {
    let limits = &context.of.limits;
    let mut sentences = Vec::new();
    let allowed = without(&table.name, limits.table_name_forbidden);
    if allowed != table.name {
        let values = [("name", table.name.as_str()), ("short", allowed.as_str())];
        sentences.push(context.say("limit.name_characters", &values));
    }
    sentences.extend(cut(context, &allowed, limits.table_name_chars));
    sentences
}

/// What changes of a field's name and options.
pub(super) fn field(context: &Context<'_>, field: &Field) -> Vec<String> {
    let mut sentences: Vec<_> =
        cut(context, &field.name, context.of.limits.field_name_chars).into_iter().collect();
    sentences.extend(option_count(context, field));
    sentences.extend(option_names(context, field));
    sentences
}

/// What changes of a row's title.
pub(super) fn row(context: &Context<'_>, title: &str) -> Vec<String> {
    cut(context, title, context.of.limits.title_chars).into_iter().collect()
}

fn cut(context: &Context<'_>, name: &str, limit: Option<u32>) -> Option<String> {
    let short = shortened(name, limit?)?;
    let limit = limit?.to_string();
    Some(context.say("limit.name_chars", &[("name", name), ("short", &short), ("limit", &limit)]))
}

fn option_count(context: &Context<'_>, field: &Field) -> Option<String> {
    let limit = context.of.limits.options?;
    let count = field.kind.options().len();
    if count <= limit as usize {
        return None;
    }
    let (count, limit) = (count.to_string(), limit.to_string());
    Some(context.say("limit.options", &[("name", &field.name), ("count", &count), ("limit", &limit)]))
}

fn option_names(context: &Context<'_>, field: &Field) -> Option<String> {
    let changed: Vec<_> =
        field.kind.options().iter().filter_map(|option| option_name(context, option)).collect();
    if changed.is_empty() {
        return None;
    }
    let short = changed.join("; ");
    Some(context.say("limit.option_names", &[("name", &field.name), ("short", &short)]))
}

fn option_name(context: &Context<'_>, option: &SelectOption) -> Option<String> {
    let limits = &context.of.limits;
    let allowed = without(&option.name, limits.option_name_forbidden);
    let short = limits.option_name_chars.and_then(|limit| shortened(&allowed, limit)).unwrap_or(allowed);
    (short != option.name).then_some(short)
}

/// `name` with a space in place of each forbidden character.
fn without(name: &str, forbidden: &str) -> String {
    let allowed = name.replace(|character| forbidden.contains(character), " ");
    if allowed == name { allowed } else { allowed.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// The first `limit` characters of a longer name.
fn shortened(name: &str, limit: u32) -> Option<String> {
    let limit = limit as usize;
    (name.chars().count() > limit).then(|| name.chars().take(limit).collect::<String>().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_become_single_spaces() {
        assert_eq!(without("A/B: C", "/:"), "A B C");
        assert_eq!(without("A  B", "/:"), "A  B");
    }

    #[test]
    fn a_name_is_cut_by_characters_never_inside_one() {
        assert_eq!(shortened("Größe ", 3), Some("Grö".to_owned()));
        assert_eq!(shortened("Grö", 3), None);
    }
}
