//! Values of one kind as values of another, where they can be.

use super::guard;
use crate::blueprint::{Blueprint, Cardinality, CellValue, FieldKind, SelectOption};
use crate::compute::Value;
use crate::validate::{ITEMS_MAX, NAME_MAX, sizes};

/// Between the items of a list that became one text.
const BETWEEN: &str = ", ";

/// Makes values of one kind into values of another. Depends on nothing but the blueprint and the value.
pub(super) struct Converter<'a> {
    blueprint: &'a Blueprint,
}

impl<'a> Converter<'a> {
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        Self { blueprint }
    }

    /// `value` of a field that was `from`, as one of a field that is `to`; nothing where there is no such value.
    pub(super) fn convert(&self, from: &FieldKind, to: &FieldKind, value: &CellValue) -> Option<CellValue> {
        let converted = match (from, to) {
            (FieldKind::Relation { table, .. }, FieldKind::Relation { table: related, cardinality, .. }) => {
                (table == related).then(|| limited(value, *cardinality == Cardinality::One))
            }
            (FieldKind::Person { .. }, FieldKind::Person { many }) => Some(limited(value, !many)),
            (FieldKind::Rating { .. }, FieldKind::Rating { max }) => match value.number() {
                Some(number) => Some(CellValue::Number(number.min(f64::from(*max)))),
                None => Some(value.clone()),
            },
            (from, to) if from.name() == to.name() && from.options().is_empty() => Some(value.clone()),
            (from, to) => parse(self, to, &self.texts(from, value)),
        };
        converted.filter(sizes::cell_fits)
    }

    /// What people read in a value, an item each.
    fn texts(&self, kind: &FieldKind, value: &CellValue) -> Vec<String> {
        let name = |id: &String| self.name(kind, id).unwrap_or_else(|| id.clone());
        match value {
            CellValue::Bool(checked) => vec![checked.to_string()],
            CellValue::Number(number) => vec![number.to_string()],
            CellValue::Text(text) => vec![name(text)],
            CellValue::List(items) => items.iter().map(name).collect(),
        }
    }

    fn name(&self, kind: &FieldKind, id: &str) -> Option<String> {
        match kind {
            FieldKind::Relation { table, .. } => {
                let table = self.blueprint.table(table)?;
                table.row(&id.into()).map(|row| table.label(row).to_owned())
            }
            kind => kind.options().iter().find(|it| it.id.as_str() == id).map(|it| it.name.clone()),
        }
    }

    /// The row of a table with this label.
    fn row(&self, kind: &FieldKind, label: &str) -> Option<String> {
        let FieldKind::Relation { table, .. } = kind else { return None };
        let table = self.blueprint.table(table)?;
        table.sample_rows.iter().find(|row| table.label(row) == label).map(|row| row.id.to_string())
    }
}

/// A list with one item at most, if there is a limit.
fn limited(value: &CellValue, to_one: bool) -> CellValue {
    match value {
        CellValue::List(items) if to_one => CellValue::List(items.iter().take(1).cloned().collect()),
        other => other.clone(),
    }
}

fn parse(converter: &Converter<'_>, to: &FieldKind, texts: &[String]) -> Option<CellValue> {
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
        FieldKind::Select { options } => {
            items(texts).find_map(|it| option(options, &it)).map(CellValue::Text)
        }
        FieldKind::MultiSelect { options } => list(items(texts).filter_map(|it| option(options, &it))),
        FieldKind::Person { many } => {
            let most = if *many { ITEMS_MAX } else { 1 };
            list(items(texts).take(most))
        }
        FieldKind::Relation { cardinality, .. } => {
            let most = if *cardinality == Cardinality::One { 1 } else { ITEMS_MAX };
            list(items(texts).filter_map(|it| converter.row(to, &it)).take(most))
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
    let mut kept: Vec<String> = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    (!kept.is_empty()).then_some(CellValue::List(kept))
}

fn option(options: &[SelectOption], name: &str) -> Option<String> {
    let folded = name.to_lowercase();
    let found = options.iter().find(|option| option.name.to_lowercase() == folded);
    found.map(|option| option.id.to_string()).filter(|id| guard::is_id(id))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace)
}

fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::blueprint::{Color, NumberFormat};

    #[track_caller]
    fn check(from: &FieldKind, to: &FieldKind, value: impl Into<CellValue>, expected: Option<CellValue>) {
        let blueprint = small();
        assert_eq!(Converter::new(&blueprint).convert(from, to, &value.into()), expected);
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
