//! Chats of Gemini: Takeout records what a person asked, one record a question, newest first and without chats.

mod history;
mod html;
mod prompt;
mod studio;
mod wire;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use shared::chat::{Attachment, Chat, Message, Part, Role, Source};

use crate::context::Context;
use crate::draft;
use wire::Record;

pub(super) use history::read as read_history;
pub(super) use studio::read as read_studio;

/// The silence after which another chat begins, unless the person chose another.
pub const GAP_SECONDS: i64 = 30 * 60;

/// Bytes of the hash that an id is made of.
const ID_BYTES: usize = 12;

/// Questions of an activity file, gathered until chats can be made of them.
#[derive(Default)]
pub(crate) struct Activity {
    questions: Vec<Question>,
}

/// A question and what was answered.
struct Question {
    /// The chat it belongs to, where the record says so.
    chat: Option<String>,
    time: Option<DateTime<Utc>>,
    title: String,
    asked: Vec<Part>,
    /// The answer that was shown, and other drafts of it.
    answers: Vec<String>,
}

impl Activity {
    /// Takes in a record; false where it is none of a question.
    ///
    /// # Errors
    /// When `text` is no JSON.
    pub(crate) fn add(&mut self, text: &str, context: &Context) -> Result<bool, serde_json::Error> {
        let record: Record<'_> = serde_json::from_str(text)?;
        let question = question(record, context);
        let is_question = question.is_some();
        self.questions.extend(question);
        Ok(is_question)
    }

    /// The chats that the questions were asked in: by the id of the chat where records have one, else by silence of
    /// more than `gap_seconds` between them. The oldest comes first, what has no time last.
    pub(crate) fn chats(self, gap_seconds: i64) -> Vec<Chat> {
        let mut named = BTreeMap::<String, Vec<Question>>::new();
        let mut timed = Vec::new();
        let mut timeless = Vec::new();
        for question in self.questions.into_iter().rev() {
            match (&question.chat, question.time) {
                (Some(chat), _) => named.entry(chat.clone()).or_default().push(question),
                (None, Some(_)) => timed.push(question),
                (None, None) => timeless.push(vec![question]),
            }
        }
        let by_id = named.into_iter().map(|(id, mut questions)| {
            questions.sort_by_key(|question| question.time);
            chat(Some(id), questions)
        });
        let by_silence =
            sessions(timed, gap_seconds).into_iter().chain(timeless).map(|questions| chat(None, questions));
        by_id.chain(by_silence).collect()
    }
}

/// Parts questions where there was silence.
fn sessions(mut questions: Vec<Question>, gap_seconds: i64) -> Vec<Vec<Question>> {
    questions.sort_by_key(|question| question.time);
    let mut sessions: Vec<Vec<Question>> = Vec::new();
    for question in questions {
        let last = sessions.last().and_then(|session| session.last()).and_then(|last| last.time);
        let silence = last.zip(question.time).map(|(last, next)| (next - last).num_seconds());
        match sessions.last_mut() {
            Some(session) if silence.is_some_and(|silence| silence <= gap_seconds) => session.push(question),
            _ => sessions.push(vec![question]),
        }
    }
    sessions
}

fn question(record: Record<'_>, context: &Context) -> Option<Question> {
    if !record.is_of_gemini() {
        return None;
    }
    let answers = record.answers();
    let prompt = record.asked().or_else(|| prompt::of(record.title.as_deref()?, !answers.is_empty()))?;
    let mut asked = Vec::new();
    if !prompt.is_empty() {
        asked.push(Part::text(prompt));
    }
    asked.extend(record.files().map(|name| file(name, context)));
    if asked.is_empty() {
        // A question without a word is a question all the same: there is an answer to it.
        asked.push(Part::Unknown { kind: "empty".to_owned() });
    }
    let title = record.title.as_deref().unwrap_or_default().to_owned();
    Some(Question { chat: record.chat(), time: record.time, title, asked, answers })
}

/// A file that came with a question: a picture where its name says so.
fn file(name: &str, context: &Context) -> Part {
    let found = context.asset(name);
    let attachment = Attachment { name: name.to_owned(), ..found };
    let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "heic" => Part::Image(attachment),
        "mp3" | "wav" | "m4a" | "ogg" => Part::Audio(attachment),
        _ => Part::File(attachment),
    }
}

fn chat(id: Option<String>, questions: Vec<Question>) -> Chat {
    let link = id.as_ref().map(|id| format!("https://gemini.google.com/app/{id}"));
    let id = id.or_else(|| questions.first().map(made_id)).unwrap_or_default();
    let mut messages = Vec::new();
    let mut last = None;
    for question in questions {
        let asked = Message { parent: last, created_at: question.time, ..Message::new(Role::User) };
        messages.push(Message { parts: question.asked, ..asked });
        let place = messages.len() - 1;
        last = Some(place);
        for (number, html) in question.answers.iter().enumerate() {
            let parts = vec![Part::text(html::to_markdown(html))];
            let answer =
                Message { parent: Some(place), created_at: question.time, ..Message::new(Role::Assistant) };
            messages.push(Message { parts, ..answer });
            if number == 0 {
                last = Some(messages.len() - 1);
            }
        }
    }
    draft::finish(Chat { link, messages, leaf: last, ..Chat::new(Source::Gemini, id) })
}

fn made_id(first: &Question) -> String {
    made_chat_id(first.time, &first.title)
}

/// An id for a chat that has none: the same as long as it begins in the same way.
pub(crate) fn made_chat_id(time: Option<DateTime<Utc>>, start: &str) -> String {
    let millis = time.map(|time| time.timestamp_millis()).unwrap_or_default();
    let digest = Sha256::digest(format!("{millis}\n{start}"));
    digest.iter().take(ID_BYTES).map(|byte| format!("{byte:02x}")).collect()
}
