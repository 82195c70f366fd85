//! The worker that renders files: a WebAssembly module of its own, spoken to by messages.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Function, JSON, Promise, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use shared::api::artifacts::{RenderRequest, WorkerTask};
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use crate::browser::idle;

/// The script that starts the worker.
const WORKER: &str = "/worker-loader.js";

/// A rendered file.
pub(crate) struct Artifact {
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    pub bytes: Uint8Array,
}

/// Renders files in the worker, which starts when the browser is idle or at the first request, whichever is
/// earlier: from then on no server is needed. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Renderer(SendWrapper<Rc<State>>);

#[derive(Default)]
struct State {
    worker: RefCell<Option<Worker>>,
    /// Whether the worker listens; what it is asked before that waits here.
    ready: Cell<bool>,
    unsent: RefCell<Vec<JsValue>>,
    /// Who waits for which answer: the two ends of its promise.
    waiting: RefCell<BTreeMap<u32, (Function, Function)>>,
    last_id: Cell<u32>,
}

impl Renderer {
    /// A renderer that starts when the browser has nothing better to do.
    pub(crate) fn when_idle() -> Self {
        let renderer = Self(SendWrapper::new(Rc::default()));
        let state = Rc::clone(&renderer.0);
        // One that cannot start now is tried again when it is needed.
        idle::when_idle(move || drop(State::start(&state)));
        renderer
    }

    /// Renders `blueprint` as a file.
    ///
    /// # Errors
    /// A sentence when the worker cannot be had or cannot render it.
    pub(crate) async fn render(
        &self,
        blueprint: Blueprint,
        platform: Platform,
        format: ArtifactFormat,
    ) -> Result<Artifact, String> {
        let id = self.0.next_id();
        let request = RenderRequest { id, task: WorkerTask::Render, blueprint, platform, format };
        let answer = JsFuture::from(self.ask(&request).map_err(sentence)?).await.map_err(sentence)?;
        read(&answer).map_err(sentence)
    }

    fn ask(&self, request: &RenderRequest) -> Result<Promise, JsValue> {
        let message = serde_json::to_string(request).map_err(|error| error.to_string())?;
        let message = JSON::parse(&message)?;
        State::start(&self.0)?;
        let promise = Promise::new(&mut |resolve, reject| {
            self.0.waiting.borrow_mut().insert(request.id, (resolve, reject));
        });
        self.0.unsent.borrow_mut().push(message);
        self.0.send()?;
        Ok(promise)
    }
}

impl State {
    fn next_id(&self) -> u32 {
        self.last_id.set(self.last_id.get().wrapping_add(1));
        self.last_id.get()
    }

    /// Starts the worker if it is not running.
    fn start(state: &Rc<Self>) -> Result<(), JsValue> {
        if state.worker.borrow().is_none() {
            let worker = Worker::new(WORKER)?;
            Self::listen(state, &worker);
            *state.worker.borrow_mut() = Some(worker);
        }
        Ok(())
    }

    fn listen(state: &Rc<Self>, worker: &Worker) {
        let hearing = Rc::clone(state);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            hearing.heard(&event.data());
        });
        let failing = Rc::clone(state);
        let on_error = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| failing.failed(&event));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // They listen for as long as the page lives.
        on_message.forget();
        on_error.forget();
    }

    /// Sends what waits, once the worker listens.
    fn send(&self) -> Result<(), JsValue> {
        if let (true, Some(worker)) = (self.ready.get(), self.worker.borrow().as_ref()) {
            for message in self.unsent.take() {
                worker.post_message(&message)?;
            }
        }
        Ok(())
    }

    fn heard(&self, message: &JsValue) {
        if get(message, "ready").is_ok_and(|ready| ready.is_truthy()) {
            self.ready.set(true);
            if let Err(error) = self.send() {
                self.failed(&error);
            }
        } else {
            self.answered(message);
        }
    }

    fn answered(&self, message: &JsValue) {
        let id = get(message, "id").ok().and_then(|id| id.as_f64());
        let Some((resolve, reject)) = id.and_then(|id| self.waiting.borrow_mut().remove(&(id as u32))) else {
            return;
        };
        let told = match get(message, "error").ok().filter(JsValue::is_object) {
            Some(error) => reject.call1(&JsValue::NULL, &get(&error, "sentence").unwrap_or(error)),
            None => resolve.call1(&JsValue::NULL, message),
        };
        // The two ends of a promise never throw.
        drop(told);
    }

    /// The worker is gone: everybody who waits hears of it, and the next request starts another.
    fn failed(&self, event: &JsValue) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        self.ready.set(false);
        self.unsent.take();
        let reason = get(event, "message").unwrap_or(JsValue::UNDEFINED);
        for (_, reject) in self.waiting.take().into_values() {
            drop(reject.call1(&JsValue::NULL, &reason));
        }
    }
}

fn read(answer: &JsValue) -> Result<Artifact, JsValue> {
    let file = get(answer, "ok")?;
    let text = |key| get(&file, key).map(|value| value.as_string().unwrap_or_default());
    Ok(Artifact {
        file_name: text("file_name")?,
        media_type: text("media_type")?,
        // A copy if they came as a list of numbers, the very same memory else.
        bytes: Uint8Array::new(&get(&file, "bytes")?),
    })
}

fn get(value: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(value, &key.into())
}

/// What a thrown value says.
fn sentence(value: JsValue) -> String {
    let message = value.as_string().or_else(|| get(&value, "message").ok()?.as_string());
    message.unwrap_or_default()
}
