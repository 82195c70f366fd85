//! What could not be read of an export, and why.

use serde::{Deserialize, Serialize};

use super::WORDS;
use crate::words::Language;

/// A piece of an export that is not among the chats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Where it is: file, path in the archive, number of the chat, such as `export.zip/conversations.json, chat 7`.
    pub place: String,
    /// Why it was left out.
    pub reason: Reason,
}

/// Why a piece of an export was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// The file could not be read from the disk.
    Unreadable {
        /// What the system said.
        cause: String,
    },
    /// It ends in the middle.
    Truncated,
    /// It is not the JSON that it should be.
    Malformed {
        /// What the parser said, with line and column.
        cause: String,
    },
    /// It is in no form that is known.
    NotRecognised {
        /// The keys it has at the top, so that people see what they dropped.
        keys: Vec<String>,
    },
    /// It holds no chats at all, although it is of a known form.
    Empty,
    /// The HTML form of the Gemini activity, which holds no times that could be trusted.
    GeminiHtml,
    /// Another web page.
    Html,
    /// A picture, a document, a program: nothing that could hold chats.
    NotText,
    /// It is not written in UTF-8.
    Encoding,
    /// A chat or a file beyond what fits into memory.
    TooLarge {
        /// Its size in bytes.
        size_bytes: u64,
        /// The most there may be.
        limit_bytes: u64,
    },
    /// The export's own list of files names it, and it is not there.
    Missing,
    /// The archive is damaged.
    DamagedArchive {
        /// What is wrong with it.
        cause: String,
    },
    /// The archive asks for a password.
    Encrypted,
    /// The archive packs it by a method that is not known.
    Method,
    /// A name in the archive that leads out of it.
    UnsafePath,
    /// The archive holds more files than any export.
    TooManyFiles {
        /// How many there may be.
        limit: u64,
    },
    /// It unpacks to so much that it can only be meant to do harm.
    Bomb,
    /// A record of the person's activity that is no question to the AI.
    NotAPrompt,
    /// The same chat stands in the export twice; the newer one counts.
    Repeated,
}

impl Skipped {
    /// What was left out, why, and how to go on, in words.
    pub fn sentence(&self, language: Language) -> String {
        self.reason.sentence(language)
    }
}

impl Reason {
    /// Why, and how to go on, in words.
    pub fn sentence(&self, language: Language) -> String {
        let fill =
            |key: &str, values: &[(&str, &str)]| WORDS.fill(language, &format!("skipped.{key}"), values);
        match self {
            Self::Unreadable { cause } | Self::Malformed { cause } | Self::DamagedArchive { cause } => {
                fill(self.key(), &[("cause", cause)])
            }
            Self::NotRecognised { keys } if keys.is_empty() => fill("not_recognised", &[]),
            Self::NotRecognised { keys } => fill("not_recognised_keys", &[("keys", &keys.join(", "))]),
            Self::TooLarge { size_bytes, limit_bytes } => {
                let values = [mebibytes(*size_bytes), mebibytes(*limit_bytes)];
                fill("too_large", &[("size", &values[0]), ("limit", &values[1])])
            }
            Self::TooManyFiles { limit } => fill("too_many_files", &[("limit", &limit.to_string())]),
            _ => fill(self.key(), &[]),
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Truncated => "truncated",
            Self::Malformed { .. } => "malformed",
            Self::NotRecognised { .. } => "not_recognised",
            Self::Empty => "empty",
            Self::GeminiHtml => "gemini_html",
            Self::Html => "html",
            Self::NotText => "not_text",
            Self::Encoding => "encoding",
            Self::TooLarge { .. } => "too_large",
            Self::Missing => "missing",
            Self::DamagedArchive { .. } => "damaged_archive",
            Self::Encrypted => "encrypted",
            Self::Method => "method",
            Self::UnsafePath => "unsafe_path",
            Self::TooManyFiles { .. } => "too_many_files",
            Self::Bomb => "bomb",
            Self::NotAPrompt => "not_a_prompt",
            Self::Repeated => "repeated",
        }
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes.div_ceil(1 << 20))
}
