//! What a kind of field asks for besides.

use leptos::prelude::*;
use shared::blueprint::{FieldId, FieldKind, KindName, NumberFormat};
use shared::validate::NAME_MAX;

use super::super::controls::{Choice, Pick, Toggle};
use super::formula::FormulaSettings;
use super::options::OptionList;
use super::relation::RelationSettings;
use super::rollup::RollupSettings;
use super::{kind_of, set_kind};
use crate::components::{Field, SelectItem, TextInput};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// Number formats by their names in the words.
const FORMATS: [(NumberFormat, &str); 3] = [
    (NumberFormat::Integer, "integer"),
    (NumberFormat::Decimal, "decimal"),
    (NumberFormat::Percent, "percent"),
];
/// Most stars of a rating.
const STARS_MAX: u8 = 10;

/// What the kind of a field asks for besides.
#[component]
pub(super) fn Settings(
    /// The field.
    field: FieldId,
    /// Its kind.
    kind: Memo<Option<KindName>>,
) -> impl IntoView {
    move || {
        let field = field.clone();
        match kind.get() {
            Some(KindName::Number) => view! { <Format field/> }.into_any(),
            Some(KindName::Rating) => view! { <Stars field/> }.into_any(),
            Some(KindName::AutoId) => view! { <Prefix field/> }.into_any(),
            Some(KindName::Person) => view! { <Several field/> }.into_any(),
            Some(KindName::Select | KindName::MultiSelect) => view! { <OptionList field/> }.into_any(),
            Some(KindName::Relation) => view! { <RelationSettings field/> }.into_any(),
            Some(KindName::Rollup) => view! { <RollupSettings field/> }.into_any(),
            Some(KindName::Formula) => view! { <FormulaSettings field/> }.into_any(),
            _ => ().into_any(),
        }
    }
}

#[component]
fn Format(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let kind = kind_of(&field);
    let item = move |(_, name): (NumberFormat, &'static str)| SelectItem {
        value: name,
        name: i18n.text(&format!("builder.props.format.{name}")),
    };
    let selected = Signal::derive(move || {
        kind.with(|kind| {
            let Some(FieldKind::Number { format }) = kind else { return "" };
            FORMATS.iter().find(|(it, _)| it == format).map_or("", |(_, name)| name)
        })
    });
    let select = move |name: String| {
        if let Some((format, _)) = FORMATS.into_iter().find(|(_, it)| *it == name) {
            set_kind(bench, &field, FieldKind::Number { format });
        }
    };
    view! {
        <Choice
            id="props-format"
            label=t!("builder.props.format")
            items=Signal::derive(move || FORMATS.map(item).to_vec())
            selected
            on_select=select
        />
    }
}

#[component]
fn Stars(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let bench = use_workbench();
    let kind = kind_of(&field);
    let selected = Signal::derive(move || {
        kind.with(|kind| match kind {
            Some(FieldKind::Rating { max }) => max.to_string(),
            _ => String::new(),
        })
    });
    let select = move |text: String| {
        if let Ok(max) = text.parse() {
            set_kind(bench, &field, FieldKind::Rating { max });
        }
    };
    let items: Vec<_> = (1..=STARS_MAX).map(|stars| (stars.to_string(), stars.to_string())).collect();
    view! {
        <Pick
            id="props-stars"
            label=t!("builder.props.stars")
            items=Signal::stored(items)
            selected
            on_select=select
        />
    }
}

#[component]
fn Prefix(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let bench = use_workbench();
    let kind = kind_of(&field);
    let value = Signal::derive(move || {
        kind.with(|kind| match kind {
            Some(FieldKind::AutoId { prefix }) => prefix.clone(),
            _ => String::new(),
        })
    });
    let change = move |prefix: String| set_kind(bench, &field, FieldKind::AutoId { prefix });
    view! {
        <Field control="props-prefix" label=t!("builder.props.prefix") hint=t!("builder.props.prefix.hint")>
            <TextInput id="props-prefix" value max=NAME_MAX as u64 on_change=change/>
        </Field>
    }
}

#[component]
fn Several(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let bench = use_workbench();
    let kind = kind_of(&field);
    let is_on = Signal::derive(move || kind.with(|kind| *kind == Some(FieldKind::Person { many: true })));
    let change = move |many: bool| set_kind(bench, &field, FieldKind::Person { many });
    view! { <Toggle label=t!("builder.props.several") is_on on_change=change/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_format_has_a_name() {
        assert!(FORMATS.iter().all(|(_, name)| is_known(&format!("builder.props.format.{name}"))));
    }
}
