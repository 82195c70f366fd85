//! Files rendered from a blueprint, and the messages that client and worker exchange about them.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use validator::Validate;

use super::body::RequestBody;
use crate::artifact::{ArtifactFormat, Preview};
use crate::blueprint::Blueprint;
use crate::platform::Platform;

/// Body of `create_artifact`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateArtifact {
    /// What to write.
    pub blueprint: Blueprint,
    /// Where the file will be used.
    pub platform: Platform,
    /// Which file.
    pub format: ArtifactFormat,
}

impl RequestBody for CreateArtifact {
    fn blueprint(&self) -> Option<&Blueprint> {
        Some(&self.blueprint)
    }
}

/// What the client asks of the worker: `{id, task, blueprint, platform, format}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenderRequest {
    /// The words that the file is written with, as [`crate::words::supply`] takes them, in the blueprint's language.
    pub words: Vec<String>,
    /// The client's number for this request; the reply carries it.
    pub id: u32,
    /// What to do.
    pub task: WorkerTask,
    /// What to render.
    pub blueprint: Blueprint,
    /// Where the file will be used.
    pub platform: Platform,
    /// Which file.
    pub format: ArtifactFormat,
}

/// What a worker can do.
///
/// APPEND-ONLY: a page may speak to a worker of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkerTask {
    /// Render a blueprint as a file.
    Render,
    /// Render it, and say what the file looks like and what one does with it.
    Preview,
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
        progress: RenderProgress,
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
    /// A request could not be done: `{id, error: {sentence}}`.
    Failed {
        /// Of which request; absent when the message had none that could be read.
        id: Option<u32>,
        /// Why.
        error: RenderFailure,
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
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
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

/// How far a rendering is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderProgress {
    /// How many of its parts are done.
    pub done: u32,
    /// How many there are, at least one.
    pub total: u32,
}

/// Why a file could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderFailure {
    /// In a sentence.
    pub sentence: String,
}

fn write_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

fn read_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    deserializer.deserialize_byte_buf(Bytes)
}

/// Reads bytes from formats that know bytes and from those that write them as a list of numbers.
struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(bytes.to_vec())
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
        Ok(bytes)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = items.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worker_messages_read_back_as_they_were() {
        let file = RenderedFile {
            file_name: "chats.md".into(),
            media_type: "text/markdown".into(),
            bytes: vec![0, 200, 255],
        };
        let failure = RenderFailure { sentence: "No.".into() };
        let previewed = PreviewedFile {
            file: file.clone(),
            preview: Preview::Text { text: "# Chats".into(), is_cut: true },
            steps: vec!["Open it.".into()],
        };
        for message in [
            WorkerMessage::Ready { ready: true },
            WorkerMessage::UnderWay { id: 7, progress: RenderProgress { done: 1, total: 2 } },
            WorkerMessage::Previewed { id: 7, ok: previewed },
            WorkerMessage::Done { id: 7, ok: file },
            WorkerMessage::Failed { id: None, error: failure },
        ] {
            let json = serde_json::to_string(&message).unwrap();
            assert_eq!(serde_json::from_str::<WorkerMessage>(&json).unwrap(), message);
        }
    }
}
