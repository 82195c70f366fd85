//! The view in sight: what it is for, what it does with the rows, and the rows.

use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, TableId, ViewId, ViewKind};

use super::drawing::Drawing;
use super::handled::Handled;
use super::terms::Terms;
use super::{board, calendar, empty, gallery, grid, list, timeline};
use crate::components::ReasonNote;
use crate::i18n::{I18n, use_i18n};

/// The view in sight: what it is for, what it does with the rows, and the rows.
#[component]
pub(crate) fn ViewPanel(
    /// The design.
    blueprint: Arc<Blueprint>,
    /// The table.
    table: TableId,
    /// Which of its views.
    view: ViewId,
) -> impl IntoView {
    let i18n = use_i18n();
    let found = blueprint.table(&table)?.views.iter().find(|known| known.id == view)?.clone();
    let terms = {
        let blueprint = Arc::clone(&blueprint);
        let (table, view) = (table.clone(), view.clone());
        move || Some(Drawing::of(&blueprint, &table, &view)?.terms(i18n))
    };
    Some(view! {
        <div class="view-about">
            <p>{found.description}</p>
            <ReasonNote reason=found.reason/>
        </div>
        {move || terms().map(|terms| view! { <Terms terms/> })}
        {move || Some(draw(i18n, &Drawing::of(&blueprint, &table, &view)?))}
    })
}

fn draw(i18n: I18n, drawing: &Drawing<'_>) -> AnyView {
    // A board without cards has columns to add some in, unless its filter would keep them out.
    let is_open = matches!(drawing.view.kind, ViewKind::Board { .. }) && drawing.view.filter.is_none();
    if drawing.count() == 0 && !(is_open && Handled::get().is_some()) {
        return empty::draw(i18n, drawing);
    }
    match &drawing.view.kind {
        ViewKind::Grid => grid::draw(i18n, drawing),
        ViewKind::Board { by } => board::draw(i18n, drawing, by),
        ViewKind::Calendar { date } => calendar::draw(i18n, drawing, date),
        ViewKind::Timeline { start, end } => timeline::draw(i18n, drawing, start, end.as_ref()),
        ViewKind::Gallery => gallery::draw(i18n, drawing),
        ViewKind::List => list::draw(i18n, drawing),
    }
}
