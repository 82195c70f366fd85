//! The names of the fields, above their values.

use leptos::ev;
use leptos::prelude::*;
use shared::blueprint::{Blueprint, Field, FieldId, FieldKind, KindName, TableId};
use shared::operation::ElementId;

use super::Grid;
use super::editor::Way;
use crate::components::rows::slice::Cell;
use crate::components::{Glyph, Icon};
use crate::pages::result::fields::glyph;

/// A column: what is said of a field above its values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub id: FieldId,
    pub name: String,
    pub kind: KindName,
    pub glyph: Glyph,
}

impl Column {
    fn of(field: &Field) -> Self {
        Self {
            id: field.id.clone(),
            name: field.name.clone(),
            kind: field.kind.name(),
            glyph: glyph(&field.kind),
        }
    }

    /// Whether people write its values.
    pub(super) fn is_changeable(&self) -> bool {
        Way::of(self.kind) != Way::Never
    }

    /// Whether its values stand at the end of their cells, as numbers do.
    pub(super) fn is_at_end(&self) -> bool {
        self.kind == KindName::Number
    }
}

/// The columns of a table, in order.
pub(super) fn columns(blueprint: &Blueprint, table: &TableId) -> Vec<Column> {
    let fields = blueprint.table(table).map(|table| table.fields.as_slice()).unwrap_or_default();
    let (titles, others): (Vec<_>, Vec<_>) =
        fields.iter().partition(|field| matches!(field.kind, FieldKind::Title));
    titles.into_iter().chain(others).map(Column::of).collect()
}

/// The line of names.
#[component]
pub(super) fn Head(
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let corner = Cell { row: 0, column: 0 };
    view! {
        <div
            class="cell handle"
            role="columnheader"
            aria-colindex="1"
            tabindex=move || grid.tab_index(corner)
            data-cell=grid.mark(corner)
            on:focus=move |_| grid.at.set(corner)
        >
            <span class="visually-hidden">{move || grid.i18n.text("builder.cells.handles")}</span>
        </div>
        <For each=move || grid.columns.get() key=|column| column.id.clone() let(column)>
            <Name id=column.id grid/>
        </For>
    }
}

/// The name of a field: a press selects it, a double press renames it.
#[component]
fn Name(
    /// The field.
    id: FieldId,
    /// The grid.
    grid: Grid,
) -> impl IntoView {
    let element = StoredValue::new(ElementId::Field(id.clone()));
    let found = Memo::new(move |_| {
        grid.columns.with(|columns| {
            let at = columns.iter().position(|column| column.id == id)?;
            Some((at + 1, columns.get(at)?.clone()))
        })
    });
    let here = Signal::derive(move || Cell { row: 0, column: found.get().map_or(0, |(at, _)| at) });
    let name = move || found.get().map(|(_, column)| column.name).unwrap_or_default();
    let shape = move || found.get().map_or(Glyph::Type, |(_, column)| column.glyph);
    let kind = move || found.get().map_or(KindName::Text, |(_, column)| column.kind);
    let is_selected = Memo::new(move |_| element.with_value(|it| grid.bench.is_selected(it)));
    let take = move |event: ev::MouseEvent| match event.ctrl_key() || event.meta_key() {
        true => grid.bench.toggle(element.get_value()),
        false => grid.bench.select(element.get_value()),
    };
    let rename = move |_| {
        element.with_value(|it| grid.bench.unfold_to(it));
        grid.bench.rename(Some(element.get_value()));
    };
    view! {
        <div
            class="cell name"
            class:selected=is_selected
            role="columnheader"
            aria-colindex=move || (here.get().column + 1).to_string()
            aria-selected=move || is_selected.get().to_string()
            title=move || grid.i18n.text(&format!("kind.{}", kind().as_str()))
            tabindex=move || grid.tab_index(here.get())
            data-cell=move || grid.mark(here.get())
            on:focus=move |_| grid.at.set(here.get_untracked())
            on:click=take
            on:dblclick=rename
        >
            {move || view! { <Icon glyph=shape()/> }}
            <span>{name}</span>
        </div>
    }
}
