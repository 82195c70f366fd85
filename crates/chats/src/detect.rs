//! Tells by its content what a document is: names and folders change, and people rename files.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// What a JSON document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Chatgpt,
    Claude,
    /// Records of activity, a question each.
    GeminiActivity,
    /// A document a conversation.
    GeminiHistory,
    GeminiStudio,
    Librechat,
    OpenWebui,
    /// The form that this product documents.
    Own,
}

/// The most keys that are named of a document that is not known.
const KEYS_MAX: usize = 12;

/// What an element of a document tells about the document, or else its keys.
pub(crate) fn format(element: &str) -> Result<Format, Vec<String>> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(element).unwrap_or_default();
    let raw = |key: &str| fields.get(key).map(|value| value.get().trim_start());
    let has = |key: &str| fields.contains_key(key);
    let is_object = |key: &str| raw(key).is_some_and(|value| value.starts_with('{'));
    let is_list = |key: &str| raw(key).is_some_and(|value| value.starts_with('['));
    let names_gemini = |key: &str| {
        raw(key).is_some_and(|value| {
            let value = value.to_lowercase();
            value.contains("gemini") || value.contains("bard")
        })
    };
    let found = if is_list("conversation_turns") {
        Some(Format::GeminiHistory)
    } else if is_object("chunkedPrompt") {
        Some(Format::GeminiStudio)
    } else if has("mapping") || has("current_node") && has("title") {
        // Another service exports the same tree with pieces of its own in it.
        (!raw("mapping").is_some_and(|mapping| mapping.contains("\"fragments\""))).then_some(Format::Chatgpt)
    } else if has("chat_messages") {
        Some(Format::Claude)
    } else if raw("chat").is_some_and(|chat| chat.starts_with('{') && chat.contains("\"history\""))
        || is_object("history")
    {
        Some(Format::OpenWebui)
    } else if has("conversationId") && (has("messages") || has("messagesTree")) {
        Some(Format::Librechat)
    } else if has("safeHtmlItem") || names_gemini("header") || names_gemini("products") {
        Some(Format::GeminiActivity)
    } else if is_list("messages") || is_list("chats") {
        Some(Format::Own)
    } else {
        None
    };
    found.ok_or_else(|| fields.into_keys().take(KEYS_MAX).collect())
}
