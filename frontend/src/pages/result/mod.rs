//! The finished system: an overview, its tables with sample rows, its plan, its files.

pub(crate) mod automation;
pub(crate) mod cell;
mod compare;
pub(crate) mod dashboards;
mod downloads;
mod edit;
pub(crate) mod fields;
mod files;
mod header;
pub(crate) mod outcome;
pub(crate) mod overview;
mod part;
mod plan;
mod problems;
pub(crate) mod sentence;
pub(crate) mod store;
mod tables;
pub(crate) mod views;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::blueprint::Blueprint;

use self::header::Header;
use self::part::Part;
use self::store::System;
use super::NotFound;
use super::unfinished::Unfinished;
use crate::components::{ReasonNotes, Spoken, TabLink, TabLinks};
use crate::i18n::{Bundle, I18n, t, use_i18n};
use crate::pages::files::others_count;
use crate::state::draft::Draft;

/// The finished system, open at the part that the address names.
#[component]
pub(crate) fn ResultPage() -> impl IntoView {
    let params = use_params_map();
    let part =
        Memo::new(move |_| params.with(|params| params.get("part").and_then(|name| Part::parse(&name))));
    let draft = expect_context::<Draft>();
    let is_valid = Memo::new(move |_| draft.is_valid());
    let is_known = Memo::new(move |_| part.get().is_some());
    move || match (is_known.get(), is_valid.get()) {
        (false, _) => NotFound().into_any(),
        (true, false) => Unfinished().into_any(),
        (true, true) => {
            let part = Signal::derive(move || part.get().unwrap_or(Part::Overview));
            view! {
                <Spoken language=draft.language() bundles=&[Bundle::Design, Bundle::Plan]>
                    <Finished part draft/>
                </Spoken>
            }
            .into_any()
        }
    }
}

#[component]
fn Finished(
    /// The open part.
    part: Signal<Part>,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let system = System::of(draft);
    Effect::new(move || {
        part.track();
        draft.keep();
    });
    let content = move || match part.get() {
        Part::Overview => view! { <overview::Overview system/> }.into_any(),
        Part::Tables => view! { <tables::Tables system/> }.into_any(),
        Part::Dashboards => view! { <dashboards::DashboardsPart system/> }.into_any(),
        Part::Automation => view! { <automation::AutomationPart system/> }.into_any(),
        Part::Plan => view! { <plan::PlanPart system/> }.into_any(),
        Part::Compare => view! { <compare::ComparePart system/> }.into_any(),
        Part::Files => view! { <files::FilesPart system/> }.into_any(),
    };
    view! {
        <div class="result">
            <ReasonNotes>
            <Header system draft/>
            <TabLinks
                label=t!("result.parts")
                tabs=Part::ALL.map(|part| tab(i18n, system, part)).to_vec()
                current=Signal::derive(move || part.get().href())
            />
            <div class="result-part">{content}</div>
            </ReasonNotes>
        </div>
    }
}

fn tab(i18n: I18n, system: System, part: Part) -> TabLink {
    let counted = move |count: fn(&Blueprint) -> usize| Some(system.blueprint.with(|it| count(it)));
    let count = move || match part {
        Part::Overview | Part::Compare => None,
        Part::Tables => counted(|blueprint| blueprint.tables.len()),
        Part::Dashboards => counted(|blueprint| blueprint.dashboards.len()),
        Part::Automation => counted(|blueprint| blueprint.automations.len()),
        Part::Plan => Some(system.plan.with(|plan| plan.steps.len())),
        Part::Files => Some(others_count(system.platform.get()) + 1),
    };
    TabLink {
        href: part.href(),
        name: Signal::derive(move || i18n.text(&format!("result.{}", part.as_str()))),
        count: Signal::derive(move || count().map(|count| count.to_string()).unwrap_or_default()),
    }
}
