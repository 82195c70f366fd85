//! The messages that the client and its worker exchange.

mod bytes;

use serde::{Deserialize, Serialize};

use crate::artifact::{ArtifactFormat, Preview};
use crate::blueprint::Blueprint;
use crate::platform::Platform;
use crate::sheet::{SheetError, Sheets};

/// What the client asks of the worker: `{id, task, …}`, with what the task is about beside it.
///
/// APPEND-ONLY: a page may speak to a worker of another version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum WorkerRequest {
    /// Render a blueprint as a file.
    Render(RenderRequest),
    /// Render it, and say what the file looks like and what one does with it.
    Preview(RenderRequest),
    /// Read the sheets of a file.
    ReadSheets(ReadRequest),
}

impl WorkerRequest {
    /// The client's number for the request; the answer carries it.
    pub fn id(&self) -> u32 {
        match self {
            Self::Render(request) | Self::Preview(request) => request.id,
            Self::ReadSheets(request) => request.id,
        }
    }
}

/// What is to be rendered: `{id, words, blueprint, platform, format}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenderRequest {
    /// The words that the file is written with, as [`crate::words::supply`] takes them, in the blueprint's language.
    pub words: Vec<String>,
    /// The client's number for this request; the reply carries it.
    pub id: u32,
    /// What to render.
    pub blueprint: Blueprint,
    /// Where the file will be used.
    pub platform: Platform,
    /// Which file.
    pub format: ArtifactFormat,
}

/// What is to be read: `{id, bytes}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadRequest {
    /// The client's number for this request; the reply carries it.
    pub id: u32,
    /// The file; a `Uint8Array` in JavaScript.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
}

/// What the worker tells the client: news of a request while it is at work, then exactly one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WorkerMessage {
    /// It has loaded and takes requests: `{ready: true}`.
    Ready {
        /// Always true.
        ready: bool,
    },
    /// A request is under way: `{id, progress: {done, total}}`. More may come, or none at all.
    UnderWay {
        /// Which request.
        id: u32,
        /// How far it is.
        progress: WorkerProgress,
    },
    /// A preview is done: `{id, ok: {file_name, media_type, bytes, preview, steps}}`.
    Previewed {
        /// Of which request.
        id: u32,
        /// The file and what to know about it.
        ok: PreviewedFile,
    },
    /// A file is done: `{id, ok: {file_name, media_type, bytes}}`.
    Done {
        /// Of which request.
        id: u32,
        /// The file.
        ok: RenderedFile,
    },
    /// A file is read: `{id, ok: {sheets, left_out}}`.
    Read {
        /// Of which request.
        id: u32,
        /// What is in it.
        ok: Sheets,
    },
    /// A file holds no sheets: `{id, unread: {code, …}}`. An answer like any other: the client has the words for it.
    Unread {
        /// Of which request.
        id: u32,
        /// Why.
        unread: SheetError,
    },
    /// A request could not be done: `{id, error: {sentence}}`.
    Failed {
        /// Of which request; absent when the message had none that could be read.
        id: Option<u32>,
        /// Why.
        error: WorkerFailure,
    },
}

/// A file as it travels from the worker to the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderedFile {
    /// Its name, safe on every operating system.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// The file; a `Uint8Array` in JavaScript.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
}

/// A file with what it looks like and what one does with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewedFile {
    /// The file: whoever has seen it takes it without another rendering.
    #[serde(flatten)]
    pub file: RenderedFile,
    /// What it looks like.
    pub preview: Preview,
    /// What one does with it, in the blueprint's language; `*stressed*` words name what is on the screen.
    pub steps: Vec<String>,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerProgress {
    /// How many of its parts are done.
    pub done: u32,
    /// How many there are, at least one.
    pub total: u32,
}

/// Why a request could not be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerFailure {
    /// In a sentence.
    pub sentence: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::sheet::Sheet;

    #[test]
    fn worker_messages_read_back_as_they_were() {
        let file = RenderedFile {
            file_name: "chats.md".into(),
            media_type: "text/markdown".into(),
            bytes: vec![0, 200, 255],
        };
        let failure = WorkerFailure { sentence: "No.".into() };
        let previewed = PreviewedFile {
            file: file.clone(),
            preview: Preview::Text { text: "# Chats".into(), is_cut: true },
            steps: vec!["Open it.".into()],
        };
        let sheet =
            Sheet { headers: vec!["Name".into()], rows: vec![vec!["Ada".into()]], ..Sheet::default() };
        for message in [
            WorkerMessage::Ready { ready: true },
            WorkerMessage::UnderWay { id: 7, progress: WorkerProgress { done: 1, total: 2 } },
            WorkerMessage::Previewed { id: 7, ok: previewed },
            WorkerMessage::Done { id: 7, ok: file },
            WorkerMessage::Read { id: 7, ok: Sheets { sheets: vec![sheet], left_out: 1 } },
            WorkerMessage::Unread { id: 7, unread: SheetError::OpenQuote { line: 3 } },
            WorkerMessage::Failed { id: None, error: failure },
        ] {
            let json = serde_json::to_string(&message).unwrap();
            assert_eq!(serde_json::from_str::<WorkerMessage>(&json).unwrap(), message);
        }
    }

    #[test]
    fn requests_say_their_task_beside_what_it_is_about() {
        let render = || RenderRequest {
            words: vec!["{}".into()],
            id: 7,
            blueprint: small(),
            platform: Platform::Excel,
            format: ArtifactFormat::Xlsx,
        };
        for (request, task) in [
            (WorkerRequest::Render(render()), "render"),
            (WorkerRequest::Preview(render()), "preview"),
            (WorkerRequest::ReadSheets(ReadRequest { id: 7, bytes: vec![0, 200, 255] }), "read_sheets"),
        ] {
            let json = serde_json::to_value(&request).unwrap();
            assert_eq!((json["task"].as_str(), json["id"].as_u64()), (Some(task), Some(7)));
            let read: WorkerRequest = serde_json::from_str(&json.to_string()).unwrap();
            assert_eq!((read.id(), read), (7, request));
        }
    }
}
