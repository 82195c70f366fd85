//! How a chart is drawn.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use shared::blueprint::ChartKind;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};

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
    // What arrows went to and is not settled yet.
    let pending = RwSignal::new(None::<&'static str>);
    let kind_now = Memo::new(move |_| charted.read(|it| name(it.kind)).unwrap_or_default());
    let chosen = Signal::derive(move || pending.get().unwrap_or(kind_now.get()));
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
        true => {
            pending.set(Some(value));
            charted.bench.hold(Callback::new(move |()| {
                pending.set(None);
                choose_now(value);
            }));
        }
        false => choose_now(value),
    };
    let press = move |event: KeyboardEvent| {
        by_keys.set_value(true);
        if event.key() == "Escape" && pending.get_untracked().is_some() {
            event.prevent_default();
            pending.set(None);
            charted.bench.abandon();
        }
    };
    let leave = move |event: FocusEvent| {
        let node = |it: Option<EventTarget>| it.and_then(|it| it.dyn_into::<Node>().ok());
        let (group, to) = (node(event.current_target()), node(event.related_target()));
        let stays = group.is_some_and(|group| group.contains(to.as_ref()));
        if !stays && pending.try_get_untracked().flatten().is_some() {
            charted.bench.finish();
        }
    };
    let hint = Signal::derive(move || match ChartKind::ALL.into_iter().all(|kind| change(kind).is_some()) {
        true => String::new(),
        false => i18n.text("builder.chart.kind.lacks"),
    });
    view! {
        <div
            class="chart-kinds"
            on:keydown=press
            on:focusout=leave
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
