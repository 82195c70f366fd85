//! Chats of Claude: a list of messages, in newer exports with the parent of each.

mod artifact;
mod wire;

use std::borrow::Cow;

use shared::chat::{Attachment, Chat, Message, Part, Project, Role, Source};

use crate::context::Context;
use crate::draft::{self, Draft};
use crate::lenient;
use wire::{Block, Conversation};

/// What the first message of a conversation names as its parent.
const ROOT: &str = "00000000-0000-4000-8000-000000000000";

/// Reads one conversation.
///
/// # Errors
/// When `text` is no JSON.
pub(super) fn read(text: &str, context: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let conversation: Conversation<'_> = serde_json::from_str(text)?;
    Ok(Some(chat(conversation, context)))
}

/// The names of the projects in `text`, one of them or an array, by their ids; none where it is no JSON.
pub(crate) fn projects(text: &str) -> Vec<(String, String)> {
    let one = serde_json::from_str::<wire::Project<'_>>(text).map(|project| vec![project]);
    let read = if text.trim_start().starts_with('[') { serde_json::from_str(text) } else { one };
    let named = read.unwrap_or_default().into_iter().filter_map(|project| project.uuid.zip(project.name));
    named.map(|(id, name)| (id.into_owned(), name.into_owned())).collect()
}

fn chat(mut wire: Conversation<'_>, context: &Context) -> Chat {
    let mut draft = Draft::default();
    for (place, mut message) in std::mem::take(&mut wire.chat_messages).into_iter().enumerate() {
        let id = message.uuid.take().map_or_else(|| format!("#{place}"), Cow::into_owned);
        match message.parent_message_uuid.take().map(Cow::into_owned) {
            Some(parent) if parent == ROOT => draft.add(None, read_message(id, message)),
            Some(parent) if draft.place(&parent).is_some() => {
                draft.add(Some(parent), read_message(id, message))
            }
            // Older exports are linear, and a parent that came to nothing is as good as none.
            _ => draft.add_next(read_message(id, message)),
        }
    }
    let current = wire.current_leaf_message_uuid.as_deref().and_then(|leaf| draft.place(leaf));
    let messages = draft.messages();
    let leaf = current.or_else(|| draft::newest_leaf(&messages, |_| true));
    let id = wire.uuid.map(Cow::into_owned).unwrap_or_default();
    let named =
        |id: Cow<'_, str>| Project { name: context.projects.get(id.as_ref()).cloned(), id: id.into_owned() };
    draft::finish(Chat {
        title: wire.name.map(Cow::into_owned).unwrap_or_default(),
        created_at: wire.created_at,
        updated_at: wire.updated_at,
        model: wire.model.map(Cow::into_owned),
        project: wire.project_uuid.map(named),
        link: (!id.is_empty()).then(|| format!("https://claude.ai/chat/{id}")),
        summary: wire.summary.map(Cow::into_owned).filter(|summary| !summary.is_empty()),
        is_starred: wire.is_starred,
        messages,
        leaf,
        ..Chat::new(Source::Claude, id)
    })
}

fn read_message(id: String, wire: wire::Message<'_>) -> Message {
    let role = if wire.sender.as_deref() == Some("human") { Role::User } else { Role::Assistant };
    let mut parts: Vec<_> = wire.content.into_iter().filter_map(part).collect();
    let is_silent = !parts.iter().any(|part| matches!(part, Part::Text { .. }));
    if let Some(text) = wire.text.filter(|text| is_silent && !text.is_empty()) {
        parts.push(Part::text(artifact::unfold(&text)));
    }
    parts.extend(wire.attachments.into_iter().chain(wire.files).map(file));
    Message { id, created_at: wire.created_at, parts, ..Message::new(role) }
}

fn part(block: Block<'_>) -> Option<Part> {
    let name = || block.name.clone().map(Cow::into_owned).unwrap_or_default();
    match block.kind.as_deref().unwrap_or_default() {
        "text" => block.text.filter(|text| !text.is_empty()).map(|text| Part::text(artifact::unfold(&text))),
        "thinking" => Some(Part::Reasoning { text: block.thinking.map(Cow::into_owned).unwrap_or_default() }),
        "tool_use" => {
            let input = block.input.map(serde_json::value::RawValue::get).unwrap_or_default().to_owned();
            Some(Part::ToolCall { name: name(), input })
        }
        "tool_result" => {
            let name = name();
            Some(Part::ToolOutput { name, is_error: block.is_error, text: results(block.content) })
        }
        "token_budget" => None,
        kind => Some(Part::Unknown { kind: kind.to_owned() }),
    }
}

/// What a tool answered, a paragraph a piece: sources with their titles and addresses.
fn results(pieces: Vec<wire::Result<'_>>) -> String {
    let paragraphs = pieces.into_iter().map(|piece| {
        let lines =
            [piece.title, piece.url, piece.text].into_iter().flatten().filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn file(wire: wire::File<'_>) -> Part {
    Part::File(Attachment {
        name: wire.file_name.map(Cow::into_owned).unwrap_or_default(),
        path: None,
        size_bytes: lenient::size(wire.file_size),
        text: wire.extracted_content.map(Cow::into_owned),
    })
}
