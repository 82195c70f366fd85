//! The buttons of the diagram.

use leptos::prelude::*;

use super::store::{STEP, Store};
use crate::components::{Glyph, IconButton};
use crate::i18n::t;

/// Smaller, bigger, everything.
#[component]
pub(super) fn Controls(
    /// The diagram.
    store: Store,
) -> impl IntoView {
    let percent = move || format!("{:.0} %", store.view().scale * 100.0);
    view! {
        <div class="diagram-controls">
            <IconButton label=t!("diagram.zoom_out") glyph=Glyph::Minus on_press=move |()| store.zoom(1.0 / STEP)/>
            <span class="diagram-scale" aria-hidden="true">{percent}</span>
            <IconButton label=t!("diagram.zoom_in") glyph=Glyph::Plus on_press=move |()| store.zoom(STEP)/>
            <IconButton label=t!("diagram.fit") glyph=Glyph::Maximize on_press=move |()| store.fit()/>
        </div>
    }
}
