//! Values of one kind as values of another, where they can be.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::blueprint::{Blueprint, Cardinality, CellValue, FieldKind, is_id};
use crate::compute::Value;
use crate::validate::{ITEMS_MAX, NAME_MAX, sizes};

/// Between the items of a list that became one text.
const BETWEEN: &str = ", ";

/// Makes values of one kind into values of another. Depends on nothing but the blueprint and the value.
pub(super) struct Converter<'a> {
    blueprint: &'a Blueprint,
    from: &'a FieldKind,
    to: &'a FieldKind,
    /// What people read for the ids that values of `from` hold.
    names: OnceCell<HashMap<&'a str, &'a str>>,
    /// The ids that values of `to` hold for what people write; names of options in lowercase.
    ids: OnceCell<HashMap<Cow<'a, str>, &'a str>>,
}

impl<'a> Converter<'a> {
    pub(super) fn new(blueprint: &'a Blueprint, from: &'a FieldKind, to: &'a FieldKind) -> Self {
        Self { blueprint, from, to, names: OnceCell::new(), ids: OnceCell::new() }
    }

    /// `value` of a field that was `from`, as one of a field that is `to`; nothing where there is no such value.
    pub(super) fn convert(&self, value: &CellValue) -> Option<CellValue> {
        let converted = match (self.from, self.to) {
            (FieldKind::Relation { table, .. }, FieldKind::Relation { table: related, cardinality, .. }) => {
                (table == related).then(|| limited(value, *cardinality == Cardinality::One))
            }
            (FieldKind::Person { .. }, FieldKind::Person { many }) => Some(limited(value, !many)),
            (FieldKind::Rating { .. }, FieldKind::Rating { max }) => match value.number() {
                Some(number) => Some(CellValue::Number(number.min(f64::from(*max)))),
                None => Some(value.clone()),
            },
            (from, to) if from.name() == to.name() && from.options().is_empty() => Some(value.clone()),
            _ => parse(self, &self.texts(value)),
        };
        converted.filter(sizes::cell_fits)
    }

    /// What people read in a value, an item each.
    fn texts(&self, value: &CellValue) -> Vec<String> {
        let name = |id: &String| self.name(id).unwrap_or(id).to_owned();
        match value {
            CellValue::Bool(checked) => vec![checked.to_string()],
            CellValue::Number(number) => vec![number.to_string()],
            CellValue::Text(text) => vec![name(text)],
            CellValue::List(items) => items.iter().map(name).collect(),
        }
    }

    fn name(&self, id: &str) -> Option<&'a str> {
        let names = self.names.get_or_init(|| {
            let rows = self.rows(self.from);
            let options = self.from.options().iter().map(|option| (option.id.as_str(), option.name.as_str()));
            first_of(rows.chain(options))
        });
        names.get(id).copied()
    }

    /// The id of the option of that name, in lowercase, or of the row with that label.
    fn id(&self, name: &str) -> Option<&'a str> {
        let ids = self.ids.get_or_init(|| {
            let rows = self.rows(self.to).map(|(id, label)| (Cow::Borrowed(label), id));
            let options = self.to.options().iter();
            let options = options.map(|option| (Cow::Owned(option.name.to_lowercase()), option.id.as_str()));
            first_of(rows.chain(options))
        });
        ids.get(name).copied()
    }

    /// Ids and labels of the rows that values of a relation name; none for other kinds.
    fn rows(&self, kind: &FieldKind) -> impl Iterator<Item = (&'a str, &'a str)> {
        let table = match kind {
            FieldKind::Relation { table, .. } => self.blueprint.table(table),
            _ => None,
        };
        table
            .into_iter()
            .flat_map(|table| table.sample_rows.iter().map(move |row| (row.id.as_str(), table.label(row))))
    }
}

/// A map in which the first of several with one key stands.
fn first_of<K: Eq + Hash, V>(pairs: impl Iterator<Item = (K, V)>) -> HashMap<K, V> {
    let mut map = HashMap::new();
    for (key, value) in pairs {
        map.entry(key).or_insert(value);
    }
    map
}

/// A list with one item at most, if there is a limit.
fn limited(value: &CellValue, to_one: bool) -> CellValue {
    match value {
        CellValue::List(items) if to_one => CellValue::List(items.iter().take(1).cloned().collect()),
        other => other.clone(),
    }
}

fn parse(converter: &Converter<'_>, texts: &[String]) -> Option<CellValue> {
    let to = converter.to;
    let joined = texts.join(BETWEEN);
    let text = joined.trim();
    if text.is_empty() {
        return None;
    }
    let kept = |kind: &FieldKind, text: String| {
        let value = CellValue::Text(text);
        Value::read(kind, &value).map(|_| value)
    };
    match to {
        FieldKind::Title | FieldKind::Text => {
            Some(CellValue::Text(text.split_whitespace().collect::<Vec<_>>().join(" ")))
        }
        FieldKind::LongText => Some(CellValue::Text(joined)),
        FieldKind::Url | FieldKind::Attachment => is_address(text).then(|| text.into()),
        FieldKind::Email => is_mail(text).then(|| text.into()),
        FieldKind::Number { .. } => number(text).map(CellValue::Number),
        FieldKind::Rating { max } => {
            let stars = number(text)?.round();
            (stars >= 1.0 && stars <= f64::from(*max)).then_some(CellValue::Number(stars))
        }
        FieldKind::AutoId { .. } => {
            let count = number(text)?;
            (count >= 0.0 && count.fract() == 0.0 && count <= f64::from(u32::MAX))
                .then_some(CellValue::Number(count))
        }
        FieldKind::Checkbox => match text.to_lowercase().as_str() {
            "true" | "1" | "yes" | "x" | "✓" => Some(CellValue::Bool(true)),
            "false" | "0" | "no" => Some(CellValue::Bool(false)),
            _ => None,
        },
        FieldKind::Date => kept(to, text.get(..10)?.to_owned()),
        FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => {
            kept(to, text.to_owned()).or_else(|| kept(to, format!("{text}T00:00:00Z")))
        }
        FieldKind::Select { .. } => items(texts).find_map(|it| option(converter, &it)).map(CellValue::Text),
        FieldKind::MultiSelect { .. } => list(items(texts).filter_map(|it| option(converter, &it))),
        FieldKind::Person { many } => {
            let most = if *many { ITEMS_MAX } else { 1 };
            list(items(texts).take(most))
        }
        FieldKind::Relation { cardinality, .. } => {
            let most = if *cardinality == Cardinality::One { 1 } else { ITEMS_MAX };
            list(items(texts).filter_map(|it| converter.id(&it)).take(most).map(str::to_owned))
        }
        FieldKind::Rollup { .. } | FieldKind::Formula { .. } => None,
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The items of a list; one text that names several is taken apart.
fn items(texts: &[String]) -> impl Iterator<Item = String> {
    let parts: Vec<String> = match texts {
        [only] => only.split(BETWEEN.trim_end()).map(|part| part.trim().to_owned()).collect(),
        several => several.to_vec(),
    };
    parts.into_iter().filter(|part| !part.is_empty() && part.chars().count() <= NAME_MAX)
}

fn list(items: impl Iterator<Item = String>) -> Option<CellValue> {
    let mut seen = HashSet::new();
    let kept: Vec<String> = items.filter(|item| seen.insert(item.clone())).collect();
    (!kept.is_empty()).then_some(CellValue::List(kept))
}

fn option(converter: &Converter<'_>, name: &str) -> Option<String> {
    converter.id(&name.to_lowercase()).filter(|id| is_id(id)).map(str::to_owned)
}

pub(crate) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace)
}

pub(crate) fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::blueprint::{Color, NumberFormat, SelectOption};

    #[track_caller]
    fn check(from: &FieldKind, to: &FieldKind, value: impl Into<CellValue>, expected: Option<CellValue>) {
        let blueprint = small();
        assert_eq!(Converter::new(&blueprint, from, to).convert(&value.into()), expected);
    }

    fn list<const N: usize>(items: [&str; N]) -> CellValue {
        CellValue::List(items.map(str::to_owned).into())
    }

    fn select(many: bool) -> FieldKind {
        let option =
            |id: &str, name: &str| SelectOption { id: id.into(), name: name.into(), color: Color::Red };
        let options = vec![option("opt_a", "Active"), option("opt_b", "Done")];
        if many { FieldKind::MultiSelect { options } } else { FieldKind::Select { options } }
    }

    fn projects(cardinality: Cardinality) -> FieldKind {
        FieldKind::Relation { table: "tbl_projects".into(), cardinality, inverse: None }
    }

    const NUMBER: FieldKind = FieldKind::Number { format: NumberFormat::Decimal };

    #[test]
    fn text_becomes_what_it_says() {
        let text = FieldKind::Text;
        check(&text, &NUMBER, " 2.5 ", Some(CellValue::Number(2.5)));
        check(&text, &NUMBER, "inf", None);
        check(&text, &NUMBER, "many", None);
        check(&text, &FieldKind::Rating { max: 5 }, "4.4", Some(CellValue::Number(4.0)));
        check(&text, &FieldKind::Rating { max: 5 }, "6", None);
        check(&text, &FieldKind::AutoId { prefix: String::new() }, "7", Some(CellValue::Number(7.0)));
        check(&text, &FieldKind::Checkbox, "Yes", Some(CellValue::Bool(true)));
        check(&text, &FieldKind::Checkbox, "maybe", None);
        check(&text, &FieldKind::Date, "2026-03-20", Some("2026-03-20".into()));
        check(&text, &FieldKind::Date, "soon, perhaps", None);
        check(&text, &FieldKind::Datetime, "2026-03-20", Some("2026-03-20T00:00:00Z".into()));
        check(&text, &FieldKind::Url, "https://example.com", Some("https://example.com".into()));
        check(&text, &FieldKind::Url, "javascript:alert(1)", None);
        check(&text, &FieldKind::Email, "ada@example.com", Some("ada@example.com".into()));
        check(&text, &FieldKind::Email, "ada", None);
        check(&text, &FieldKind::Person { many: true }, "Ada, Ben, Ada", Some(list(["Ada", "Ben"])));
        check(&text, &select(false), "active", Some("opt_a".into()));
        check(&text, &select(true), "Done, Active, Else", Some(list(["opt_b", "opt_a"])));
        check(&text, &projects(Cardinality::One), "Garden", Some(list(["row_p2"])));
        check(&text, &FieldKind::Formula { expression: "1".into() }, "1", None);
    }

    #[test]
    fn the_first_of_one_name_is_meant() {
        let option =
            |id: &str, name: &str| SelectOption { id: id.into(), name: name.into(), color: Color::Red };
        let options = vec![option("opt_b", "Done"), option("opt_a", "DONE"), option("opt_b", "Again")];
        let many = FieldKind::MultiSelect { options };
        check(&FieldKind::Text, &many, "done, Done, again", Some(list(["opt_b"])));
        check(&many, &FieldKind::Text, list(["opt_b", "opt_a"]), Some("Done, DONE".into()));
    }

    #[test]
    fn everything_can_be_read_as_text() {
        let text = FieldKind::Text;
        check(&FieldKind::LongText, &text, "two\n lines", Some("two lines".into()));
        check(&NUMBER, &text, CellValue::Number(2.5), Some("2.5".into()));
        check(&FieldKind::Checkbox, &text, CellValue::Bool(true), Some("true".into()));
        check(&select(false), &text, "opt_b", Some("Done".into()));
        check(&select(true), &text, list(["opt_b", "opt_a"]), Some("Done, Active".into()));
        check(
            &projects(Cardinality::Many),
            &text,
            list(["row_p1", "row_p2"]),
            Some("Compiler, Garden".into()),
        );
        check(&FieldKind::Person { many: false }, &text, list(["Ada"]), Some("Ada".into()));
        check(&text, &FieldKind::LongText, "   ", None);
    }

    #[test]
    fn like_kinds_keep_what_fits() {
        check(
            &FieldKind::Rating { max: 5 },
            &FieldKind::Rating { max: 3 },
            CellValue::Number(5.0),
            Some(CellValue::Number(3.0)),
        );
        check(&FieldKind::Datetime, &FieldKind::Date, "2026-03-20T09:30:00Z", Some("2026-03-20".into()));
        let many = FieldKind::Person { many: true };
        check(&many, &FieldKind::Person { many: false }, list(["Ada", "Ben"]), Some(list(["Ada"])));
        check(
            &projects(Cardinality::Many),
            &projects(Cardinality::One),
            list(["row_p1", "row_p2"]),
            Some(list(["row_p1"])),
        );
        let sessions = FieldKind::Relation {
            table: "tbl_sessions".into(),
            cardinality: Cardinality::One,
            inverse: None,
        };
        check(&projects(Cardinality::One), &sessions, list(["row_p1"]), None);
        check(&select(true), &select(false), list(["opt_b", "opt_a"]), Some("opt_b".into()));
        check(&select(false), &select(true), "opt_a", Some(list(["opt_a"])));
    }
}
