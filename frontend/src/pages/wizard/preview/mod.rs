//! The system so far, beside the questions: it grows with every answer, and shows what an option would add before
//! it is chosen.

mod chats;
mod effects;
mod effort;
mod help;
pub(super) mod mind;
mod parts;
mod picture;
mod shown;
mod slots;
mod time;

use leptos::prelude::*;
use shared::advice::Effect;
use shared::blueprint::{Blueprint, Table};

use self::chats::Chats;
pub(crate) use self::effects::plural_key;
use self::effort::Effort;
use self::mind::Mind;
pub(super) use self::mind::teach;
use self::parts::Parts;
use self::picture::Picture;
use super::store::WizardStore;
use crate::browser::page;
use crate::components::{Glyph, IconButton};
use crate::i18n::{I18n, t, use_i18n};

/// Id of the button that opens the picture where there is no room for it beside the questions.
pub(super) const OPENER: &str = "preview-opener";

/// The system so far.
#[component]
pub(crate) fn Preview(
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    let i18n = use_i18n();
    let close = move |()| {
        store.open(false);
        page::focus(OPENER);
    };
    let Some(mind) = untrack(|| store.knowledge()) else { return ().into_any() };
    let growth = mind.growth;
    // It may be opened before it is there.
    leptos::prelude::Effect::new(move || {
        if store.is_open().get() {
            page::focus_soon("preview".to_owned());
        }
    });
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && store.is_open().get_untracked() {
            close(());
        }
    };
    view! {
        <aside
            id="preview"
            data-tour="preview"
            class="preview"
            class:open=store.is_open()
            tabindex="-1"
            aria-label=t!("preview.title")
            on:keydown=keys
        >
            <header class="preview-head">
                <h2>{t!("preview.title")}</h2>
                <p class="preview-counts">{move || growth.with(|growth| counts(i18n, &growth.blueprint))}</p>
                <IconButton label=t!("preview.close") glyph=Glyph::X on_press=close/>
            </header>
            <p class="preview-effect">{move || prospect(i18n, mind)}</p>
            <Picture mind/>
            <Chats mind/>
            <Parts mind/>
            <Effort draft=store.draft growth/>
            <p class="visually-hidden" role="status">
                {move || growth.with(|growth| effects::tell(i18n, "effect.added", "effect.removed", &growth.fresh))}
            </p>
        </aside>
    }
    .into_any()
}

/// What the option that somebody thinks about would change, in a line.
fn prospect(i18n: I18n, mind: Mind) -> Option<String> {
    let tell = |effect: &Effect| effects::tell(i18n, "effect.would_add", "effect.would_remove", effect);
    mind.prospect.with(|prospect| prospect.as_ref().map(|prospect| tell(&prospect.effect)))
}

/// "4 tables, 32 fields, 9 views".
pub(crate) fn counts(i18n: I18n, blueprint: &Blueprint) -> String {
    let sum = |count: fn(&Table) -> usize| blueprint.tables.iter().map(count).sum();
    [
        i18n.count("count.tables", blueprint.tables.len()),
        i18n.count("count.fields", sum(|table| table.fields.len())),
        i18n.count("count.views", sum(|table| table.views.len())),
    ]
    .join(" · ")
}
