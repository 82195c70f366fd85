//! Chats of AI Studio: a file in Drive holds the prompt in chunks.

use std::borrow::Cow;

use serde::Deserialize;
use shared::chat::{Chat, Message, Part, Role, Source};

use crate::context::Context;
use crate::draft::{self, Draft};
use crate::lenient;

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow, default, rename = "runSettings", deserialize_with = "lenient::object")]
    run_settings: Option<Settings<'a>>,
    #[serde(borrow, default, rename = "chunkedPrompt", deserialize_with = "lenient::object")]
    chunked_prompt: Option<Prompt<'a>>,
}

#[derive(Deserialize)]
struct Settings<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
}

#[derive(Deserialize)]
struct Prompt<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    chunks: Vec<Chunk<'a>>,
}

#[derive(Deserialize)]
struct Chunk<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    role: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    text: Text<'a>,
    #[serde(default, rename = "isThought", deserialize_with = "lenient::flag")]
    is_thought: bool,
}

/// Reads one file.
///
/// # Errors
/// When `text` is no JSON.
pub(crate) fn read(text: &str, _: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let wire: File<'_> = serde_json::from_str(text)?;
    let mut draft = Draft::default();
    let mut first = String::new();
    for chunk in wire.chunked_prompt.map(|prompt| prompt.chunks).unwrap_or_default() {
        let role = if chunk.role.as_deref() == Some("user") { Role::User } else { Role::Assistant };
        let Some(text) = chunk.text.map(Cow::into_owned).filter(|text| !text.is_empty()) else { continue };
        if first.is_empty() {
            first.clone_from(&text);
        }
        let part = if chunk.is_thought { Part::Reasoning { text } } else { Part::Text { text } };
        draft.add_next(Message { parts: vec![part], ..Message::new(role) });
    }
    let messages = draft.messages();
    let leaf = messages.len().checked_sub(1);
    let model = wire.run_settings.and_then(|settings| settings.model).map(Cow::into_owned);
    let id = super::made_chat_id(None, &first);
    Ok(Some(draft::finish(Chat { model, messages, leaf, ..Chat::new(Source::Gemini, id) })))
}
