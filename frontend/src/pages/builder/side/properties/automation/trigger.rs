//! What starts an automation.

use leptos::prelude::*;
use shared::blueprint::{FieldId, Period, Trigger};
use shared::operation::{AutomationProperty, Operation};

use super::super::clauses::{Fact, named};
use super::super::controls::{LiveText, Pick, Shape};
use super::Ruled;
use super::fresh::{TRIGGERS, trigger, trigger_name};
use crate::i18n::{I18n, t, use_i18n};

/// Furthest day from the one that a trigger is about: about ten years.
const DAYS_MAX: i32 = 3_650;

/// What starts an automation: those ways alone that the table has fields for.
#[component]
pub(super) fn TriggerEditor(
    /// What ids in it begin with.
    id: String,
    /// The automation.
    ruled: Ruled,
) -> impl IntoView {
    let i18n = use_i18n();
    let now = Memo::new(move |_| ruled.read(|it| it.trigger.clone()));
    let name = Memo::new(move |_| now.with(|it| it.as_ref().map_or("", trigger_name)));
    let items = Signal::derive(move || {
        ruled.fields.with(|fields| {
            let possible = TRIGGERS.into_iter().filter(|name| trigger(name, fields).is_some());
            possible
                .map(|name| (name.to_owned(), i18n.text(&format!("builder.rule.trigger.{name}"))))
                .collect()
        })
    });
    let choose = move |name: String| {
        if let Some(trigger) = ruled.fields.with_untracked(|fields| trigger(&name, fields)) {
            set(ruled, trigger);
        }
    };
    view! {
        <div class="clause-stack">
            <Pick
                id=id.clone()
                label=t!("builder.rule.trigger")
                is_short=true
                items
                selected=Signal::derive(move || name.get().to_owned())
                on_select=choose
            />
            {move || details(i18n, &id, name.get(), now, ruled)}
        </div>
    }
}

fn operation(ruled: Ruled, trigger: Trigger) -> Operation {
    ruled.set(AutomationProperty::Trigger(trigger))
}

fn set(ruled: Ruled, trigger: Trigger) {
    ruled.bench.perform(vec![operation(ruled, trigger)]);
}

fn details(i18n: I18n, id: &str, name: &str, now: Memo<Option<Trigger>>, ruled: Ruled) -> AnyView {
    let field = Signal::derive(move || {
        now.with(|it| it.as_ref().and_then(field_of).map(FieldId::to_string)).unwrap_or_default()
    });
    let items = move |fits: fn(&Fact) -> bool| {
        Signal::derive(move || ruled.fields.with(|fields| named(fields, fits)))
    };
    match name {
        "field_changed" => view! {
            <Pick
                id=format!("{id}-field")
                label=t!("builder.rule.trigger.field")
                is_short=true
                items=items(|_| true)
                selected=field
                on_select=move |id: String| set(ruled, Trigger::FieldChanged { field: FieldId::from(id.as_str()) })
            />
        }
        .into_any(),
        "date_reached" => {
            let days = move || days_of(now.get_untracked().as_ref());
            let choose = move |id: String| {
                set(ruled, Trigger::DateReached { field: FieldId::from(id.as_str()), days_after: days() });
            };
            view! {
                <Pick
                    id=format!("{id}-field")
                    label=t!("builder.rule.trigger.date")
                    is_short=true
                    items=items(Fact::is_day)
                    selected=field
                    on_select=choose
                />
                <DaysEditor id=id.to_owned() now ruled/>
            }
            .into_any()
        }
        "schedule" => {
            let periods = Signal::derive(move || {
                let item = |it: &str| (it.to_owned(), i18n.text(&format!("builder.rule.every.{it}")));
                ["day", "week", "month"].map(item).to_vec()
            });
            let choose = move |name: String| set(ruled, Trigger::Schedule { every: period(&name) });
            view! {
                <Pick
                    id=format!("{id}-every")
                    label=t!("builder.rule.every")
                    is_short=true
                    items=periods
                    selected=Signal::derive(move || now.with(|it| it.as_ref().map_or("", period_name).to_owned()))
                    on_select=choose
                />
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

/// On the day, or so many days before or after it.
#[component]
fn DaysEditor(
    /// What ids in it begin with.
    id: String,
    /// What starts the automation.
    now: Memo<Option<Trigger>>,
    /// The automation.
    ruled: Ruled,
) -> impl IntoView {
    let i18n = use_i18n();
    let days = Memo::new(move |_| now.with(|it| days_of(it.as_ref())));
    let side = Memo::new(move |_| match days.get() {
        0 => "on",
        days if days < 0 => "before",
        _ => "after",
    });
    let items = Signal::derive(move || {
        let item = |it: &str| (it.to_owned(), i18n.text(&format!("builder.rule.days.{it}")));
        ["on", "before", "after"].map(item).to_vec()
    });
    let moved = move |days_after: i32| match now.get_untracked() {
        Some(Trigger::DateReached { field, .. }) => Some(Trigger::DateReached { field, days_after }),
        _ => None,
    };
    let choose = move |side: String| {
        let count = days.get_untracked().abs().max(1);
        let days = match side.as_str() {
            "before" => -count,
            "after" => count,
            _ => 0,
        };
        if let Some(trigger) = moved(days) {
            set(ruled, trigger);
        }
    };
    let edit = move |text: String| {
        let count = text.trim().parse::<i32>().ok().filter(|count| (1..=DAYS_MAX).contains(count))?;
        let days = if side.get_untracked() == "before" { -count } else { count };
        moved(days).map(|trigger| operation(ruled, trigger))
    };
    let count_id = StoredValue::new(format!("{id}-count"));
    let is_off = Memo::new(move |_| side.get() != "on");
    view! {
        <div class="clause-days" class:counted=move || is_off.get()>
            <Show when=move || is_off.get()>
                <LiveText
                    id=count_id.get_value()
                    label=t!("builder.rule.days.count")
                    is_short=true
                    shape=Shape::Count
                    value=Signal::derive(move || days.get().unsigned_abs().to_string())
                    max=4
                    edit
                />
            </Show>
            <Pick
                id=format!("{id}-side")
                label=t!("builder.rule.days")
                is_short=true
                items
                selected=Signal::derive(move || side.get().to_owned())
                on_select=choose
            />
        </div>
    }
}

fn field_of(trigger: &Trigger) -> Option<&FieldId> {
    match trigger {
        Trigger::FieldChanged { field } | Trigger::DateReached { field, .. } => Some(field),
        Trigger::RowCreated | Trigger::Schedule { .. } => None,
    }
}

fn days_of(trigger: Option<&Trigger>) -> i32 {
    match trigger {
        Some(Trigger::DateReached { days_after, .. }) => *days_after,
        _ => 0,
    }
}

fn period_name(trigger: &Trigger) -> &'static str {
    match trigger {
        Trigger::Schedule { every: Period::Day } => "day",
        Trigger::Schedule { every: Period::Week } => "week",
        Trigger::Schedule { every: Period::Month } => "month",
        _ => "",
    }
}

fn period(name: &str) -> Period {
    match name {
        "day" => Period::Day,
        "month" => Period::Month,
        _ => Period::Week,
    }
}
