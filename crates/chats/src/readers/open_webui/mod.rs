//! Chats of Open WebUI: rows around a tree of messages; old files hold the tree alone.

mod details;

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::chat::{Attachment, Chat, Message, Part, Project, Role, Source};

use crate::context::Context;
use crate::draft::{self, Draft};
use crate::lenient::{self, Loose, Scalar};

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    title: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    created_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    updated_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::flag")]
    archived: bool,
    #[serde(default, deserialize_with = "lenient::flag")]
    pinned: bool,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    folder_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    chat: Option<Wire<'a>>,
    // A bare chat of an old file has these itself.
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    history: Option<History<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::list")]
    tags: Vec<Scalar<'a>>,
    #[serde(default, deserialize_with = "lenient::time")]
    timestamp: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    title: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    history: Option<History<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::list")]
    tags: Vec<Scalar<'a>>,
    #[serde(default, deserialize_with = "lenient::time")]
    timestamp: Option<DateTime<Utc>>,
}

#[derive(Default, Deserialize)]
struct History<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::entries")]
    messages: Vec<(Cow<'a, str>, Turn<'a>)>,
    #[serde(borrow, default, rename = "currentId", deserialize_with = "lenient::text")]
    current_id: Text<'a>,
}

#[derive(Deserialize)]
struct Turn<'a> {
    #[serde(borrow, default, rename = "parentId", deserialize_with = "lenient::text")]
    parent_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    role: Text<'a>,
    #[serde(borrow, default = "absent")]
    content: Loose<'a, serde::de::IgnoredAny>,
    #[serde(default, deserialize_with = "lenient::time")]
    timestamp: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    files: Vec<File<'a>>,
    #[serde(borrow, default = "no_error")]
    error: Loose<'a, Failure<'a>>,
}

fn absent<'a>() -> Loose<'a, serde::de::IgnoredAny> {
    Loose::Absent
}

fn no_error<'a>() -> Loose<'a, Failure<'a>> {
    Loose::Absent
}

#[derive(Deserialize)]
struct Failure<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    content: Text<'a>,
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow, default, rename = "type", deserialize_with = "lenient::text")]
    kind: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    name: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    size: Option<f64>,
}

/// Reads one row.
///
/// # Errors
/// When `text` is no JSON.
pub(super) fn read(text: &str, _: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let row: Row<'_> = serde_json::from_str(text)?;
    let bare = Wire { title: None, history: row.history, tags: row.tags, timestamp: row.timestamp };
    let wire = row.chat.unwrap_or(bare);
    let history = wire.history.unwrap_or_default();
    let mut draft = Draft::default();
    for (key, turn) in history.messages {
        let parent = turn.parent_id.as_deref().map(str::to_owned);
        draft.add(parent, message(key.into_owned(), turn));
    }
    let current = history.current_id.as_deref().and_then(|id| draft.place(id));
    let messages = draft.messages();
    let leaf = current.or_else(|| draft::newest_leaf(&messages, |_| true));
    let titles = [row.title, wire.title].into_iter().flatten();
    let title = titles.map(Cow::into_owned).find(|title| !title.trim().is_empty()).unwrap_or_default();
    let id = row.id.map(Cow::into_owned).unwrap_or_default();
    Ok(Some(draft::finish(Chat {
        title,
        created_at: row.created_at.or(wire.timestamp),
        updated_at: row.updated_at,
        project: row.folder_id.map(|id| Project { id: id.into_owned(), name: None }),
        tags: wire.tags.into_iter().filter_map(Scalar::text).collect(),
        is_archived: row.archived,
        is_starred: row.pinned,
        messages,
        leaf,
        ..Chat::new(Source::Openwebui, id)
    })))
}

fn message(id: String, turn: Turn<'_>) -> Message {
    let role = match turn.role.as_deref() {
        Some("user") => Role::User,
        Some("system") => Role::System,
        Some("tool") => Role::Tool,
        _ => Role::Assistant,
    };
    let text = match turn.content {
        Loose::Text(text) => text.into_owned(),
        Loose::List(texts) => texts.join("\n"),
        Loose::Object(_) | Loose::Absent => String::new(),
    };
    let mut parts = details::parts(&text);
    parts.extend(failure(turn.error));
    parts.extend(turn.files.into_iter().map(file));
    let model = turn.model.map(Cow::into_owned);
    Message { id, model, created_at: turn.timestamp, parts, ..Message::new(role) }
}

fn failure(error: Loose<'_, Failure<'_>>) -> Option<Part> {
    let text = match error {
        Loose::Object(failure) => failure.content?.into_owned(),
        Loose::Text(text) => text.into_owned(),
        Loose::List(_) | Loose::Absent => return None,
    };
    Some(Part::Error { text })
}

fn file(wire: File<'_>) -> Part {
    let name = wire.name.map(Cow::into_owned).unwrap_or_default();
    let attachment = Attachment { name, size_bytes: lenient::size(wire.size), ..Attachment::default() };
    if wire.kind.as_deref() == Some("image") { Part::Image(attachment) } else { Part::File(attachment) }
}
