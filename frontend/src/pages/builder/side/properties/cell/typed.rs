//! Values that are typed.

use leptos::prelude::*;
use shared::blueprint::{CellValue, FieldKind, NumberFormat};
use shared::validate::TEXT_MAX;

use super::super::controls::{LiveDay, LiveText};
use super::Cell;
use super::text::{read, write};
use crate::i18n::use_i18n;

/// What was typed, and the value that there was then: another value stands for itself.
type Typed = Option<(String, Option<CellValue>)>;

/// A value that is typed as a text. What is no value is kept as it was typed, and said.
#[component]
pub(super) fn TypedCell(
    /// The value.
    cell: Cell,
    /// The kind of its field.
    kind: FieldKind,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_long = kind == FieldKind::LongText;
    let hint = match kind {
        FieldKind::Person { many: true } => "builder.props.cell.people.hint",
        FieldKind::Number { format: NumberFormat::Percent } => "builder.props.cell.percent.hint",
        _ => "",
    };
    let kind = StoredValue::new(kind);
    let typed = RwSignal::new(Typed::None);
    let standing = move || {
        let value = cell.value.get();
        typed.get().filter(|(_, then)| *then == value).map(|(text, _)| text)
    };
    let shown = Signal::derive(move || {
        standing()
            .unwrap_or_else(|| kind.with_value(|kind| cell.value.with(|value| write(kind, value.as_ref()))))
    });
    let error = Signal::derive(move || {
        let fault = standing().and_then(|text| kind.with_value(|kind| read(kind, &text).err()));
        fault.map(|fault| i18n.text(fault.key())).unwrap_or_default()
    });
    let edit = move |text: String| match kind.with_value(|kind| read(kind, &text)) {
        Ok(value) => {
            typed.set(Some((text, value.clone())));
            Some(cell.set(value))
        }
        Err(_) => {
            typed.set(Some((text, cell.value.get_untracked())));
            None
        }
    };
    let leave = move |()| {
        if error.try_with_untracked(String::is_empty) == Some(true) {
            typed.set(None);
        }
    };
    view! {
        <LiveText
            id=cell.id.get_value()
            label=cell.name
            hint=Signal::derive(move || if hint.is_empty() { String::new() } else { i18n.text(hint) })
            error
            value=shown
            max=TEXT_MAX as u64
            is_long
            edit
            on_leave=leave
            on_take_back=move |()| typed.set(None)
        />
    }
}

/// A day, or a day and a time in UTC.
#[component]
pub(super) fn DayCell(
    /// The value.
    cell: Cell,
    /// The kind of its field.
    kind: FieldKind,
) -> impl IntoView {
    let i18n = use_i18n();
    let has_time = kind == FieldKind::Datetime;
    let shaped = kind.clone();
    let hint = move || if has_time { i18n.text("builder.props.cell.utc") } else { String::new() };
    view! {
        <LiveDay
            id=cell.id.get_value()
            label=cell.name
            hint=Signal::derive(hint)
            has_time
            value=Signal::derive(move || cell.value.with(|value| write(&shaped, value.as_ref())))
            edit=move |text: String| read(&kind, &text).ok().map(|value| cell.set(value))
        />
    }
}
