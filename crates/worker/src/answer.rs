//! What the worker answers to a message.

use js_sys::Reflect;
use shared::api::worker::{WorkerFailure, WorkerMessage, WorkerProgress, WorkerRequest};
use wasm_bindgen::JsValue;

use crate::throttle::Throttle;
use crate::{reading, rendering};

/// Hears how far a request is: how many parts are done, of how many.
pub(crate) type Hear<'a> = dyn Fn(usize, usize) + 'a;

/// The answer to a message, whatever it holds; `tell` hears how far it is on the way.
pub(crate) fn answer(message: JsValue, tell: &dyn Fn(&WorkerMessage)) -> WorkerMessage {
    let id = id_of(&message);
    match serde_wasm_bindgen::from_value::<WorkerRequest>(message) {
        Ok(request) => perform(&request, tell),
        Err(error) => failed(id, error.to_string().trim_start_matches("Error: ").to_owned()),
    }
}

fn perform(request: &WorkerRequest, tell: &dyn Fn(&WorkerMessage)) -> WorkerMessage {
    let (id, throttle) = (request.id(), Throttle::default());
    let hear = |done: usize, total: usize| {
        if throttle.is_news(done, total) {
            let count = |parts: usize| u32::try_from(parts).unwrap_or(u32::MAX);
            let progress = WorkerProgress { done: count(done), total: count(total) };
            tell(&WorkerMessage::UnderWay { id, progress });
        }
    };
    let answer = match request {
        WorkerRequest::Render(request) => rendering::render(request, &hear),
        WorkerRequest::Preview(request) => rendering::preview(request, &hear),
        WorkerRequest::ReadSheets(request) => Ok(reading::sheets(request, &hear)),
    };
    answer.unwrap_or_else(|sentence| failed(Some(id), sentence))
}

fn failed(id: Option<u32>, sentence: String) -> WorkerMessage {
    WorkerMessage::Failed { id, error: WorkerFailure { sentence } }
}

/// The id of a message, so that even one that cannot be read is answered to the one who asked.
fn id_of(message: &JsValue) -> Option<u32> {
    if !message.is_object() {
        return None;
    }
    let id = Reflect::get(message, &"id".into()).ok()?;
    serde_wasm_bindgen::from_value(id).ok()
}
