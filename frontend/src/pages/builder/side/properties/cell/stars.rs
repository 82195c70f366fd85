//! A rating: as many stars as one gives.

use leptos::prelude::*;
use shared::blueprint::CellValue;

use super::Cell;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};

/// A rating: radio buttons that look like stars, and none.
#[component]
pub(super) fn Stars(
    /// The value.
    cell: Cell,
    /// Most stars.
    max: u8,
) -> impl IntoView {
    let i18n = use_i18n();
    let given = Memo::new(move |_| {
        let number = cell.value.with(|value| value.as_ref().and_then(CellValue::number));
        number.map_or(0, |number| number.round().clamp(0.0, 255.0) as u8)
    });
    // Arrows go through the stars: where one ends up is the step.
    let give = move |value| cell.bench.type_in(cell.set(value));
    let star = move |stars: u8| {
        let label =
            move || i18n.fill("cell.stars", &[("stars", &stars.to_string()), ("max", &max.to_string())]);
        view! {
            <label class="cell-star" class:full=move || stars <= given.get()>
                <input
                    type="radio"
                    name=cell.id.get_value()
                    value=stars.to_string()
                    prop:checked=move || given.get() == stars
                    on:change=move |_| give(Some(CellValue::Number(f64::from(stars))))
                />
                <Icon glyph=Glyph::Star/>
                <span class="visually-hidden">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="props-group">
            <legend>{cell.name}</legend>
            <div class="cell-stars">
                {(1..=max).map(star).collect_view()}
                <label class="cell-star none">
                    <input
                        type="radio"
                        name=cell.id.get_value()
                        value="0"
                        prop:checked=move || given.get() == 0
                        on:change=move |_| give(None)
                    />
                    <Icon glyph=Glyph::X/>
                    <span class="visually-hidden">{t!("builder.props.none")}</span>
                </label>
            </div>
        </fieldset>
    }
}
