//! Setting a field of the row.

use leptos::prelude::*;
use shared::blueprint::{Action, CellValue, FieldId};

use super::super::clauses::{fact, named};
use super::super::controls::Pick;
use super::super::value::{Role, ValueControl};
use super::action::Acted;
use super::fresh::set;
use crate::i18n::{t, use_i18n};

/// A field and the value it is set to.
#[component]
pub(super) fn SetFieldPart(
    /// The action.
    acted: Acted,
) -> impl IntoView {
    let i18n = use_i18n();
    let fields = acted.ruled.fields;
    let field = Memo::new(move |_| match acted.action.get() {
        Some(Action::SetField { field, .. }) => Some(field),
        _ => None,
    });
    let found = Memo::new(move |_| field.get().and_then(|field| fields.with(|it| fact(it, &field).cloned())));
    let form = Memo::new(move |_| found.with(|it| it.as_ref().and_then(|it| it.form.clone())));
    let value = Signal::derive(move || match acted.action.get() {
        Some(Action::SetField { value, .. }) => Some(value),
        _ => None,
    });
    let choose = move |id: String| {
        let chosen = fields.with_untracked(|it| fact(it, &FieldId::from(id.as_str())).and_then(set));
        if let Some((field, value)) = chosen {
            acted.perform(Action::SetField { field, value });
        }
    };
    let edit = move |value: Option<CellValue>| {
        let action = |(field, value)| acted.edit.run(Action::SetField { field, value });
        field.get_untracked().zip(value).map(action).into_iter().collect::<Vec<_>>()
    };
    let label = Signal::derive(move || {
        let name = found.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default();
        i18n.fill("builder.rule.set.value", &[("field", &name)])
    });
    view! {
        <Pick
            id=acted.part("field")
            label=t!("builder.rule.set.field")
            is_short=true
            items=Signal::derive(move || fields.with(|it| named(it, |fact| set(fact).is_some())))
            selected=Signal::derive(move || field.get().map(|field| field.to_string()).unwrap_or_default())
            on_select=choose
        />
        <ValueControl id=acted.part("value") label role=Role::Operand form value edit/>
    }
}
