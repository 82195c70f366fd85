//! How a chart is drawn.

use leptos::prelude::*;
use shared::blueprint::ChartKind;

use super::super::clauses::{Tile, Tiles};
use super::Charted;
use super::terms::changed;
use crate::components::Glyph;
use crate::i18n::{t, use_i18n};

/// The kind of a chart: those alone that the table has fields for.
#[component]
pub(super) fn KindEditor(
    /// What ids in it begin with.
    id: String,
    /// The chart.
    charted: Charted,
) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = Memo::new(move |_| charted.read(|it| name(it.kind)).unwrap_or_default());
    let change = move |kind: ChartKind| {
        charted.fields.with(|fields| charted.read(|chart| changed(chart, kind, fields)).flatten())
    };
    let tile = move |kind: ChartKind| Tile {
        value: name(kind),
        name: Signal::derive(move || i18n.text(&format!("builder.chart.kind.{}", name(kind)))),
        glyph: chart_glyph(kind),
        is_possible: Signal::derive(move || change(kind).is_some()),
    };
    let choose_now = move |value: &'static str| {
        let kind = ChartKind::ALL.into_iter().find(|kind| name(*kind) == value);
        if let Some(set) = kind.and_then(|kind| untrack(|| change(kind))) {
            charted.perform(set);
        }
    };
    // Arrows go through the kinds one by one: the last one counts. Who presses one means that one.
    let by_keys = StoredValue::new(false);
    let choose = move |value: &'static str| match by_keys.get_value() {
        true => charted.bench.hold(Callback::new(move |()| choose_now(value))),
        false => choose_now(value),
    };
    let hint = Signal::derive(move || match ChartKind::ALL.into_iter().all(|kind| change(kind).is_some()) {
        true => String::new(),
        false => i18n.text("builder.chart.kind.lacks"),
    });
    view! {
        <div
            class="chart-kinds"
            on:keydown=move |_| by_keys.set_value(true)
            on:pointerdown=move |_| by_keys.set_value(false)
        >
            <Tiles
                id=format!("{id}-kind")
                legend=t!("builder.chart.kind")
                tiles=ChartKind::ALL.map(tile).into()
                chosen
                hint
                on_choose=choose
            />
        </div>
    }
}

/// The shape that stands for a kind of chart.
pub(in super::super) fn chart_glyph(kind: ChartKind) -> Glyph {
    match kind {
        ChartKind::Number => Glyph::Hash,
        ChartKind::Column => Glyph::ChartColumn,
        ChartKind::Bar => Glyph::TextAlignStart,
        ChartKind::Line => Glyph::MoveUpRight,
        ChartKind::Pie => Glyph::CircleDot,
        ChartKind::Heatmap => Glyph::LayoutGrid,
    }
}

fn name(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Number => "number",
        ChartKind::Column => "column",
        ChartKind::Bar => "bar",
        ChartKind::Line => "line",
        ChartKind::Pie => "pie",
        ChartKind::Heatmap => "heatmap",
    }
}
