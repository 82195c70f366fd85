//! Options as cards, each with its own explanation.

use leptos::prelude::*;
use shared::platform::Platform;

use super::icon::{Glyph, Icon};
use super::platform_tile::PlatformTile;

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
) -> impl IntoView {
    let card = move |choice: Choice| {
        let value = choice.value;
        let checked = Signal::derive(move || chosen.get() == value);
        card("radio", name, choice, checked, on_choose)
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
) -> impl IntoView {
    let card = move |choice: Choice| {
        let value = choice.value;
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&value)));
        card("checkbox", name, choice, checked, on_toggle)
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

/// One card. The title names the control and the explanation describes it, so that a screen reader says the
/// short one first.
fn card(
    kind: &'static str,
    group: &'static str,
    choice: Choice,
    checked: Signal<bool>,
    on_pick: Callback<&'static str>,
) -> AnyView {
    let title_id = format!("{group}-{}-title", choice.value);
    let text_id = format!("{group}-{}-text", choice.value);
    let value = choice.value;
    view! {
        <label class="choice">
            <input
                type=kind
                name=group
                value=value
                aria-labelledby=title_id.clone()
                aria-describedby=text_id.clone()
                prop:checked=checked
                on:change=move |_| on_pick.run(value)
            />
            {mark(choice.mark)}
            <span class="choice-words">
                <span class="choice-title" id=title_id>{choice.title}</span>
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
