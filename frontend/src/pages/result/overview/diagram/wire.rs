//! A relation in the drawing.

use std::sync::Arc;

use leptos::prelude::*;
use shared::diagram::{Edge, End, Least, Line, Point};

use super::card::hue;
use super::store::{Lit, Picture, Store};

/// A relation: a line with a mark at each end, and around it a broad one for pointers.
pub(super) fn wire(store: Store, picture: &Arc<Picture>, line: &Line) -> Option<impl IntoView + use<>> {
    let edge: Edge = *picture.drawn.edges.get(line.edge)?;
    let (line, held) = (*line, picture.clone());
    let has = move |lit: Lit| lit.has_relation(&held, line.edge);
    let is_lit = Memo::new(move |_| store.lit.get().map(&has));
    Some(view! {
        <g
            class=format!("wire {}", hue(picture.color_of(&edge)))
            class:lit=move || is_lit.get() == Some(true)
            class:faded=move || is_lit.get() == Some(false)
            on:pointerenter=move |_| store.lit.set(Some(Lit::Relation(line.edge)))
            on:pointerleave=move |_| store.lit.set(None)
        >
            <path class="wire-reach" d=line.path()></path>
            <path class="wire-line" d=line.path()></path>
            {mark(line.from, &edge.from)}
            {mark(line.to, &edge.to)}
        </g>
    })
}

fn mark(point: Point, end: &End) -> impl IntoView + use<> {
    let least = match point.least(end) {
        Least::Bar(path) => view! { <path class="wire-mark" d=path></path> }.into_any(),
        Least::Ring { x, y } => {
            view! { <circle class="wire-mark" cx=x.to_string() cy=y.to_string() r="4"></circle> }.into_any()
        }
    };
    view! {
        <path class="wire-mark" d=point.most(end)></path>
        {least}
    }
}
