//! A table out of a CSV file or a workbook: the file is read in the worker, what is in it is looked at and changed, and
//! only then is there a table, in one step.

mod choosing;
mod column;
mod controls;
mod form;
mod store;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::File;

pub(crate) use self::choosing::dropped;

use self::choosing::Choosing;
use self::form::Form;
use self::store::{FileTable, Stage};
use super::store::use_workbench;
use crate::components::{Button, Dialog, Look, Progress};
use crate::i18n::{t, use_i18n};

/// Whether a table is being made of a file.
#[derive(Clone, Debug, Default)]
pub(crate) enum Door {
    /// It is not.
    #[default]
    Closed,
    /// It is, and no file is chosen yet.
    Open,
    /// It is, of this file.
    Brought(SendWrapper<File>),
}

impl Door {
    fn is_open(&self) -> bool {
        !matches!(self, Self::Closed)
    }
}

/// Makes a table of a file, step by step; closed at first.
#[component]
pub(crate) fn FromFile() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let table = FileTable::new(bench, i18n);
    let is_open = Memo::new(move |_| bench.from_file.with(Door::is_open));
    Effect::new(move || table.follow(&bench.from_file.get()));
    let close = move |()| bench.from_file.set(Door::Closed);
    let title = Signal::derive(move || match table.file.get() {
        file if file.is_empty() => i18n.text("builder.from_file.title"),
        file => i18n.fill("builder.from_file.title.of", &[("file", &file)]),
    });
    let is_ready = Memo::new(move |_| table.stage.with(|stage| *stage == Stage::Ready));
    let actions = move || {
        view! {
            <Show when=move || is_ready.get()>
                <Choosing table text=t!("builder.from_file.another")/>
                <Button text=t!("builder.from_file.add") look=Look::Primary on_press=move |()| table.add()/>
            </Show>
        }
    };
    view! {
        <Dialog id="from-file" class="modal dialog from-file" title is_open on_close=close actions>
            {move || is_open.get().then(|| body(table))}
        </Dialog>
    }
}

fn body(table: FileTable) -> AnyView {
    let i18n = use_i18n();
    let shape = Memo::new(move |_| table.stage.with(std::mem::discriminant));
    (move || {
        shape.get();
        match table.stage.get_untracked() {
            Stage::Choosing | Stage::Failed(_) => view! { <Beginning table/> }.into_any(),
            Stage::Reading => {
                let label = move || i18n.fill("builder.from_file.reading", &[("file", &table.file.get())]);
                let stop = move |()| table.stop();
                view! {
                    <div class="from-file-reading">
                        <Progress label=Signal::derive(label) share=table.share/>
                        <Button text=t!("files.stop") on_press=stop/>
                    </div>
                }
                .into_any()
            }
            Stage::Ready => view! { <Form table/> }.into_any(),
        }
    })
    .into_any()
}

/// No file yet, or one that could not be read.
#[component]
fn Beginning(
    /// The table to be.
    table: FileTable,
) -> impl IntoView {
    view! {
        <div class="from-file-beginning">
            {move || table.problem().map(choosing::problem)}
            <p class="hint">{t!("builder.from_file.hint")}</p>
            <Choosing table text=t!("builder.from_file.choose") look=Look::Primary/>
        </div>
    }
}
