//! The finer points: language, dates, colours, names and fields of one's own.

use leptos::prelude::*;
use shared::answers::{ColorScheme, DateFormat, NAMING_CONVENTION_MAX, TIMEZONE_MAX};
use shared::words::Language;

use super::extra_fields::ExtraFields;
use crate::components::{Field, Select, SelectItem, TextInput};
use crate::i18n::{Bundle, known, t, use_bundles, use_i18n};
use crate::state::draft::Draft;
use crate::state::toasts::use_toasts;

/// The finer points: language, dates, colours, names and fields of one's own.
#[component]
pub(crate) fn Customize(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    view! {
        <div class="customize">
            <DesignLanguage draft/>
            <Dates draft/>
            <Colors draft/>
            <Field control="timezone" label=t!("customize.timezone") hint=t!("customize.timezone.hint")>
                <TextInput
                    id="timezone"
                    max=TIMEZONE_MAX
                    placeholder=Signal::stored("UTC".to_owned())
                    value=Signal::derive(move || draft.with(|answers| answers.customization.timezone.clone()))
                    on_change=move |text: String| draft.customize(|custom| custom.timezone = text.trim().to_owned())
                />
            </Field>
            <Field control="naming" label=t!("customize.naming") hint=t!("customize.naming.hint")>
                <TextInput
                    id="naming"
                    max=NAMING_CONVENTION_MAX
                    value=Signal::derive(move || {
                        draft.with(|answers| answers.customization.naming_convention.clone())
                    })
                    on_change=move |text: String| {
                        draft.customize(|custom| custom.naming_convention = text.trim().to_owned());
                    }
                />
            </Field>
            <ExtraFields draft/>
        </div>
    }
}

#[component]
fn DesignLanguage(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let item =
        |language: Language| SelectItem { value: language.tag(), name: language.own_name().to_owned() };
    let (bundles, toasts) = (use_bundles(), use_toasts());
    // Its words come first: the system beside the questions never stands there without them.
    let switch = Action::new_local(move |language: &Language| {
        let language = *language;
        async move {
            if bundles.load(language, &[Bundle::Design]).await {
                draft.customize(|custom| custom.language = language);
            } else {
                toasts.say(known!("language.unavailable"));
            }
        }
    });
    let select = move |tag: String| {
        if let Some(language) = Language::from_tag(&tag) {
            switch.dispatch_local(language);
        }
    };
    view! {
        <Field control="design-language" label=t!("customize.language") hint=t!("customize.language.hint")>
            <Select
                id="design-language"
                items=Signal::stored(Language::ALL.map(item).to_vec())
                selected=Signal::derive(move || draft.with(|answers| answers.customization.language.tag()))
                on_select=select
            />
        </Field>
    }
}

#[component]
fn Dates(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let item = |format: DateFormat| SelectItem { value: format.as_str(), name: example(format).to_owned() };
    let select = move |name: String| {
        if let Some(format) = DateFormat::ALL.into_iter().find(|format| format.as_str() == name) {
            draft.customize(|custom| custom.date_format = format);
        }
    };
    view! {
        <Field control="date-format" label=t!("customize.date_format") hint=t!("customize.date_format.hint")>
            <Select
                id="date-format"
                items=Signal::stored(DateFormat::ALL.map(item).to_vec())
                selected=Signal::derive(move || draft.with(|answers| answers.customization.date_format.as_str()))
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

#[component]
fn Colors(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = move |scheme: ColorScheme| SelectItem {
        value: scheme.as_str(),
        name: i18n.text(&format!("color_scheme.{}", scheme.as_str())),
    };
    let select = move |name: String| {
        if let Some(scheme) = ColorScheme::ALL.into_iter().find(|scheme| scheme.as_str() == name) {
            draft.customize(|custom| custom.color_scheme = scheme);
        }
    };
    view! {
        <Field control="color-scheme" label=t!("customize.color_scheme") hint=t!("customize.color_scheme.hint")>
            <Select
                id="color-scheme"
                items=Signal::derive(move || ColorScheme::ALL.map(item).to_vec())
                selected=Signal::derive(move || draft.with(|answers| answers.customization.color_scheme.as_str()))
                on_select=select
            />
        </Field>
    }
}
