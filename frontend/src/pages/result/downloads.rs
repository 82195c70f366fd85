//! The file to take the system away as, and the way to the others.

use leptos::prelude::*;

use super::store::System;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::files::{FileRow, best, others_count};

/// The file that the platform takes best, and the way to the others.
#[component]
pub(crate) fn Downloads(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let others = move || i18n.count("files.others", others_count(system.platform.get()));
    view! {
        <section class="downloads" aria-labelledby="downloads-title">
            <header>
                <h2 id="downloads-title">{t!("files.title")}</h2>
                <a class="more-link" href="/system/files">
                    <span>{others}</span>
                    <Icon glyph=Glyph::ArrowRight/>
                </a>
            </header>
            <BestRow system/>
        </section>
    }
}

/// The file that the platform takes best, where the others stand below it.
#[component]
pub(crate) fn Best(
    /// The system.
    system: System,
) -> impl IntoView {
    view! {
        <section class="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{t!("files.title")}</h2>
            <BestRow system/>
        </section>
    }
}

#[component]
fn BestRow(
    /// The system.
    system: System,
) -> impl IntoView {
    let best = Memo::new(move |_| best(system.platform.get()));
    move || {
        view! { <FileRow format=best.get() blueprint=system.blueprint platform=system.platform/> }
    }
}
