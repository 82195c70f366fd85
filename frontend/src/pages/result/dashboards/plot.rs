//! A drawing on the screen, whose values can be read by pointer, by touch and by keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::words::Direction;

use super::drawing::{Anchor, Area, Drawing, Mark, Note, Shape, after, path};
use crate::browser::page;
use crate::i18n::use_i18n;

/// A drawing on the screen.
#[component]
pub(super) fn Plot(
    /// What the ids of its values start with.
    id: String,
    /// What it is a drawing of.
    name: String,
    /// The drawing.
    #[prop(into)]
    drawing: Signal<Drawing>,
    /// Which value is being read.
    active: RwSignal<Option<usize>>,
) -> impl IntoView {
    let i18n = use_i18n();
    // The value that the Tab key leads to.
    let stop = RwSignal::new(0);
    let prefix = id.clone();
    let press = move |event: KeyboardEvent| {
        let forward = match i18n.language_now().direction() {
            Direction::LeftToRight => "ArrowRight",
            Direction::RightToLeft => "ArrowLeft",
        };
        let now = stop.get_untracked();
        let next = drawing.with_untracked(|it| after(&event.key(), forward, now, it.marks.len(), it.columns));
        if let Some(next) = next {
            event.prevent_default();
            stop.set(next);
            page::focus(&format!("{prefix}-{next}"));
        }
    };
    let content = move || drawing.with(|drawing| content(&id, drawing, Reading { active, stop }));
    view! {
        <svg
            class="plot"
            role="group"
            aria-label=name
            width=move || drawing.with(|drawing| drawing.width)
            height=move || drawing.with(|drawing| drawing.height)
            on:keydown=press
            on:pointerleave=move |_| active.set(None)
        >
            {content}
        </svg>
        {move || active.get().and_then(|at| drawing.with(|drawing| tip(drawing, at)))}
    }
}

/// Which value is being read, and which one the Tab key leads to.
#[derive(Clone, Copy)]
struct Reading {
    active: RwSignal<Option<usize>>,
    stop: RwSignal<usize>,
}

fn content(id: &str, drawing: &Drawing, reading: Reading) -> impl IntoView + use<> {
    let line = |[x1, y1, x2, y2]: &[f64; 4]| view! { <line class="grid" x1=*x1 y1=*y1 x2=*x2 y2=*y2></line> };
    let marks = drawing.marks.iter().enumerate().map(|(at, it)| mark(format!("{id}-{at}"), at, it, reading));
    let marks = marks.collect_view();
    view! {
        {drawing.grid.iter().map(line).collect_view()}
        {drawing.shapes.iter().map(shape).collect_view()}
        {drawing.notes.iter().map(note).collect_view()}
        {marks}
    }
}

fn shape(shape: &Shape) -> AnyView {
    let outline = path(shape);
    match shape {
        Shape::Block(Area { x, y, width, height }, paint) => {
            view! { <rect class=paint.class() x=*x y=*y width=*width height=*height rx="3"></rect> }
                .into_any()
        }
        Shape::Line(_) => view! { <path class="line" d=outline></path> }.into_any(),
        Shape::Below(..) => view! { <path class="veil" d=outline></path> }.into_any(),
        Shape::Dot((x, y)) => view! { <circle class="dot" cx=*x cy=*y r="3.5"></circle> }.into_any(),
        Shape::Slice { paint, .. } => view! { <path class=paint.class() d=outline></path> }.into_any(),
    }
}

fn note(note: &Note) -> impl IntoView + use<> {
    let (x, y) = note.at;
    let anchor = match note.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let turn = note
        .slanted
        .then(|| format!("rotate({} {x:.1} {y:.1})", if note.anchor == Anchor::End { -35 } else { 35 }));
    // What is written is said by the values, one at a time.
    view! {
        <text class=note.class x=x y=y text-anchor=anchor transform=turn aria-hidden="true">{note.text.clone()}</text>
    }
}

fn mark(id: String, at: usize, mark: &Mark, Reading { active, stop }: Reading) -> impl IntoView + use<> {
    let Area { x, y, width, height } = mark.hit;
    let hit = match mark.outline.clone() {
        Some(outline) => view! { <path class="hit" d=outline></path> }.into_any(),
        None => view! { <rect class="hit" x=x y=y width=width height=height rx="3"></rect> }.into_any(),
    };
    let read = move || {
        stop.set(at);
        active.set(Some(at));
    };
    view! {
        <g
            id=id
            class="mark"
            class:active=move || active.get() == Some(at)
            role="img"
            aria-label=format!("{}: {}", mark.name, mark.value)
            tabindex=move || if stop.get() == at { "0" } else { "-1" }
            on:focus=move |_| read()
            on:blur=move |_| active.set(None)
            on:pointerenter=move |_| active.set(Some(at))
            on:click=move |_| read()
        >
            {hit}
        </g>
    }
}

/// What a value says, above it; at the edges it stays inside.
fn tip(drawing: &Drawing, at: usize) -> Option<impl IntoView + use<>> {
    let mark = drawing.marks.get(at)?;
    let (x, y) = mark.tip;
    let aside = if drawing.width > 0.0 { (x / drawing.width).clamp(0.0, 1.0) * 100.0 } else { 50.0 };
    Some(view! {
        <div
            class="chart-tip"
            aria-hidden="true"
            style:left=format!("{x:.0}px")
            style:top=format!("{:.0}px", y - 8.0)
            style:translate=format!("-{aside:.0}% -100%")
        >
            <span>{mark.name.clone()}</span>
            <strong>{mark.value.clone()}</strong>
        </div>
    })
}
