//! Where the answers on screen came from, when that may surprise.

use leptos::prelude::*;

use crate::components::{Banner, Button, Tone};
use crate::i18n::t;
use crate::state::arrival::Arrival;
use crate::state::draft::Draft;

/// Where the answers on screen came from, when that may surprise; with the way back to one's own.
#[component]
pub(crate) fn ArrivalBanner(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    move || {
        let arrival = draft.arrival();
        let (tone, text) = match arrival {
            Arrival::Link { .. } => (Tone::Info, t!("arrival.link")),
            Arrival::PreviousProduct { .. } => (Tone::Info, t!("arrival.previous_product")),
            Arrival::Unreadable => (Tone::Warning, t!("arrival.unreadable")),
            Arrival::Fresh | Arrival::Resumed => return ().into_any(),
        };
        let has_own =
            matches!(arrival, Arrival::Link { own: Some(_) } | Arrival::PreviousProduct { own: Some(_) });
        let own = has_own.then(|| {
            view! { <Button text=t!("arrival.take_own_back") on_press=move |()| draft.take_own_back()/> }
        });
        view! {
            <Banner tone text>
                {own}
                <Button text=t!("arrival.dismiss") on_press=move |()| draft.acknowledge()/>
            </Banner>
        }
        .into_any()
    }
}
