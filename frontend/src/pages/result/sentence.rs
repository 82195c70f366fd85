//! A sentence with names and values set apart.

use leptos::prelude::*;
use shared::plan::Piece;

use crate::components::OptionChip;

/// A sentence with names and values set apart.
#[component]
pub(crate) fn Sentence(
    /// Its pieces.
    pieces: Vec<Piece>,
) -> impl IntoView {
    view! { <span class="sentence">{pieces.into_iter().map(piece).collect_view()}</span> }
}

fn piece(piece: Piece) -> AnyView {
    let named = |class, name| view! { <span class=class>{name}</span> }.into_any();
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Table(name) => named("piece table-name", name),
        Piece::Field(name) => named("piece field-name", name),
        Piece::Value(name, Some(color)) => view! { <OptionChip name color/> }.into_any(),
        Piece::Value(name, None) => named("piece value", name),
        Piece::Message(text) => named("piece message", text),
    }
}
