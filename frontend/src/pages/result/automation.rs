//! What happens by itself.

use leptos::prelude::*;
use shared::blueprint::Automation;

use super::store::System;
use crate::components::{Glyph, Icon, ReasonNote};
use crate::i18n::t;

/// What happens by itself.
#[component]
pub(crate) fn AutomationPart(
    /// The system.
    system: System,
) -> impl IntoView {
    move || {
        let blueprint = system.blueprint.get();
        let automations = blueprint.automations.iter().map(automation).collect_view();
        let is_bare = blueprint.automations.is_empty();
        view! {
            {is_bare.then(|| view! { <p class="empty">{t!("automation.none")}</p> })}
            <ul class="automation-list">{automations}</ul>
        }
    }
}

fn automation(automation: &Automation) -> impl IntoView + use<> {
    view! {
        <li>
            <Icon glyph=Glyph::Zap/>
            <div>
                <h2>{automation.name.clone()}</h2>
                <p>{automation.description.clone()}</p>
                <ReasonNote reason=automation.reason.clone()/>
            </div>
        </li>
    }
}
