//! Colours of options.

use leptos::prelude::*;
use shared::blueprint::Color;

use crate::components::color_class;
use crate::i18n::{t, use_i18n};

/// One of the colours, all in sight: radio buttons, so that the arrows go from one to the next.
#[component]
pub(super) fn ColorGrid(
    /// The chosen one; none where several differ.
    #[prop(into)]
    chosen: Signal<Option<Color>>,
    /// Called with the colour that the person chose.
    #[prop(into)]
    on_choose: Callback<Color>,
) -> impl IntoView {
    let i18n = use_i18n();
    let swatch = move |color: Color| {
        view! {
            <label class=format!("props-color chip-color {}", color_class(color))>
                <input
                    type="radio"
                    name="props-color"
                    value=color.as_str()
                    prop:checked=move || chosen.get() == Some(color)
                    on:change=move |_| on_choose.run(color)
                />
                <span class="visually-hidden">
                    {move || i18n.text(&format!("builder.props.color.{}", color.as_str()))}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="props-group">
            <legend>{t!("builder.props.color")}</legend>
            <div class="props-colors">{Color::ALL.map(swatch).into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// One of the colours, behind a swatch of the chosen one.
#[component]
pub(super) fn ColorSelect(
    /// Whose colour it is.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen one.
    #[prop(into)]
    chosen: Signal<Color>,
    /// Called with the colour that the person chose.
    #[prop(into)]
    on_choose: Callback<Color>,
) -> impl IntoView {
    let i18n = use_i18n();
    let choose = move |name: String| {
        if let Some(color) = Color::ALL.into_iter().find(|color| color.as_str() == name) {
            on_choose.run(color);
        }
    };
    let item = move |color: Color| {
        let name = move || i18n.text(&format!("builder.props.color.{}", color.as_str()));
        view! { <option value=color.as_str() prop:selected=move || chosen.get() == color>{name}</option> }
    };
    view! {
        <span class=move || format!("props-swatch chip-color {}", color_class(chosen.get()))>
            <select aria-label=label on:change:target=move |event| choose(event.target().value())>
                {Color::ALL.map(item).into_iter().collect_view()}
            </select>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_color_has_a_name() {
        assert!(Color::ALL.iter().all(|color| is_known(&format!("builder.props.color.{}", color.as_str()))));
    }
}
