//! Filters of the blueprint in the language of bases.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime};
use shared::answers::DateFormat;
use shared::blueprint::{
    CellValue, Condition, Conjunction, Field, FieldKind, Filter, Operator, RelativeRange, RowId,
};

use super::layout::Vault;
use super::property::{PropertyType, Slot};
use super::term::{literal, number};

/// A filter: `and` or `or`, and its statements.
#[derive(Clone, Debug)]
pub(super) struct Statements {
    pub(super) joined_by: &'static str,
    pub(super) statements: Vec<String>,
}

impl Statements {
    /// All of them in one.
    pub(super) fn in_one(&self) -> String {
        let sign = if self.joined_by == "and" { " && " } else { " || " };
        let each: Vec<_> = self.statements.iter().map(|statement| format!("({statement})")).collect();
        if each.is_empty() { "true".to_owned() } else { each.join(sign) }
    }
}

/// `filter` of a table's base.
pub(super) fn statements(vault: &Vault<'_>, filter: &Filter) -> Statements {
    Statements {
        joined_by: match filter.conjunction {
            Conjunction::All => "and",
            Conjunction::Any => "or",
        },
        statements: filter.conditions.iter().map(|condition| statement(vault, condition)).collect(),
    }
}

/// What a condition tests.
struct Operand<'a> {
    /// How an expression reads it; `null` where it is empty.
    path: String,
    field: &'a Field,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Title,
    Text,
    List,
    Link,
    /// Notes of the other side of a relation: a list that is never missing.
    Derived,
    Number,
    Day {
        is_moment: bool,
    },
    Bool,
}

/// Never holds: what cannot be tested matches nothing.
const NEVER: &str = "false";

fn statement(vault: &Vault<'_>, condition: &Condition) -> String {
    let Some(operand) = operand(vault, condition) else { return NEVER.to_owned() };
    let value = condition.value.as_ref();
    let with = |test: &dyn Fn(&CellValue) -> Option<String>| value.and_then(test).unwrap_or(NEVER.to_owned());
    match condition.operator {
        Operator::Is => with(&|value| is(vault, &operand, value)),
        Operator::IsNot => format!("!({})", with(&|value| is(vault, &operand, value))),
        Operator::IsAnyOf => with(&|value| Some(is_any_of(vault, &operand, &items(value)))),
        Operator::Contains => with(&|value| Some(contains_any(vault, &operand, &[value.text()?.to_owned()]))),
        Operator::IsEmpty => is_empty(&operand),
        Operator::IsNotEmpty | Operator::IsMe => format!("!({})", is_empty(&operand)),
        Operator::AtLeast => with(&|value| compared(&operand, ">=", value)),
        Operator::AtMost => with(&|value| compared(&operand, "<=", value)),
        Operator::Within => with(&|value| within(&operand, RelativeRange::parse(value.text()?)?)),
    }
}

fn operand<'a>(vault: &Vault<'a>, condition: &Condition) -> Option<Operand<'a>> {
    let (_, field) = vault.field(&condition.field)?;
    let (path, kind) = match vault.slot(&condition.field)? {
        Slot::Name => ("file.basename".to_owned(), Kind::Title),
        Slot::Section(name) => (format!("note.{}", name.as_ref()?), Kind::Text),
        Slot::Derived(name, _) => (format!("formula.{name}"), Kind::Derived),
        Slot::Property(name, kind) => (format!("note.{name}"), kind_of(field, *kind)),
        Slot::Computed(name, kind) => {
            let place = if vault.formula(&field.id).is_some() { "formula" } else { "note" };
            (format!("{place}.{name}"), kind_of(field, *kind))
        }
    };
    Some(Operand { path, field, kind })
}

fn kind_of(field: &Field, kind: PropertyType) -> Kind {
    match (&field.kind, kind) {
        (FieldKind::Relation { .. }, _) => Kind::Link,
        (_, PropertyType::Multitext) => Kind::List,
        (_, PropertyType::Text) => Kind::Text,
        (_, PropertyType::Number) => Kind::Number,
        (_, PropertyType::Checkbox) => Kind::Bool,
        (_, PropertyType::Date) => Kind::Day { is_moment: false },
        (_, PropertyType::Datetime) => Kind::Day { is_moment: true },
    }
}

fn items(value: &CellValue) -> Vec<String> {
    match value {
        CellValue::Text(text) => vec![text.clone()],
        value => value.list().to_vec(),
    }
}

/// An option, a row or a text as properties hold it.
fn written(vault: &Vault<'_>, field: &Field, item: &str) -> String {
    match &field.kind {
        FieldKind::Relation { .. } => {
            format!("link({})", literal(vault.note(&RowId::new(item)).unwrap_or(item)))
        }
        kind => {
            let option = kind.options().iter().find(|option| option.id.as_str() == item);
            literal(option.map_or(item, |option| &option.name))
        }
    }
}

/// Equal; for a list, holds it.
fn is(vault: &Vault<'_>, operand: &Operand<'_>, value: &CellValue) -> Option<String> {
    let (path, field) = (&operand.path, operand.field);
    match (operand.kind, value) {
        (Kind::Title, CellValue::Text(text)) => {
            let text = literal(text);
            Some(format!("({path} == {text} || list(note.aliases).contains({text}))"))
        }
        (Kind::Text, CellValue::Text(text)) => Some(format!("{path} == {}", written(vault, field, text))),
        // A field for one person is a text here and a list there.
        (Kind::Text, CellValue::List(items)) => match items.as_slice() {
            [item] => Some(format!("{path} == {}", written(vault, field, item))),
            _ => None,
        },
        (Kind::List | Kind::Link | Kind::Derived, CellValue::Text(_) | CellValue::List(_)) => {
            let items: Vec<_> = items(value).iter().map(|item| written(vault, field, item)).collect();
            (!items.is_empty()).then(|| format!("{}.containsAll({})", list(operand), items.join(", ")))
        }
        (Kind::Number, CellValue::Number(value)) => Some(format!("{path} == {}", number(*value))),
        (Kind::Bool, CellValue::Bool(true)) => Some(format!("{path} == true")),
        (Kind::Bool, CellValue::Bool(false)) => Some(format!("{path} != true")),
        (Kind::Day { is_moment }, CellValue::Text(text)) => Some(match moment(text)? {
            Moment::At(at) if is_moment => {
                format!("{path} && {path} == date(\"{}\")", at.format("%Y-%m-%d %H:%M:%S"))
            }
            found => format!("{path} && {path}.format(\"YYYY-MM-DD\") == \"{}\"", found.day()),
        }),
        _ => None,
    }
}

fn list(operand: &Operand<'_>) -> String {
    if operand.kind == Kind::Derived { operand.path.clone() } else { format!("list({})", operand.path) }
}

fn is_any_of(vault: &Vault<'_>, operand: &Operand<'_>, items: &[String]) -> String {
    let is_of_few = matches!(
        operand.field.kind,
        FieldKind::Select { .. }
            | FieldKind::MultiSelect { .. }
            | FieldKind::Relation { .. }
            | FieldKind::Person { .. }
    );
    if !is_of_few {
        return contains_any(vault, operand, items);
    }
    let written: Vec<_> = items.iter().map(|item| written(vault, operand.field, item)).collect();
    match operand.kind {
        _ if written.is_empty() => NEVER.to_owned(),
        Kind::Text => format!("[{}].contains({})", written.join(", "), operand.path),
        _ => format!("{}.containsAny({})", list(operand), written.join(", ")),
    }
}

/// Whether what people read contains one of the words, whatever the case; nothing contains the empty word.
fn contains_any(vault: &Vault<'_>, operand: &Operand<'_>, words: &[String]) -> String {
    let words: Vec<_> =
        words.iter().filter(|word| !word.is_empty()).map(|word| literal(&word.to_lowercase())).collect();
    if words.is_empty() {
        return NEVER.to_owned();
    }
    format!("({}).lower().containsAny({})", label(vault, operand), words.join(", "))
}

/// What people read of it.
fn label(vault: &Vault<'_>, operand: &Operand<'_>) -> String {
    let path = &operand.path;
    let names = |list: &str| format!("{list}.map(value.asFile().basename).join(\", \")");
    match operand.kind {
        // Names that files refuse stand among the aliases.
        Kind::Title => format!("if(note.aliases, {path} + \" \" + list(note.aliases).join(\" \"), {path})"),
        Kind::Text => format!("if({path}, {path}, \"\")"),
        Kind::List => format!("if({path}, list({path}).join(\", \"), \"\")"),
        Kind::Link => format!("if({path}, {}, \"\")", names(&format!("list({path})"))),
        Kind::Derived => names(path),
        Kind::Number => format!("if({path}.isEmpty(), \"\", {path}.toString())"),
        Kind::Day { is_moment } => {
            format!("if({path}, {path}.format(\"{}\"), \"\")", day_format(vault, is_moment))
        }
        Kind::Bool => {
            let (yes, no) = (literal(vault.word("yes")), literal(vault.word("no")));
            format!("if({path} == true, {yes}, {no})")
        }
    }
}

/// The blueprint's date format as Moment.js writes it.
fn day_format(vault: &Vault<'_>, is_moment: bool) -> String {
    let day = match vault.blueprint.settings.date_format {
        DateFormat::Iso => "YYYY-MM-DD",
        DateFormat::DayFirst => "DD/MM/YYYY",
        DateFormat::MonthFirst => "MM/DD/YYYY",
        DateFormat::Dotted => "DD.MM.YYYY",
    };
    if is_moment { format!("{day} HH:mm") } else { day.to_owned() }
}

fn is_empty(operand: &Operand<'_>) -> String {
    let path = &operand.path;
    match operand.kind {
        Kind::Title | Kind::Bool => NEVER.to_owned(),
        Kind::Text | Kind::List | Kind::Number => format!("{path}.isEmpty()"),
        // A list of links and a single one alike.
        Kind::Link => format!("(!{path} || list({path}).isEmpty())"),
        Kind::Derived => format!("{path}.length == 0"),
        Kind::Day { .. } => format!("!{path}"),
    }
}

fn compared(operand: &Operand<'_>, sign: &str, value: &CellValue) -> Option<String> {
    let path = &operand.path;
    match (operand.kind, value) {
        (Kind::Number, CellValue::Number(value)) => {
            Some(format!("!{path}.isEmpty() && {path} {sign} {}", number(*value)))
        }
        (Kind::Day { is_moment }, CellValue::Text(text)) => Some(match (moment(text)?, sign) {
            (Moment::At(at), _) if is_moment => {
                format!("{path} && {path} {sign} date(\"{}\")", at.format("%Y-%m-%d %H:%M:%S"))
            }
            // A time counts by its day.
            (found, "<=") => {
                format!("{path} && {path} < date(\"{}\")", found.day().checked_add_days(Days::new(1))?)
            }
            (found, _) => format!("{path} && {path} >= date(\"{}\")", found.day()),
        }),
        _ => None,
    }
}

fn within(operand: &Operand<'_>, range: RelativeRange) -> Option<String> {
    let Kind::Day { .. } = operand.kind else { return None };
    let path = &operand.path;
    let test = match range {
        RelativeRange::Today => format!("{path} >= today() && {path} < today() + \"1d\""),
        RelativeRange::ThisWeek => format!("{path}.format(\"GGGG-WW\") == today().format(\"GGGG-WW\")"),
        RelativeRange::Next7Days => format!("{path} >= today() && {path} < today() + \"7d\""),
        RelativeRange::Past30Days => format!("{path} >= today() - \"29d\" && {path} < today() + \"1d\""),
        RelativeRange::UntilToday => format!("{path} < today() + \"1d\""),
        RelativeRange::Over30DaysAgo => format!("{path} < today() - \"30d\""),
    };
    Some(format!("{path} && {test}"))
}

/// A stored day or moment.
enum Moment {
    Day(NaiveDate),
    At(NaiveDateTime),
}

impl Moment {
    fn day(&self) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::At(at) => at.date(),
        }
    }
}

fn moment(text: &str) -> Option<Moment> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Moment::Day);
    day.or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|at| Moment::At(at.naive_utc())))
}
