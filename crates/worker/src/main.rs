//! The renderers and the readers as a worker: loaded on first use, spoken to by messages.
//!
//! It posts `{ready: true}` once it listens; then every message gets exactly one answer, after any number of messages
//! that say how far it is, see [`shared::api::worker`]. It is built for the no-modules loader, so that a page with
//! `script-src 'self' 'wasm-unsafe-eval'` may load it.

mod answer;
mod reading;
mod rendering;
mod throttle;

use js_sys::{Array, Reflect};
use serde::Serialize;
use shared::api::worker::WorkerMessage;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    // Outside a worker there is nobody to speak to.
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    listen(&scope);
    post(&scope, &WorkerMessage::Ready { ready: true });
}

fn listen(scope: &DedicatedWorkerGlobalScope) {
    let speaker = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        post(&speaker, &answer::answer(event.data(), &|news| post(&speaker, news)));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    on_message.forget();
}

/// Posts `message`; the bytes of a file move over without a copy.
fn post(scope: &DedicatedWorkerGlobalScope, message: &WorkerMessage) {
    // Bytes as one `Uint8Array`: only such a buffer can move.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    let Ok(value) = message.serialize(&serializer) else { return };
    let posted = match buffer(&value) {
        Some(buffer) => scope.post_message_with_transfer(&value, &Array::of1(&buffer)),
        None => scope.post_message(&value),
    };
    if let Err(error) = posted {
        wasm_bindgen::throw_val(error);
    }
}

/// The memory behind `value.ok.bytes`, if the message carries a file.
fn buffer(value: &JsValue) -> Option<JsValue> {
    let get = |value: &JsValue, key: &str| Reflect::get(value, &key.into()).ok();
    let bytes = get(&get(value, "ok").filter(JsValue::is_object)?, "bytes")?;
    bytes.dyn_into::<js_sys::Uint8Array>().ok().map(|bytes| bytes.buffer().into())
}
