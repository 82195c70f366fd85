//! A value, asked for in the form that fits it.

use leptos::prelude::*;
use shared::blueprint::{CellValue, RelativeRange};
use shared::operation::Operation;
use shared::validate::TEXT_MAX;

use super::{Checks, Form, Named, ShortPick, Typed, TypedKind};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// A value, asked for in the form that fits it: what is chosen is a step, what is typed is one when it ends.
#[component]
pub(crate) fn ValueControl(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// In what form; nothing for no value at all.
    #[prop(into)]
    form: Memo<Option<Form>>,
    /// What is so.
    #[prop(into)]
    value: Signal<Option<CellValue>>,
    /// The operation that sets a value, nothing standing for one that is not there (yet); nothing for one that
    /// cannot be set.
    #[prop(into)]
    edit: Callback<Option<CellValue>, Option<Operation>>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let choose = move |value: Option<CellValue>| {
        if let Some(operation) = edit.run(value) {
            bench.perform(vec![operation]);
        }
    };
    move || {
        let form = form.get()?;
        let id = id.clone();
        let kind = typed_kind(&form);
        let held = StoredValue::new(form.clone());
        let shown = Signal::derive(move || {
            value
                .with(|value| value.as_ref().map(|it| held.with_value(|form| form.write(it))))
                .unwrap_or_default()
        });
        let read = move |text: &str| held.with_value(|form| form.read(text));
        if let Form::Many(choices) = form {
            let chosen = Signal::derive(move || value.with(|it| it.as_ref().map(items)).unwrap_or_default());
            let change = move |chosen: Vec<String>| choose(Some(CellValue::List(chosen)));
            return Some(view! { <Checks label choices chosen on_change=change/> }.into_any());
        }
        if let Some(kind) = kind {
            let (known, placeholder) = match form {
                Form::Line(known) | Form::Name(known) => (known, Signal::stored(String::new())),
                Form::Words => (Vec::new(), t!("builder.filter.words")),
                _ => (Vec::new(), Signal::stored(String::new())),
            };
            let edit = move |text: String| edit.run(read(&text));
            return Some(
                view! { <Typed id label kind value=shown max=TEXT_MAX placeholder known edit/> }.into_any(),
            );
        }
        let items = Signal::derive(move || held.with_value(|form| choices(i18n, form)));
        let select = move |text: String| choose(read(&text));
        Some(view! { <ShortPick id label items selected=shown on_select=select/> }.into_any())
    }
}

/// What is typed; nothing for what is chosen.
fn typed_kind(form: &Form) -> Option<TypedKind> {
    Some(match form {
        Form::Line(_) | Form::Words | Form::Name(_) => TypedKind::Line,
        Form::Lines => TypedKind::Lines,
        Form::Number => TypedKind::Number,
        Form::Day => TypedKind::Day,
        Form::Moment => TypedKind::Moment,
        _ => return None,
    })
}

/// The items of a value, which is one of them where it is no list.
fn items(value: &CellValue) -> Vec<String> {
    match value {
        CellValue::Text(text) => vec![text.clone()],
        other => other.list().to_vec(),
    }
}

fn choices(i18n: I18n, form: &Form) -> Vec<Named> {
    let said = |value: &str, key: &str| (value.to_owned(), i18n.text(key));
    match form {
        Form::One(choices) | Form::Stars(choices) => choices.clone(),
        Form::OneOrNone(choices) => {
            let none = said("", "builder.filter.none");
            std::iter::once(none).chain(choices.iter().cloned()).collect()
        }
        Form::YesNo => vec![said("true", "cell.yes"), said("false", "cell.no")],
        Form::Range => {
            let range = |range: RelativeRange| {
                said(range.as_str(), &format!("builder.filter.range.{}", range.as_str()))
            };
            RelativeRange::ALL.map(range).into()
        }
        _ => Vec::new(),
    }
}
