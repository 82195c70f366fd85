//! Which rows: conditions on fields, those alone that fit.

mod condition;
mod count;
mod terms;

use leptos::prelude::*;
use shared::blueprint::{Condition, Conjunction, Filter, TableId};
use shared::operation::Operation;
use shared::validate::CONDITIONS_MAX;

use self::condition::ConditionRow;
use self::count::MatchCount;
pub(super) use self::terms::first_filter;
use self::terms::{added, joined, put, removed};
use super::clauses::{facts, focus_later};
use super::controls::Pick;
use crate::components::{Button, Glyph, Look};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// Which rows: a list of conditions, and how many sample rows they let pass.
#[component]
pub(super) fn FilterEditor(
    /// What ids in it begin with.
    #[prop(into)]
    id: String,
    /// The table whose rows it filters.
    #[prop(into)]
    table: Signal<TableId>,
    /// What is so.
    #[prop(into)]
    filter: Signal<Option<Filter>>,
    /// What stands there while there is no condition.
    #[prop(into)]
    none: Signal<String>,
    /// The operation that sets the filter; what is typed becomes one step, what is chosen is one each.
    #[prop(into)]
    edit: Callback<Option<Filter>, Operation>,
) -> impl IntoView {
    let bench = use_workbench();
    let fields = Memo::new(move |_| table.with(|table| bench.blueprint.with(|it| facts(it, table))));
    let count =
        Memo::new(move |_| filter.with(|it| it.as_ref().map(|it| it.conditions.len()).unwrap_or_default()));
    let now = move || filter.get_untracked();
    let perform = move |filter: Option<Filter>| {
        bench.perform(vec![edit.run(filter)]);
    };
    let add_id = StoredValue::new(format!("{id}-add"));
    let add = move |()| {
        if let Some(filter) = fields.with_untracked(|fields| added(now(), fields)) {
            perform(Some(filter));
        }
    };
    let remove = move |at: usize| {
        perform(removed(now(), at));
        focus_later(add_id.get_value(), 0);
    };
    let joint_id = format!("{id}-match");
    let line = StoredValue::new(id);
    let row = move |at: usize| {
        let condition = Signal::derive(move || {
            filter.with(|it| it.as_ref().and_then(|it| it.conditions.get(at).cloned()))
        });
        let edit = move |condition: Condition| put(now(), at, condition).map(|it| edit.run(Some(it)));
        let id = line.with_value(|id| format!("{id}-{at}"));
        view! { <ConditionRow id fields condition edit on_remove=move |()| remove(at)/> }
    };
    view! {
        <div class="clauses">
            <Show when=move || { count.get() > 1 }>
                <Joint id=joint_id.clone() filter on_choose=move |by| perform(joined(now(), by))/>
            </Show>
            <ul class="clause-list">
                <For each=move || 0..count.get() key=|at| *at children=row/>
            </ul>
            <Show when=move || { count.get() == 0 }>
                <p class="hint">{none}</p>
            </Show>
            <MatchCount table filter/>
            <div>
                <Button
                    id=add_id.get_value()
                    text=t!("builder.filter.add")
                    look=Look::Quiet
                    glyph=Glyph::Plus
                    disabled=Signal::derive(move || count.get() >= CONDITIONS_MAX || fields.with(Vec::is_empty))
                    on_press=add
                />
            </div>
        </div>
    }
}

/// Whether all conditions must hold, or any.
#[component]
fn Joint(
    /// Its id.
    id: String,
    /// What is so.
    filter: Signal<Option<Filter>>,
    /// Called with what the person chooses.
    #[prop(into)]
    on_choose: Callback<Conjunction>,
) -> impl IntoView {
    let i18n = use_i18n();
    let items = Signal::derive(move || {
        ["all", "any"].map(|it| (it.to_owned(), i18n.text(&format!("builder.filter.match.{it}")))).to_vec()
    });
    let selected = Signal::derive(move || {
        let is_any = filter.with(|it| it.as_ref().is_some_and(|it| it.conjunction == Conjunction::Any));
        if is_any { "any" } else { "all" }.to_owned()
    });
    let select = move |by: String| {
        on_choose.run(if by == "any" { Conjunction::Any } else { Conjunction::All });
    };
    view! { <Pick id label=t!("builder.filter.match") is_short=true items selected on_select=select/> }
}
