//! A chart with its name, what it shows, and its numbers as a table on demand.

use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::{ChartKind, Reason};
use shared::plan::Piece;
use shared::words::Direction;

use super::super::sentence::Sentence;
use super::drawing::Drawing;
use super::figure::Figure;
use super::legend::{RingLegend, ShadeLegend};
use super::plot::Plot;
use super::series::Series;
use super::table::ChartTable;
use super::{field, lying, ring, upright};
use crate::browser::size;
use crate::components::{Button, Glyph, ReasonNote};
use crate::i18n::{I18n, use_i18n};

/// A chart and what is said about it.
#[derive(Clone)]
pub(super) struct Subject {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it is there.
    pub reason: Option<Reason>,
    /// What it shows, as a sentence.
    pub shows: Vec<Piece>,
    /// What the parts along its first axis are; empty for one number.
    pub axis: String,
    /// Its numbers.
    pub series: Series,
}

/// A chart with its name, what it shows, and its numbers as a table on demand.
#[component]
pub(super) fn ChartCard(
    /// The chart.
    subject: Subject,
) -> impl IntoView {
    let Subject { id, name, reason, shows, axis, series } = subject;
    let (title, element) = (format!("{id}-title"), id.clone());
    let of = name.clone();
    let body = match series.kind {
        ChartKind::Number => view! { <Figure series=series.clone()/> }.into_any(),
        _ => view! { <Readable id name=name.clone() axis series=series.clone()/> }.into_any(),
    };
    view! {
        <figure class=format!("chart-card {}", kind(series.kind)) aria-labelledby=title.clone() data-element=element>
            <figcaption>
                <div class="chart-title">
                    <h3 id=title.clone()>{name}</h3>
                    <ReasonNote reason of/>
                </div>
                <p><Sentence pieces=shows/></p>
            </figcaption>
            {body}
        </figure>
    }
}

/// A chart that can be read as a picture and as a table.
#[component]
fn Readable(
    /// The id of the chart.
    id: String,
    /// Its name.
    name: String,
    /// What the parts along its first axis are.
    axis: String,
    /// Its numbers.
    series: Series,
) -> impl IntoView {
    let i18n = use_i18n();
    let as_table = RwSignal::new(false);
    let key = move |labelled: bool| match (as_table.get(), labelled) {
        (false, false) => "charts.show_table",
        (true, false) => "charts.show_chart",
        (false, true) => "charts.show_table_of",
        (true, true) => "charts.show_chart_of",
    };
    let chart = name.clone();
    let label = move || i18n.fill(key(true), &[("chart", &chart)]);
    let picture = (name.clone(), series.clone());
    view! {
        <Show when=move || !as_table.get()>
            <Picture id=id.clone() name=picture.0.clone() series=picture.1.clone()/>
        </Show>
        <ChartTable name axis series is_shown=as_table/>
        <div class="chart-tools">
            <Button
                text=Signal::derive(move || i18n.text(key(false)))
                label=Signal::derive(label)
                glyph=Glyph::Table
                on_press=move |()| as_table.update(|shown| *shown = !*shown)
            />
        </div>
    }
}

/// The chart itself, as wide as it may be.
#[component]
fn Picture(
    /// The id of the chart.
    id: String,
    /// Its name.
    name: String,
    /// Its numbers.
    series: Series,
) -> impl IntoView {
    let i18n = use_i18n();
    let active = RwSignal::new(None);
    let frame = NodeRef::<Div>::new();
    let width = RwSignal::new(None);
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            // What is not on the page yet has no width to draw in.
            size::watch(&frame, move |now, _| width.set(Some(now).filter(|now| *now > 0.0)));
        }
    });
    let (drawn, legend) = (series.clone(), series.clone());
    let drawing = Memo::new(move |_| width.get().map(|width| draw(i18n, &drawn, width)).unwrap_or_default());
    let legend = match series.kind {
        ChartKind::Pie => view! { <RingLegend series=legend active/> }.into_any(),
        ChartKind::Heatmap => view! { <ShadeLegend series=legend/> }.into_any(),
        _ => ().into_any(),
    };
    // The place is kept while nothing is measured yet.
    let height = move || format!("{:.0}px", height(&series, width.get().unwrap_or(640.0)));
    view! {
        <div class="chart-picture">
            <div class="chart-frame" node_ref=frame style:block-size=height>
                <Plot id name drawing active/>
            </div>
            {legend}
        </div>
    }
}

fn draw(i18n: I18n, series: &Series, width: f64) -> Drawing {
    let drawing = match series.kind {
        ChartKind::Pie => return ring::ring(series),
        ChartKind::Line => upright::line(series, width),
        ChartKind::Bar => lying::bars(series, width),
        ChartKind::Heatmap => field::cells(series, width),
        ChartKind::Column | ChartKind::Number => upright::columns(series, width),
    };
    match i18n.language().direction() {
        Direction::LeftToRight => drawing,
        Direction::RightToLeft => drawing.mirrored(),
    }
}

fn height(series: &Series, width: f64) -> f64 {
    match series.kind {
        ChartKind::Pie => ring::SIZE,
        ChartKind::Bar => lying::height(series.x.len()),
        ChartKind::Heatmap => field::height(series, width),
        ChartKind::Line | ChartKind::Column | ChartKind::Number => upright::HEIGHT,
    }
}

/// The class of a kind.
fn kind(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Number => "number",
        ChartKind::Column => "column",
        ChartKind::Bar => "bar",
        ChartKind::Line => "line",
        ChartKind::Pie => "pie",
        ChartKind::Heatmap => "heatmap",
    }
}
