//! In which order a view shows its rows.

use leptos::prelude::*;
use shared::blueprint::{Direction, FieldId, Sort};
use shared::operation::ViewProperty;
use shared::validate::{CONDITIONS_MAX, Class};

use super::super::clauses::{Fact, OrderButtons, fact, focus_later, named, replaced, shifted, without};
use super::super::controls::Pick;
use super::Viewed;
use crate::components::{Button, Glyph, IconButton, Look};
use crate::i18n::{t, use_i18n};

/// By which fields rows are ordered, the most important first.
#[component]
pub(super) fn SortsEditor(
    /// What ids in it begin with.
    id: String,
    /// The view.
    viewed: Viewed,
) -> impl IntoView {
    let sorts = Memo::new(move |_| viewed.read(|it| it.sorts.clone()));
    let count = Memo::new(move |_| sorts.with(Vec::len));
    let set = move |sorts: Vec<Sort>| viewed.perform(ViewProperty::Sorts(sorts));
    let free = Memo::new(move |_| {
        let is_free = |fact: &&Fact| sorts.with(|sorts| sorts.iter().all(|sort| sort.field != fact.id));
        viewed.fields.with(|fields| fields.iter().find(is_free).map(|fact| fact.id.clone()))
    });
    let add = move |()| {
        if let Some(field) = free.get_untracked() {
            let mut sorts = sorts.get_untracked();
            sorts.push(Sort { field, direction: Direction::Ascending });
            set(sorts);
        }
    };
    let add_id = format!("{id}-add");
    let line = StoredValue::new(id);
    let row = move |at: usize| view! { <SortRow list=line.get_value() at sorts viewed/> };
    view! {
        <div class="clauses">
            <ul class="clause-list">
                <For each=move || 0..count.get() key=|at| *at children=row/>
            </ul>
            <Show when=move || { count.get() == 0 }>
                <p class="hint">{t!("builder.view.sorts.none")}</p>
            </Show>
            <div>
                <Button
                    id=add_id
                    text=t!("builder.view.sorts.add")
                    look=Look::Quiet
                    glyph=Glyph::Plus
                    disabled=Signal::derive(move || free.with(Option::is_none) || count.get() >= CONDITIONS_MAX)
                    on_press=add
                />
            </div>
        </div>
    }
}

/// A field that rows are ordered by, and which way.
#[component]
fn SortRow(
    /// What ids of the list's lines begin with.
    list: String,
    /// Which of them it is.
    at: usize,
    /// All of them.
    sorts: Memo<Vec<Sort>>,
    /// The view.
    viewed: Viewed,
) -> impl IntoView {
    let i18n = use_i18n();
    let sort = Memo::new(move |_| sorts.with(|sorts| sorts.get(at).cloned()));
    let set = move |sorts: Vec<Sort>| viewed.perform(ViewProperty::Sorts(sorts));
    let put = move |change: &dyn Fn(Sort) -> Sort| {
        if let Some(sort) = sort.get_untracked() {
            set(replaced(&sorts.get_untracked(), at, change(sort)));
        }
    };
    let found = Memo::new(move |_| {
        let field = sort.get()?.field;
        viewed.fields.with(|fields| fact(fields, &field).cloned())
    });
    let name =
        Signal::derive(move || found.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default());
    let is_free = move |fact: &Fact| {
        sorts.with(|sorts| sorts.iter().enumerate().all(|(place, sort)| place == at || sort.field != fact.id))
    };
    let items = Signal::derive(move || viewed.fields.with(|fields| named(fields, is_free)));
    let selected = Signal::derive(move || sort.get().map(|sort| sort.field.to_string()).unwrap_or_default());
    let ways = Signal::derive(move || {
        let sorted = found.with(|it| it.as_ref().and_then(|it| it.class)).map_or("text", sorted_as);
        ["ascending", "descending"]
            .map(|way| (way.to_owned(), i18n.text(&format!("builder.view.{way}.{sorted}"))))
            .to_vec()
    });
    let way = Signal::derive(move || {
        let is_descending =
            sort.with(|it| it.as_ref().is_some_and(|it| it.direction == Direction::Descending));
        if is_descending { "descending" } else { "ascending" }.to_owned()
    });
    let choose_way = move |way: String| {
        let direction = if way == "descending" { Direction::Descending } else { Direction::Ascending };
        put(&|sort| Sort { direction, ..sort });
    };
    let shift = move |by: isize| {
        let (moved, to) = shifted(&sorts.get_untracked(), at, by)?;
        set(moved);
        Some(to)
    };
    let add_id = StoredValue::new(format!("{list}-add"));
    let remove = move |()| {
        set(without(&sorts.get_untracked(), at));
        focus_later(add_id.get_value(), 0);
    };
    let id = format!("{list}-{at}");
    view! {
        <li class="clause" id=id.clone()>
            <Pick
                id=format!("{id}-field")
                label=t!("builder.view.sorts.field")
                is_short=true
                items
                selected
                on_select=move |field: String| put(&|sort| Sort { field: FieldId::from(field.as_str()), ..sort })
            />
            <span class="clause-tools">
                <OrderButtons list name at count=Signal::derive(move || sorts.with(Vec::len)) on_move=shift/>
                <IconButton
                    label=Signal::derive(move || i18n.fill("builder.view.sorts.remove", &[("field", &name.get())]))
                    glyph=Glyph::X
                    on_press=remove
                />
            </span>
            <Pick
                id=format!("{id}-way")
                label=Signal::derive(move || i18n.fill("builder.view.sorts.way", &[("field", &name.get())]))
                is_short=true
                items=ways
                selected=way
                on_select=choose_way
            />
        </li>
    }
}

/// What the ways of ordering values of a class are called by.
fn sorted_as(class: Class) -> &'static str {
    match class {
        Class::Text | Class::Rows | Class::People => "text",
        Class::Number => "number",
        Class::Bool => "checkbox",
        Class::Date | Class::Datetime => "day",
        Class::Option | Class::Options => "option",
    }
}
