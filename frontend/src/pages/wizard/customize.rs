//! The finer points: language, dates, colours, names and fields of one's own.

use leptos::prelude::*;
use shared::answers::{ColorScheme, NAMING_CONVENTION_MAX, TIMEZONE_MAX};

use super::extra_fields::ExtraFields;
use crate::components::{DateFormatSelect, DesignLanguage, Field, Select, SelectItem, TextInput};
use crate::i18n::{t, use_i18n};
use crate::state::draft::Draft;

/// The finer points: language, dates, colours, names and fields of one's own.
#[component]
pub(crate) fn Customize(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    view! {
        <div class="customize">
            <DesignLanguage
                id="design-language"
                hint=t!("customize.language.hint")
                language=Signal::derive(move || draft.with(|answers| answers.customization.language))
                on_choose=move |language| draft.customize(|custom| custom.language = language)
            />
            <DateFormatSelect
                id="date-format"
                hint=t!("customize.date_format.hint")
                format=Signal::derive(move || draft.with(|answers| answers.customization.date_format))
                on_choose=move |format| draft.customize(|custom| custom.date_format = format)
            />
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
