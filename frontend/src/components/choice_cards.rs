//! Options as cards, each with its own explanation.

use leptos::prelude::*;
use shared::platform::Platform;

use super::badge::Badge;
use super::help_button::HelpButton;
use super::icon::{Glyph, Icon};
use super::platform_tile::PlatformTile;
use crate::i18n::t;

/// What stands beside an option's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The tile of a platform.
    Tile(Platform),
    /// A shape.
    Shape(Glyph),
}

/// An option.
#[derive(Clone)]
pub(crate) struct Choice {
    /// Its value, unique among the options.
    pub value: &'static str,
    /// Its name.
    pub title: Signal<String>,
    /// What choosing it means.
    pub text: Signal<String>,
    /// What stands beside the title.
    pub mark: Mark,
}

/// What a page adds to its cards, by their values.
#[derive(Clone, Copy)]
pub(crate) struct CardExtras {
    /// Whether a card is recommended.
    pub is_recommended: Callback<&'static str, bool>,
    /// The help behind a card's button, made anew whenever it is opened.
    pub help: Callback<&'static str, AnyView>,
    /// Called when somebody points at a card or has the focus on it, and with none when they leave it.
    pub on_consider: Callback<Option<&'static str>>,
}

/// Options of which exactly one is chosen.
#[component]
pub(crate) fn RadioCards(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// Whether the question is shown; it is always told to screen readers.
    #[prop(default = true)]
    show_legend: bool,
    /// Name of the group; groups of one name are one choice.
    name: &'static str,
    /// The options.
    choices: Vec<Choice>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Called with the value that the person chose.
    #[prop(into)]
    on_choose: Callback<&'static str>,
    /// What the page adds to the cards.
    #[prop(optional)]
    extras: Option<CardExtras>,
) -> impl IntoView {
    let card = move |choice: Choice| {
        let value = choice.value;
        let checked = Signal::derive(move || chosen.get() == value);
        card(Control { kind: "radio", group: name, checked, on_pick: on_choose }, choice, extras)
    };
    group(legend, show_legend, choices.into_iter().map(card).collect())
}

/// Options of which any number is chosen.
#[component]
pub(crate) fn CheckCards(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// Name of the group.
    name: &'static str,
    /// The options.
    choices: Vec<Choice>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<&'static str>>,
    /// Called with the value that the person took in or out.
    #[prop(into)]
    on_toggle: Callback<&'static str>,
    /// What the page adds to the cards.
    #[prop(optional)]
    extras: Option<CardExtras>,
) -> impl IntoView {
    let card = move |choice: Choice| {
        let value = choice.value;
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&value)));
        card(Control { kind: "checkbox", group: name, checked, on_pick: on_toggle }, choice, extras)
    };
    group(legend, false, choices.into_iter().map(card).collect())
}

fn group(legend: Signal<String>, show_legend: bool, cards: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="choices">
            <legend class:visually-hidden=!show_legend>{legend}</legend>
            <div class="choice-grid">{cards}</div>
        </fieldset>
    }
    .into_any()
}

/// What a card does when it is pressed.
struct Control {
    kind: &'static str,
    group: &'static str,
    checked: Signal<bool>,
    on_pick: Callback<&'static str>,
}

/// One card, with its help beside it: a button cannot stand inside a label.
fn card(control: Control, choice: Choice, extras: Option<CardExtras>) -> AnyView {
    let value = choice.value;
    let (title, id) = (choice.title, format!("{}-{value}-help", control.group));
    let consider = move |value| {
        if let Some(extras) = extras {
            extras.on_consider.run(value);
        }
    };
    let label = label(control, choice, extras);
    let help = extras.map(|extras| {
        let content = move || extras.help.run(value);
        view! { <HelpButton about=title id content=ViewFn::from(content)/> }
    });
    view! {
        <div
            class="choice-frame"
            on:pointerenter=move |_| consider(Some(value))
            on:pointerleave=move |_| consider(None)
            on:focusin=move |_| consider(Some(value))
            on:focusout=move |_| consider(None)
        >
            {label}
            {help}
        </div>
    }
    .into_any()
}

/// The title names the control and the explanation describes it, so that a screen reader says the short one first.
fn label(control: Control, choice: Choice, extras: Option<CardExtras>) -> AnyView {
    let Control { kind, group, checked, on_pick } = control;
    let value = choice.value;
    let id = format!("{group}-{value}");
    let (title_id, text_id, badge_id) = (format!("{id}-title"), format!("{id}-text"), format!("{id}-badge"));
    let is_recommended = Memo::new(move |_| extras.is_some_and(|extras| extras.is_recommended.run(value)));
    let badge_name = badge_id.clone();
    let badge = move || {
        let id = badge_name.clone();
        is_recommended
            .get()
            .then(|| view! { <span class="choice-badge" id=id><Badge text=t!("advice.recommended")/></span> })
    };
    view! {
        <label class="choice">
            <input
                type=kind
                id=id
                name=group
                value=value
                aria-labelledby=title_id.clone()
                aria-describedby=format!("{text_id} {badge_id}")
                prop:checked=checked
                on:change=move |_| on_pick.run(value)
            />
            {mark(choice.mark)}
            <span class="choice-words">
                <span class="choice-title"><span id=title_id>{choice.title}</span>{badge}</span>
                <span class="choice-text" id=text_id>{choice.text}</span>
            </span>
            <span class="choice-check" aria-hidden="true"><Icon glyph=Glyph::Check/></span>
        </label>
    }
    .into_any()
}

fn mark(mark: Mark) -> AnyView {
    match mark {
        Mark::Tile(platform) => view! { <PlatformTile platform/> }.into_any(),
        Mark::Shape(glyph) => view! { <span class="choice-mark"><Icon glyph/></span> }.into_any(),
    }
}
