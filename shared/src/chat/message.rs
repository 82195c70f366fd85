//! What was said: messages and what they are made of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One turn of a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// What the source calls it; empty where it has no ids.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The position of the message that it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<usize>,
    /// Who speaks.
    pub role: Role,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<DateTime<Utc>>,
    /// The model that wrote it, as its maker calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
    /// Whether the source itself hides it from people.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_hidden: bool,
}

/// Who speaks in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The person.
    User,
    /// The AI.
    Assistant,
    /// The program between them: instructions.
    System,
    /// A tool that the AI used.
    Tool,
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Part {
    /// Markdown, as people and AIs write it.
    Text {
        /// The text.
        text: String,
    },
    /// A program, as a piece of its own.
    Code {
        /// Its language, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The program.
        text: String,
    },
    /// The AI asked a tool for something.
    ToolCall {
        /// The tool's name.
        name: String,
        /// What was asked, as the source wrote it: code or JSON.
        input: String,
    },
    /// What a tool answered.
    ToolOutput {
        /// The tool's name.
        name: String,
        /// The answer.
        text: String,
        /// Whether it says that something went wrong.
        #[serde(default, skip_serializing_if = "super::is_false")]
        is_error: bool,
    },
    /// What the AI thought before it answered; hidden unless asked for.
    Reasoning {
        /// The thought.
        text: String,
    },
    /// A picture.
    Image(Attachment),
    /// A recording; what was spoken is a [`Part::Text`] beside it.
    Audio(Attachment),
    /// A file that came with the message.
    File(Attachment),
    /// Something went wrong, in the source's words.
    Error {
        /// The words.
        text: String,
    },
    /// Something that this version does not know.
    Unknown {
        /// What the source calls it.
        kind: String,
    },
}

/// A file that came with a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name; empty where the export has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its path in the export, if it is in there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Its size in bytes, where the export says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_bytes: Option<u64>,
    /// The text that was read out of it, where the export holds that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Message {
    /// A message of `role` that says nothing yet.
    pub fn new(role: Role) -> Self {
        let parts = Vec::new();
        Self { id: String::new(), parent: None, role, created_at: None, model: None, parts, is_hidden: false }
    }

    /// Whether a person sees it as a message: the person or the AI speaks, it is not hidden, and it is more than
    /// thoughts and the use of tools.
    pub fn is_visible(&self) -> bool {
        let is_spoken = matches!(self.role, Role::User | Role::Assistant);
        is_spoken && !self.is_hidden && self.parts.iter().any(Part::is_shown)
    }

    /// Its texts and code, one below the other; no reasoning, no tools.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in self.parts.iter().filter_map(Part::spoken) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(piece);
        }
        text
    }
}

impl Part {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// Whether it makes the message that holds it visible.
    fn is_shown(&self) -> bool {
        match self {
            Self::Text { .. } | Self::Code { .. } | Self::Unknown { .. } | Self::Error { .. } => true,
            Self::Image(_) | Self::Audio(_) | Self::File(_) => true,
            Self::ToolCall { .. } | Self::ToolOutput { .. } | Self::Reasoning { .. } => false,
        }
    }

    /// What is said in it.
    pub fn spoken(&self) -> Option<&str> {
        match self {
            Self::Text { text } | Self::Code { text, .. } => Some(text),
            _ => None,
        }
    }
}
