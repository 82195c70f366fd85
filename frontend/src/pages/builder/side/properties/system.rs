//! What can be changed of the system as a whole.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::answers::{DateFormat, NAMING_CONVENTION_MAX, TIMEZONE_MAX};
use shared::operation::{BlueprintProperty, ElementId, Operation};
use shared::words::Language;

use super::controls::{Choice, LiveDay, LiveText};
use super::follow;
use super::texts::{DescriptionText, NameText};
use crate::components::SelectItem;
use crate::i18n::{Bundle, known, t, use_bundles};
use crate::pages::builder::store::use_workbench;
use crate::state::toasts::use_toasts;

/// What can be changed of the system as a whole.
#[component]
pub(super) fn SystemPanel() -> impl IntoView {
    view! {
        <NameText element=ElementId::Blueprint/>
        <DescriptionText element=ElementId::Blueprint/>
        <section class="props-section">
            <h3 class="side-title">{t!("builder.props.writing")}</h3>
            <LanguageChoice/>
            <DateFormatChoice/>
            <LiveText
                id="props-timezone"
                label=t!("customize.timezone")
                hint=t!("customize.timezone.hint")
                max=TIMEZONE_MAX
                value=follow(|it| Some(it.settings.timezone.clone()))
                edit=|text: String| Some(set(BlueprintProperty::Timezone(text.trim().to_owned())))
            />
            <LiveText
                id="props-naming"
                label=t!("customize.naming")
                hint=t!("builder.props.naming.hint")
                max=NAMING_CONVENTION_MAX
                value=follow(|it| Some(it.settings.naming_convention.clone()))
                edit=|text: String| Some(set(BlueprintProperty::NamingConvention(text)))
            />
            <LiveDay
                id="props-today"
                label=t!("builder.props.today")
                hint=t!("builder.props.today.hint")
                value=follow(|it| Some(it.settings.sample_today.map(|day| day.to_string()).unwrap_or_default()))
                edit=|text: String| day(&text)
            />
        </section>
    }
}

fn set(set: BlueprintProperty) -> Operation {
    Operation::EditBlueprint { set }
}

/// Sets the day of the sample rows; nothing for what is no day.
fn day(text: &str) -> Option<Operation> {
    let day = match text {
        "" => None,
        text => Some(text.parse::<NaiveDate>().ok()?),
    };
    Some(set(BlueprintProperty::SampleToday(day)))
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let bench = use_workbench();
    let item =
        |language: Language| SelectItem { value: language.tag(), name: language.own_name().to_owned() };
    let (bundles, toasts) = (use_bundles(), use_toasts());
    // Its words come first: problems and previews are written in it.
    let switch = Action::new_local(move |language: &Language| {
        let language = *language;
        async move {
            if bundles.load(language, &[Bundle::Design]).await {
                bench.perform(vec![set(BlueprintProperty::Language(language))]);
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
    let language = Memo::new(move |_| bench.blueprint.with(|it| it.settings.language.tag()));
    view! {
        <Choice
            id="props-language"
            label=t!("customize.language")
            hint=t!("builder.props.language.hint")
            items=Signal::stored(Language::ALL.map(item).to_vec())
            selected=language
            on_select=select
        />
    }
}

#[component]
fn DateFormatChoice() -> impl IntoView {
    let bench = use_workbench();
    let item = |format: DateFormat| SelectItem { value: format.as_str(), name: example(format).to_owned() };
    let select = move |name: String| {
        if let Some(format) = DateFormat::ALL.into_iter().find(|format| format.as_str() == name) {
            bench.perform(vec![set(BlueprintProperty::DateFormat(format))]);
        }
    };
    let format = Memo::new(move |_| bench.blueprint.with(|it| it.settings.date_format.as_str()));
    view! {
        <Choice
            id="props-date-format"
            label=t!("customize.date_format")
            items=Signal::stored(DateFormat::ALL.map(item).to_vec())
            selected=format
            on_select=select
        />
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
