//! Where one is in a row of steps.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A step and the page it is on.
#[derive(Clone)]
pub(crate) struct StepLink {
    /// Address of its page.
    pub href: String,
    /// Its name.
    pub name: Signal<String>,
}

/// Where one is in a row of steps; each leads to its page.
#[component]
pub(crate) fn Stepper(
    /// What the steps make together.
    #[prop(into)]
    label: Signal<String>,
    /// The steps, in order.
    steps: Vec<StepLink>,
    /// Which one is open, from 0.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let steps = steps.into_iter().enumerate().map(|(at, step)| item(at, step, current)).collect_view();
    view! {
        <nav class="stepper" aria-label=label>
            <ol>{steps}</ol>
        </nav>
    }
}

fn item(at: usize, step: StepLink, current: Signal<usize>) -> impl IntoView {
    let state = move || match current.get() {
        open if at < open => "step done",
        open if at == open => "step open",
        _ => "step",
    };
    view! {
        <li class=state>
            <a href=step.href aria-current=move || (current.get() == at).then_some("step")>
                <span class="step-mark" aria-hidden="true">
                    <span class="step-number">{at + 1}</span>
                    <Icon glyph=Glyph::Check/>
                </span>
                <span class="step-name">{step.name}</span>
            </a>
        </li>
    }
}
