//! One of a few kinds, each with its shape.

use leptos::prelude::*;

use crate::components::{Glyph, Icon};

/// A kind that can be chosen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tile {
    /// Its value, unique among them.
    pub value: &'static str,
    /// Its name.
    pub name: Signal<String>,
    /// Its shape.
    pub glyph: Glyph,
    /// Whether it can be chosen now; the hint says why not.
    pub is_possible: Signal<bool>,
}

/// One of a few kinds: radio buttons, so that the arrows go from one to the next.
#[component]
pub(crate) fn Tiles(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What is chosen; told to screen readers.
    #[prop(into)]
    legend: Signal<String>,
    /// The kinds, in order.
    tiles: Vec<Tile>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// What there is to say, such as why some cannot be chosen; empty for nothing.
    #[prop(into)]
    hint: Signal<String>,
    /// Called with the value that the person chose.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    let tile = move |tile: Tile| {
        let value = tile.value;
        view! {
            <label class="kind-tile">
                <input
                    type="radio"
                    name=id.clone()
                    value=value
                    disabled=move || !tile.is_possible.get()
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| on_choose.run(value)
                />
                <Icon glyph=tile.glyph large=true/>
                <span>{tile.name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="kind-tiles" aria-describedby=described_by>
            <legend class="visually-hidden">{legend}</legend>
            {tiles.into_iter().map(tile).collect_view()}
        </fieldset>
        <p class="hint" id=hint_id>{hint}</p>
    }
}
