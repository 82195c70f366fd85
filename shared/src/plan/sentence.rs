//! Automations and charts as sentences, in pieces, so that a page can set names apart from the words around them.

use super::context::Context;
use super::rules::moment;
use crate::blueprint::{
    Action, Automation, Blueprint, CellValue, Cells, Chart, Color, Condition, Conjunction, Dashboard,
    ExportFormat, Field, FieldId, Filter, MeasureFunction, Operator, Period, Trigger,
};
use crate::platform::{Platform, capabilities};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words between the others.
    Text(String),
    /// The name of a table.
    Table(String),
    /// The name of a field.
    Field(String),
    /// A value; that of a select in its option's colour.
    Value(String, Option<Color>),
    /// What people are told.
    Message(String),
}

/// Each automation of `blueprint` as one sentence, in order, in the blueprint's language.
pub fn sentences(blueprint: &Blueprint) -> Vec<Vec<Piece>> {
    // A rule reads the same wherever it runs.
    let context = Context::new(blueprint, capabilities(Platform::Builtin));
    blueprint.automations.iter().map(|automation| sentence(&context, automation)).collect()
}

/// What each chart of `dashboard` shows, in order, in the blueprint's language.
pub fn measures(blueprint: &Blueprint, dashboard: &Dashboard) -> Vec<Vec<Piece>> {
    let context = Context::new(blueprint, capabilities(Platform::Builtin));
    dashboard.charts.iter().map(|chart| merged(shows(&context, chart))).collect()
}

type Pieces = Vec<Piece>;

fn shows(context: &Context<'_>, chart: &Chart) -> Pieces {
    let key = match chart.measure.function {
        MeasureFunction::Count => "shows.count",
        MeasureFunction::Sum => "shows.sum",
        MeasureFunction::Average => "shows.average",
        MeasureFunction::Share => "shows.share",
    };
    let condition = |of: &Option<Filter>| of.as_ref().map(|of| filter(context, of)).unwrap_or_default();
    let table = vec![Piece::Table(context.table_name(&chart.table).to_owned())];
    let field = chart.measure.field.as_ref().map(|field| named(context, field)).unwrap_or_default();
    let values = [("table", table), ("field", field), ("if", condition(&chart.measure.of))];
    let shows = fill(context, key, &values);
    match &chart.filter {
        Some(_) => fill(context, "shows.only", &[("shows", shows), ("if", condition(&chart.filter))]),
        None => shows,
    }
}

fn sentence(context: &Context<'_>, automation: &Automation) -> Pieces {
    let table = vec![Piece::Table(context.table_name(&automation.table).to_owned())];
    let then = automation.actions.iter().map(|one| action(context, &table, one)).collect();
    let then = listed(context, then, ["comma_then", "and_then"]);
    let joint = match (&automation.trigger, &automation.filter) {
        (Trigger::RowCreated | Trigger::FieldChanged { .. }, None) => "event",
        (Trigger::RowCreated | Trigger::FieldChanged { .. }, Some(_)) => "event_if",
        (_, None) => "time",
        (Trigger::DateReached { .. }, Some(_)) => "time_if",
        (Trigger::Schedule { .. }, Some(_)) => "schedule_if",
    };
    let condition = automation.filter.as_ref().map(|it| filter(context, it)).unwrap_or_default();
    let when = trigger(context, &table, &automation.trigger);
    merged(fill(context, joint, &[("when", when), ("if", condition), ("then", then), ("table", table)]))
}

fn trigger(context: &Context<'_>, table: &Pieces, trigger: &Trigger) -> Pieces {
    let say = |key: &str, values: &[(&str, Pieces)]| fill(context, &format!("when.{key}"), values);
    match trigger {
        Trigger::RowCreated => say("row_created", &[("table", table.clone())]),
        Trigger::FieldChanged { field } => {
            say("field_changed", &[("field", named(context, field)), ("table", table.clone())])
        }
        Trigger::DateReached { field, days_after } => {
            let key = moment(*days_after);
            let days = vec![Piece::Text(days_after.unsigned_abs().to_string())];
            say(key, &[("field", named(context, field)), ("days", days)])
        }
        Trigger::Schedule { every: Period::Day } => say("day", &[]),
        Trigger::Schedule { every: Period::Week } => say("week", &[]),
        Trigger::Schedule { every: Period::Month } => say("month", &[]),
    }
}

fn filter(context: &Context<'_>, filter: &Filter) -> Pieces {
    let joint = match filter.conjunction {
        Conjunction::All => "and",
        Conjunction::Any => "or",
    };
    let conditions = filter.conditions.iter().map(|one| condition(context, one));
    let joined =
        conditions.reduce(|first, second| fill(context, joint, &[("first", first), ("second", second)]));
    joined.unwrap_or_default()
}

fn condition(context: &Context<'_>, condition: &Condition) -> Pieces {
    let key = match condition.operator {
        // Whatever a list holds is read with "or" between its values.
        Operator::IsAnyOf if holds_words(context, &condition.field) => "contains",
        Operator::IsAnyOf => Operator::Is.as_str(),
        operator => operator.as_str(),
    };
    let field = context.field(&condition.field);
    let tested = condition.value.as_ref().map(|against| match condition.operator {
        Operator::Within => {
            vec![Piece::Text(context.line(&format!("range.{}", against.text().unwrap_or_default()), &[]))]
        }
        _ => value(context, field, against),
    });
    let values = [("field", named(context, &condition.field)), ("value", tested.unwrap_or_default())];
    fill(context, &format!("if.{key}"), &values)
}

/// Whether a field holds text, of which a list names parts.
fn holds_words(context: &Context<'_>, field: &FieldId) -> bool {
    use crate::blueprint::FieldKind;
    let kind = context.field(field).map(|field| &field.kind);
    matches!(kind, Some(FieldKind::Title | FieldKind::Text | FieldKind::LongText | FieldKind::Url))
}

fn action(context: &Context<'_>, table: &Pieces, action: &Action) -> Pieces {
    let say = |key: &str, values: &[(&str, Pieces)]| fill(context, &format!("then.{key}"), values);
    let table = || ("table", table.clone());
    let written =
        |format: &ExportFormat| ("format", vec![Piece::Value(super::rules::name(*format).to_owned(), None)]);
    match action {
        Action::SetField { field, value: new } => {
            let new = value(context, context.field(field), new);
            say("set_field", &[("field", named(context, field)), ("value", new)])
        }
        Action::SetToday { field } => say("set_today", &[("field", named(context, field))]),
        Action::Notify { person: Some(person), message } => {
            say("notify_person", &[("field", named(context, person)), ("message", told(message))])
        }
        Action::Notify { person: None, message } => say("notify", &[table(), ("message", told(message))]),
        Action::CreateRow { table, cells: values } => {
            let table = vec![Piece::Table(context.table_name(table).to_owned())];
            say("create_row", &[("table", table), ("cells", cells(context, values))])
        }
        Action::Export { format, by: Some(by) } => {
            say("export_by", &[table(), written(format), ("field", named(context, by))])
        }
        Action::Export { format, by: None } => say("export", &[table(), written(format)]),
    }
}

/// A message without the full stop that the sentence around it ends with.
fn told(message: &str) -> Pieces {
    vec![Piece::Message(message.trim_end_matches(['.', '。']).to_owned())]
}

fn cells(context: &Context<'_>, cells: &Cells) -> Pieces {
    let cell = |(field, content): (&FieldId, &CellValue)| {
        let content = value(context, context.field(field), content);
        fill(context, "cell", &[("field", named(context, field)), ("value", content)])
    };
    listed(context, cells.iter().map(cell).collect(), ["comma", "comma"])
}

fn named(context: &Context<'_>, field: &FieldId) -> Pieces {
    vec![Piece::Field(context.name_of(field).to_owned())]
}

fn value(context: &Context<'_>, field: Option<&Field>, value: &CellValue) -> Pieces {
    let one = |value: &CellValue| {
        let text = super::conditions::value(context, field, value);
        vec![Piece::Value(text, value.text().and_then(|id| context.option_color(id)))]
    };
    match value {
        CellValue::List(items) => {
            let items = items.iter().map(|item| one(&CellValue::Text(item.clone()))).collect();
            listed(context, items, ["comma", "or_value"])
        }
        _ => one(value),
    }
}

/// Things in a row, joined by the first joint, the last one by the second.
fn listed(context: &Context<'_>, mut things: Vec<Pieces>, [comma, and]: [&str; 2]) -> Pieces {
    let join = |joint: &str, first, second| fill(context, joint, &[("first", first), ("second", second)]);
    let Some(last) = things.pop() else { return Vec::new() };
    match things.into_iter().reduce(|first, second| join(comma, first, second)) {
        Some(before) => join(and, before, last),
        None => last,
    }
}

/// The text of `sentence.<key>` with its placeholders filled by pieces.
fn fill(context: &Context<'_>, key: &str, values: &[(&str, Pieces)]) -> Pieces {
    let template = context.say(&format!("sentence.{key}"), &[]);
    let mut pieces = Vec::new();
    let mut rest = template.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        pieces.push(Piece::Text(before.to_owned()));
        let known = values.iter().find(|(key, _)| *key == name);
        pieces.extend(known.into_iter().flat_map(|(_, value)| value.clone()));
        rest = tail;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    pieces
}

/// The pieces with texts that follow each other made one and empty ones left out.
fn merged(pieces: Pieces) -> Pieces {
    let mut whole: Pieces = Vec::new();
    for piece in pieces {
        match (whole.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
            (_, piece) => whole.push(piece),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
    use crate::design::design;
    use crate::words::Language;

    fn everything(language: Language) -> Blueprint {
        design(&Answers {
            platform: Platform::Notion,
            team_size: TeamSize::OverTwenty,
            priorities: Priority::ALL.into(),
            features: Feature::ALL.into(),
            complexity: Complexity::Advanced,
            customization: Customization { language, ..Customization::default() },
        })
    }

    fn read(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Message(text) => text.clone(),
            Piece::Table(name) | Piece::Field(name) | Piece::Value(name, _) => format!("[{name}]"),
        };
        pieces.iter().map(piece).collect()
    }

    fn all(language: Language) -> String {
        let sentences = sentences(&everything(language));
        sentences.iter().map(|sentence| read(sentence)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_rule_reads_as_a_sentence() {
        insta::assert_snapshot!(all(Language::En));
    }

    #[test]
    fn every_language_has_its_own_sentences() {
        let languages = [Language::De, Language::Es, Language::Fr, Language::Ja, Language::Ar];
        let sentences: Vec<_> = languages.into_iter().map(all).collect();
        insta::assert_snapshot!(sentences.join("\n\n"));
    }

    #[test]
    fn nothing_is_left_open_and_every_sentence_ends() {
        for language in Language::ALL {
            for sentence in all(language).lines() {
                assert!(sentence.ends_with(['.', '。']), "{sentence}");
                assert!(!sentence.contains(['{', '}']) && !sentence.contains("  "), "{sentence}");
                assert!(!sentence.contains("sentence.") && !sentence.contains("say."), "{sentence}");
            }
        }
    }

    #[test]
    fn every_chart_says_what_it_shows() {
        let blueprint = everything(Language::En);
        let shown = measures(&blueprint, blueprint.dashboards.first().unwrap());
        let read: Vec<_> = shown.iter().map(|pieces| read(pieces)).collect();
        assert_eq!(read.first().unwrap(), "Rows of [Sessions]");
        let share = "Share of the rows of [Sessions] where [Status] is [Completed] or [Status] is [Archived]";
        assert!(read.contains(&share.to_owned()), "{read:?}");
        let only = format!("{share}, only where [Follow-up Date] is today or before");
        assert!(read.contains(&only), "{read:?}");
    }

    #[test]
    fn an_option_keeps_its_colour() {
        let sentences = sentences(&everything(Language::En));
        let colored =
            |piece: &Piece| matches!(piece, Piece::Value(name, Some(Color::Blue)) if name == "Completed");
        assert!(sentences.iter().flatten().any(colored));
    }
}
