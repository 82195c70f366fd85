//! What is known of a file while a table is made of it.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use shared::api::client_errors::ClientErrorKind;
use shared::blueprint::KindName;
use shared::operation::ElementId;
use shared::operation::intention::Intention;
use shared::sheet::{Column, FILE_MAX, Proposal, Sheet, SheetError, Sheets, propose};
use web_sys::File;

use super::Door;
use crate::api::worker::{Failure, Hear, Ticket, Worker};
use crate::browser::{boot, file, page};
use crate::i18n::I18n;
use crate::pages::builder::bench::Pane;
use crate::pages::builder::store::Workbench;

/// Id of the heading.
const TITLE: &str = "from-file-title";
/// Id of the field with the name of the table.
pub(super) const NAME: &str = "from-file-name";

/// How far one is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// No file is chosen.
    Choosing,
    /// The worker reads it.
    Reading,
    /// It gives no table.
    Failed(Unread),
    /// It is read, and a table proposed.
    Ready,
}

/// Why a file gives no table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unread {
    /// What is in it is no sheet.
    Sheets(SheetError),
    /// The browser cannot read it: it is a folder, or gone by now.
    Gone,
    /// The worker cannot be had, or broke down over it.
    Stopped,
}

/// A table to be, out of a file. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct FileTable {
    bench: Workbench,
    i18n: I18n,
    /// How far one is.
    pub stage: RwSignal<Stage>,
    /// The name of the file; empty for none.
    pub file: RwSignal<String>,
    /// How much of it is read, from 0 to 1; nothing until the worker says.
    pub share: RwSignal<Option<f64>>,
    /// What is in the file.
    pub sheets: RwSignal<Vec<Arc<Sheet>>>,
    /// How many sheets of it were not read.
    pub left_out: RwSignal<usize>,
    /// Which sheet is looked at.
    pub at: RwSignal<usize>,
    /// What it could become.
    pub proposal: RwSignal<Option<Proposal>>,
    ticket: StoredValue<Option<Ticket>>,
}

impl FileTable {
    /// No file yet.
    pub(super) fn new(bench: Workbench, i18n: I18n) -> Self {
        Self {
            bench,
            i18n,
            stage: RwSignal::new(Stage::Choosing),
            file: RwSignal::new(String::new()),
            share: RwSignal::new(None),
            sheets: RwSignal::new(Vec::new()),
            left_out: RwSignal::new(0),
            at: RwSignal::new(0),
            proposal: RwSignal::new(None),
            ticket: StoredValue::new(None),
        }
    }

    /// Does what the door says: begins anew, or lets everything go.
    pub(super) fn follow(self, door: &Door) {
        self.stop();
        if let Door::Brought(file) = door {
            self.read(SendWrapper::clone(file).take());
        }
    }

    /// Stops reading and forgets the file.
    pub(super) fn stop(self) {
        if let Some(ticket) = self.ticket.get_value() {
            Worker::shared().call_off(ticket);
        }
        self.ticket.set_value(None);
        self.proposal.set(None);
        self.sheets.set(Vec::new());
        self.file.set(String::new());
        self.stage.set(Stage::Choosing);
    }

    /// Reads a file in the worker, and proposes a table for its first sheet.
    pub(super) fn read(self, file: File) {
        self.stop();
        self.file.set(file.name());
        if file.size() > FILE_MAX as f64 {
            let max_mb = FILE_MAX / (1024 * 1024);
            return self.stage.set(Stage::Failed(Unread::Sheets(SheetError::TooLarge { max_mb })));
        }
        let worker = Worker::shared();
        let ticket = worker.ticket();
        self.ticket.set_value(Some(ticket));
        self.share.set(None);
        self.stage.set(Stage::Reading);
        // What was pressed is gone.
        page::focus_soon(TITLE.to_owned());
        spawn_local(async move {
            let read = self.read_by(&worker, ticket, &file).await;
            // Another file may have been chosen meanwhile, or the page left.
            if self.ticket.try_get_value().flatten() == Some(ticket) {
                self.ticket.set_value(None);
                self.take(read);
            }
        });
    }

    async fn read_by(self, worker: &Worker, ticket: Ticket, file: &File) -> Result<Sheets, Unread> {
        let bytes = file::bytes(file).await.map_err(|_| Unread::Gone)?;
        let hear: Hear = Rc::new(move |share| {
            // The person may have left the page by then.
            let _ = self.share.try_set(Some(share));
        });
        let answer = worker.read_sheets(ticket, &bytes, hear).await.map_err(|failure| {
            if let Failure::Because(reason) = &failure {
                boot::note(ClientErrorKind::File, reason);
            }
            Unread::Stopped
        })?;
        answer.map_err(Unread::Sheets)
    }

    fn take(self, read: Result<Sheets, Unread>) {
        match read {
            Ok(Sheets { sheets, left_out }) => {
                self.sheets.set(sheets.into_iter().map(Arc::new).collect());
                self.left_out.set(left_out);
                self.look_at(0);
                self.stage.set(Stage::Ready);
                page::focus_soon(NAME.to_owned());
            }
            Err(unread) => {
                self.stage.set(Stage::Failed(unread));
                page::focus_soon(TITLE.to_owned());
            }
        }
    }

    /// Proposes a table for the sheet at `at`.
    pub(super) fn look_at(self, at: usize) {
        let Some(sheet) = self.sheets.with_untracked(|sheets| sheets.get(at).cloned()) else { return };
        let (file, language) = (self.file.get_untracked(), self.i18n.language_now());
        let proposal = self.bench.blueprint.with_untracked(|it| propose(sheet, &file, it, language));
        self.at.set(at);
        self.proposal.set(Some(proposal));
    }

    /// Why there is no table, in a sentence.
    pub(super) fn problem(self) -> Option<String> {
        let Stage::Failed(unread) = self.stage.get() else { return None };
        Some(match unread {
            Unread::Sheets(error) => error.sentence(self.i18n.language()),
            Unread::Gone => self.i18n.text("builder.from_file.gone"),
            Unread::Stopped => self.i18n.text("builder.from_file.stopped"),
        })
    }

    /// A column as it now is.
    pub(super) fn column(self, at: usize) -> Option<Column> {
        self.proposal.with(|it| it.as_ref()?.columns.get(at).cloned())
    }

    /// What the proposal says, whatever becomes of it.
    pub(super) fn ask<T: Default>(self, question: impl FnOnce(&Proposal) -> T) -> T {
        self.proposal.with_untracked(|it| it.as_ref().map(question).unwrap_or_default())
    }

    /// Changes the proposal.
    pub(super) fn change(self, change: impl FnOnce(&mut Proposal)) {
        self.proposal.update(|it| {
            if let Some(it) = it {
                change(it);
            }
        });
    }

    /// Gives the table another name; what it is called then.
    pub(super) fn name_table(self, name: &str) -> String {
        self.bench.blueprint.with_untracked(|blueprint| self.change(|it| it.name_table(name, blueprint)));
        self.ask(|it| it.table.clone())
    }

    /// Gives a column another name; what it is called then.
    pub(super) fn name_column(self, at: usize, name: &str) -> String {
        self.change(|it| it.name_column(at, name));
        self.ask(|it| it.columns.get(at).map(|column| column.name.clone()).unwrap_or_default())
    }

    /// Gives a column the kind of that name.
    pub(super) fn set_kind(self, at: usize, name: &str) {
        if let Some(kind) = KindName::ALL.into_iter().find(|kind| kind.as_str() == name) {
            self.change(|it| it.set_kind(at, kind));
        }
    }

    /// Adds the table, opens it, and offers the way back.
    pub(super) fn add(self) {
        let (bench, language) = (self.bench, self.i18n.language_now());
        let Some(proposal) = self.proposal.get_untracked() else { return };
        let added = bench
            .blueprint
            .with_untracked(|blueprint| proposal.add_table(blueprint, &mut Workbench::new_id, language));
        let intention = Intention::FromFile(added.name);
        let label = bench.blueprint.with_untracked(|blueprint| intention.label(blueprint, language));
        if bench.intend(&intention, Ok(added.operations)) {
            let table = ElementId::Table(added.table);
            bench.from_file.set(Door::Closed);
            bench.select(table.clone());
            bench.unfold_to(&table);
            bench.pane.set(Pane::Canvas);
            bench.offer_undo(label);
        }
    }
}
