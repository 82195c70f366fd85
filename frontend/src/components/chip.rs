//! One of several things that were taken in, such as a filter or a tag.

use leptos::prelude::*;
use shared::blueprint::Color;

use super::icon::{Glyph, Icon};
use super::option_chip::color_class;
use crate::i18n::use_i18n;

/// One of several things that were taken in; it can be taken out again where `on_remove` is given.
#[component]
pub(crate) fn Chip(
    /// Its name; a long one ends in an ellipsis and stands whole in its title.
    #[prop(into)]
    text: Signal<String>,
    /// Its colour.
    #[prop(default = Color::Gray)]
    color: Color,
    /// Called when the person takes it out.
    #[prop(into, optional)]
    on_remove: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = move || i18n.fill("chip.remove", &[("name", &text.get())]);
    view! {
        <span class=format!("chip removable {}", color_class(color)) title=text>
            <span class="chip-name">{text}</span>
            {on_remove.map(|on_remove| view! {
                <button type="button" class="chip-remove" aria-label=label on:click=move |_| on_remove.run(())>
                    <Icon glyph=Glyph::X/>
                </button>
            })}
        </span>
    }
}
