//! One of two to five, all in sight.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// One of the choices.
#[derive(Clone)]
pub(crate) struct Segment {
    /// Its value, unique among them.
    pub value: &'static str,
    /// Its name.
    pub name: Signal<String>,
    /// A shape before the name.
    pub glyph: Option<Glyph>,
}

/// One of two to five, all in sight: radio buttons, so that the arrows go from one to the next.
#[component]
pub(crate) fn Segmented(
    /// What is chosen; told to screen readers.
    #[prop(into)]
    legend: Signal<String>,
    /// Name of the group; groups of one name are one choice.
    name: &'static str,
    /// The choices, in order.
    segments: Vec<Segment>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Whether it cannot be changed now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with the value that the person chose.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let segment = move |segment: Segment| {
        let value = segment.value;
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    value=value
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| on_choose.run(value)
                />
                {segment.glyph.map(|glyph| view! { <Icon glyph/> })}
                <span>{segment.name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented" disabled=disabled>
            <legend class="visually-hidden">{legend}</legend>
            {segments.into_iter().map(segment).collect_view()}
        </fieldset>
    }
}
