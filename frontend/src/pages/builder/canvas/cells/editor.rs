//! Changing a value in its cell. What takes more than a line is changed below it.

use leptos::ev::KeyboardEvent;
use leptos::html::{Input, Select};
use leptos::prelude::*;
use shared::blueprint::{CellValue, FieldId, FieldKind, KindName, RowId};
use shared::operation::Operation;
use shared::validate::TEXT_MAX;

use super::Grid;

/// How the values of a kind are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Written in the cell.
    Text,
    /// Chosen in the cell.
    Choice,
    /// Turned by a press.
    Switch,
    /// Changed on a surface below the cell.
    Panel,
    /// Not by people.
    Never,
}

impl Way {
    /// How the values of `kind` are changed.
    pub(super) fn of(kind: KindName) -> Self {
        use KindName as Kind;
        match kind {
            Kind::Title | Kind::Text | Kind::Url | Kind::Email | Kind::Attachment => Self::Text,
            Kind::Select => Self::Choice,
            Kind::Checkbox => Self::Switch,
            Kind::Rollup | Kind::Formula | Kind::CreatedAt | Kind::UpdatedAt | Kind::AutoId => Self::Never,
            Kind::LongText
            | Kind::Number
            | Kind::Date
            | Kind::Datetime
            | Kind::MultiSelect
            | Kind::Person
            | Kind::Rating
            | Kind::Relation => Self::Panel,
        }
    }
}

/// A text, written in its cell: Enter goes on below, Tab beside, Escape takes it back.
pub(super) fn text(row: RowId, field: FieldId, typed: Option<String>, grid: Grid) -> AnyView {
    let input = NodeRef::<Input>::new();
    let stored = untrack(|| grid.values.stored(&row, &field));
    let now = stored.and_then(|value| value.text().map(str::to_owned)).unwrap_or_default();
    let set = StoredValue::new((row, field));
    let write = move |text: String| {
        let (row, field) = set.get_value();
        let value = (!text.is_empty()).then_some(CellValue::Text(text));
        grid.bench.type_in(Operation::SetCell { row, field, value });
    };
    let is_typed = typed.is_some();
    if let Some(typed) = &typed {
        write(typed.clone());
    }
    input.on_load(move |input| {
        // At once where it can be: whoever types on must not wait for a frame.
        let _ = input.focus();
        request_animation_frame(move || {
            let _ = input.focus();
            if !is_typed {
                input.select();
            }
        });
    });
    let press = move |event: KeyboardEvent| leave_by_key(&event, grid);
    view! {
        <input
            class="cell-input"
            type="text"
            autocomplete="off"
            maxlength=TEXT_MAX.to_string()
            aria-label=move || grid.label_of_edited()
            prop:value=typed.unwrap_or(now)
            node_ref=input
            on:input:target=move |event| write(event.target().value())
            on:keydown=press
            on:blur=move |_| grid.left()
        />
    }
    .into_any()
}

/// One of the options of a select, chosen in its cell.
pub(super) fn choice(row: RowId, field: FieldId, grid: Grid) -> AnyView {
    let select = NodeRef::<Select>::new();
    select.on_load(move |select| {
        request_animation_frame(move || {
            let _ = select.focus();
        });
    });
    let options = grid.bench.blueprint.with_untracked(|blueprint| match blueprint.field(&field) {
        Some((_, found)) => match &found.kind {
            FieldKind::Select { options } => options.clone(),
            _ => Vec::new(),
        },
        None => Vec::new(),
    });
    let now = untrack(|| grid.values.stored(&row, &field));
    let now = now.and_then(|value| value.text().map(str::to_owned)).unwrap_or_default();
    let choose = move |id: String| {
        let value = (!id.is_empty()).then_some(CellValue::Text(id));
        let (row, field) = (row.clone(), field.clone());
        // Arrows go through the list one by one: the last one counts.
        grid.bench.type_in(Operation::SetCell { row, field, value });
    };
    let option = |(id, name): (String, String)| {
        let is_now = id == now;
        view! { <option value=id prop:selected=is_now>{name}</option> }
    };
    let none = (String::new(), grid.i18n.text("builder.cells.empty"));
    let all = std::iter::once(none).chain(options.into_iter().map(|it| (it.id.to_string(), it.name)));
    view! {
        <select
            class="cell-input"
            aria-label=move || grid.label_of_edited()
            node_ref=select
            on:change:target=move |event| choose(event.target().value())
            on:keydown=move |event| leave_by_key(&event, grid)
            on:blur=move |_| grid.left()
        >
            {all.map(option).collect_view()}
        </select>
    }
    .into_any()
}

fn leave_by_key(event: &KeyboardEvent, grid: Grid) {
    event.stop_propagation();
    // Enter and Escape are for the words that are being put together then.
    if event.is_composing() {
        return;
    }
    let by = match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) => (1, 0),
        ("Enter", true) => (-1, 0),
        ("Tab", false) => (0, 1),
        ("Tab", true) => (0, -1),
        ("Escape", _) => {
            grid.bench.abandon();
            (0, 0)
        }
        _ => return,
    };
    event.prevent_default();
    grid.end(by);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_computed_or_counted_is_written_by_nobody() {
        let never: Vec<_> = KindName::ALL.into_iter().filter(|kind| Way::of(*kind) == Way::Never).collect();
        let platform = [KindName::CreatedAt, KindName::UpdatedAt, KindName::AutoId];
        assert!(platform.iter().all(|kind| never.contains(kind)));
        assert_eq!(never.len(), 2 + platform.len());
    }
}
