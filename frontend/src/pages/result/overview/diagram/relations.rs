//! Every relation in words.

use std::sync::Arc;

use leptos::prelude::*;

use super::store::{Lit, Picture, Store};
use super::words;
use crate::components::{Column, DataTable, Disclosure, Glyph};
use crate::i18n::{I18n, t, use_i18n};

/// Every relation in words; each stands out in the drawing while it is pointed at or has the focus.
#[component]
pub(super) fn Relations(
    /// The diagram.
    store: Store,
) -> impl IntoView {
    let i18n = use_i18n();
    let table = move || list(i18n, store, &store.picture.get());
    view! {
        <Disclosure summary=t!("diagram.list")>
            // On its own it would be taken for the function that makes what is inside, and be run once.
            <div>{table}</div>
        </Disclosure>
    }
}

fn list(i18n: I18n, store: Store, picture: &Arc<Picture>) -> impl IntoView + use<> {
    let column =
        |key: &str, glyph| Column { name: i18n.text(key), glyph, kind: String::new(), at_end: false };
    let columns = vec![
        column("diagram.column_relation", Glyph::MoveUpRight),
        column("diagram.column_many", Glyph::Hash),
        column("diagram.column_fields", Glyph::Columns2),
    ];
    let row = |(place, edge)| {
        let name = words::relation_name(i18n, picture, edge);
        vec![
            pointer(store, place, name),
            words::how_many(i18n, edge).into_any(),
            words::fields(i18n, picture, edge).into_any(),
        ]
    };
    let rows = picture.drawn.edges.iter().enumerate().map(row).collect();
    view! { <DataTable caption=i18n.text("diagram.list") columns rows/> }
}

fn pointer(store: Store, place: usize, name: String) -> AnyView {
    let light = move || store.lit.set(Some(Lit::Relation(place)));
    view! {
        <button
            type="button"
            class="diagram-pointer"
            on:focus=move |_| light()
            on:blur=move |_| store.lit.set(None)
            on:pointerenter=move |_| light()
            on:pointerleave=move |_| store.lit.set(None)
            on:click=move |_| light()
        >
            {name}
        </button>
    }
    .into_any()
}
