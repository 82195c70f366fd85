//! The two platforms with how much fits on each.

use leptos::prelude::*;
use shared::plan::{Actor, Fit, Plan};
use shared::platform::Platform;

use super::super::outcome::{OUTCOMES, OutcomeBar, name, spoken};
use super::super::store::System;
use super::store::Sides;
use crate::components::{Button, PlatformTile, Select, SelectItem};
use crate::i18n::{I18n, known, t, use_i18n};
use crate::pages::files::others_count;
use crate::pages::wizard::platform_name;
use crate::state::draft::Draft;
use crate::state::toasts::{Message, Toasts, use_toasts};

/// The two platforms with how much fits on each.
#[component]
pub(super) fn SideBySide(
    /// The system.
    system: System,
    /// The platforms.
    sides: Sides,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let plan = move |is_first: bool| {
        let (one, other) = sides.plans();
        if is_first { one } else { other }
    };
    view! {
        <section class="sides" aria-label=t!("compare.sides")>
            <Side
                id="one-platform"
                label=t!("compare.first")
                platform=sides.one
                on_choose=move |name: String| sides.choose_one(&name)
            >
                {move || numbers(system, draft, &plan(true))}
            </Side>
            <Side
                id="other-platform"
                label=t!("compare.with")
                platform=sides.other
                on_choose=move |name: String| sides.choose_other(&name)
            >
                {move || numbers(system, draft, &plan(false))}
            </Side>
        </section>
    }
}

/// One of the platforms.
#[component]
fn Side(
    /// The id of its list.
    id: &'static str,
    /// What the list is for.
    #[prop(into)]
    label: Signal<String>,
    /// The platform.
    #[prop(into)]
    platform: Signal<Platform>,
    /// Called with the name of another one.
    #[prop(into)]
    on_choose: Callback<String>,
    /// How much fits.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = move |platform: Platform| SelectItem {
        value: platform.as_str(),
        name: platform_name(i18n, platform),
    };
    view! {
        <div class="side">
            <div class="side-head">
                {move || view! { <PlatformTile platform=platform.get()/> }}
                <Select
                    id=id
                    label
                    items=Signal::derive(move || Platform::ALL.map(item).to_vec())
                    selected=Signal::derive(move || platform.get().as_str())
                    on_select=on_choose
                />
            </div>
            {children()}
        </div>
    }
}

fn numbers(system: System, draft: Draft, plan: &Plan) -> impl IntoView + use<> {
    let i18n = use_i18n();
    let fit = plan.fit();
    let by_hand = plan.steps.iter().filter(|step| step.by == Actor::Person).count();
    let files = others_count(plan.platform) + 1;
    let facts = [
        i18n.count("plan.steps", plan.steps.len()),
        i18n.count("compare.by_hand", by_hand),
        i18n.count("compare.files", files),
    ];
    let fact = |fact: String| view! { <li>{fact}</li> };
    view! {
        <OutcomeBar fit/>
        {tally(i18n, fit)}
        <ul class="side-facts">{facts.map(fact).collect_view()}</ul>
        <UseInstead system draft platform=plan.platform/>
    }
}

fn tally(i18n: I18n, fit: Fit) -> impl IntoView {
    let item = |outcome| {
        view! {
            <li class=name(outcome)>
                <strong>{fit.of(outcome)}</strong>
                <span>{spoken(i18n, outcome)}</span>
            </li>
        }
    };
    view! { <ul class="side-tally">{OUTCOMES.map(item).collect_view()}</ul> }
}

/// Takes another platform for the system; says so where it is the one taken already.
#[component]
pub(super) fn UseInstead(
    /// The system.
    system: System,
    /// The answers.
    draft: Draft,
    /// The platform.
    platform: Platform,
) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    move || {
        if system.platform.get() == platform {
            return view! { <p class="side-chosen">{t!("compare.chosen")}</p> }.into_any();
        }
        let named = platform_name(i18n, platform);
        let label = i18n.fill("compare.use_named", &[("platform", &named)]);
        let press = move |()| take(i18n, toasts, draft, system.platform.get_untracked(), platform);
        view! { <Button text=t!("compare.use") label=Signal::stored(label) on_press=press/> }.into_any()
    }
}

/// Takes `platform`, and says how to go back to the one before.
fn take(i18n: I18n, toasts: Toasts, draft: Draft, before: Platform, platform: Platform) {
    draft.set_platform(platform);
    let values = vec![("platform", platform_name(i18n, platform))];
    toasts
        .say_with_undo(Message { key: known!("compare.taken"), values }, move || draft.set_platform(before));
}
