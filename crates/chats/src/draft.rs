//! What every reader does to a chat once its messages are known.

use std::collections::HashMap;

use shared::chat::{Chat, Message, Part, Role};
use unicode_segmentation::UnicodeSegmentation;

/// How many characters, as people count them, a title has that is made of the first question.
const TITLE_CHARACTERS: usize = 80;

/// Messages of an export with the ids of their parents, as they came.
#[derive(Default)]
pub(crate) struct Draft {
    messages: Vec<Message>,
    parents: Vec<Option<String>>,
    places: HashMap<String, usize>,
}

impl Draft {
    /// Adds a message that follows the one with the id `parent`, wherever that stands in the export.
    pub(crate) fn add(&mut self, parent: Option<String>, message: Message) {
        self.places.insert(message.id.clone(), self.messages.len());
        self.parents.push(parent);
        self.messages.push(message);
    }

    /// Adds a message that follows the last one that was added.
    pub(crate) fn add_next(&mut self, mut message: Message) {
        message.parent = self.messages.len().checked_sub(1);
        self.parents.push(None);
        self.messages.push(message);
    }

    /// The place of the message with this id.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The messages in the order of the export, each knowing its parent. A parent that is not there is none.
    pub(crate) fn messages(mut self) -> Vec<Message> {
        for (message, parent) in self.messages.iter_mut().zip(&self.parents) {
            if let Some(parent) = parent {
                message.parent = self.places.get(parent).copied();
            }
        }
        self.messages
    }
}

/// The newest message that nothing follows, among the candidates: where an export does not say which branch counts,
/// the newest does, and of equals the last one. A message without a time is as old as its parent.
pub(crate) fn newest_leaf(messages: &[Message], is_candidate: impl Fn(usize) -> bool) -> Option<usize> {
    let mut has_child = vec![false; messages.len()];
    for parent in messages.iter().filter_map(|message| message.parent) {
        has_child[parent] = true;
    }
    let mut times: Vec<_> = messages.iter().map(|message| message.created_at).collect();
    for place in parents_first(messages) {
        times[place] = times[place].or_else(|| messages[place].parent.and_then(|parent| times[parent]));
    }
    let leaves = (0..messages.len()).filter(|place| !has_child[*place] && is_candidate(*place));
    leaves.max_by_key(|place| times[*place])
}

/// Whether each message leads up to one that has no parent: not in a circle.
pub(crate) fn reaches_root(messages: &[Message], is_root: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut known: Vec<Option<bool>> = vec![None; messages.len()];
    for start in 0..messages.len() {
        let mut trail = Vec::new();
        let mut next = Some(start);
        let found = loop {
            let Some(place) = next else { break trail.last().is_some_and(|last| is_root(*last)) };
            match known[place] {
                Some(found) => break found,
                None => known[place] = Some(false),
            }
            trail.push(place);
            next = messages[place].parent;
        };
        trail.into_iter().for_each(|place| known[place] = Some(found));
    }
    known.into_iter().map(|found| found == Some(true)).collect()
}

/// Fills in what follows from the messages: times that the export left out, the model, the title.
pub(crate) fn finish(mut chat: Chat) -> Chat {
    cut_circles(&mut chat.messages);
    fill_times(&mut chat);
    let thread: Vec<_> = chat.path();
    if chat.model.is_none() {
        let models = thread.iter().rev().filter_map(|place| chat.messages[*place].model.clone());
        chat.model = models.into_iter().next();
    }
    let said: Vec<_> = chat.messages.iter().filter_map(|message| message.created_at).collect();
    chat.created_at = chat.created_at.or_else(|| said.iter().min().copied());
    chat.updated_at = chat.updated_at.or_else(|| said.iter().max().copied()).or(chat.created_at);
    let title = chat.title.trim();
    chat.title = if title.is_empty() { title_from(&chat, &thread) } else { title.to_owned() };
    chat
}

/// Parents that lead in a circle are none.
fn cut_circles(messages: &mut [Message]) {
    let mut trails = vec![0; messages.len()];
    for start in 0..messages.len() {
        let trail = start + 1;
        let mut at = start;
        while trails[at] == 0 {
            trails[at] = trail;
            match messages[at].parent {
                Some(parent) if trails[parent] == trail => messages[at].parent = None,
                Some(parent) => at = parent,
                None => break,
            }
        }
    }
}

/// A message without a time was said when its parent was, or when the chat began.
fn fill_times(chat: &mut Chat) {
    let order = parents_first(&chat.messages);
    for place in order {
        let parent = chat.messages[place].parent.and_then(|parent| chat.messages[parent].created_at);
        let message = &mut chat.messages[place];
        message.created_at = message.created_at.or(parent).or(chat.created_at);
    }
}

/// The places of all messages, each after its parent.
fn parents_first(messages: &[Message]) -> Vec<usize> {
    let mut children = vec![Vec::new(); messages.len()];
    let mut order = Vec::with_capacity(messages.len());
    for (place, message) in messages.iter().enumerate() {
        match message.parent {
            Some(parent) => children[parent].push(place),
            None => order.push(place),
        }
    }
    let mut at = 0;
    while at < order.len() {
        let next = std::mem::take(&mut children[order[at]]);
        order.extend(next);
        at += 1;
    }
    order
}

/// The first line of the first thing that the person said.
fn title_from(chat: &Chat, path: &[usize]) -> String {
    let messages = path.iter().map(|place| &chat.messages[*place]);
    let asked = messages.filter(|message| message.role == Role::User && message.is_visible());
    let texts = asked.flat_map(|message| message.parts.iter().filter_map(Part::spoken));
    let lines = texts.flat_map(str::lines).map(str::trim);
    let line = lines.into_iter().find(|line| !line.is_empty()).unwrap_or_default();
    let cut: String = line.graphemes(true).take(TITLE_CHARACTERS).collect();
    cut.trim_end().to_owned()
}
