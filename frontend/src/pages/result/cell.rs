//! Values of cells as people read them.

use leptos::prelude::*;
use shared::blueprint::{Color, Field, FieldKind, NumberFormat, SampleRow, SelectOption};
use shared::compute::{Evaluator, Value, number_format};

use crate::components::{Glyph, Icon, OptionChip, initials};
use crate::i18n::{I18n, t};

/// A value as people read it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// Text of several lines.
    Long(String),
    /// An address.
    Address(String),
    /// A share, and how it is written.
    Share(f64, String),
    /// Options in their colours.
    Options(Vec<(String, Color)>),
    /// Names of rows.
    Names(Vec<String>),
    /// Names of people.
    People(Vec<String>),
    /// Stars.
    Stars(u8, u8),
    /// Yes or no.
    Check(bool),
}

/// The value of `row` in `field` as people read it.
pub(crate) fn show(evaluator: &Evaluator<'_>, row: &SampleRow, field: &Field) -> Shown {
    let value = evaluator.value(&row.id, &field.id);
    match (&field.kind, &value) {
        (_, Value::Empty) => Shown::Empty,
        (_, Value::Bool(yes)) => Shown::Check(*yes),
        (FieldKind::Rating { max }, Value::Number(stars)) => Shown::Stars(stars.round() as u8, *max),
        (FieldKind::Select { .. } | FieldKind::MultiSelect { .. }, _) => options(field, &value),
        (FieldKind::Relation { .. }, Value::List(items)) => {
            let name = |item: &String| evaluator.label(field, &Value::Text(item.clone()));
            Shown::Names(items.iter().map(name).collect())
        }
        (FieldKind::Person { .. }, Value::List(people)) => Shown::People(people.clone()),
        (FieldKind::LongText, Value::Text(text)) => Shown::Long(text.clone()),
        (FieldKind::Url | FieldKind::Email | FieldKind::Attachment, Value::Text(text)) => {
            Shown::Address(text.clone())
        }
        (_, Value::Number(share))
            if number_format(evaluator.schema(), field) == Some(NumberFormat::Percent) =>
        {
            Shown::Share(*share, evaluator.label(field, &value))
        }
        _ => Shown::Text(evaluator.label(field, &value)),
    }
}

fn options(field: &Field, value: &Value) -> Shown {
    let named = |id: &str| field.kind.options().iter().find(|option| option.id.as_str() == id);
    let chip = |option: &SelectOption| (option.name.clone(), option.color);
    let chips: Vec<_> = match value {
        Value::Text(id) => named(id).map(chip).into_iter().collect(),
        _ => value.items().iter().filter_map(|id| named(id)).map(chip).collect(),
    };
    Shown::Options(chips)
}

/// A value on the screen.
pub(crate) fn render(i18n: I18n, shown: Shown) -> AnyView {
    match shown {
        Shown::Empty => view! { <span class="cell-empty" aria-hidden="true">"–"</span> }.into_any(),
        Shown::Text(text) => view! { <span class="cell-text">{unbroken(&text)}</span> }.into_any(),
        Shown::Names(names) => {
            let name = |name| view! { <span class="name-chip">{name}</span> };
            view! { <span class="chips">{names.into_iter().map(name).collect_view()}</span> }.into_any()
        }
        Shown::Long(text) => view! { <span class="cell-long">{text}</span> }.into_any(),
        Shown::Address(address) => {
            let short = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned();
            view! { <span class="cell-address" dir="ltr">{short}</span> }.into_any()
        }
        Shown::Share(share, text) => {
            let length = format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0);
            view! {
                <span class="share">
                    <span class="share-track" aria-hidden="true">
                        <span style:inline-size=length></span>
                    </span>
                    {text}
                </span>
            }
            .into_any()
        }
        Shown::People(people) => {
            view! { <span class="chips">{people.into_iter().map(person).collect_view()}</span> }.into_any()
        }
        Shown::Options(options) => {
            let chip = |(name, color)| view! { <OptionChip name color/> };
            view! { <span class="chips">{options.into_iter().map(chip).collect_view()}</span> }.into_any()
        }
        Shown::Stars(stars, max) => {
            let label = i18n.fill("cell.stars", &[("stars", &stars.to_string()), ("max", &max.to_string())]);
            let star = |at| view! { <span class:full=at < stars><Icon glyph=Glyph::Star/></span> };
            view! { <span class="stars" role="img" aria-label=label>{(0..max).map(star).collect_view()}</span> }
                .into_any()
        }
        Shown::Check(true) => {
            view! { <span class="check" role="img" aria-label=t!("cell.yes")><Icon glyph=Glyph::Check/></span> }
                .into_any()
        }
        Shown::Check(false) => {
            view! { <span class="cell-empty" role="img" aria-label=t!("cell.no")>"–"</span> }.into_any()
        }
    }
}

fn person(name: String) -> impl IntoView {
    view! {
        <span class="person">
            <span class="person-mark" aria-hidden="true">{initials(&name)}</span>
            {name}
        </span>
    }
}

/// A text whose words never break inside, not even at the hyphens of a date.
pub(crate) fn unbroken(text: &str) -> Vec<AnyView> {
    let word = |word: &str| {
        let (body, gap) = word.strip_suffix(' ').map_or((word, ""), |body| (body, " "));
        let body = body.to_owned();
        match body.contains('-') && body.contains(|letter: char| letter.is_ascii_digit()) {
            true => view! { <span class="unbroken">{body}</span>{gap} }.into_any(),
            false => format!("{body}{gap}").into_any(),
        }
    };
    text.split_inclusive(' ').map(word).collect()
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    /// What the first sample row of the suggested design shows in the field with this id.
    fn first_row(field: &str) -> Shown {
        let blueprint = design(&suggested());
        let evaluator = Evaluator::new(&blueprint);
        let (table, field) = blueprint.field(&field.into()).unwrap();
        show(&evaluator, table.sample_rows.first().unwrap(), field)
    }

    #[test]
    fn a_title_is_text_and_an_option_has_its_colour() {
        assert!(matches!(first_row("fld_sessions_title"), Shown::Text(title) if !title.is_empty()));
        assert!(matches!(first_row("fld_sessions_status"), Shown::Options(chips) if chips.len() == 1));
    }
}
