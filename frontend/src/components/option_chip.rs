//! An option of a select field, in its colour.

use leptos::prelude::*;
use shared::blueprint::Color;

/// An option of a select field, in its colour.
#[component]
pub(crate) fn OptionChip(
    /// Its name.
    name: String,
    /// Its colour.
    color: Color,
) -> impl IntoView {
    view! { <span class=format!("chip {}", color_class(color))>{name}</span> }
}

/// What a colour is called in the styles.
pub(crate) fn color_class(color: Color) -> &'static str {
    match color {
        Color::Gray => "gray",
        Color::Red => "red",
        Color::Orange => "orange",
        Color::Yellow => "yellow",
        Color::Green => "green",
        Color::Teal => "teal",
        Color::Blue => "blue",
        Color::Purple => "purple",
        Color::Pink => "pink",
        Color::Brown => "brown",
    }
}
