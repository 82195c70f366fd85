//! The other form of Gemini's chats in Takeout: a document a conversation, with its turns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::chat::{Attachment, Chat, Message, Part, Role, Source};

use crate::context::Context;
use crate::draft;
use crate::lenient;

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
struct Conversation<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    title: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    creation_time: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    last_modification_time: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    conversation_turns: Vec<Turns<'a>>,
}

#[derive(Deserialize)]
struct Turns<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    user_turn: Option<Turn<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    system_turn: Option<Turn<'a>>,
}

#[derive(Deserialize)]
struct Turn<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    prompt: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    turn_index: Option<f64>,
    #[serde(default, deserialize_with = "lenient::time")]
    turn_last_modified: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    turn_deleted_time: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    text: Vec<Piece<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::list")]
    images: Vec<lenient::Scalar<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    model_thoughts: Vec<Thought<'a>>,
}

#[derive(Deserialize)]
struct Piece<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    data: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    cards: Vec<Card<'a>>,
}

#[derive(Deserialize)]
struct Card<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    content: Text<'a>,
}

#[derive(Deserialize)]
struct Thought<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    headline: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    description: Text<'a>,
}

/// Reads one conversation.
///
/// # Errors
/// When `text` is no JSON.
pub(crate) fn read(text: &str, context: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let wire: Conversation<'_> = serde_json::from_str(text)?;
    let mut turns = Vec::new();
    for pair in wire.conversation_turns {
        turns.extend(pair.user_turn.map(|turn| (Role::User, turn)));
        turns.extend(pair.system_turn.map(|turn| (Role::Assistant, turn)));
    }
    turns.retain(|(_, turn)| turn.turn_deleted_time.is_none());
    let (messages, leaf) = lay_out(turns, context);
    let title = wire.title.map(Cow::into_owned).unwrap_or_default();
    let id = super::made_chat_id(wire.creation_time, &title);
    let (created_at, updated_at) = (wire.creation_time, wire.last_modification_time);
    let chat = Chat { title, created_at, updated_at, messages, leaf, ..Chat::new(Source::Gemini, id) };
    Ok(Some(draft::finish(chat)))
}

/// A turn that stands there twice was edited: the newest one counts, and the others stand beside it.
fn lay_out(turns: Vec<(Role, Turn<'_>)>, context: &Context) -> (Vec<Message>, Option<usize>) {
    let mut versions = BTreeMap::<i64, Vec<(Role, Turn<'_>)>>::new();
    for (place, (role, turn)) in turns.into_iter().enumerate() {
        #[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
        let index =
            turn.turn_index.map_or_else(|| i64::try_from(place).unwrap_or(i64::MAX), |index| index as i64);
        versions.entry(index).or_default().push((role, turn));
    }
    let (mut messages, mut last) = (Vec::new(), None);
    for (_, mut turns) in versions {
        turns.sort_by_key(|(_, turn)| turn.turn_last_modified);
        let parent = last;
        for (role, turn) in turns {
            last = Some(messages.len());
            messages.push(Message { parent, ..message(role, turn, context) });
        }
    }
    (messages, last)
}

fn message(role: Role, turn: Turn<'_>, context: &Context) -> Message {
    let mut parts = Vec::new();
    for thought in turn.model_thoughts {
        let lines = [thought.headline, thought.description].into_iter().flatten().collect::<Vec<_>>();
        parts.push(Part::Reasoning { text: lines.join("\n") });
    }
    let pieces = turn.text.into_iter().flat_map(|piece| {
        piece.data.into_iter().chain(piece.cards.into_iter().filter_map(|card| card.content))
    });
    let texts: Vec<_> = turn.prompt.into_iter().chain(pieces).filter(|text| !text.is_empty()).collect();
    if !texts.is_empty() {
        parts.push(Part::text(texts.join("\n\n")));
    }
    for image in turn.images {
        if let lenient::Scalar::Text(name) = image {
            parts.push(Part::Image(Attachment { name: name.to_string(), ..context.asset(&name) }));
        }
    }
    Message { created_at: turn.turn_last_modified, parts, ..Message::new(role) }
}
