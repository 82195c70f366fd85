//! What to do next.

use leptos::prelude::*;

use super::super::part::Part;
use super::super::store::System;
use crate::i18n::{t, use_i18n};
use crate::pages::wizard::platform_name;

/// Three things to do next, in order.
#[component]
pub(super) fn Next(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let step = move |part: Part, name: &'static str| {
        let key = format!("overview.next.{name}");
        let text_key = format!("{key}.text");
        let title = move || i18n.fill(&key, &[("platform", &platform_name(i18n, system.platform.get()))]);
        view! {
            <li>
                <a href=part.href()>{title}</a>
                <p class="hint">{move || i18n.text(&text_key)}</p>
            </li>
        }
    };
    view! {
        <section class="panel" aria-labelledby="overview-next">
            <h2 id="overview-next">{t!("overview.next")}</h2>
            <ol class="next-steps">
                {step(Part::Tables, "tables")}
                {step(Part::Plan, "plan")}
                {step(Part::Files, "files")}
            </ol>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::is_known;

    #[test]
    fn every_step_has_words() {
        for name in ["tables", "plan", "files"] {
            assert!(is_known(&format!("overview.next.{name}")));
            assert!(is_known(&format!("overview.next.{name}.text")));
        }
    }
}
