//! What a chart shows of each part of the rows.

use leptos::prelude::*;
use shared::blueprint::{FieldId, Filter, Measure, MeasureFunction, TableId};
use shared::operation::ChartProperty;

use super::super::clauses::named;
use super::super::controls::Pick;
use super::super::filter::{FilterEditor, first_filter};
use super::Charted;
use super::terms::{function_name, measure};
use crate::i18n::{t, use_i18n};

const FUNCTIONS: [MeasureFunction; 4] =
    [MeasureFunction::Count, MeasureFunction::Sum, MeasureFunction::Average, MeasureFunction::Share];

/// What is counted, added up or shared out.
#[component]
pub(super) fn MeasureEditor(
    /// What ids in it begin with.
    id: String,
    /// The table of the chart.
    table: Memo<TableId>,
    /// The chart.
    charted: Charted,
) -> impl IntoView {
    let i18n = use_i18n();
    let now = Memo::new(move |_| charted.read(|it| it.measure.clone()));
    let function = Memo::new(move |_| now.with(|it| it.as_ref().map(|it| it.function)));
    let change = move |name: &str| {
        charted.fields.with(|fields| now.with(|it| it.as_ref().and_then(|it| measure(it, name, fields))))
    };
    let functions = Signal::derive(move || {
        let item = |name: &str| (name.to_owned(), i18n.text(&format!("builder.chart.measure.{name}")));
        let possible = FUNCTIONS.map(function_name).into_iter().filter(|name| change(name).is_some());
        possible.map(item).collect::<Vec<_>>()
    });
    let set = move |measure: Measure| charted.perform(vec![ChartProperty::Measure(measure)]);
    let choose = move |name: String| {
        if let Some(measure) = untrack(|| change(&name)) {
            set(measure);
        }
    };
    let choose_field = move |field: String| {
        if let Some(now) = now.get_untracked() {
            set(Measure { field: Some(FieldId::from(field.as_str())), ..now });
        }
    };
    let numbers =
        Signal::derive(move || charted.fields.with(|fields| named(fields, |fact| fact.is_number())));
    let field = Signal::derive(move || {
        now.with(|it| it.as_ref().and_then(|it| it.field.as_ref().map(FieldId::to_string)))
            .unwrap_or_default()
    });
    let is_over =
        Memo::new(move |_| matches!(function.get(), Some(MeasureFunction::Sum | MeasureFunction::Average)));
    let is_share = Memo::new(move |_| function.get() == Some(MeasureFunction::Share));
    let of = Signal::derive(move || now.with(|it| it.as_ref().and_then(|it| it.of.clone())));
    // A share is of something: taking the last condition out puts a fresh one in.
    let edit_of = move |of: Option<Filter>| {
        let function = MeasureFunction::Share;
        let of = of.or_else(|| charted.fields.with_untracked(|fields| first_filter(fields)));
        charted.set(ChartProperty::Measure(Measure { function, field: None, of }))
    };
    let (field_id, of_id) = (format!("{id}-measured"), format!("{id}-share"));
    view! {
        <Pick
            id=format!("{id}-measure")
            label=t!("builder.chart.measure.function")
            is_short=true
            items=functions
            selected=Signal::derive(move || function.get().map(function_name).unwrap_or_default().to_owned())
            on_select=choose
        />
        <Show when=move || is_over.get()>
            <Pick
                id=field_id.clone()
                label=t!("builder.chart.measure.field")
                items=numbers
                selected=field
                on_select=choose_field
            />
        </Show>
        <Show when=move || is_share.get()>
            <div class="clause-part" role="group" aria-label=t!("builder.chart.measure.of")>
                <p>{t!("builder.chart.measure.of")}</p>
                <FilterEditor
                    id=of_id.clone()
                    table
                    filter=of
                    none=Signal::stored(String::new())
                    edit=edit_of
                />
            </div>
        </Show>
    }
}
