//! A file in the making: how far it is, and the way to stop it.

use std::rc::Rc;

use leptos::prelude::*;
use shared::api::client_errors::ClientErrorKind;
use shared::artifact::ArtifactFormat;

use super::offer;
use crate::api::worker::{Artifact, Failure, Hear, Order, Previewed, Ticket, Worker};
use crate::browser::{boot, page};
use crate::components::{Button, Progress};
use crate::i18n::{t, use_i18n};

/// A file in the making, or none. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Making {
    worker: StoredValue<Worker>,
    ticket: RwSignal<Option<Ticket>>,
    /// How much is done, from 0 to 1; nothing until the worker says.
    share: RwSignal<Option<f64>>,
}

impl Making {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            worker: StoredValue::new(Worker::shared()),
            ticket: RwSignal::new(None),
            share: RwSignal::new(None),
        }
    }

    /// Makes a file.
    pub(crate) async fn file(self, order: Order) -> Result<Artifact, Failure> {
        let (worker, ticket) = self.begin();
        let made = worker.render(ticket, order, self.hear()).await;
        self.end(ticket);
        noted(made)
    }

    /// Makes a file and says what it looks like.
    pub(crate) async fn preview(self, order: Order) -> Result<Previewed, Failure> {
        let (worker, ticket) = self.begin();
        let made = worker.preview(ticket, order, self.hear()).await;
        self.end(ticket);
        noted(made)
    }

    /// Whether the worker is at it.
    pub(crate) fn is_under_way(self) -> bool {
        self.ticket.get().is_some()
    }

    /// Stops it: whoever waits for it hears at once.
    pub(crate) fn call_off(self) {
        if let Some(ticket) = self.ticket.get_untracked() {
            self.worker.with_value(|worker| worker.call_off(ticket));
        }
    }

    fn begin(self) -> (Worker, Ticket) {
        let worker = self.worker.get_value();
        let ticket = worker.ticket();
        self.share.set(None);
        self.ticket.set(Some(ticket));
        (worker, ticket)
    }

    // The person may have left the page by the time news comes: then nothing is there to be told.

    fn hear(self) -> Hear {
        Rc::new(move |share| {
            let _ = self.share.try_set(Some(share));
        })
    }

    fn end(self, ticket: Ticket) {
        let is_latest = self.ticket.try_with_untracked(|latest| *latest == Some(ticket));
        if is_latest == Some(true) {
            self.ticket.set(None);
        }
    }
}

/// What was made. What could not be is written down, too.
fn noted<T>(made: Result<T, Failure>) -> Result<T, Failure> {
    if let Err(Failure::Because(reason)) = &made {
        boot::note(ClientErrorKind::File, reason);
    }
    made
}

/// How far a file is, and the way to stop it; nothing while there is none, and for the moment that most files take.
#[component]
pub(crate) fn MakingBar(
    /// The file in the making.
    making: Making,
    /// Which file.
    format: ArtifactFormat,
    /// Id of what gets the focus when it is stopped.
    #[prop(into)]
    then_focus: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || i18n.fill("files.making", &[("file", &offer::title(i18n, format))]));
    let then_focus = StoredValue::new(then_focus);
    let stop = move |()| {
        making.call_off();
        page::focus_soon(then_focus.get_value());
    };
    move || {
        making.is_under_way().then(|| {
            view! {
                <div class="making">
                    <Progress label share=making.share/>
                    <Button text=t!("files.stop") on_press=stop/>
                </div>
            }
        })
    }
}
