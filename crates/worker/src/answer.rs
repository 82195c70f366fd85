//! What the worker answers to a message.

use js_sys::Reflect;
use shared::api::artifacts::{RenderFailure, RenderRequest, RenderedFile, WorkerMessage, WorkerTask};
use shared::validate;
use wasm_bindgen::JsValue;

/// The answer to a message, whatever it holds.
pub(crate) fn answer(message: JsValue) -> WorkerMessage {
    let id = id_of(&message);
    match serde_wasm_bindgen::from_value::<RenderRequest>(message) {
        Ok(request) => perform(&request),
        Err(error) => failed(id, error.to_string().trim_start_matches("Error: ").to_owned()),
    }
}

fn perform(request: &RenderRequest) -> WorkerMessage {
    let WorkerTask::Render = request.task;
    if let Some(problem) = validate::structure(&request.blueprint).first() {
        return failed(Some(request.id), format!("{}: {}", problem.pointer, problem.sentence));
    }
    match render::render(&request.blueprint, request.platform, request.format) {
        Ok(artifact) => WorkerMessage::Done {
            id: request.id,
            ok: RenderedFile {
                file_name: artifact.file_name,
                media_type: artifact.media_type.to_owned(),
                bytes: artifact.bytes,
            },
        },
        Err(error) => failed(Some(request.id), error.to_string()),
    }
}

fn failed(id: Option<u32>, sentence: String) -> WorkerMessage {
    WorkerMessage::Failed { id, error: RenderFailure { sentence } }
}

/// The id of a message, so that even one that cannot be read is answered to the one who asked.
fn id_of(message: &JsValue) -> Option<u32> {
    if !message.is_object() {
        return None;
    }
    let id = Reflect::get(message, &"id".into()).ok()?;
    serde_wasm_bindgen::from_value(id).ok()
}
