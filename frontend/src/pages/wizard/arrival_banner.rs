//! Where the answers on screen came from, when that may surprise.

use leptos::prelude::*;

use crate::components::{Banner, Button, Tone};
use crate::i18n::{I18n, t, use_i18n};
use crate::state::arrival::Arrival;
use crate::state::draft::Draft;

/// Where the answers on screen came from, when that may surprise; with the way back to one's own.
#[component]
pub(crate) fn ArrivalBanner(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let arrival = draft.arrival();
        let (tone, text) = words(i18n, &arrival)?;
        let has_own =
            matches!(arrival, Arrival::Link { own: Some(_) } | Arrival::PreviousProduct { own: Some(_), .. });
        let own = has_own.then(|| {
            view! { <Button text=t!("arrival.take_own_back") on_press=move |()| draft.take_own_back()/> }
        });
        Some(view! {
            <Banner tone text>
                {own}
                <Button text=t!("arrival.dismiss") on_press=move |()| draft.acknowledge()/>
            </Banner>
        })
    }
}

/// What to say; nothing where nobody is surprised.
fn words(i18n: I18n, arrival: &Arrival) -> Option<(Tone, String)> {
    match arrival {
        Arrival::Fresh | Arrival::Resumed => None,
        Arrival::Link { .. } => Some((Tone::Info, i18n.text("arrival.link"))),
        Arrival::Unreadable => Some((Tone::Warning, i18n.text("arrival.unreadable"))),
        Arrival::PreviousProduct { ignored, .. } if ignored.is_empty() => {
            Some((Tone::Info, i18n.text("arrival.previous_product")))
        }
        Arrival::PreviousProduct { ignored, .. } => {
            let left_out = i18n.fill("arrival.left_out", &[("parts", &i18n.list(ignored))]);
            Some((Tone::Info, format!("{} {left_out}", i18n.text("arrival.previous_product"))))
        }
    }
}
