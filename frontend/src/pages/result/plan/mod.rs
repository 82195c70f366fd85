//! What becomes of the system on its platform: what fits, what is adapted, and the steps.

mod elements;
mod fit;
mod steps;
mod store;
mod tools;

use leptos::prelude::*;

use self::elements::Elements;
use self::fit::FitFilter;
use self::steps::Steps;
use self::store::Shown;
use self::tools::Tools;
use super::problems::Problems;
use super::store::System;
use crate::i18n::{t, use_i18n};
use crate::pages::wizard::platform_name;

/// What becomes of the system on its platform.
#[component]
pub(crate) fn PlanPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let shown = Shown::of(system);
    let title = move || i18n.fill("plan.fit", &[("platform", &platform_name(i18n, system.platform.get()))]);
    view! {
        <section class="plan-fit" aria-labelledby="fit-title">
            <h2 id="fit-title">{title}</h2>
            <p>{t!("plan.fit.text")}</p>
            <FitFilter system shown/>
            <Problems system/>
            <Tools shown/>
            <Elements system shown/>
        </section>
        <Steps shown/>
    }
}
