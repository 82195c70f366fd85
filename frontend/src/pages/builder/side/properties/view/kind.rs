//! How a view is laid out, and by which fields.

use leptos::prelude::*;
use shared::blueprint::{FieldId, ViewKind};
use shared::operation::ViewProperty;

use super::super::clauses::{Fact, Tile, Tiles, named};
use super::super::controls::Pick;
use super::Viewed;
use super::layout::{KINDS, changed, lacks, name};
use crate::components::Glyph;
use crate::i18n::{t, use_i18n};

/// The kind of a view with the fields it needs.
#[component]
pub(super) fn KindEditor(
    /// What ids in it begin with.
    id: String,
    /// The view.
    viewed: Viewed,
) -> impl IntoView {
    let i18n = use_i18n();
    let kind = Memo::new(move |_| viewed.view.with(|view| view.as_ref().map(|view| view.kind.clone())));
    let chosen = Memo::new(move |_| kind.with(|kind| kind.as_ref().map_or("", name)));
    let tile = move |value: &'static str| Tile {
        value,
        name: Signal::derive(move || i18n.text(&format!("view_kind.{value}"))),
        glyph: glyph(value),
        is_possible: Signal::derive(move || viewed.fields.with(|it| changed(None, value, it).is_some())),
    };
    let choose = move |value: &'static str| {
        let kind =
            kind.with_untracked(|kind| viewed.fields.with_untracked(|it| changed(kind.as_ref(), value, it)));
        if let Some(kind) = kind {
            viewed.type_in(ViewProperty::Kind(kind));
        }
    };
    let hint = Signal::derive(move || {
        viewed.fields.with(|fields| lacks(fields)).map(|key| i18n.text(key)).unwrap_or_default()
    });
    view! {
        <Tiles
            id=format!("{id}-kind")
            legend=t!("builder.view.kind")
            tiles=KINDS.map(tile).into()
            chosen
            hint
            on_choose=choose
        />
        {move || by_fields(&id, chosen.get(), kind, viewed)}
    }
}

/// The fields that a view of such a kind is laid out by.
fn by_fields(id: &str, kind_name: &'static str, kind: Memo<Option<ViewKind>>, viewed: Viewed) -> AnyView {
    let id = |part: &str| format!("{id}-{part}");
    let set = move |kind: ViewKind| viewed.perform(ViewProperty::Kind(kind));
    let fits = move |fits: fn(&Fact) -> bool| {
        Signal::derive(move || viewed.fields.with(|fields| named(fields, fits)))
    };
    let first =
        Signal::derive(move || kind.with(|kind| kind.as_ref().and_then(first_field)).unwrap_or_default());
    let field = |id: String| FieldId::from(id.as_str());
    match kind_name {
        "board" => view! {
            <Pick
                id=id("by")
                label=t!("builder.view.board.by")
                items=fits(|fact| fact.makes_columns)
                selected=first
                on_select=move |by| set(ViewKind::Board { by: field(by) })
            />
        }
        .into_any(),
        "calendar" => view! {
            <Pick
                id=id("date")
                label=t!("builder.view.calendar.date")
                items=fits(Fact::is_day)
                selected=first
                on_select=move |date| set(ViewKind::Calendar { date: field(date) })
            />
        }
        .into_any(),
        "timeline" => view! { <Span id=id("span") kind viewed/> }.into_any(),
        _ => ().into_any(),
    }
}

/// From where to where a bar of a timeline goes.
#[component]
fn Span(
    /// What ids in it begin with.
    id: String,
    /// How the view is laid out.
    kind: Memo<Option<ViewKind>>,
    /// The view.
    viewed: Viewed,
) -> impl IntoView {
    let i18n = use_i18n();
    let days = Signal::derive(move || viewed.fields.with(|fields| named(fields, Fact::is_day)));
    let ends = Signal::derive(move || {
        let none = (String::new(), i18n.text("builder.view.timeline.no_end"));
        std::iter::once(none).chain(days.get()).collect::<Vec<_>>()
    });
    let span = move || match kind.get() {
        Some(ViewKind::Timeline { start, end }) => Some((start, end)),
        _ => None,
    };
    let start = Signal::derive(move || span().map(|(start, _)| start.to_string()).unwrap_or_default());
    let end = Signal::derive(move || {
        span().and_then(|(_, end)| end).map(|end| end.to_string()).unwrap_or_default()
    });
    let set = move |start: Option<FieldId>, end: Option<Option<FieldId>>| {
        if let Some((old_start, old_end)) = untrack(span) {
            let (start, end) = (start.unwrap_or(old_start), end.unwrap_or(old_end));
            viewed.perform(ViewProperty::Kind(ViewKind::Timeline { start, end }));
        }
    };
    view! {
        <Pick
            id=format!("{id}-start")
            label=t!("builder.view.timeline.start")
            items=days
            selected=start
            on_select=move |id: String| set(Some(FieldId::from(id.as_str())), None)
        />
        <Pick
            id=format!("{id}-end")
            label=t!("builder.view.timeline.end")
            items=ends
            selected=end
            on_select=move |id: String| set(None, Some((!id.is_empty()).then(|| FieldId::from(id.as_str()))))
        />
    }
}

fn first_field(kind: &ViewKind) -> Option<String> {
    match kind {
        ViewKind::Board { by: field } | ViewKind::Calendar { date: field } => Some(field.to_string()),
        _ => None,
    }
}

fn glyph(kind: &str) -> Glyph {
    match kind {
        "board" => Glyph::SquareKanban,
        "calendar" => Glyph::Calendar,
        "timeline" => Glyph::ChartGantt,
        "gallery" => Glyph::LayoutGrid,
        "list" => Glyph::List,
        _ => Glyph::Table,
    }
}
