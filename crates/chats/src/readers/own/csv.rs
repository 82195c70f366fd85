//! Chats as CSV: a row a message, with a header that names the columns.

use std::collections::HashMap;

use shared::chat::{Chat, Message, Part, Role, Source};

use super::role;
use crate::draft::{self, Draft};
use crate::time;

/// What a column is called that says to which chat a message belongs.
const CHAT: [&str; 5] = ["chat", "chat_id", "conversation", "conversation_id", "chatname"];
const TITLE: [&str; 2] = ["title", "chat_title"];
const ROLE: [&str; 4] = ["role", "author", "sender", "speaker"];
const TEXT: [&str; 4] = ["text", "message", "content", "messagecontent"];
const TIME: [&str; 5] = ["time", "created_at", "createdat", "date", "timestamp"];

/// Reads the chats of a file, in the order in which they begin; nothing where the header names no texts or no speakers.
///
/// # Errors
/// When a row is no CSV; what the parser says names the line.
pub(crate) fn read(text: &str) -> Result<Option<Vec<Chat>>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<_> =
        reader.headers()?.iter().map(|name| name.trim().to_lowercase().replace(' ', "_")).collect();
    let column = |names: &[&str]| header.iter().position(|name| names.contains(&name.as_str()));
    let (Some(text_at), Some(role_at)) = (column(&TEXT), column(&ROLE)) else { return Ok(None) };
    let (chat_at, title_at, time_at) = (column(&CHAT), column(&TITLE), column(&TIME));
    let mut order: Vec<(String, String, Draft)> = Vec::new();
    let mut places = HashMap::new();
    for row in reader.records() {
        let row = row?;
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or_default().trim();
        let key =
            [cell(chat_at), cell(title_at)].into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let title =
            [cell(title_at), cell(chat_at)].into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let place = *places.entry(key.to_owned()).or_insert_with(|| {
            order.push((key.to_owned(), title.to_owned(), Draft::default()));
            order.len() - 1
        });
        let said = cell(Some(text_at));
        let parts = if said.is_empty() { Vec::new() } else { vec![Part::text(said)] };
        let role = role(cell(Some(role_at))).unwrap_or(Role::Assistant);
        let created_at = time::from_text(cell(time_at));
        if let Some((.., draft)) = order.get_mut(place) {
            draft.add_next(Message { parts, created_at, ..Message::new(role) });
        }
    }
    Ok(Some(order.into_iter().map(chat).collect()))
}

fn chat((id, title, draft): (String, String, Draft)) -> Chat {
    let messages = draft.messages();
    let leaf = messages.len().checked_sub(1);
    draft::finish(Chat { title, messages, leaf, ..Chat::new(Source::Other, id) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_chat_come_together() {
        let text = "Conversation,Time,Author,Message\nA,2026-05-01T09:00:00Z,user,Hi\nB,,user,\"Ho, ho\"\nA,,AI,Hello\n";

        let chats = read(text).unwrap().unwrap();

        let shown: Vec<_> = chats.iter().map(|chat| (chat.title.as_str(), chat.counts().on_path)).collect();
        assert_eq!(shown, [("A", 2), ("B", 1)]);
        assert_eq!(chats[0].messages[1].role, Role::Assistant);
    }

    #[test]
    fn a_table_of_something_else_is_none() {
        assert!(read("name,price\na,1\n").unwrap().is_none());
    }
}
