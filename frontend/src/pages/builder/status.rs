//! The last line: what is wrong, and how it fits where it is to live.

use leptos::prelude::*;
use shared::platform::SupportLevel;
use shared::validate::Severity;

use super::session::Panel;
use super::store::use_workbench;
use crate::components::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::pages::result::store::System;
use crate::pages::wizard::platform_name;

/// The last line.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let system = expect_context::<System>();
    let worst = Memo::new(move |_| {
        system.problems.with(|problems| problems.iter().map(|problem| problem.severity).max())
    });
    let problems = Memo::new(move |_| system.problems.with(|problems| problems.len()));
    // How many are adapted, done by hand, not there.
    let outcomes = Memo::new(move |_| {
        let levels = [SupportLevel::Adapted, SupportLevel::Manual, SupportLevel::Impossible];
        system
            .plan
            .with(|plan| levels.map(|level| plan.adaptations.iter().filter(|it| it.outcome == level).count()))
    });
    let size = Memo::new(move |_| {
        let fields = |it: &shared::blueprint::Blueprint| it.tables.iter().map(|it| it.fields.len()).sum();
        bench.blueprint.with(|it| (it.tables.len(), fields(it)))
    });
    let fit = move || {
        if !bench.is_settled() {
            return String::new();
        }
        let counts = outcomes.get();
        let [adapted, manual, impossible] = counts.map(|count| count.to_string());
        let platform = platform_name(i18n, bench.platform.get());
        let values = [
            ("platform", platform.as_str()),
            ("adapted", &adapted),
            ("manual", &manual),
            ("impossible", &impossible),
        ];
        let is_exact = counts.iter().all(|count| *count == 0);
        i18n.fill(if is_exact { "builder.fit.exact" } else { "builder.fit.some" }, &values)
    };
    view! {
        <footer class="bench-status">
            <button type="button" class="bench-fact" on:click=move |_| bench.show(Panel::Problems)>
                {move || bench.is_settled().then(|| view! { <Icon glyph=shape(worst.get())/> })}
                <span>{move || bench.is_settled().then(|| i18n.count("builder.problems", problems.get()))}</span>
            </button>
            <button type="button" class="bench-fact" on:click=move |_| bench.show(Panel::Fit)>
                <Icon glyph=Glyph::Plug/>
                <span>{fit}</span>
            </button>
            <p class="bench-size">
                <span>{move || i18n.count("count.tables", size.get().0)}</span>
                <span>{move || i18n.count("count.fields", size.get().1)}</span>
            </p>
        </footer>
    }
}

fn shape(worst: Option<Severity>) -> Glyph {
    match worst {
        None => Glyph::Check,
        Some(Severity::Notice) => Glyph::Info,
        Some(Severity::Warning) => Glyph::TriangleAlert,
        Some(Severity::Error) => Glyph::CircleAlert,
    }
}
