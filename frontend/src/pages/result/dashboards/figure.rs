//! One number, large.

use leptos::prelude::*;
use shared::blueprint::MeasureFunction;

use super::series::Series;
use crate::i18n::{I18n, use_i18n};

/// One number, with the rows that it stands for.
#[component]
pub(super) fn Figure(
    /// The number.
    series: Series,
) -> impl IntoView {
    let i18n = use_i18n();
    let value = series.value(0);
    let share = (series.format.function == MeasureFunction::Share).then_some(value).flatten();
    let bar = share.map(|share| {
        let size = format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0);
        view! { <span class="figure-bar" aria-hidden="true"><span style:inline-size=size></span></span> }
    });
    let number = series.written(value);
    view! {
        <p class="figure-number">{number}</p>
        {bar}
        <p class="figure-rows">{move || rows(i18n, &series)}</p>
    }
}

fn rows(i18n: I18n, series: &Series) -> String {
    let all = series.counts.first().and_then(|line| line.first()).copied().unwrap_or_default();
    match (series.format.function, series.value(0)) {
        (MeasureFunction::Share, Some(share)) => {
            let part = format!("{:.0}", share * f64::from(all));
            i18n.fill("charts.of_rows", &[("part", &part), ("all", &all.to_string())])
        }
        _ => i18n.count("charts.rows", usize::try_from(all).unwrap_or_default()),
    }
}
