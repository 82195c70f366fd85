//! Blueprints to files.

use render::Artifact;
use shared::api::worker::{PreviewedFile, RenderRequest, RenderedFile, WorkerMessage};
use shared::{artifact, validate, words};

use crate::answer::Hear;

/// The file of a blueprint.
pub(crate) fn render(request: &RenderRequest, hear: &Hear<'_>) -> Result<WorkerMessage, String> {
    let artifact = rendered(request, hear)?;
    Ok(WorkerMessage::Done { id: request.id, ok: file(artifact) })
}

/// The file of a blueprint with what it looks like and what one does with it.
pub(crate) fn preview(request: &RenderRequest, hear: &Hear<'_>) -> Result<WorkerMessage, String> {
    let artifact = rendered(request, hear)?;
    let preview = render::preview(&request.blueprint, request.platform, request.format, &artifact);
    let preview = preview.map_err(|error| error.to_string())?;
    let steps = artifact::steps(request.format, request.blueprint.settings.language);
    let steps = steps.into_iter().map(str::to_owned).collect();
    let ok = PreviewedFile { file: file(artifact), preview, steps };
    Ok(WorkerMessage::Previewed { id: request.id, ok })
}

fn rendered(request: &RenderRequest, hear: &Hear<'_>) -> Result<Artifact, String> {
    for bundle in &request.words {
        words::supply(request.blueprint.settings.language, bundle).map_err(|error| error.to_string())?;
    }
    if let Some(problem) = validate::structure(&request.blueprint).first() {
        return Err(format!("{}: {}", problem.pointer, problem.sentence));
    }
    let progress = render::Progress::new(hear);
    let artifact = render::render_heard(&request.blueprint, request.platform, request.format, progress);
    artifact.map_err(|error| error.to_string())
}

fn file(artifact: Artifact) -> RenderedFile {
    RenderedFile {
        file_name: artifact.file_name,
        media_type: artifact.media_type.to_owned(),
        bytes: artifact.bytes,
    }
}
