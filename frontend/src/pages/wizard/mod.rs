//! The wizard: five questions, one at a time, with the system they make beside them.

mod advice;
mod arrival_banner;
mod customize;
mod extra_fields;
mod keys;
mod navigation;
mod options;
mod picks;
mod preview;
mod review;
mod step;
mod store;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

pub(crate) use options::platform_name;
pub(crate) use preview::plural_key;
pub(crate) use step::Step;

use self::advice::AdviceList;
use self::arrival_banner::ArrivalBanner;
use self::navigation::StepButtons;
use self::picks::Picks;
use self::review::Review;
use self::store::WizardStore;
use super::NotFound;
use crate::chunk::Chunk;
use crate::components::{Lazy, PageHeading, Skeleton, Spoken, StepLink, Stepper, TourOffer};
use crate::i18n::{Bundle, t, use_i18n};
use crate::state::draft::Draft;
use crate::state::help::Place;

/// The wizard, open at the step that the address names.
#[component]
pub(crate) fn Wizard() -> impl IntoView {
    let params = use_params_map();
    let step =
        Memo::new(move |_| params.with(|params| params.get("step").and_then(|name| Step::parse(&name))));
    let is_known = Memo::new(move |_| step.get().is_some());
    move || match is_known.get() {
        true => view! { <Questions step=Signal::derive(move || step.get().unwrap_or(Step::Platform))/> }
            .into_any(),
        false => NotFound().into_any(),
    }
}

#[component]
fn Questions(
    /// The open step.
    step: Signal<Step>,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = expect_context::<Draft>();
    let store = WizardStore::new(draft);
    provide_context(store);
    Effect::new(move || draft.keep_step(step.get().as_str()));
    let links = Step::ALL.map(|step| StepLink {
        href: step.href(),
        name: Signal::derive(move || i18n.text(&format!("step.{}", step.as_str()))),
    });
    view! {
        <div class="wizard">
            <Stepper label=t!("wizard.steps") steps=links.to_vec() current=Signal::derive(move || step.get() as usize)/>
            <div class="wizard-body">
                <div class="question">
                    <ArrivalBanner draft/>
                    // Made anew for each step: an option that took over another's control would take over its state.
                    <For each=move || [step.get()] key=|step| step.as_str() let(step)>
                        <Question step store/>
                    </For>
                </div>
                <Lazy chunk=Chunk::Preview outline=Skeleton/>
            </div>
        </div>
    }
}

/// The system so far, which comes as a chunk of its own: the questions can be answered before it is there. Designing
/// and advising come with it.
#[component]
pub(crate) fn Preview() -> impl IntoView {
    let store = expect_context::<WizardStore>();
    preview::teach(store);
    view! {
        <Spoken language=store.draft.language() bundles=&[Bundle::Design]>
            <preview::Preview store/>
        </Spoken>
    }
}

#[component]
fn Question(
    /// The open step.
    step: Step,
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = Signal::derive(move || i18n.text(&format!("step.{}.title", step.as_str())));
    let hint = move || i18n.text(&format!("step.{}.hint", step.as_str()));
    let go = navigation::go_on(step, store.draft);
    view! {
        <section class="question-page" data-tour="question" on:keydown=move |event| keys::press(&event, step, store, go)>
            <PageHeading text=title/>
            <p class="lead">{hint}</p>
            {(step == Step::Platform).then(|| view! { <TourOffer place=Place::Wizard/> })}
            {(step == Step::Review).then(|| view! { <Review store/> })}
            <Picks step store/>
            <AdviceList step store/>
            <StepButtons step store on_go=go/>
        </section>
    }
}
