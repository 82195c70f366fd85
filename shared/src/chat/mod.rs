//! A chat as it was had with an AI, whatever export it came from.
//!
//! A chat is a tree: editing a question or asking for another answer makes a branch. The *path* is the branch that
//! counts, from the first message to [`Chat::leaf`]; what stands beside it is kept. Messages are stored in the order of
//! the export, their parents by position.

mod facts;
mod fingerprint;
mod message;
mod personal;
mod skipped;
mod source;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use facts::{
    Evidence, Facts, ITEM_CHARACTERS_MAX, ITEMS_MAX, KEYWORDS_MAX, Keyword, MessageCounts, PAUSE_SECONDS_MAX,
    TopicProposal, WARNINGS_MAX, Warning,
};
pub use fingerprint::{DISTANCE_MAX, Fingerprint};
pub use message::{Attachment, Message, Part, Role};
pub use personal::PersonalData;
pub use skipped::{Reason, Skipped};
pub use source::Source;

use crate::words::{Topic, topic};

pub(crate) static WORDS: Topic = topic!("chats");

/// A conversation and everything that was said in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chat {
    /// The AI, or the program in front of it, that it came from.
    pub source: Source,
    /// What the source calls it; unique within it. Where the source has no ids, one made from the first message.
    pub id: String,
    /// Its title, or the first line of the first question; empty when it has neither.
    pub title: String,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<DateTime<Utc>>,
    /// When something was last said in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime<Utc>>,
    /// The model that answered last on the path, as its maker calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The project it was filed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<Project>,
    /// Where the original can be opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What the source wrote about it, where it does so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Labels that the person gave it there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether the person put it away there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_archived: bool,
    /// Whether the person starred or pinned it there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_starred: bool,
    /// Everything that was said, in the order of the export.
    #[serde(default)]
    pub messages: Vec<Message>,
    /// The position of the last message of the path; nothing for a chat without messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaf: Option<usize>,
}

/// A project that chats are filed under at their source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// What the source calls it.
    pub id: String,
    /// Its name, where the export holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Project {
    /// What to show: its name, or its id where the export has no name.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// How many messages a person sees of a chat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Visible messages of the path.
    pub on_path: usize,
    /// Visible messages beside it: earlier versions of questions and other answers.
    pub off_path: usize,
}

impl Chat {
    /// A chat in which nothing was said yet.
    pub fn new(source: Source, id: impl Into<String>) -> Self {
        Self {
            source,
            id: id.into(),
            title: String::new(),
            created_at: None,
            updated_at: None,
            model: None,
            project: None,
            link: None,
            summary: None,
            tags: Vec::new(),
            is_archived: false,
            is_starred: false,
            messages: Vec::new(),
            leaf: None,
        }
    }

    /// The positions of the messages from the first one to [`Self::leaf`], hidden ones included.
    ///
    /// Ends where a parent is missing or was there before: damaged exports hold both.
    pub fn path(&self) -> Vec<usize> {
        let mut path: Vec<_> =
            Climb { messages: &self.messages, next: self.leaf, seen: vec![false; self.messages.len()] }
                .collect();
        path.reverse();
        path
    }

    /// The messages of the path, the first one first, hidden ones included.
    pub fn thread(&self) -> impl Iterator<Item = &Message> {
        self.path().into_iter().filter_map(|position| self.messages.get(position))
    }

    /// How many messages there are to see, on the path and beside it.
    pub fn counts(&self) -> Counts {
        let visible = self.messages.iter().filter(|message| message.is_visible()).count();
        let on_path = self.thread().filter(|message| message.is_visible()).count();
        Counts { on_path, off_path: visible - on_path }
    }

    /// The positions of the messages that follow each message, in the order of the export; `None` holds the first ones.
    pub fn children(&self) -> BTreeMap<Option<usize>, Vec<usize>> {
        let mut children = BTreeMap::<_, Vec<_>>::new();
        for (position, message) in self.messages.iter().enumerate() {
            children.entry(message.parent).or_default().push(position);
        }
        children
    }
}

/// Walks from a message up to the first one.
struct Climb<'a> {
    messages: &'a [Message],
    next: Option<usize>,
    seen: Vec<bool>,
}

impl Iterator for Climb<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let position = self.next.take()?;
        let message = self.messages.get(position)?;
        let was_here = std::mem::replace(self.seen.get_mut(position)?, true);
        if was_here {
            return None;
        }
        self.next = message.parent;
        Some(position)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(parent: Option<usize>, text: &str) -> Message {
        Message { parent, parts: vec![Part::Text { text: text.to_owned() }], ..Message::new(Role::User) }
    }

    fn chat(messages: Vec<Message>, leaf: Option<usize>) -> Chat {
        Chat { messages, leaf, ..Chat::new(Source::Chatgpt, "c") }
    }

    #[test]
    fn the_path_leads_from_the_first_message_to_the_leaf() {
        let branches =
            vec![message(None, "a"), message(Some(0), "b"), message(Some(0), "c"), message(Some(2), "d")];

        let chat = chat(branches, Some(3));

        assert_eq!(chat.path(), [0, 2, 3]);
        assert_eq!(chat.counts(), Counts { on_path: 3, off_path: 1 });
    }

    #[test]
    fn a_circle_ends_where_it_began() {
        let circle = vec![message(Some(1), "a"), message(Some(0), "b")];

        assert_eq!(chat(circle, Some(1)).path(), [0, 1]);
    }

    #[test]
    fn a_leaf_that_is_not_there_makes_no_path() {
        assert!(chat(vec![message(None, "a")], Some(7)).path().is_empty());
    }
}
