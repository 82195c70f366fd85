//! Charts over the sample rows, drawn as bars with their numbers beside them: readable with eyes and without.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Chart, ChartKind, MeasureFunction};
use shared::compute::{ChartData, Evaluator, chart_data};
use shared::design::SAMPLE_TODAY;

use crate::i18n::I18n;

/// One chart with its name.
pub(crate) fn show(i18n: I18n, blueprint: &Blueprint, evaluator: &Evaluator<'_>, chart: &Chart) -> AnyView {
    let today = blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY);
    let data = chart_data(evaluator, chart, today);
    let write = number_writer(i18n, chart.measure.function);
    let drawn = match chart.kind {
        ChartKind::Number => number(&data, &write),
        ChartKind::Heatmap => heatmap(chart, &data),
        ChartKind::Column | ChartKind::Line => columns(&data, &write),
        ChartKind::Bar | ChartKind::Pie => bars(&data, &write),
    };
    view! {
        <figure class="chart">
            <figcaption>{chart.name.clone()}</figcaption>
            {drawn}
        </figure>
    }
    .into_any()
}

fn number_writer(i18n: I18n, function: MeasureFunction) -> impl Fn(f64) -> String {
    move |value| match function {
        MeasureFunction::Share => format!("{:.0} %", value * 100.0),
        MeasureFunction::Average => format!("{value:.1}").replace('.', &i18n.text("charts.decimal_point")),
        MeasureFunction::Count | MeasureFunction::Sum => format!("{value:.0}"),
    }
}

fn number(data: &ChartData, write: &impl Fn(f64) -> String) -> AnyView {
    let value = data.values.first().and_then(|row| row.first()).copied().unwrap_or_default();
    view! { <p class="chart-number">{write(value)}</p> }.into_any()
}

fn bars(data: &ChartData, write: &impl Fn(f64) -> String) -> AnyView {
    let values = data.values.first().cloned().unwrap_or_default();
    let greatest = values.iter().copied().fold(0.0, f64::max);
    let bar = |(label, value): (String, f64)| {
        let width = format!("{:.0}%", share(value, greatest) * 100.0);
        view! {
            <li>
                <span class="bar-label">{label}</span>
                <span class="bar-track" aria-hidden="true"><span class="bar" style:inline-size=width></span></span>
                <span class="bar-value">{write(value)}</span>
            </li>
        }
    };
    view! { <ul class="bars">{data.x.iter().cloned().zip(values).map(bar).collect_view()}</ul> }.into_any()
}

/// Upright bars: what follows in time reads from left to right.
fn columns(data: &ChartData, write: &impl Fn(f64) -> String) -> AnyView {
    let values = data.values.first().cloned().unwrap_or_default();
    let greatest = values.iter().copied().fold(0.0, f64::max);
    let column = |(label, value): (String, f64)| {
        let height = format!("{:.0}%", share(value, greatest) * 100.0);
        view! {
            <li>
                <span class="column-label">{label}</span>
                <span class="bar-value">{write(value)}</span>
                <span class="column-track" aria-hidden="true"><span class="bar" style:block-size=height></span></span>
            </li>
        }
    };
    view! { <ul class="columns">{data.x.iter().cloned().zip(values).map(column).collect_view()}</ul> }
        .into_any()
}

fn heatmap(chart: &Chart, data: &ChartData) -> AnyView {
    let greatest = data.values.iter().flatten().copied().fold(0.0, f64::max);
    let cell = |value: f64| view! { <td class=shade(value, greatest)>{value}</td> };
    let row = |(label, values): (&String, &Vec<f64>)| {
        view! {
            <tr>
                <th scope="row">{label.clone()}</th>
                {values.iter().copied().map(cell).collect_view()}
            </tr>
        }
    };
    let head = data.x.iter().map(|label| view! { <th scope="col">{label.clone()}</th> }).collect_view();
    view! {
        <div class="heatmap" tabindex="0" role="region" aria-label=chart.name.clone()>
            <table>
                <thead><tr><td></td>{head}</tr></thead>
                <tbody>{data.y.iter().zip(&data.values).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How much of `greatest` a value is, 0 to 1.
fn share(value: f64, greatest: f64) -> f64 {
    if greatest > 0.0 { (value / greatest).clamp(0.0, 1.0) } else { 0.0 }
}

/// The class of a shade: none for nothing, then three of equal width.
fn shade(value: f64, greatest: f64) -> &'static str {
    match share(value, greatest) {
        0.0 => "shade-0",
        share if share <= 1.0 / 3.0 => "shade-1",
        share if share <= 2.0 / 3.0 => "shade-2",
        _ => "shade-3",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_and_shades_stay_within_bounds() {
        assert_eq!(share(3.0, 4.0), 0.75);
        assert_eq!(share(3.0, 0.0), 0.0);
        assert_eq!(share(-1.0, 4.0), 0.0);
        assert_eq!(
            [0.0, 1.0, 2.0, 3.0].map(|value| shade(value, 3.0)),
            ["shade-0", "shade-1", "shade-2", "shade-3"]
        );
    }
}
