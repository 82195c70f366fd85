//! Chats as JSON: an array of them, a file a chat, or `{"chats": […]}`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::chat::{Chat, Message, Part, Project, Role, Source};

use super::role;
use crate::draft::{self, Draft};
use crate::lenient::{self, Loose, Scalar};

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    chats: Vec<Wire<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    title: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    created_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    updated_at: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    project: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    url: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::list")]
    tags: Vec<Scalar<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    messages: Vec<Turn<'a>>,
}

#[derive(Deserialize)]
struct Turn<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    role: Text<'a>,
    #[serde(borrow, default = "absent", alias = "content")]
    text: Loose<'a, serde::de::IgnoredAny>,
    #[serde(default, alias = "timestamp", deserialize_with = "lenient::time")]
    created_at: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    model: Text<'a>,
}

fn absent<'a>() -> Loose<'a, serde::de::IgnoredAny> {
    Loose::Absent
}

/// Reads a chat, or the chats of a wrapper.
///
/// # Errors
/// When `text` is no JSON.
pub(crate) fn read(text: &str) -> Result<Vec<Chat>, serde_json::Error> {
    let mut wire: Wire<'_> = serde_json::from_str(text)?;
    let chats = std::mem::take(&mut wire.chats);
    let chats = if chats.is_empty() { vec![wire] } else { chats };
    Ok(chats.into_iter().map(chat).collect())
}

fn chat(wire: Wire<'_>) -> Chat {
    let mut draft = Draft::default();
    for turn in wire.messages {
        let role = turn.role.as_deref().and_then(role).unwrap_or(Role::Assistant);
        let parts = match turn.text {
            Loose::Text(text) if !text.is_empty() => vec![Part::text(text)],
            Loose::List(texts) => vec![Part::text(texts.join("\n"))],
            _ => Vec::new(),
        };
        let model = turn.model.map(Cow::into_owned);
        draft.add_next(Message { model, created_at: turn.created_at, parts, ..Message::new(role) });
    }
    let messages = draft.messages();
    draft::finish(Chat {
        title: wire.title.map(Cow::into_owned).unwrap_or_default(),
        created_at: wire.created_at,
        updated_at: wire.updated_at,
        model: wire.model.map(Cow::into_owned),
        project: wire.project.map(|name| Project { id: name.to_string(), name: Some(name.into_owned()) }),
        link: wire.url.map(Cow::into_owned),
        tags: wire.tags.into_iter().filter_map(Scalar::text).collect(),
        leaf: messages.len().checked_sub(1),
        messages,
        ..Chat::new(Source::Other, wire.id.map(Cow::into_owned).unwrap_or_default())
    })
}
