//! A column that may become a field.

use leptos::prelude::*;
use shared::blueprint::KindName;
use shared::sheet::Column;

use super::controls::NameInput;
use super::store::FileTable;
use crate::components::{Glyph, Icon, Select, SelectItem};
use crate::i18n::{t, use_i18n};

/// How many values are shown as examples.
const EXAMPLES: usize = 3;

/// A column that may become a field: whether it does, its name, its kind with the reason, and some of its values.
#[component]
pub(super) fn ColumnRow(
    /// The table to be.
    table: FileTable,
    /// Which column, from 0.
    at: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let column = Memo::new(move |_| table.column(at));
    let name =
        Memo::new(move |_| column.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let kind = Memo::new(move |_| column.with(|it| it.as_ref().map_or(KindName::Text, |it| it.kind)));
    let is_kept = Memo::new(move |_| column.with(|it| it.as_ref().is_some_and(|it| it.is_kept)));
    // One column must stay: that depends on the others.
    let is_needed = Memo::new(move |_| {
        table.proposal.with(|it| it.as_ref().is_some_and(|it| is_kept.get() && !it.can_leave_out(at)))
    });
    let labelled = move |key: &'static str| Signal::derive(move || i18n.fill(key, &[("name", &name.get())]));
    let number = (at + 1).to_string();
    let name_label = Signal::derive(move || i18n.fill("builder.from_file.column", &[("number", &number)]));
    let is_left_out = Signal::derive(move || !is_kept.get());
    view! {
        <li class="from-file-column" class:left-out=is_left_out>
            <label class="from-file-keep">
                <input
                    class="check-box"
                    type="checkbox"
                    aria-label=labelled("builder.from_file.keep")
                    disabled=is_needed
                    prop:checked=is_kept
                    on:change:target=move |event| {
                        let is_kept = event.target().checked();
                        table.change(|it| it.keep(at, is_kept));
                    }
                />
            </label>
            <NameInput
                id=format!("from-file-column-{at}")
                label=name_label
                value=name
                disabled=is_left_out
                on_name=move |name: String| table.name_column(at, &name)
            />
            <Select
                id=format!("from-file-kind-{at}")
                label=labelled("builder.from_file.kind")
                items=kinds(table, at)
                selected=Signal::derive(move || kind.get().as_str())
                disabled=is_left_out
                on_select=move |name: String| table.set_kind(at, &name)
            />
            {about(table, at, column)}
        </li>
    }
}

/// The kinds that it can become. They depend on its values alone.
fn kinds(table: FileTable, at: usize) -> Signal<Vec<SelectItem>> {
    let i18n = use_i18n();
    let fitting = table.ask(|it| it.fitting(at));
    Signal::derive(move || {
        let item = |kind: &KindName| SelectItem {
            value: kind.as_str(),
            name: i18n.text(&format!("kind.{}", kind.as_str())),
        };
        fitting.iter().map(item).collect()
    })
}

/// Why it is of its kind, what of it does not fit, and some of its values.
fn about(table: FileTable, at: usize, column: Memo<Option<Column>>) -> AnyView {
    let i18n = use_i18n();
    let why = move || column.with(|it| it.as_ref().map(|it| it.why.sentence(i18n.language())));
    let unfit = Memo::new(move |_| {
        // What another kind cannot hold is counted anew when this column changes, and not when others do.
        column.with(|_| table.ask(|it| it.unfit(at)))
    });
    let unfit = move || {
        let count = unfit.get();
        (count > 0).then(|| {
            view! {
                <p class="from-file-unfit">
                    <Icon glyph=Glyph::TriangleAlert/>
                    <span>{i18n.count("builder.from_file.unfit", count)}</span>
                </p>
            }
        })
    };
    let examples = table.ask(|it| it.examples(at, EXAMPLES));
    let examples = (!examples.is_empty()).then(|| {
        let examples =
            examples.into_iter().map(|example| view! { <li dir="auto">{example}</li> }).collect_view();
        view! { <ul class="from-file-examples" aria-label=t!("builder.from_file.examples")>{examples}</ul> }
    });
    view! {
        <div class="from-file-about">
            <p class="hint">{why}</p>
            <div aria-live="polite">{unfit}</div>
            {examples}
        </div>
    }
    .into_any()
}
