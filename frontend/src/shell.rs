//! The static page made live: what the page's own script does alone until the client runs.
//!
//! The landing page, the top bar and the footer are markup in `index.html`, painted before anything else is loaded.

#[cfg(test)]
mod tests;

use shared::words::Language;

use crate::browser::{boot, page};
use crate::i18n::{Bundle, Bundles, I18n, known};
use crate::state::draft::Draft;
use crate::state::toasts::Toasts;

/// Takes over what concerns the answers and the words of the client.
pub(crate) fn make_live(draft: Draft, i18n: I18n, bundles: Bundles, toasts: Toasts) {
    let switch = move |tag: String| {
        if let Some(language) = Language::from_tag(&tag) {
            leptos::task::spawn_local(speak(language, draft, i18n, bundles, toasts));
        }
    };
    boot::take_over("csmb:language", switch);
    boot::take_over("csmb:example", move |link| draft.visit(&link));
    boot::take_over("csmb:start", move |_| draft.end_visit(i18n.language_now()));
    boot::take_over("csmb:start-over", move |_| draft.start_over(i18n.language_now()));
    // Somebody may have been quicker than the client.
    if page::language() != i18n.language_now().tag() {
        switch(page::language());
    }
    boot::ready();
}

/// Speaks `language` from now on. A design in the old language follows.
async fn speak(language: Language, draft: Draft, i18n: I18n, bundles: Bundles, toasts: Toasts) {
    let from = i18n.language_now();
    // A design that follows does so without a moment of missing words.
    if bundles.load(language, &[Bundle::Design]).await && i18n.switch(language).await {
        draft.follow_language(from, language);
    } else {
        page::select("language", from.tag());
        toasts.say(known!("language.unavailable"));
    }
}
