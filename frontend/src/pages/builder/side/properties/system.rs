//! What can be changed of the system as a whole.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::answers::{NAMING_CONVENTION_MAX, TIMEZONE_MAX};
use shared::operation::{BlueprintProperty, ElementId, Operation};

use super::controls::{LiveDay, LiveText};
use super::follow;
use super::texts::{DescriptionText, NameText};
use crate::components::{DateFormatSelect, DesignLanguage};
use crate::i18n::t;
use crate::pages::builder::store::use_workbench;

/// What can be changed of the system as a whole.
#[component]
pub(super) fn SystemPanel() -> impl IntoView {
    let bench = use_workbench();
    let perform = move |property: BlueprintProperty| {
        bench.perform(vec![set(property)]);
    };
    view! {
        <NameText element=ElementId::Blueprint/>
        <DescriptionText element=ElementId::Blueprint/>
        <section class="props-section">
            <h3 class="side-title">{t!("builder.props.writing")}</h3>
            <DesignLanguage
                id="props-language"
                hint=t!("builder.props.language.hint")
                language=Memo::new(move |_| bench.blueprint.with(|it| it.settings.language))
                on_choose=move |language| perform(BlueprintProperty::Language(language))
            />
            <DateFormatSelect
                id="props-date-format"
                format=Memo::new(move |_| bench.blueprint.with(|it| it.settings.date_format))
                on_choose=move |format| perform(BlueprintProperty::DateFormat(format))
            />
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
