//! Which fields a view shows, in which order.

use leptos::prelude::*;
use shared::blueprint::FieldId;
use shared::operation::ViewProperty;

use super::super::clauses::{Fact, OrderButtons, fact, shifted};
use super::Viewed;
use crate::components::{Button, Checkbox, Checked, Look};
use crate::i18n::{t, use_i18n};

/// Every field of the table: those that are shown first, in their order.
#[component]
pub(super) fn ShownFields(
    /// What ids in it begin with.
    id: String,
    /// The view.
    viewed: Viewed,
) -> impl IntoView {
    let stated = Memo::new(move |_| viewed.read(|it| it.visible_fields.clone()));
    let all = Memo::new(move |_| {
        viewed.fields.with(|fields| fields.iter().map(|fact| fact.id.clone()).collect::<Vec<_>>())
    });
    let shown = Memo::new(move |_| stated.with(|stated| all.with(|all| shown_of(stated, all))));
    let order = Memo::new(move |_| shown.with(|shown| all.with(|all| order_of(shown, all))));
    let set = move |shown: Vec<FieldId>| {
        let fields = all.with_untracked(|all| stating(shown, all));
        viewed.perform(ViewProperty::VisibleFields(fields));
    };
    let row = move |field: FieldId| view! { <FieldRow list=id.clone() field shown viewed on_change=set/> };
    let is_every = Memo::new(move |_| stated.with(Vec::is_empty));
    view! {
        <Show when=move || is_every.get()>
            <p class="hint">{t!("builder.view.fields.all")}</p>
        </Show>
        <ul class="clause-fields">
            <For each=move || order.get() key=|field| field.clone() children=row/>
        </ul>
        <Show when=move || !is_every.get()>
            <div>
                <Button
                    text=t!("builder.view.fields.show_all")
                    look=Look::Quiet
                    on_press=move |()| viewed.perform(ViewProperty::VisibleFields(Vec::new()))
                />
            </div>
        </Show>
    }
}

/// A field, and whether it is shown.
#[component]
fn FieldRow(
    /// What ids of the list's lines begin with.
    list: String,
    /// Which.
    field: FieldId,
    /// The fields that are shown, in order.
    shown: Memo<Vec<FieldId>>,
    /// The view.
    viewed: Viewed,
    /// Called with the fields to show.
    #[prop(into)]
    on_change: Callback<Vec<FieldId>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let field = StoredValue::new(field);
    let at =
        Memo::new(move |_| field.with_value(|id| shown.with(|shown| shown.iter().position(|it| it == id))));
    let name = Memo::new(move |_| {
        let name = |fields: &Vec<Fact>| field.with_value(|id| fact(fields, id).map(|it| it.name.clone()));
        viewed.fields.with(name).unwrap_or_default()
    });
    let is_last = Memo::new(move |_| at.get().is_some() && shown.with(|shown| shown.len() == 1));
    let check = move |wanted: bool| {
        let mut shown = shown.get_untracked();
        shown.retain(|it| field.with_value(|id| it != id));
        if wanted {
            shown.push(field.get_value());
        }
        on_change.run(shown);
    };
    let shift = move |by: isize| {
        let (moved, to) = shifted(&shown.get_untracked(), at.get_untracked()?, by)?;
        on_change.run(moved);
        Some(to)
    };
    let line = list.clone();
    let row_id = move || at.get().map(|at| format!("{line}-{at}"));
    let is_shown = Memo::new(move |_| at.get().is_some());
    view! {
        <li class="clause-field" id=row_id>
            <Checkbox
                label=name
                hint=Signal::derive(move || match is_last.get() {
                    true => i18n.text("builder.view.fields.last"),
                    false => String::new(),
                })
                checked=Signal::derive(move || Checked::from(is_shown.get()))
                disabled=is_last
                on_change=check
            />
            <Show when=move || is_shown.get()>
                <span class="clause-tools">
                    <OrderButtons
                        list=list.clone()
                        name
                        at=Signal::derive(move || at.get().unwrap_or_default())
                        count=Signal::derive(move || shown.with(Vec::len))
                        on_move=shift
                    />
                </span>
            </Show>
        </li>
    }
}

/// The fields that are shown: all where none is stated; without those that are gone, each once.
fn shown_of(stated: &[FieldId], all: &[FieldId]) -> Vec<FieldId> {
    if stated.is_empty() {
        return all.to_vec();
    }
    let mut shown: Vec<FieldId> = Vec::new();
    for field in stated {
        if all.contains(field) && !shown.contains(field) {
            shown.push(field.clone());
        }
    }
    shown
}

/// Every field: those that are shown, then the others.
fn order_of(shown: &[FieldId], all: &[FieldId]) -> Vec<FieldId> {
    let hidden = all.iter().filter(|field| !shown.contains(field));
    shown.iter().chain(hidden).cloned().collect()
}

/// What a view states to show these: nothing for every field in the table's own order.
fn stating(shown: Vec<FieldId>, all: &[FieldId]) -> Vec<FieldId> {
    if shown == all { Vec::new() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<FieldId> {
        names.iter().map(|name| FieldId::from(*name)).collect()
    }

    #[test]
    fn none_stated_shows_all() {
        let all = ids(&["a", "b", "c"]);
        assert_eq!(shown_of(&[], &all), all);
        assert_eq!(stating(all.clone(), &all), []);
        assert_eq!(stating(ids(&["b", "a", "c"]), &all), ids(&["b", "a", "c"]));
    }

    #[test]
    fn shown_fields_come_first_each_once() {
        let all = ids(&["a", "b", "c"]);
        let shown = shown_of(&ids(&["c", "gone", "a", "c"]), &all);
        assert_eq!(shown, ids(&["c", "a"]));
        assert_eq!(order_of(&shown, &all), ids(&["c", "a", "b"]));
    }
}
