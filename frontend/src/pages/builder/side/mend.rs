//! The way to mend a problem at a press.

use leptos::prelude::*;
use shared::operation::Operation;
use shared::operation::intention::mend;
use shared::validate::Problem;

use crate::components::{Button, Glyph, Look};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// Mends a problem at a press; nothing where a person has to choose.
#[component]
pub(super) fn MendButton(
    /// The problem.
    problem: Problem,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    operations(bench, &problem)?;
    let sentence = problem.sentence.clone();
    let label = Signal::derive(move || i18n.fill("builder.problems.mend.label", &[("problem", &sentence)]));
    let press = move |()| {
        // What it is about may have changed since it was found.
        if let Some(operations) = operations(bench, &problem) {
            bench.perform(operations);
            bench.focus_selected_soon();
        }
    };
    Some(view! {
        <div class="side-mend">
            <Button text=t!("builder.problems.mend") label look=Look::Quiet glyph=Glyph::Check on_press=press/>
        </div>
    })
}

fn operations(bench: Workbench, problem: &Problem) -> Option<Vec<Operation>> {
    let (platform, language) = (bench.platform.get_untracked(), bench.language());
    bench.settled.with_untracked(|it| mend(it, problem, platform, &mut Workbench::new_id, language))
}
