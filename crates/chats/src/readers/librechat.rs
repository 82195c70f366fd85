//! Chats of LibreChat: a file a chat, its messages as a list or each inside the one that it answers.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;
use shared::chat::{Attachment, Chat, Message, Part, Role, Source};

use crate::context::Context;
use crate::draft::{self, Draft};
use crate::lenient::{self, Loose};
use crate::nested;

type Text<'a> = Option<Cow<'a, str>>;

/// What the first message of a conversation names as its parent.
const ROOT: &str = "00000000-0000-0000-0000-000000000000";

#[derive(Deserialize)]
struct Conversation<'a> {
    #[serde(borrow, default, rename = "conversationId", deserialize_with = "lenient::text")]
    conversation_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    title: Text<'a>,
    #[serde(borrow, default)]
    messages: Option<&'a RawValue>,
    #[serde(borrow, default, rename = "messagesTree")]
    messages_tree: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    options: Option<Options<'a>>,
}

#[derive(Deserialize)]
struct Options<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
}

#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow, default, rename = "messageId", deserialize_with = "lenient::text")]
    message_id: Text<'a>,
    #[serde(borrow, default, rename = "parentMessageId", deserialize_with = "lenient::text")]
    parent_message_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    text: Text<'a>,
    #[serde(default, rename = "isCreatedByUser", deserialize_with = "lenient::flag")]
    is_created_by_user: bool,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
    #[serde(default, rename = "createdAt", deserialize_with = "lenient::time")]
    created_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::flag")]
    error: bool,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    files: Vec<File<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    content: Vec<Piece<'a>>,
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    filename: Text<'a>,
    #[serde(borrow, default, rename = "type", deserialize_with = "lenient::text")]
    media_type: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    bytes: Option<f64>,
}

#[derive(Deserialize)]
struct Piece<'a> {
    #[serde(borrow, default, rename = "type", deserialize_with = "lenient::text")]
    kind: Text<'a>,
    #[serde(borrow, default = "absent")]
    text: Loose<'a, Value<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    think: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    error: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    tool_call: Option<ToolCall<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    image_file: Option<File<'a>>,
}

fn absent<'a>() -> Loose<'a, Value<'a>> {
    Loose::Absent
}

#[derive(Deserialize)]
struct Value<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    value: Text<'a>,
}

#[derive(Deserialize)]
struct ToolCall<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    name: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    args: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    output: Text<'a>,
}

/// Reads one conversation.
///
/// # Errors
/// When `text` is no JSON.
pub(super) fn read(text: &str, _: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let wire: Conversation<'_> = serde_json::from_str(text)?;
    let raw = wire.messages_tree.or(wire.messages).map(RawValue::get).unwrap_or_default();
    let nested = nested::flatten(raw, "children");
    let mut draft = Draft::default();
    let mut ids = Vec::with_capacity(nested.len());
    for (place, (holder, own)) in nested.iter().enumerate() {
        let mut message: Wire<'_> = serde_json::from_str(own)?;
        let id = message.message_id.take().map_or_else(|| format!("#{place}"), Cow::into_owned);
        let named = message.parent_message_id.take().map(Cow::into_owned);
        let holder = holder.and_then(|holder: usize| ids.get(holder).cloned());
        ids.push(id.clone());
        let message = read_message(id, message);
        match named {
            Some(parent) if parent == ROOT => draft.add(None, message),
            Some(parent) if draft.place(&parent).is_some() => draft.add(Some(parent), message),
            _ if holder.is_some() => draft.add(holder, message),
            _ => draft.add_next(message),
        }
    }
    let messages = draft.messages();
    let leaf = draft::newest_leaf(&messages, |_| true);
    let id = wire.conversation_id.map(Cow::into_owned).unwrap_or_default();
    let title = wire.title.map(Cow::into_owned).unwrap_or_default();
    let mut chat = draft::finish(Chat { title, messages, leaf, ..Chat::new(Source::Librechat, id) });
    chat.model = chat.model.or(wire.options.and_then(|options| options.model).map(Cow::into_owned));
    Ok(Some(chat))
}

fn read_message(id: String, wire: Wire<'_>) -> Message {
    let role = if wire.is_created_by_user { Role::User } else { Role::Assistant };
    let mut parts: Vec<_> = wire.content.into_iter().flat_map(pieces).collect();
    if let Some(text) = wire.text.map(Cow::into_owned).filter(|text| parts.is_empty() && !text.is_empty()) {
        parts.push(if wire.error { Part::Error { text } } else { Part::Text { text } });
    }
    parts.extend(wire.files.into_iter().map(file));
    let model = wire.model.map(Cow::into_owned);
    Message { id, model, created_at: wire.created_at, parts, ..Message::new(role) }
}

fn pieces(piece: Piece<'_>) -> Vec<Part> {
    let text = match piece.text {
        Loose::Text(text) => Some(text),
        Loose::Object(value) => value.value,
        Loose::List(_) | Loose::Absent => None,
    };
    let said = |text: Text<'_>| text.map(Cow::into_owned).filter(|text| !text.is_empty());
    match piece.kind.as_deref().unwrap_or_default() {
        "text" => said(text).map(Part::text).into_iter().collect(),
        "think" => said(piece.think).map(|text| Part::Reasoning { text }).into_iter().collect(),
        "tool_call" => piece.tool_call.map(tool_call).unwrap_or_default(),
        "image_file" => piece.image_file.map(file).into_iter().collect(),
        "error" => vec![Part::Error { text: said(piece.error).or_else(|| said(text)).unwrap_or_default() }],
        kind => vec![Part::Unknown { kind: kind.to_owned() }],
    }
}

fn tool_call(call: ToolCall<'_>) -> Vec<Part> {
    let name = call.name.map(Cow::into_owned).unwrap_or_default();
    let output = call.output.map(|text| Part::ToolOutput {
        name: name.clone(),
        text: text.into_owned(),
        is_error: false,
    });
    let input = call.args.map(Cow::into_owned).unwrap_or_default();
    std::iter::once(Part::ToolCall { name, input }).chain(output).collect()
}

fn file(wire: File<'_>) -> Part {
    let is_image = wire.media_type.is_some_and(|kind| kind.starts_with("image/"));
    let name = wire.filename.map(Cow::into_owned).unwrap_or_default();
    let attachment = Attachment { name, size_bytes: lenient::size(wire.bytes), ..Attachment::default() };
    if is_image { Part::Image(attachment) } else { Part::File(attachment) }
}
