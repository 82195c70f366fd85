//! How the system fits two platforms, side by side.

mod store;

use leptos::prelude::*;
use shared::plan::Plan;
use shared::platform::Platform;

use self::store::{Comparison, OUTCOMES, name};
use super::store::System;
use crate::components::{Column, DataTable, Glyph, Select, SelectItem};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// How the system fits two platforms, side by side.
#[component]
pub(crate) fn ComparePart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let comparison = Comparison::of(system);
    let item = move |platform: Platform| SelectItem {
        value: platform.as_str(),
        name: platform_name(i18n, platform),
    };
    let items = move || comparison.others().into_iter().map(item).collect::<Vec<_>>();
    view! {
        <div class="platform-switch">
            <label for="other-platform">{t!("compare.with")}</label>
            <Select
                id="other-platform"
                items=Signal::derive(items)
                selected=Signal::derive(move || comparison.other().as_str())
                on_select=move |name: String| comparison.choose(&name)
            />
        </div>
        {move || counts(i18n, comparison)}
    }
}

fn counts(i18n: I18n, comparison: Comparison) -> impl IntoView {
    let (one, other) = comparison.plans();
    let named = |plan: &Plan| platform_name(i18n, plan.platform);
    let (one_name, other_name) = (named(&one), named(&other));
    let column = |name: String, at_end| Column { name, glyph: Glyph::Columns2, kind: String::new(), at_end };
    let columns = vec![
        column(i18n.text("compare.outcome"), false),
        column(one_name.clone(), true),
        column(other_name.clone(), true),
    ];
    let row = |outcome| {
        vec![
            i18n.text(&format!("outcome.{}", name(outcome))).into_any(),
            store::count(&one, outcome).into_any(),
            store::count(&other, outcome).into_any(),
        ]
    };
    let caption = i18n.fill("compare.caption", &[("one", &one_name), ("other", &other_name)]);
    view! { <DataTable caption columns rows=OUTCOMES.into_iter().map(row).collect()/> }
}
