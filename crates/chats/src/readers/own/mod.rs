//! The forms that this product documents for chats of any other source, see `docs/chat-files.md`.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;

use shared::chat::Role;

/// Who speaks, by the names that people and programs give the two sides.
fn role(name: &str) -> Option<Role> {
    match name.trim().trim_end_matches(':').to_lowercase().as_str() {
        "user" | "human" | "you" | "me" | "prompt" | "question" => Some(Role::User),
        "assistant" | "ai" | "bot" | "model" | "answer" | "response" | "chatgpt" | "claude" | "gemini"
        | "copilot" => Some(Role::Assistant),
        "system" => Some(Role::System),
        "tool" => Some(Role::Tool),
        _ => None,
    }
}
