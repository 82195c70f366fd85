//! What parts the rows of a chart.

use leptos::prelude::*;
use shared::blueprint::{Bucket, ChartKind, FieldId, Grouping};
use shared::operation::ChartProperty;

use super::super::clauses::{fact, named};
use super::super::controls::Pick;
use super::Charted;
use super::terms::{bucket_name, buckets, grouping, groups};
use crate::i18n::{t, use_i18n};

/// The axes of a chart.
#[component]
pub(super) fn AxesEditor(
    /// What ids in it begin with.
    id: String,
    /// The chart.
    charted: Charted,
) -> impl IntoView {
    let x = Memo::new(move |_| charted.read(|it| it.x.clone()).flatten());
    let y = Memo::new(move |_| charted.read(|it| it.y.clone()).flatten());
    let has_two = Memo::new(move |_| charted.read(|it| it.kind == ChartKind::Heatmap).unwrap_or_default());
    let y_id = format!("{id}-y");
    view! {
        <AxisEditor
            id=format!("{id}-x")
            label=t!("builder.chart.x")
            axis=x
            charted
            on_change=move |x| charted.perform(vec![ChartProperty::X(Some(x))])
        />
        <Show when=move || has_two.get()>
            <AxisEditor
                id=y_id.clone()
                label=t!("builder.chart.y")
                axis=y
                charted
                on_change=move |y| charted.perform(vec![ChartProperty::Y(Some(y))])
            />
        </Show>
    }
}

/// A field that parts rows, with the part of it that counts.
#[component]
fn AxisEditor(
    /// Its id.
    id: String,
    /// What it asks for.
    label: Signal<String>,
    /// What is so.
    axis: Memo<Option<Grouping>>,
    /// The chart.
    charted: Charted,
    /// Called with what the person chooses.
    #[prop(into)]
    on_change: Callback<Grouping>,
) -> impl IntoView {
    let i18n = use_i18n();
    let items = Signal::derive(move || charted.fields.with(|fields| named(fields, groups)));
    let selected = Signal::derive(move || {
        axis.with(|it| it.as_ref().map(|it| it.field.to_string())).unwrap_or_default()
    });
    let parts = Memo::new(move |_| {
        let field = axis.with(|it| it.as_ref().map(|it| it.field.clone()));
        let of = |field: &FieldId| charted.fields.with(|fields| fact(fields, field).map(buckets));
        field.and_then(|field| of(&field)).unwrap_or_default()
    });
    let choose = move |field: String| {
        let before = axis.with_untracked(|it| it.as_ref().and_then(|it| it.bucket));
        let chosen = charted.fields.with_untracked(|fields| {
            fact(fields, &FieldId::from(field.as_str())).map(|fact| grouping(fact, before))
        });
        if let Some(chosen) = chosen {
            on_change.run(chosen);
        }
    };
    let choose_part = move |part: String| {
        let bucket = Bucket::ALL.into_iter().find(|it| bucket_name(*it) == part);
        if let Some(now) = axis.get_untracked() {
            on_change.run(Grouping { bucket, ..now });
        }
    };
    let part_items = Signal::derive(move || {
        let item = |it: &Bucket| {
            let name = bucket_name(*it);
            (name.to_owned(), i18n.text(&format!("builder.chart.bucket.{name}")))
        };
        parts.with(|parts| parts.iter().map(item).collect::<Vec<_>>())
    });
    let part = Signal::derive(move || {
        axis.with(|it| it.as_ref().and_then(|it| it.bucket)).map(bucket_name).unwrap_or_default().to_owned()
    });
    let part_id = format!("{id}-part");
    view! {
        <Pick id label items selected on_select=choose/>
        <Show when=move || parts.with(|parts| !parts.is_empty())>
            <Pick
                id=part_id.clone()
                label=t!("builder.chart.bucket")
                items=part_items
                selected=part
                on_select=choose_part
            />
        </Show>
    }
}
