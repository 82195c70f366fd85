//! The table that is proposed, to be looked at and changed.

use leptos::prelude::*;

use super::column::ColumnRow;
use super::controls::{NameInput, PlacePick};
use super::store::{FileTable, NAME};
use crate::components::Field;
use crate::i18n::{I18n, t, use_i18n};

/// The table that is proposed: its sheet, its name, its columns and its rows.
#[component]
pub(super) fn Form(
    /// The table to be.
    table: FileTable,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = Memo::new(move |_| table.proposal.with(|it| it.as_ref().map(|it| it.table.clone())));
    // Another sheet brings other columns, be they as many.
    let columns = move || {
        let at = table.at.get();
        (0..table.ask(|it| it.columns.len())).map(move |column| (at, column))
    };
    view! {
        <div class="from-file-form">
            <SheetPick table/>
            <Field control=NAME label=t!("builder.from_file.name")>
                <NameInput
                    id=NAME
                    value=Signal::derive(move || name.get().unwrap_or_default())
                    on_name=move |name: String| table.name_table(&name)
                />
            </Field>
            <section class="from-file-columns" aria-labelledby="from-file-columns">
                <h3 id="from-file-columns">{t!("builder.from_file.columns")}</h3>
                <ul>
                    <For each=columns key=|place| *place let((_, at))>
                        <ColumnRow table at/>
                    </For>
                </ul>
            </section>
            <RowsPick table/>
            <ul class="from-file-notes hint">
                {move || notes(table, i18n).into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
            </ul>
        </div>
    }
}

/// Which sheet, where there are several.
#[component]
fn SheetPick(
    /// The table to be.
    table: FileTable,
) -> impl IntoView {
    let names = Signal::derive(move || {
        table.sheets.with(|sheets| sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || names.with(|names| names.len() > 1)>
            <Field control="from-file-sheet" label=t!("builder.from_file.sheet")>
                <PlacePick
                    id="from-file-sheet"
                    names
                    selected=table.at
                    on_select=move |at| table.look_at(at)
                />
            </Field>
        </Show>
    }
}

/// How many rows become sample rows.
#[component]
fn RowsPick(
    /// The table to be.
    table: FileTable,
) -> impl IntoView {
    let i18n = use_i18n();
    let choices = Memo::new(move |_| {
        table.at.track();
        table.proposal.with(|it| it.as_ref().map(|it| it.rows_choices()).unwrap_or_default())
    });
    let names = Signal::derive(move || {
        let name = |count: usize| {
            if count == 0 { i18n.text("builder.from_file.rows.none") } else { count.to_string() }
        };
        choices.with(|choices| choices.iter().copied().map(name).collect::<Vec<_>>())
    });
    let rows = Memo::new(move |_| table.proposal.with(|it| it.as_ref().map_or(0, |it| it.rows)));
    let selected = Signal::derive(move || {
        choices.with(|choices| choices.iter().position(|choice| *choice == rows.get()).unwrap_or_default())
    });
    let count =
        Memo::new(move |_| table.proposal.with(|it| it.as_ref().map_or(0, |it| it.sheet().row_count)));
    let hint = Signal::derive(move || i18n.count("builder.from_file.rows.hint", count.get()));
    let select = move |at: usize| {
        if let Some(rows) = choices.with_untracked(|choices| choices.get(at).copied()) {
            table.change(|it| it.rows = rows);
        }
    };
    view! {
        <Field control="from-file-rows" label=t!("builder.from_file.rows") hint>
            <PlacePick id="from-file-rows" names selected on_select=select/>
        </Field>
    }
}

/// What of the file is not taken.
fn notes(table: FileTable, i18n: I18n) -> Vec<String> {
    let columns = table.proposal.with(|it| it.as_ref().map_or(0, |it| it.sheet().columns_left_out));
    let sheets = table.left_out.get();
    let left_out =
        [("builder.from_file.columns.left_out", columns), ("builder.from_file.sheets.left_out", sheets)];
    let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
    left_out.map(|(key, count)| i18n.count(key, count)).collect()
}
