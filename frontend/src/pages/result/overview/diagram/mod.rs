//! The tables and how they hang together: to look at, to move about in and to go through by keyboard.

mod card;
mod controls;
mod drawn;
mod hands;
mod neighbours;
mod pointers;
mod relations;
mod store;
mod view;
mod wire;
mod words;

use std::sync::Arc;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::TableId;

use self::controls::Controls;
use self::hands::Hands;
use self::relations::Relations;
use self::store::{Lit, Picture, Store};
use self::view::Size;
use super::super::store::System;
use crate::browser::size;
use crate::i18n::{I18n, t, use_i18n};

/// The tables and how they hang together.
#[component]
pub(crate) fn RelationDiagram(
    /// The system.
    system: System,
    /// Called with the table that the person opens.
    #[prop(into)]
    on_open: Callback<TableId>,
    /// Called with two tables that the person connects by a line; without it tables are only looked at.
    #[prop(into, optional)]
    on_connect: Option<Callback<(TableId, TableId)>>,
) -> impl IntoView {
    let store = Store::new(use_i18n(), system.blueprint, on_open, on_connect);
    view! {
        <section class="diagram" data-tour="diagram" aria-labelledby="diagram-title">
            <header class="diagram-head">
                <h2 id="diagram-title">{t!("diagram.title")}</h2>
                <Controls store/>
            </header>
            <Frame store/>
            <Relations store/>
        </section>
    }
}

/// The frame through which the drawing is seen.
#[component]
fn Frame(
    /// The diagram.
    store: Store,
) -> impl IntoView {
    let i18n = use_i18n();
    let frame = NodeRef::<Div>::new();
    let hands = Hands::new(store, frame);
    hands.watch_keys();
    frame.on_load(move |frame| {
        size::watch(&frame, move |width, height| store.resize(Size { width, height }));
    });
    let shape =
        move || store.picture.with(|it| format!("{} / {}", it.drawn.width + 40, it.drawn.height + 40));
    view! {
        <div
            class="diagram-frame"
            class:far=move || store.is_far()
            class:dragged=move || hands.is_dragging()
            class:connecting=move || store.drawn.with(Option::is_some)
            node_ref=frame
            tabindex="0"
            role="group"
            data-frame=""
            aria-label=t!("diagram.frame")
            aria-describedby="diagram-keys"
            style:aspect-ratio=shape
            on:pointerdown=move |event| hands.down(&event)
            on:pointermove=move |event| hands.moved(&event)
            on:pointerup=move |event| hands.up(&event)
            on:pointercancel=move |event| hands.cancelled(&event)
            on:touchmove=two_fingers
            on:wheel=move |event| hands.wheel(&event)
            on:keydown=move |event| hands.key(&event)
        >
            <p id="diagram-keys" class="visually-hidden">{t!("diagram.keys")}</p>
            <svg class="diagram-drawing">
                <g transform=move || store.view().transform()>{move || drawing(i18n, store, &store.picture.get())}</g>
            </svg>
            <Told store/>
        </div>
    }
}

/// One finger scrolls the page; two move the drawing.
fn two_fingers(event: ev::TouchEvent) {
    if event.touches().length() > 1 && event.cancelable() {
        event.prevent_default();
    }
}

fn drawing(i18n: I18n, store: Store, picture: &Arc<Picture>) -> impl IntoView + use<> {
    store.current.set(picture.order.first().copied().unwrap_or_default());
    let wires = picture.drawn.lines.iter().map(|line| wire::wire(store, picture, line));
    let cards = picture.order.iter().map(|place| card::card(i18n, store, picture, *place));
    view! {
        <g class="wires" aria-hidden="true">{wires.collect_view()}</g>
        {cards.collect_view()}
        {move || store.drawn.get().map(|drawn| drawn.view(store))}
    }
}

/// What the relation that stands out is, for those who see it; the list says it to everyone.
#[component]
fn Told(
    /// The diagram.
    store: Store,
) -> impl IntoView {
    let i18n = use_i18n();
    let told = move || {
        let Some(Lit::Relation(place)) = store.lit.get() else { return None };
        let picture = store.picture.get();
        let edge = picture.drawn.edges.get(place)?;
        let name = words::relation_name(i18n, &picture, edge);
        Some((name, words::how_many(i18n, edge), words::fields(i18n, &picture, edge)))
    };
    move || {
        told().map(|(name, many, fields)| {
            view! {
                <p class="diagram-told" aria-hidden="true">
                    <strong>{name}</strong>
                    <span>{many}</span>
                    <span>{fields}</span>
                </p>
            }
        })
    }
}
