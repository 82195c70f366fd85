//! The worker that renders and reads files: a WebAssembly module of its own, spoken to by messages.

mod answer;
mod state;

use std::rc::Rc;

use js_sys::{JSON, Object, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use shared::api::worker::{RenderRequest, WorkerRequest};
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;
use shared::sheet::{SheetError, Sheets};
use shared::words::Language;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

pub(crate) use answer::{Artifact, Failure, Previewed};

use self::state::State;
use crate::browser::{boot, idle};
use crate::i18n::Bundle;

/// What is to be made of which design.
pub(crate) struct Order {
    /// The design.
    pub blueprint: Blueprint,
    /// Where the file will be used.
    pub platform: Platform,
    /// Which file.
    pub format: ArtifactFormat,
}

/// The number of something asked of the worker, by which it can be called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ticket(u32);

/// Hears how much of a task is done, from 0 to 1.
pub(crate) type Hear = Rc<dyn Fn(f64)>;

/// Renders and reads files in the worker, which starts when the browser is idle or at the first request, whichever is
/// earlier: from then on no server is needed. There is one, from the first page on that needs it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Worker(SendWrapper<Rc<State>>);

impl Worker {
    /// The one worker there is.
    pub(crate) fn shared() -> Self {
        thread_local! {
            static SHARED: Worker = Worker::when_idle();
        }
        SHARED.with(Self::clone)
    }

    /// A worker that starts when the browser has nothing better to do.
    fn when_idle() -> Self {
        let worker = Self(SendWrapper::new(Rc::default()));
        let state = Rc::clone(&worker.0);
        // One that cannot start now is tried again when it is needed.
        idle::when_idle(move || drop(State::start(&state)));
        worker
    }

    /// A number for something to be asked.
    pub(crate) fn ticket(&self) -> Ticket {
        Ticket(self.0.next_id())
    }

    /// Makes a file.
    ///
    /// # Errors
    /// [`Failure`], when the worker cannot be had, cannot make it, or is told to stop.
    pub(crate) async fn render(&self, ticket: Ticket, order: Order, hear: Hear) -> Result<Artifact, Failure> {
        let request = render_request(ticket, order).await?;
        let answer = self.ask(ticket, &written(&WorkerRequest::Render(request))?, hear).await?;
        answer::artifact(&answer).map_err(Failure::from)
    }

    /// Makes a file and says what it looks like.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub(crate) async fn preview(
        &self,
        ticket: Ticket,
        order: Order,
        hear: Hear,
    ) -> Result<Previewed, Failure> {
        let request = render_request(ticket, order).await?;
        let answer = self.ask(ticket, &written(&WorkerRequest::Preview(request))?, hear).await?;
        answer::previewed(&answer).map_err(Failure::from)
    }

    /// Calls off what was asked with `ticket`: it fails at once as [`Failure::CalledOff`].
    pub(crate) fn call_off(&self, ticket: Ticket) {
        State::call_off(&self.0, ticket.0);
    }

    /// Reads the sheets of a file.
    ///
    /// # Errors
    /// [`Failure`], when the worker cannot be had, breaks down over it, or is told to stop. A file without sheets is an
    /// answer.
    pub(crate) async fn read_sheets(
        &self,
        ticket: Ticket,
        bytes: &Uint8Array,
        hear: Hear,
    ) -> Result<Result<Sheets, SheetError>, Failure> {
        let answer = self.ask(ticket, &reading(ticket, bytes)?, hear).await?;
        answer::sheets(&answer).map_err(Failure::from)
    }

    async fn ask(&self, ticket: Ticket, message: &JsValue, hear: Hear) -> Result<JsValue, JsValue> {
        JsFuture::from(State::ask(&self.0, ticket.0, message.clone(), hear)?).await
    }
}

async fn render_request(ticket: Ticket, order: Order) -> Result<RenderRequest, JsValue> {
    let Order { blueprint, platform, format } = order;
    let words = words_of(blueprint.settings.language).await?;
    Ok(RenderRequest { words, id: ticket.0, blueprint, platform, format })
}

fn written(request: &WorkerRequest) -> Result<JsValue, JsValue> {
    let message = serde_json::to_string(request).map_err(|error| error.to_string())?;
    JSON::parse(&message)
}

/// [`WorkerRequest::ReadSheets`], put together by hand: bytes are no JSON. They are copied over and not moved, so that
/// another worker can be asked the same.
fn reading(ticket: Ticket, bytes: &Uint8Array) -> Result<JsValue, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"id".into(), &ticket.0.into())?;
    Reflect::set(&message, &"task".into(), &"read_sheets".into())?;
    Reflect::set(&message, &"bytes".into(), bytes)?;
    Ok(message.into())
}

/// Everything that files in `language` are written with.
async fn words_of(language: Language) -> Result<Vec<String>, JsValue> {
    // No file tells of changes.
    let needed = Bundle::ALL.into_iter().filter(|bundle| *bundle != Bundle::Builder);
    let asked: Vec<_> = needed.map(|bundle| boot::words(language.tag(), bundle.as_str())).collect();
    let mut words = Vec::with_capacity(asked.len());
    for text in asked {
        words.push(text.await?);
    }
    Ok(words)
}
