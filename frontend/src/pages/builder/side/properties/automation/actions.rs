//! What an automation does, one after the other.

use leptos::prelude::*;
use shared::blueprint::Action;
use shared::operation::{AutomationProperty, Operation};
use shared::validate::AUTOMATIONS_MAX;

use super::super::clauses::{focus_later, replaced, shifted, without};
use super::Ruled;
use super::action::ActionCard;
use super::fresh::action;
use crate::components::{Button, Glyph, Look};
use crate::i18n::{t, use_i18n};

/// The actions of an automation, in order; one always stays.
#[component]
pub(super) fn ActionsEditor(
    /// What ids in it begin with.
    id: String,
    /// The automation.
    ruled: Ruled,
) -> impl IntoView {
    let i18n = use_i18n();
    let actions = Memo::new(move |_| ruled.read(|it| it.actions.clone()).unwrap_or_default());
    let count = Memo::new(move |_| actions.with(Vec::len));
    let operation = move |actions: Vec<Action>| ruled.set(AutomationProperty::Actions(actions));
    let set = move |actions: Vec<Action>| {
        ruled.bench.perform(vec![operation(actions)]);
    };
    let add = move |()| {
        let words = i18n.text("builder.rule.message.new");
        let table = ruled.table.get_untracked();
        if let Some(action) = ruled.fields.with_untracked(|fields| action("notify", &table, fields, &words)) {
            let mut actions = actions.get_untracked();
            actions.push(action);
            set(actions);
        }
    };
    let add_id = StoredValue::new(format!("{id}-add"));
    let list = StoredValue::new(id);
    let card = move |at: usize| {
        let edit =
            move |action: Action| -> Operation { operation(replaced(&actions.get_untracked(), at, action)) };
        let shift = move |by: isize| {
            let (moved, to) = shifted(&actions.get_untracked(), at, by)?;
            set(moved);
            Some(to)
        };
        let remove = move |()| {
            set(without(&actions.get_untracked(), at));
            focus_later(add_id.get_value(), 0);
        };
        view! {
            <ActionCard
                list=list.get_value()
                at
                count
                action=Signal::derive(move || actions.with(|actions| actions.get(at).cloned()))
                ruled
                edit
                on_move=shift
                on_remove=remove
            />
        }
    };
    view! {
        <div class="clauses">
            <ol class="clause-cards">
                <For each=move || 0..count.get() key=|at| *at children=card/>
            </ol>
            <div>
                <Button
                    id=add_id.get_value()
                    text=t!("builder.rule.action.add")
                    look=Look::Quiet
                    glyph=Glyph::Plus
                    disabled=Signal::derive(move || count.get() >= AUTOMATIONS_MAX)
                    on_press=add
                />
            </div>
        </div>
    }
}
