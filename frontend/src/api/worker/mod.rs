//! The worker that renders files: a WebAssembly module of its own, spoken to by messages.

mod answer;
mod state;

use std::rc::Rc;

use js_sys::JSON;
use send_wrapper::SendWrapper;
use shared::api::artifacts::{RenderRequest, WorkerTask};
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;
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

/// Hears how much of a rendering is done, from 0 to 1.
pub(crate) type Hear = Rc<dyn Fn(f64)>;

/// Renders files in the worker, which starts when the browser is idle or at the first request, whichever is
/// earlier: from then on no server is needed. There is one, from the first page on that has files. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Renderer(SendWrapper<Rc<State>>);

impl Renderer {
    /// The one renderer there is.
    pub(crate) fn shared() -> Self {
        thread_local! {
            static SHARED: Renderer = Renderer::when_idle();
        }
        SHARED.with(Self::clone)
    }

    /// A renderer that starts when the browser has nothing better to do.
    fn when_idle() -> Self {
        let renderer = Self(SendWrapper::new(Rc::default()));
        let state = Rc::clone(&renderer.0);
        // One that cannot start now is tried again when it is needed.
        idle::when_idle(move || drop(State::start(&state)));
        renderer
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
        let answer = self.ask(ticket, WorkerTask::Render, order, hear).await?;
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
        let answer = self.ask(ticket, WorkerTask::Preview, order, hear).await?;
        answer::previewed(&answer).map_err(Failure::from)
    }

    /// Calls off what was asked with `ticket`: it fails at once as [`Failure::CalledOff`].
    pub(crate) fn call_off(&self, ticket: Ticket) {
        State::call_off(&self.0, ticket.0);
    }

    async fn ask(
        &self,
        ticket: Ticket,
        task: WorkerTask,
        order: Order,
        hear: Hear,
    ) -> Result<JsValue, JsValue> {
        let Order { blueprint, platform, format } = order;
        let words = words_of(blueprint.settings.language).await?;
        let request = RenderRequest { words, id: ticket.0, task, blueprint, platform, format };
        let message = serde_json::to_string(&request).map_err(|error| error.to_string())?;
        let promise = State::ask(&self.0, ticket.0, JSON::parse(&message)?, hear)?;
        JsFuture::from(promise).await
    }
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
