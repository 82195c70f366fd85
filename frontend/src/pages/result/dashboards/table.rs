//! The numbers of a chart as a table.

use leptos::prelude::*;
use shared::blueprint::ChartKind;

use super::ring;
use super::series::Series;
use crate::i18n::{I18n, use_i18n};

/// The numbers of a chart as a table: for everybody who asks, always there for screen readers.
#[component]
pub(super) fn ChartTable(
    /// What the chart is called.
    name: String,
    /// What the first column holds.
    axis: String,
    /// The numbers.
    series: Series,
    /// Whether it is seen.
    #[prop(into)]
    is_shown: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = name.clone();
    let caption = move || i18n.fill("charts.table", &[("chart", &name)]);
    let content = move || rows(i18n, &axis, &series);
    view! {
        <div
            class="chart-table"
            class:visually-hidden=move || !is_shown.get()
            role="region"
            aria-label=label
            tabindex=move || is_shown.get().then_some("0")
        >
            <table>
                <caption class="visually-hidden">{caption}</caption>
                {content}
            </table>
        </div>
    }
}

fn rows(i18n: I18n, axis: &str, series: &Series) -> AnyView {
    let heads = match series.kind {
        ChartKind::Heatmap => series.y.clone(),
        ChartKind::Pie => vec![i18n.text("charts.value"), i18n.text("charts.share")],
        _ => vec![i18n.text("charts.value")],
    };
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let row = |position: usize| {
        let name = series.x.get(position).map(|part| part.name.clone());
        let cells = cells(series, position).into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <thead><tr><th scope="col">{axis.to_owned()}</th>{heads}</tr></thead>
        <tbody>{(0..series.x.len()).map(row).collect_view()}</tbody>
    }
    .into_any()
}

fn cells(series: &Series, position: usize) -> Vec<String> {
    let value = series.written(series.value(position));
    match series.kind {
        ChartKind::Heatmap => {
            let value = |line: &Vec<Option<f64>>| series.written(line.get(position).copied().flatten());
            series.values.iter().map(value).collect()
        }
        ChartKind::Pie => vec![value, series.format.hundredths(ring::share(series, position))],
        _ => vec![value],
    }
}

#[cfg(test)]
mod tests {
    use super::super::series::tests::series;
    use super::*;

    #[test]
    fn a_row_has_all_numbers_of_its_part() {
        assert_eq!(cells(&series(ChartKind::Column, &[Some(2.0), None]), 1), ["–"]);
        assert_eq!(cells(&series(ChartKind::Pie, &[Some(1.0), Some(3.0)]), 0), ["1", "25 %"]);
        let mut map = series(ChartKind::Heatmap, &[Some(1.0), Some(2.0)]);
        map.values.push(vec![Some(3.0), Some(4.0)]);
        assert_eq!(cells(&map, 1), ["2", "4"]);
    }
}
