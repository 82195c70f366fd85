//! Where chats come from.

use serde::{Deserialize, Serialize};

/// The AI, or the program in front of it, that a chat came from.
///
/// APPEND-ONLY: names are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a product's name says it all")]
pub enum Source {
    Chatgpt,
    Claude,
    Gemini,
    Librechat,
    Openwebui,
    /// A file in the form that this product documents for everything else.
    Other,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 6] =
        [Self::Chatgpt, Self::Claude, Self::Gemini, Self::Librechat, Self::Openwebui, Self::Other];

    /// Its name in stored documents and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chatgpt => "chatgpt",
            Self::Claude => "claude",
            Self::Gemini => "gemini",
            Self::Librechat => "librechat",
            Self::Openwebui => "openwebui",
            Self::Other => "other",
        }
    }

    /// Its own name for itself; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chatgpt => "ChatGPT",
            Self::Claude => "Claude",
            Self::Gemini => "Gemini",
            Self::Librechat => "LibreChat",
            Self::Openwebui => "Open WebUI",
            Self::Other => "Other",
        }
    }
}
