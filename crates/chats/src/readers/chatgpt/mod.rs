//! Chats of ChatGPT: a conversation is a tree of nodes, each with a message or none.

mod content;
mod marks;
mod wire;

use std::borrow::Cow;

use shared::chat::{Chat, Message, Project, Role, Source};

use crate::context::Context;
use crate::draft::{self, Draft};
use wire::{Conversation, Node};

/// Ids of custom GPTs that begin so are projects.
const PROJECT_PREFIX: &str = "g-p-";

/// Reads one conversation.
///
/// # Errors
/// When `text` is no JSON.
pub(super) fn read(text: &str, context: &Context) -> Result<Option<Chat>, serde_json::Error> {
    let conversation: Conversation<'_> = serde_json::from_str(text)?;
    Ok(Some(chat(conversation, context)))
}

fn chat(mut wire: Conversation<'_>, context: &Context) -> Chat {
    let id = wire.conversation_id.take().or(wire.id.take()).unwrap_or_default();
    let link = (!id.is_empty()).then(|| format!("https://chatgpt.com/c/{id}"));
    let project = project(&wire, context);
    let roots: Vec<bool> = wire.mapping.iter().map(|(_, node)| node.parent.is_none()).collect();
    let mut draft = Draft::default();
    for (key, node) in std::mem::take(&mut wire.mapping) {
        let parent = node.parent.as_deref().map(str::to_owned);
        draft.add(parent, message(&key, node, context));
    }
    let current = wire.current_node.as_deref().and_then(|node| draft.place(node));
    let messages = draft.messages();
    let leaf = current.or_else(|| fallback_leaf(&messages, &roots));
    draft::finish(Chat {
        title: wire.title.map(Cow::into_owned).unwrap_or_default(),
        created_at: wire.create_time,
        updated_at: wire.update_time,
        model: None,
        project,
        link,
        is_archived: wire.is_archived,
        is_starred: wire.is_starred || wire.pinned_time.is_set(),
        messages,
        leaf,
        ..Chat::new(Source::Chatgpt, id)
    })
    .or_model(wire.default_model_slug)
}

/// The newest leaf that leads up to a root; where none does, the newest at all.
fn fallback_leaf(messages: &[Message], roots: &[bool]) -> Option<usize> {
    let reaches = draft::reaches_root(messages, |place| roots.get(place) == Some(&true));
    draft::newest_leaf(messages, |place| reaches.get(place) == Some(&true))
        .or_else(|| draft::newest_leaf(messages, |_| true))
}

fn project(wire: &Conversation<'_>, context: &Context) -> Option<Project> {
    let ids = [&wire.conversation_template_id, &wire.gizmo_id];
    let id = ids.into_iter().flatten().find(|id| id.starts_with(PROJECT_PREFIX))?;
    Some(Project { id: id.to_string(), name: context.projects.get(id.as_ref()).cloned() })
}

/// The message of a node; a node without one is a hidden message that says nothing, so that the tree stays whole.
fn message(key: &str, node: Node<'_>, context: &Context) -> Message {
    let Some(wire) = node.message else {
        return Message { id: key.to_owned(), is_hidden: true, ..Message::new(Role::System) };
    };
    let role = match wire.author.as_ref().and_then(|author| author.role.as_deref()) {
        Some("user") => Role::User,
        Some("tool") => Role::Tool,
        Some("system") => Role::System,
        _ => Role::Assistant,
    };
    let metadata = wire.metadata.as_ref();
    let is_hidden = wire.weight == Some(0.0)
        || metadata
            .is_some_and(|data| data.is_visually_hidden_from_conversation || data.is_user_system_message);
    let model = metadata.and_then(|data| data.model_slug.as_deref()).map(str::to_owned);
    let created_at = wire.create_time;
    let parts = content::parts(wire, role, context);
    Message { id: key.to_owned(), parent: None, role, created_at, model, parts, is_hidden }
}

trait OrModel {
    /// Gives a chat that names no model with any message the one of the conversation.
    fn or_model(self, model: Option<Cow<'_, str>>) -> Self;
}

impl OrModel for Chat {
    fn or_model(mut self, model: Option<Cow<'_, str>>) -> Self {
        // `auto` names no model: the service chose one.
        let named = model.filter(|model| !model.is_empty() && model != "auto");
        self.model = self.model.or(named.map(Cow::into_owned));
        self
    }
}
