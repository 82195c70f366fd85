//! What the worker answers to a message.

use js_sys::Reflect;
use render::Artifact;
use shared::api::artifacts::{
    PreviewedFile, RenderFailure, RenderProgress, RenderRequest, RenderedFile, WorkerMessage, WorkerTask,
};
use shared::{artifact, validate, words};
use wasm_bindgen::JsValue;

use crate::throttle::Throttle;

/// The answer to a message, whatever it holds; `tell` hears how far it is on the way.
pub(crate) fn answer(message: JsValue, tell: &dyn Fn(&WorkerMessage)) -> WorkerMessage {
    let id = id_of(&message);
    match serde_wasm_bindgen::from_value::<RenderRequest>(message) {
        Ok(request) => perform(&request, tell).unwrap_or_else(|sentence| failed(Some(request.id), sentence)),
        Err(error) => failed(id, error.to_string().trim_start_matches("Error: ").to_owned()),
    }
}

fn perform(request: &RenderRequest, tell: &dyn Fn(&WorkerMessage)) -> Result<WorkerMessage, String> {
    for bundle in &request.words {
        words::supply(request.blueprint.settings.language, bundle).map_err(|error| error.to_string())?;
    }
    if let Some(problem) = validate::structure(&request.blueprint).first() {
        return Err(format!("{}: {}", problem.pointer, problem.sentence));
    }
    let artifact = rendered(request, tell).map_err(|error| error.to_string())?;
    match request.task {
        WorkerTask::Render => Ok(WorkerMessage::Done { id: request.id, ok: file(artifact) }),
        WorkerTask::Preview => previewed(request, artifact).map_err(|error| error.to_string()),
    }
}

fn rendered(request: &RenderRequest, tell: &dyn Fn(&WorkerMessage)) -> Result<Artifact, render::RenderError> {
    let throttle = Throttle::default();
    let hear = |done: usize, total: usize| {
        if throttle.is_news(done, total) {
            let count = |parts: usize| u32::try_from(parts).unwrap_or(u32::MAX);
            let progress = RenderProgress { done: count(done), total: count(total) };
            tell(&WorkerMessage::UnderWay { id: request.id, progress });
        }
    };
    let progress = render::Progress::new(&hear);
    render::render_heard(&request.blueprint, request.platform, request.format, progress)
}

fn previewed(request: &RenderRequest, artifact: Artifact) -> Result<WorkerMessage, render::RenderError> {
    let preview = render::preview(&request.blueprint, request.platform, request.format, &artifact)?;
    let steps = artifact::steps(request.format, request.blueprint.settings.language);
    let steps = steps.into_iter().map(str::to_owned).collect();
    let ok = PreviewedFile { file: file(artifact), preview, steps };
    Ok(WorkerMessage::Previewed { id: request.id, ok })
}

fn file(artifact: Artifact) -> RenderedFile {
    RenderedFile {
        file_name: artifact.file_name,
        media_type: artifact.media_type.to_owned(),
        bytes: artifact.bytes,
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
