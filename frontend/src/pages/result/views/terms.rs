//! What a view does with the rows, above them.

use leptos::prelude::*;

use crate::components::{Glyph, Icon};
use crate::i18n::t;

/// What a view does with the rows, in words.
pub(super) struct Said {
    /// What its columns, days, bars or groups are made of.
    pub layout: Vec<String>,
    /// Which rows it takes.
    pub conditions: Vec<String>,
    /// What orders them.
    pub sorts: Vec<String>,
    /// How many of the sample rows there are.
    pub rows: String,
}

/// What a view does with the rows, a quiet chip each, and how many there are.
#[component]
pub(super) fn Terms(
    /// What it does.
    terms: Said,
) -> impl IntoView {
    let layout = terms.layout.into_iter().map(|text| (Glyph::Rows3, text));
    let conditions = terms.conditions.into_iter().map(|text| (Glyph::ListFilter, text));
    let sorts = terms.sorts.into_iter().map(|text| (Glyph::ArrowUpDown, text));
    let chip = |(glyph, text)| view! { <li class="term"><Icon glyph/><span>{text}</span></li> };
    let chips: Vec<_> = layout.chain(conditions).chain(sorts).map(chip).collect();
    let list = (!chips.is_empty()).then(|| view! { <ul aria-label=t!("views.terms")>{chips}</ul> });
    view! {
        <div class="view-terms">
            {list}
            <p class="view-rows">{terms.rows}</p>
        </div>
    }
}
