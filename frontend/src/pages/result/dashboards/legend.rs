//! What the colours of a chart stand for.

use leptos::prelude::*;

use super::drawing::Paint;
use super::field::SHADES;
use super::ring;
use super::series::Series;

/// The parts of a ring with their colours, numbers and shares.
#[component]
pub(super) fn RingLegend(
    /// The parts.
    series: Series,
    /// Which one is being read, among those that are drawn.
    active: RwSignal<Option<usize>>,
) -> impl IntoView {
    let drawn = |position: usize| ring::share(&series, position) > 0.0;
    let item = |(position, part): (usize, &super::series::Part)| {
        let place = drawn(position).then(|| (0..position).filter(|at| drawn(*at)).count());
        let share = series.format.hundredths(ring::share(&series, position));
        view! {
            <li
                class:active=move || place.is_some() && active.get() == place
                class:nothing=place.is_none()
                on:pointerenter=move |_| active.set(place)
                on:pointerleave=move |_| active.set(None)
            >
                <span class=format!("swatch {}", ring::paint(&series, position).class())></span>
                <span class="legend-name">{part.name.clone()}</span>
                <span class="legend-value">{series.written(series.value(position))}</span>
                <span class="legend-share">{share}</span>
            </li>
        }
    };
    // The table says the same to those who do not see it.
    view! { <ul class="ring-legend" aria-hidden="true">{series.x.iter().enumerate().map(item).collect_view()}</ul> }
}

/// From nothing to the greatest number, in shades.
#[component]
pub(super) fn ShadeLegend(
    /// The numbers.
    series: Series,
) -> impl IntoView {
    let shade = |shade| view! { <span class=format!("swatch {}", Paint::Shade(shade).class())></span> };
    view! {
        <p class="shade-legend" aria-hidden="true">
            <span>{series.format.write(0.0)}</span>
            {(0..=SHADES).map(shade).collect_view()}
            <span>{series.format.write(series.greatest())}</span>
        </p>
    }
}
