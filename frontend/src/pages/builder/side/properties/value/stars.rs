//! A rating: as many stars as one gives.

use leptos::prelude::*;
use shared::blueprint::CellValue;

use super::{Asked, Role};
use crate::components::{Glyph, Icon};
use crate::i18n::t;

/// A rating: radio buttons that look like stars, and none where there may be none.
#[component]
pub(super) fn Stars(
    /// The value.
    asked: Asked,
    /// Most stars.
    max: u8,
) -> impl IntoView {
    let given = Memo::new(move |_| {
        let number = asked.value.with(|value| value.as_ref().and_then(CellValue::number));
        number.map_or(0, |number| number.round().clamp(0.0, 255.0) as u8)
    });
    // Arrows go through the stars: where one ends up is the step.
    let give = move |value| asked.set(value).into_iter().for_each(|operation| asked.bench.type_in(operation));
    let star = move |stars: u8| {
        let label = move || {
            asked.i18n.fill("cell.stars", &[("stars", &stars.to_string()), ("max", &max.to_string())])
        };
        view! {
            <label class="value-star" class:full=move || stars <= given.get()>
                <input
                    type="radio"
                    name=asked.id.get_value()
                    value=stars.to_string()
                    prop:checked=move || given.get() == stars
                    on:change=move |_| give(Some(CellValue::Number(f64::from(stars))))
                />
                <Icon glyph=Glyph::Star/>
                <span class="visually-hidden">{label}</span>
            </label>
        }
    };
    let none = move || {
        view! {
            <label class="value-star none">
                <input
                    type="radio"
                    name=asked.id.get_value()
                    value="0"
                    prop:checked=move || given.get() == 0
                    on:change=move |_| give(None)
                />
                <Icon glyph=Glyph::X/>
                <span class="visually-hidden">{t!("builder.props.none")}</span>
            </label>
        }
    };
    view! {
        <fieldset class="props-group">
            <legend class:visually-hidden=asked.is_short()>{asked.label}</legend>
            <div class="value-stars">
                {(1..=max).map(star).collect_view()}
                {(asked.role == Role::Cell).then(none)}
            </div>
        </fieldset>
    }
}
