//! How days are written in what is made.

use leptos::prelude::*;
use shared::answers::DateFormat;

use super::field::Field;
use super::select::{Select, SelectItem};
use crate::i18n::t;

/// How days are written in what is made, each way by an example.
#[component]
pub(crate) fn DateFormatSelect(
    /// Its id.
    #[prop(into)]
    id: String,
    /// How to answer; empty for nothing to say.
    #[prop(into, default = Signal::stored(String::new()))]
    hint: Signal<String>,
    /// What is so.
    #[prop(into)]
    format: Signal<DateFormat>,
    /// Called with the way that the person chooses.
    #[prop(into)]
    on_choose: Callback<DateFormat>,
) -> impl IntoView {
    let item = |format: DateFormat| SelectItem { value: format.as_str(), name: example(format).to_owned() };
    let select = move |name: String| {
        if let Some(format) = DateFormat::ALL.into_iter().find(|format| format.as_str() == name) {
            on_choose.run(format);
        }
    };
    view! {
        <Field control=id.clone() label=t!("customize.date_format") hint>
            <Select
                id
                items=Signal::stored(DateFormat::ALL.map(item).to_vec())
                selected=Signal::derive(move || format.get().as_str())
                on_select=select
            />
        </Field>
    }
}

/// A day that shows which number is which.
fn example(format: DateFormat) -> &'static str {
    match format {
        DateFormat::Iso => "2026-03-20",
        DateFormat::DayFirst => "20/03/2026",
        DateFormat::MonthFirst => "03/20/2026",
        DateFormat::Dotted => "20.03.2026",
    }
}
