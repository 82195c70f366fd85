//! A value, asked for in the form that fits it: of a row, of a condition, of an action.

mod checks;
mod form;
mod offer;
mod stars;
mod text;

use leptos::prelude::*;
use shared::blueprint::{CellValue, NumberFormat, RelativeRange};
use shared::operation::Operation;
use shared::validate::TEXT_MAX;

pub(super) use self::form::Form;
pub(super) use self::offer::{Offer, offers};

use self::checks::Checks;
use self::stars::Stars;
use super::controls::{LiveDay, LiveText, Named, Pick, Shape, Toggle};
use crate::i18n::{I18n, use_i18n};
use crate::pages::builder::edits::called;
use crate::pages::builder::store::{Workbench, use_workbench};

/// What a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is a row's: below its label, and it may be missing.
    Cell,
    /// A condition or an action goes by it: in a line that says what it is for, and there must be one.
    Operand,
}

/// A value, asked for in the form that fits it: what is chosen is a step, what is typed is one when it ends.
#[component]
pub(crate) fn ValueControl(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What it asks for.
    #[prop(into)]
    label: Signal<String>,
    /// What it is for.
    role: Role,
    /// In what form; nothing for no value at all.
    #[prop(into)]
    form: Memo<Option<Form>>,
    /// What is so.
    #[prop(into)]
    value: Signal<Option<CellValue>>,
    /// The operations that set a value, nothing standing for one that is not there (yet): one for what is typed, none
    /// for what cannot be set.
    #[prop(into)]
    edit: Callback<Option<CellValue>, Vec<Operation>>,
) -> impl IntoView {
    let (bench, i18n, id) = (use_workbench(), use_i18n(), StoredValue::new(id));
    move || {
        let form = StoredValue::new(form.get()?);
        Some(Asked { bench, i18n, id, label, role, form, value, edit }.control())
    }
}

/// A value that is asked for. Cheap to copy.
#[derive(Clone, Copy)]
struct Asked {
    bench: Workbench,
    i18n: I18n,
    id: StoredValue<String>,
    label: Signal<String>,
    role: Role,
    form: StoredValue<Form>,
    value: Signal<Option<CellValue>>,
    edit: Callback<Option<CellValue>, Vec<Operation>>,
}

impl Asked {
    fn control(self) -> AnyView {
        match self.form.get_value() {
            Form::Line(known) | Form::People { known, .. } => self.text(Shape::Line, known),
            Form::Lines => self.text(Shape::Lines, Vec::new()),
            Form::Words | Form::Number(_) => self.text(Shape::Line, Vec::new()),
            Form::Day => self.day(false),
            Form::Moment => self.day(true),
            Form::Stars(max) => view! { <Stars asked=self max/> }.into_any(),
            // A box says what it is about beside it, or nowhere.
            Form::YesNo if self.role == Role::Cell => self.toggle(),
            Form::YesNo => self.pick(vec![self.said("true", "cell.yes"), self.said("false", "cell.no")]),
            Form::One(offers) | Form::Row(offers) => self.pick(self.named(offers)),
            Form::Many(offers) => self.checks(offers, "builder.props.cell.no_options"),
            Form::Rows(offers) => self.checks(offers, "builder.props.cell.no_rows"),
            Form::Range => self.pick(RelativeRange::ALL.map(|it| self.range(it)).into()),
        }
    }

    /// Whether what it stands beside says what it is for.
    fn is_short(self) -> bool {
        self.role == Role::Operand
    }

    /// The operations that set a value or none.
    fn set(self, value: Option<CellValue>) -> Vec<Operation> {
        let none = || if self.role == Role::Cell { None } else { self.form.with_value(Form::none) };
        self.edit.run(value.or_else(none))
    }

    /// The operation that sets what was typed; nothing for what cannot be set.
    fn set_typed(self, text: &str) -> Option<Operation> {
        let value = self.form.with_value(|form| form.read(text)).ok()?;
        self.set(value).into_iter().next()
    }

    /// Sets a value or none as a step of its own.
    fn choose(self, value: Option<CellValue>) {
        let operations = self.set(value);
        if !operations.is_empty() {
            self.bench.perform(operations);
        }
    }

    /// What the control shows.
    fn shown(self) -> Signal<String> {
        let write = move |value: &CellValue| self.form.with_value(|form| form.write(value));
        Signal::derive(move || self.value.with(|value| value.as_ref().map(write)).unwrap_or_default())
    }

    /// The words of a key; empty for no key.
    fn words(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || if key.is_empty() { String::new() } else { self.i18n.text(key) })
    }

    fn text(self, shape: Shape, known: Vec<Offer>) -> AnyView {
        let (hint, placeholder) = self.form.with_value(|form| match (self.role, form) {
            (Role::Cell, Form::People { many: true, .. }) => ("builder.props.cell.people.hint", ""),
            (Role::Cell, Form::Number(NumberFormat::Percent)) => ("builder.props.cell.percent.hint", ""),
            (Role::Operand, Form::Words | Form::People { many: true, .. }) => ("", "builder.filter.words"),
            _ => ("", ""),
        });
        let judge = move |text: String| match self.form.with_value(|form| form.read(&text)) {
            Ok(_) => String::new(),
            Err(fault) => self.i18n.text(fault.key()),
        };
        view! {
            <LiveText
                id=self.id.get_value()
                label=self.label
                is_short=self.is_short()
                hint=self.words(hint)
                judge
                value=self.shown()
                max=TEXT_MAX as u64
                shape
                placeholder=self.words(placeholder)
                known=self.named(known)
                edit=move |text: String| self.set_typed(&text)
            />
        }
        .into_any()
    }

    fn day(self, has_time: bool) -> AnyView {
        let hint = if has_time && self.role == Role::Cell { "builder.props.cell.utc" } else { "" };
        view! {
            <LiveDay
                id=self.id.get_value()
                label=self.label
                is_short=self.is_short()
                hint=self.words(hint)
                has_time
                value=self.shown()
                edit=move |text: String| self.set_typed(&text)
            />
        }
        .into_any()
    }

    fn toggle(self) -> AnyView {
        let is_on = Signal::derive(move || self.value.with(|value| *value == Some(CellValue::Bool(true))));
        let change = move |checked: bool| self.choose(Some(CellValue::Bool(checked)));
        view! { <Toggle label=self.label is_on on_change=change/> }.into_any()
    }

    /// One of a few values, or none where there may or can be none.
    fn pick(self, items: Vec<Named>) -> AnyView {
        let may_lack = self.role == Role::Cell || self.form.with_value(Form::none).is_some();
        let none = may_lack.then(|| self.said("", "builder.props.none"));
        let items: Vec<Named> = none.into_iter().chain(items).collect();
        let select = move |text: String| {
            if let Ok(value) = self.form.with_value(|form| form.read(&text)) {
                self.choose(value);
            }
        };
        view! {
            <Pick
                id=self.id.get_value()
                label=self.label
                is_short=self.is_short()
                items=Signal::stored(items)
                selected=self.shown()
                on_select=select
            />
        }
        .into_any()
    }

    fn checks(self, offers: Vec<Offer>, empty: &'static str) -> AnyView {
        let chosen = Signal::derive(move || self.value.with(|it| it.as_ref().map(items)).unwrap_or_default());
        let change = move |chosen: Vec<String>| {
            self.choose((!chosen.is_empty()).then_some(CellValue::List(chosen)));
        };
        view! {
            <Checks label=self.label is_short=self.is_short() offers empty=self.words(empty) chosen on_change=change/>
        }
        .into_any()
    }

    fn named(self, offers: Vec<Offer>) -> Vec<Named> {
        offers.into_iter().map(|it| (it.value, called(self.i18n, it.name))).collect()
    }

    fn said(self, value: &str, key: &str) -> Named {
        (value.to_owned(), self.i18n.text(key))
    }

    fn range(self, range: RelativeRange) -> Named {
        self.said(range.as_str(), &format!("builder.filter.range.{}", range.as_str()))
    }
}

/// The items of a value, which is one of them where it is no list.
fn items(value: &CellValue) -> Vec<String> {
    match value {
        CellValue::Text(text) => vec![text.clone()],
        other => other.list().to_vec(),
    }
}
