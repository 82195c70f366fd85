//! A row is put on a day that is named.

use chrono::NaiveDate;
use leptos::html::Input;
use leptos::prelude::*;

use super::{Found, Hands};
use crate::components::{Button, Dialog, Field, Look};
use crate::i18n::t;

/// A row that is to be put on a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// The row.
    pub found: Found,
    /// What it is called.
    pub name: String,
    /// The day that it is on, as the browser's control writes it.
    pub day: String,
}

/// Asks for the day that a row is to be put on.
#[component]
pub(super) fn MoveToDate(
    /// What puts it there.
    hands: Hands,
) -> impl IntoView {
    let (dated, input) = (hands.dated, NodeRef::<Input>::new());
    let is_wrong = RwSignal::new(false);
    let is_open = Signal::derive(move || dated.with(Option::is_some));
    let day = move || dated.with(|dated| dated.as_ref().map(|it| it.day.clone())).unwrap_or_default();
    let name = move || dated.with(|dated| dated.as_ref().map(|it| it.name.clone())).unwrap_or_default();
    let close = Callback::new(move |()| {
        is_wrong.set(false);
        dated.set(None);
    });
    let put = Callback::new(move |()| {
        let written = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let Ok(day) = written.parse::<NaiveDate>() else { return is_wrong.set(true) };
        let found = dated.with_untracked(|dated| dated.as_ref().map(|it| it.found.clone()));
        close.run(());
        if let Some(found) = found {
            hands.put_at(&found, |place, _| place.on(day));
        }
    });
    let press = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            put.run(());
        }
    };
    let hint = Signal::derive(name);
    let error = t!("builder.props.cell.date");
    view! {
        <Dialog
            id="hands-date"
            title=t!("builder.hands.date.title")
            is_open
            on_close=close
            actions=move || {
                view! {
                    <Button text=t!("dialog.cancel") on_press=close/>
                    <Button text=t!("builder.hands.date.do") look=Look::Primary on_press=put/>
                }
            }
        >
            <Field
                control="hands-date-day"
                label=t!("builder.hands.date.day")
                hint
                error=Signal::derive(move || if is_wrong.get() { error.get() } else { String::new() })
            >
                <input
                    class="input"
                    type="date"
                    id="hands-date-day"
                    max="9999-12-31"
                    aria-describedby="hands-date-day-hint hands-date-day-error"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    prop:value=day
                    node_ref=input
                    on:keydown=press
                />
            </Field>
        </Dialog>
    }
}
