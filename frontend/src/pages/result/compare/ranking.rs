//! All platforms in the order of how much of the system fits.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::plan::{Fit, State, Target, plan};
use shared::platform::Platform;

use super::super::outcome::OutcomeBar;
use super::super::store::System;
use super::sides::UseInstead;
use super::store::href;
use crate::browser::idle;
use crate::components::{ButtonLink, PlatformTile};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;
use crate::state::draft::Draft;

/// All platforms in the order of how much of the system fits, reckoned one by one while the browser is idle.
#[component]
pub(super) fn Ranking(
    /// The system.
    system: System,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let fits = reckoned(system);
    let content = move || {
        let mut fits = fits.get();
        if fits.len() < Platform::ALL.len() {
            return view! { <p class="hint ranking-wait">{i18n.text("compare.reckoning")}</p> }.into_any();
        }
        fits.sort_by_key(|(_, fit)| std::cmp::Reverse(fit.rank()));
        let row = |(platform, fit)| row(i18n, system, draft, platform, fit);
        view! { <ol class="ranking-list">{fits.into_iter().map(row).collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="ranking" aria-labelledby="ranking-title">
            <h2 id="ranking-title">{t!("compare.all")}</h2>
            {content}
        </section>
    }
}

fn row(i18n: I18n, system: System, draft: Draft, platform: Platform, fit: Fit) -> impl IntoView {
    let name = platform_name(i18n, platform);
    let exact = i18n
        .fill("compare.exact_of", &[("exact", &fit.exact.to_string()), ("all", &fit.total().to_string())]);
    let label = i18n.fill("compare.compare_named", &[("platform", &name)]);
    let is_own = move || system.platform.get() == platform;
    let compare = move || {
        let label = label.clone();
        (!is_own()).then(|| {
            let label = Signal::stored(label);
            view! { <ButtonLink text=t!("compare.compare") label href=href(None, platform)/> }
        })
    };
    view! {
        <li>
            <PlatformTile platform/>
            <span class="ranking-name">{name}</span>
            <span class="ranking-bar"><OutcomeBar fit/></span>
            <span class="ranking-exact">{exact}</span>
            <span class="ranking-actions">
                {compare}
                <UseInstead system draft platform/>
            </span>
        </li>
    }
}

/// How the system fits each platform, growing one by one; begins again when the system changes.
fn reckoned(system: System) -> RwSignal<Vec<(Platform, Fit)>> {
    let fits = RwSignal::new(Vec::new());
    let round = StoredValue::new(0_u32);
    Effect::new(move || {
        let blueprint = system.blueprint.get();
        round.update_value(|round| *round = round.wrapping_add(1));
        fits.set(Vec::new());
        let this = round.get_value();
        // Gone with the page, or begun again: nobody waits for this round any more.
        reckon(blueprint, fits, Rc::new(move || round.try_get_value() == Some(this)));
    });
    fits
}

/// Reckons the next platform once the browser has a moment, then the one after it.
fn reckon(blueprint: Arc<Blueprint>, fits: RwSignal<Vec<(Platform, Fit)>>, is_wanted: Rc<dyn Fn() -> bool>) {
    idle::soon(move || {
        let done = if is_wanted() { fits.with_untracked(Vec::len) } else { Platform::ALL.len() };
        let Some(platform) = Platform::ALL.get(done).copied() else { return };
        let fit = plan(&blueprint, &Target { platform }, &State::default()).fit();
        fits.update(|fits| fits.push((platform, fit)));
        reckon(blueprint.clone(), fits, is_wanted.clone());
    });
}
