//! A view that no sample row is in: it says what it waits for.

use leptos::prelude::*;
use shared::compute::view_terms;

use super::drawing::Drawing;
use crate::components::{Glyph, Icon};
use crate::i18n::{I18n, t};

/// Says what the view waits for.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>) -> AnyView {
    let filter = view_terms(&drawing.evaluator, drawing.view).filter;
    let waits = filter.map(|filter| i18n.fill("views.none.text", &[("filter", &filter)]));
    view! {
        <div class="view-none">
            <Icon glyph=Glyph::ListFilter/>
            <p class="view-none-title">{t!("views.none")}</p>
            <p>{waits}</p>
        </div>
    }
    .into_any()
}
