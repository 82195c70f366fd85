//! Who waits for what, and which worker is at it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::Hear;
use super::answer::{Failure, get};
use crate::browser::boot;

/// The script that starts the worker.
const WORKER: &str = "/worker-loader.js";

/// Who waits for what, and which worker is at it.
#[derive(Default)]
pub(super) struct State {
    worker: RefCell<Option<Running>>,
    /// Takes the place of a worker that is busy with something nobody wants any more, once it listens.
    relief: RefCell<Option<Running>>,
    /// Whether the worker listens; what it is asked before that waits here.
    is_ready: Cell<bool>,
    unsent: RefCell<Vec<u32>>,
    waiting: RefCell<BTreeMap<u32, Waiting>>,
    last_id: Cell<u32>,
}

/// A worker, and its number among all that were started.
struct Running {
    number: u32,
    worker: Worker,
}

/// Someone who waits for an answer.
struct Waiting {
    message: JsValue,
    /// The two ends of the promise.
    resolve: Function,
    reject: Function,
    hear: Hear,
}

impl State {
    pub(super) fn next_id(&self) -> u32 {
        self.last_id.set(self.last_id.get().wrapping_add(1));
        self.last_id.get()
    }

    /// Starts the worker if it is not running.
    pub(super) fn start(state: &Rc<Self>) -> Result<(), JsValue> {
        if state.worker.borrow().is_none() {
            let running = Self::run(state)?;
            *state.worker.borrow_mut() = Some(running);
        }
        Ok(())
    }

    /// Asks the worker; the promise is kept with its answer.
    pub(super) fn ask(state: &Rc<Self>, id: u32, message: JsValue, hear: Hear) -> Result<Promise, JsValue> {
        Self::start(state)?;
        let promise = Promise::new(&mut |resolve, reject| {
            let waiting = Waiting { message: message.clone(), resolve, reject, hear: Rc::clone(&hear) };
            state.waiting.borrow_mut().insert(id, waiting);
        });
        state.unsent.borrow_mut().push(id);
        state.send()?;
        Ok(promise)
    }

    /// Forgets a request. A worker that is at it cannot hear us: another takes its place as soon as it can be had,
    /// and without a server, where none can be had, the busy one goes on and its answer is passed over.
    pub(super) fn call_off(state: &Rc<Self>, id: u32) {
        let Some(waiting) = state.waiting.borrow_mut().remove(&id) else { return };
        settle(&waiting.reject, &Failure::CALLED_OFF);
        let was_sent = !state.unsent.borrow().contains(&id);
        state.unsent.borrow_mut().retain(|unsent| *unsent != id);
        if was_sent && state.relief.borrow().is_none() {
            // One that cannot start now leaves the worker where it is.
            *state.relief.borrow_mut() = Self::run(state).ok();
        }
    }

    fn run(state: &Rc<Self>) -> Result<Running, JsValue> {
        let (number, worker) = (state.next_id(), Worker::new(&boot::address(WORKER))?);
        let hearing = Rc::clone(state);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            hearing.heard(number, &event.data());
        });
        let failing = Rc::clone(state);
        let on_error = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| failing.failed(number, &event));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // They listen for as long as the page lives.
        on_message.forget();
        on_error.forget();
        Ok(Running { number, worker })
    }

    /// Sends what waits, once the worker listens.
    fn send(&self) -> Result<(), JsValue> {
        if let (true, Some(running)) = (self.is_ready.get(), self.worker.borrow().as_ref()) {
            for id in self.unsent.take() {
                if let Some(waiting) = self.waiting.borrow().get(&id) {
                    running.worker.post_message(&waiting.message)?;
                }
            }
        }
        Ok(())
    }

    fn heard(&self, number: u32, message: &JsValue) {
        if get(message, "ready").is_ok_and(|ready| ready.is_truthy()) {
            self.listens(number);
        } else if let Ok(progress) =
            get(message, "progress").and_then(|it| Ok((get(&it, "done")?, get(&it, "total")?)))
        {
            self.under_way(message, &progress);
        } else {
            self.answered(message);
        }
    }

    /// A worker listens: it gets what waits, and if it is the relief, all that the one before had not answered.
    fn listens(&self, number: u32) {
        if is(&self.relief, number) {
            end(self.worker.replace(self.relief.take()));
            *self.unsent.borrow_mut() = self.waiting.borrow().keys().copied().collect();
        }
        self.is_ready.set(true);
        if let Err(error) = self.send() {
            self.failed(number, &error);
        }
    }

    fn under_way(&self, message: &JsValue, (done, total): &(JsValue, JsValue)) {
        let hear = id_of(message).and_then(|id| Some(Rc::clone(&self.waiting.borrow().get(&id)?.hear)));
        if let (Some(hear), Some(done), Some(total)) = (hear, done.as_f64(), total.as_f64()) {
            hear((done / total.max(1.0)).clamp(0.0, 1.0));
        }
    }

    fn answered(&self, message: &JsValue) {
        let Some(waiting) = id_of(message).and_then(|id| self.waiting.borrow_mut().remove(&id)) else {
            return;
        };
        match get(message, "error").ok().filter(JsValue::is_object) {
            Some(error) => settle(&waiting.reject, &get(&error, "sentence").unwrap_or(error)),
            None => settle(&waiting.resolve, message),
        }
    }

    /// A worker is gone. If it was the one at work, everybody who waits hears of it, and the next request starts
    /// another.
    fn failed(&self, number: u32, event: &JsValue) {
        if is(&self.relief, number) {
            return end(self.relief.take());
        }
        if !is(&self.worker, number) {
            return;
        }
        end(self.worker.take());
        self.is_ready.set(false);
        self.unsent.take();
        let reason = get(event, "message").unwrap_or(JsValue::UNDEFINED);
        for waiting in self.waiting.take().into_values() {
            settle(&waiting.reject, &reason);
        }
    }
}

fn is(place: &RefCell<Option<Running>>, number: u32) -> bool {
    place.borrow().as_ref().is_some_and(|running| running.number == number)
}

fn end(running: Option<Running>) {
    if let Some(running) = running {
        running.worker.terminate();
    }
}

/// Which request a message is about.
fn id_of(message: &JsValue) -> Option<u32> {
    get(message, "id").ok()?.as_f64().map(|id| id as u32)
}

/// Settles a promise by one of its ends, which never throw.
fn settle(end: &Function, with: &JsValue) {
    drop(end.call1(&JsValue::NULL, with));
}
