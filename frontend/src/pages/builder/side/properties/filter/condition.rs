//! A condition: a field, how it is tested, and against what.

use leptos::prelude::*;
use shared::blueprint::{CellValue, Condition, FieldId, Operator};
use shared::operation::Operation;

use super::super::clauses::{Fact, fact, named};
use super::super::controls::Pick;
use super::super::value::{Role, ValueControl};
use super::terms::{fits, form, operators, with_field, with_operator, word};
use crate::components::{Glyph, IconButton};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// A condition in a line of its own.
#[component]
pub(super) fn ConditionRow(
    /// What ids in it begin with.
    #[prop(into)]
    id: String,
    /// The fields of the table.
    fields: Memo<Vec<Fact>>,
    /// What is so; nothing once it is gone.
    condition: Signal<Option<Condition>>,
    /// The operation that sets it.
    #[prop(into)]
    edit: Callback<Condition, Option<Operation>>,
    /// Called when the person takes it out.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let field = Memo::new(move |_| condition.with(|it| it.as_ref().map(|it| it.field.clone())));
    let tested =
        Memo::new(move |_| field.get().and_then(|field| fields.with(|fields| fact(fields, &field).cloned())));
    let operator = Memo::new(move |_| condition.with(|it| it.as_ref().map(|it| it.operator)));
    let shape = Memo::new(move |_| {
        let operator = operator.get()?;
        let is_list = condition.with(|it| it.as_ref().and_then(|it| listed(it.value.as_ref())));
        tested.with(|fact| fact.as_ref().and_then(|fact| form(fact, operator, is_list.as_ref())))
    });
    let change = move |condition: Option<Condition>| {
        if let Some(operation) = condition.and_then(|it| edit.run(it)) {
            bench.perform(vec![operation]);
        }
    };
    let choose_field = move |id: String| {
        let changed = fields.with_untracked(|fields| {
            let (now, chosen) = (condition.get_untracked()?, fact(fields, &FieldId::from(id.as_str()))?);
            with_field(&now, fact(fields, &now.field), chosen)
        });
        change(changed);
    };
    let choose_operator = move |name: String| {
        let wanted = Operator::ALL.into_iter().find(|it| it.as_str() == name);
        let changed = tested
            .with_untracked(|fact| Some(with_operator(&condition.get_untracked()?, fact.as_ref()?, wanted?)));
        change(changed);
    };
    let set_value = move |value: Option<CellValue>| {
        let set = || {
            let (now, fact) = condition.get_untracked().zip(tested.get_untracked())?;
            let value = value.filter(|value| fits(&fact, now.operator, value));
            edit.run(Condition { value, ..now })
        };
        set().into_iter().collect::<Vec<_>>()
    };
    let name =
        Signal::derive(move || tested.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default());
    let operators = Signal::derive(move || {
        let one = |fact: &Fact, it: Operator| (it.as_str().to_owned(), i18n.text(&word(fact, it)));
        let all = |fact: &Fact| operators(fact).into_iter().map(|it| one(fact, it)).collect();
        tested.with(|fact| fact.as_ref().map(all)).unwrap_or_default()
    });
    let selected =
        Signal::derive(move || operator.get().map_or_else(String::new, |it| it.as_str().to_owned()));
    view! {
        <li class="clause">
            <Pick
                id=format!("{id}-field")
                label=t!("builder.filter.field")
                is_short=true
                items=Signal::derive(move || fields.with(|fields| named(fields, |fact| fact.class.is_some())))
                selected=Signal::derive(move || field.get().map_or_else(String::new, |it| it.as_str().to_owned()))
                on_select=choose_field
            />
            <IconButton
                label=Signal::derive(move || i18n.fill("builder.filter.remove", &[("field", &name.get())]))
                glyph=Glyph::X
                on_press=on_remove
            />
            <Pick
                id=format!("{id}-operator")
                label=Signal::derive(move || i18n.fill("builder.filter.operator", &[("field", &name.get())]))
                is_short=true
                items=operators
                selected
                on_select=choose_operator
            />
            <ValueControl
                id=format!("{id}-value")
                label=Signal::derive(move || i18n.fill("builder.filter.value", &[("field", &name.get())]))
                role=Role::Operand
                form=shape
                value=Signal::derive(move || condition.with(|it| it.as_ref().and_then(|it| it.value.clone())))
                edit=set_value
            />
        </li>
    }
}

/// That a value is a list, whatever it holds: what is in it does not change in what form it is asked for.
fn listed(value: Option<&CellValue>) -> Option<CellValue> {
    matches!(value, Some(CellValue::List(_))).then(|| CellValue::List(Vec::new()))
}
