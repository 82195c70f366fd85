//! What would do the system good, each to be had at a press.

use leptos::html::Div;
use leptos::prelude::*;
use shared::advice::{Element, ElementKind, Pick};
use shared::suggestion::{Suggestion, asked, suggest};

use crate::components::{Badge, Button, Disclosure, EmptyState, Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::ids;
use crate::pages::builder::store::{Workbench, use_workbench};
use crate::pages::wizard::plural_key;

/// What is suggested, what suits the system first.
#[component]
pub(super) fn SuggestionsPanel() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let suggestions = Memo::new(move |_| gathered(bench, i18n));
    let panel = NodeRef::<Div>::new();
    let press = move |pick| {
        take(bench, i18n, pick);
        // The button that was pressed goes with its card.
        if let Some(panel) = panel.get_untracked() {
            let _ = panel.focus();
        }
    };
    let content = move || {
        let suggestions = suggestions.get();
        if suggestions.is_empty() {
            return nothing(bench).into_any();
        }
        let title = i18n.count("builder.suggestions", suggestions.len());
        let cards = suggestions.into_iter().map(move |it| card(bench, i18n, it, press)).collect_view();
        view! {
            <h2 class="side-title">{title}</h2>
            <ul class="suggestions">{cards}</ul>
        }
        .into_any()
    };
    view! {
        <div
            class="suggestions-panel"
            role="group"
            aria-label=t!("builder.panel.suggestions")
            tabindex="-1"
            node_ref=panel
        >
            {content}
        </div>
    }
}

/// Everything to suggest for the system as it was a moment ago.
fn gathered(bench: Workbench, i18n: I18n) -> Vec<Suggestion> {
    let (platform, language) = (bench.platform.get(), i18n.language());
    let answers = bench.with_now(|it| it.answers().cloned());
    bench.settled.with(|blueprint| suggest(answers.as_ref(), platform, blueprint, language))
}

fn nothing(bench: Workbench) -> impl IntoView {
    let answers = bench.with_now(|it| it.answers().cloned());
    let platform = bench.platform.get_untracked();
    let is_asked = bench.settled.with_untracked(|it| asked(answers.as_ref(), platform, it).is_some());
    let (title, text) = match is_asked {
        true => (t!("builder.suggestions.none.title"), t!("builder.suggestions.none.text")),
        false => (t!("builder.suggestions.unasked.title"), t!("builder.suggestions.unasked.text")),
    };
    view! { <EmptyState glyph=if is_asked { Glyph::Check } else { Glyph::Compass } title text/> }
}

fn card(
    bench: Workbench,
    i18n: I18n,
    suggestion: Suggestion,
    press: impl Fn(Pick) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let Suggestion { pick, is_recommended, title, reason, caution, effect, .. } = suggestion;
    let changes =
        effect.is_empty().then(|| view! { <p class="hint">{t!("builder.suggestions.changes")}</p> });
    let caution = caution.map(|caution| {
        view! { <p class="suggestion-caution"><Icon glyph=Glyph::TriangleAlert/><span>{caution}</span></p> }
    });
    view! {
        <li class="suggestion">
            <h3>
                <span>{name(i18n, pick)}</span>
                {is_recommended.then(|| view! { <Badge text=t!("advice.recommended") tone="blue"/> })}
            </h3>
            <p class="hint">{reason}</p>
            {caution}
            {elements(bench, i18n, "builder.suggestions.brings", effect.added)}
            {elements(bench, i18n, "builder.suggestions.takes", effect.removed)}
            {changes}
            <Button text=title on_press=move |()| press(pick)/>
        </li>
    }
}

/// What people call an option.
fn name(i18n: I18n, pick: Pick) -> String {
    i18n.text(&format!("{}.{}.title", pick.group(), pick.value()))
}

/// What comes or goes, by kind and name, below how much it is.
fn elements(bench: Workbench, i18n: I18n, key: &'static str, elements: Vec<Element>) -> Option<AnyView> {
    if elements.is_empty() {
        return None;
    }
    let count = elements.len().to_string();
    let summary = Signal::derive(move || i18n.fill(key, &[("count", &count)]));
    let language = bench.written().get_untracked();
    let group = move |kind| {
        let names = elements.iter().filter(|it| it.kind == kind).map(|it| it.name.clone());
        let names: Vec<_> = names.collect();
        (!names.is_empty()).then(|| {
            view! {
                <dt>{i18n.text(plural_key(kind))}</dt>
                <dd lang=language.tag()>{language.list(&names)}</dd>
            }
        })
    };
    let groups = ElementKind::ALL.map(group).into_iter().collect_view();
    Some(view! { <Disclosure summary><dl class="suggestion-elements">{groups}</dl></Disclosure> }.into_any())
}

/// Does what is suggested, as it is by now: the system may have changed since it was told.
fn take(bench: Workbench, i18n: I18n, pick: Pick) {
    bench.finish();
    let answers = bench.with_now(|it| it.answers().cloned());
    let (platform, language) = (bench.platform.get_untracked(), i18n.language_now());
    let blueprint = bench.blueprint.get_untracked();
    let all = suggest(answers.as_ref(), platform, &blueprint, language);
    let Some(suggestion) = all.into_iter().find(|it| it.pick == pick) else { return };
    let first = suggestion.effect.added.first().map(|element| element.id.clone());
    if bench.follow_suggestion(suggestion.title.clone(), suggestion.operations) {
        bench.offer_undo(suggestion.title);
        let found = first.and_then(|id| bench.blueprint.with_untracked(|it| ids::find(it, &id)));
        if let Some(element) = found {
            bench.unfold_to(&element);
            bench.select(element);
        }
    }
}
