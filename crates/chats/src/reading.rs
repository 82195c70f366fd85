//! Reads exports from beginning to end, a chat at a time.

use std::collections::VecDeque;
use std::io::{Cursor, Read};

use shared::chat::{Chat, Reason, Skipped};

use crate::bundle::{self, Bundle};
use crate::context::Context;
use crate::detect::{self, Format};
use crate::document::{self, Document};
use crate::elements::{Break, Element, Elements};
use crate::input::Input;
use crate::readers::gemini::{self, Activity};
use crate::readers::{self, own};
use crate::repair::repair;

/// The most bytes that one chat may take: it and what is made of it must fit into memory.
pub const CHAT_BYTES_MAX: usize = 48 << 20;
/// How much is looked at to tell what a document is.
const HEAD_BYTES: u64 = 4096;

/// What a reading comes upon.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A chat.
    Chat(Box<Chat>),
    /// Something that is not among the chats.
    Skipped(Skipped),
}

/// How a reading goes about it.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The silence after which activity without ids begins another chat, in seconds.
    pub gap_seconds: i64,
}

impl Default for Options {
    fn default() -> Self {
        Self { gap_seconds: gemini::GAP_SECONDS }
    }
}

/// How far a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that were read, unpacked.
    pub done_bytes: u64,
    /// Bytes that there are, unpacked, as far as archives say so.
    pub total_bytes: u64,
}

/// Exports being read. Chats come in the order of the files; one that stands there twice comes twice.
///
/// At no time is more than one chat in memory, but for records of activity without ids, of which chats are made at the
/// end of a file.
pub struct Reading {
    bundles: VecDeque<(VecDeque<Document>, Context)>,
    open: Option<Open>,
    ready: VecDeque<Found>,
    progress: Progress,
}

/// A document that is being read.
struct Open {
    elements: Elements<Box<dyn Read>>,
    place: String,
    format: Option<Format>,
    activity: Activity,
    /// The keys of the first element that nothing is known of, and its place.
    strange: Option<(u64, Vec<String>)>,
    /// Whether anything was found, or said about it.
    is_told: bool,
    size_bytes: u64,
}

impl Reading {
    /// Opens what a person dropped: archives, files, the files of folders.
    pub fn new(inputs: Vec<Input>, options: Options) -> Self {
        let (bundles, skipped) = bundle::sort(inputs, options.gap_seconds);
        let total_bytes = bundles.iter().flat_map(|bundle| &bundle.documents).map(Document::size_bytes).sum();
        Self {
            bundles: bundles.into_iter().map(queue).collect(),
            open: None,
            ready: skipped.into_iter().map(Found::Skipped).collect(),
            progress: Progress { done_bytes: 0, total_bytes },
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let open = self.open.as_ref().map_or(0, |open| open.elements.read_bytes());
        Progress { done_bytes: self.progress.done_bytes + open, ..self.progress }
    }

    /// Opens the next document; false when there is none.
    fn open_next(&mut self) -> bool {
        let Some((documents, _)) = self.bundles.front_mut() else { return false };
        match documents.pop_front() {
            Some(document) => self.open(&document),
            None => drop(self.bundles.pop_front()),
        }
        true
    }

    fn open(&mut self, document: &Document) {
        match opened(document) {
            Ok(Opened::Json(open)) => self.open = Some(open),
            Ok(Opened::Chats(chats)) => {
                self.progress.done_bytes += document.size_bytes();
                self.ready.extend(chats.into_iter().map(|chat| Found::Chat(Box::new(chat))));
            }
            Err(reason) => self.skip(document.place.clone(), reason),
        }
    }

    fn skip(&mut self, place: String, reason: Reason) {
        self.ready.push_back(Found::Skipped(Skipped { place, reason }));
    }

    /// Reads an element of the open document, or closes it.
    fn step(&mut self, mut open: Open) {
        let Some((_, context)) = self.bundles.front() else { return };
        match open.next(context) {
            Ok(Some(found)) => {
                open.is_told |= !found.is_empty();
                self.ready.extend(found);
                self.open = Some(open);
            }
            Ok(None) => {
                let found = open.close(context);
                self.progress.done_bytes += open.size_bytes;
                self.ready.extend(found);
            }
            Err(reason) => {
                let place = open.place.clone();
                let found = open.close_broken(context);
                self.progress.done_bytes += open.size_bytes;
                self.ready.extend(found);
                self.skip(place, reason);
            }
        }
    }
}

impl Iterator for Reading {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.ready.pop_front() {
                return Some(found);
            }
            match self.open.take() {
                Some(open) => self.step(open),
                None if self.open_next() => {}
                None => return None,
            }
        }
    }
}

fn queue(bundle: Bundle) -> (VecDeque<Document>, Context) {
    (bundle.documents.into(), bundle.context)
}

/// A document, as far as its first bytes tell.
enum Opened {
    /// JSON, to be cut into elements.
    Json(Open),
    /// Read already: forms that are small and not JSON.
    Chats(Vec<Chat>),
}

fn opened(document: &Document) -> Result<Opened, Reason> {
    let (mut reader, size_bytes) = document.open()?;
    let mut head = Vec::new();
    let read = reader.by_ref().take(HEAD_BYTES).read_to_end(&mut head);
    // What breaks later than here is told once what comes before it was read.
    read.or_else(|error| if head.is_empty() { Err(document::unreadable(&error)) } else { Ok(0) })?;
    let kind = Kind::of(&head, &document.name());
    let whole = Cursor::new(head).chain(reader);
    match kind? {
        Kind::Json => Ok(Opened::Json(Open {
            elements: Elements::new(Box::new(whole), CHAT_BYTES_MAX),
            place: document.place.clone(),
            format: None,
            activity: Activity::default(),
            strange: None,
            is_told: false,
            size_bytes,
        })),
        Kind::Markdown => {
            let text = document::text(whole, CHAT_BYTES_MAX as u64)?;
            let chat = own::markdown::read(&text, &document.path);
            chat.map(|chat| Opened::Chats(vec![chat])).ok_or(Reason::NotRecognised { keys: Vec::new() })
        }
        Kind::Csv => {
            let text = document::text(whole, CHAT_BYTES_MAX as u64)?;
            let chats =
                own::csv::read(&text).map_err(|error| Reason::Malformed { cause: error.to_string() })?;
            chats.map(Opened::Chats).ok_or(Reason::NotRecognised { keys: Vec::new() })
        }
    }
}

/// How a document is written.
enum Kind {
    Json,
    Markdown,
    Csv,
}

impl Kind {
    fn of(head: &[u8], name: &str) -> Result<Self, Reason> {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
        let is_named = |extension: &str| name.ends_with(extension);
        match first {
            None => Err(Reason::Empty),
            Some(b'[' | b'{') if !is_named(".md") => Ok(Self::Json),
            Some(b'<') => {
                let text = String::from_utf8_lossy(head).to_lowercase();
                let is_gemini =
                    name.contains("activity") || text.contains("gemini apps") || text.contains("my activity");
                Err(if is_gemini { Reason::GeminiHtml } else { Reason::Html })
            }
            _ if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") => Err(Reason::Encoding),
            _ if head.contains(&0) => Err(Reason::NotText),
            _ if is_named(".md") || is_named(".markdown") => Ok(Self::Markdown),
            _ if is_named(".csv") => Ok(Self::Csv),
            _ => Err(Reason::NotRecognised { keys: Vec::new() }),
        }
    }
}

impl Open {
    /// What the next element holds; nothing at the end of the document.
    fn next(&mut self, context: &Context) -> Result<Option<Vec<Found>>, Reason> {
        let element = self.elements.next().map_err(|error| match error {
            Break::Io(error) => document::unreadable(&error),
            Break::Truncated(_) => Reason::Truncated,
        })?;
        let (index, is_in_array, text) = match element {
            None => return Ok(None),
            Some(Element::TooLarge { index, size_bytes }) => {
                let reason = Reason::TooLarge { size_bytes, limit_bytes: CHAT_BYTES_MAX as u64 };
                return Ok(Some(vec![skipped(place(&self.place, true, index), reason)]));
            }
            Some(Element::Whole { index, is_in_array, bytes, has_surrogates }) => {
                (index, is_in_array, repair(bytes, has_surrogates))
            }
        };
        let place = || place(&self.place, is_in_array, index);
        if self.format.is_none() {
            match detect::format(&text) {
                Ok(format) => self.format = Some(format),
                Err(keys) => {
                    self.strange.get_or_insert((index, keys));
                    return Ok(Some(Vec::new()));
                }
            }
        }
        Ok(Some(read(self.format, &mut self.activity, &text, context, &place)))
    }

    /// What is left to say at the end of the document.
    fn close(&mut self, context: &Context) -> Vec<Found> {
        let mut found = self.close_broken(context);
        if found.is_empty() && !self.is_told {
            let reason = match self.strange.take() {
                Some((_, keys)) => Reason::NotRecognised { keys },
                None => Reason::Empty,
            };
            found.push(skipped(self.place.clone(), reason));
        }
        found
    }

    /// What was gathered up to where the document breaks off.
    fn close_broken(&mut self, context: &Context) -> Vec<Found> {
        let activity = std::mem::take(&mut self.activity);
        let chats = activity.chats(context.gap_seconds).into_iter().map(|chat| Found::Chat(Box::new(chat)));
        let mut found: Vec<_> = chats.collect();
        if let (Some(format), Some((index, keys))) =
            (self.format, self.strange.take_if(|_| self.format.is_some()))
        {
            let is_activity = format == Format::GeminiActivity;
            let reason = if is_activity { Reason::NotAPrompt } else { Reason::NotRecognised { keys } };
            found.push(skipped(place(&self.place, true, index), reason));
        }
        found
    }
}

/// Reads an element of a document of a known format.
fn read(
    format: Option<Format>,
    activity: &mut Activity,
    text: &str,
    context: &Context,
    place: &dyn Fn() -> String,
) -> Vec<Found> {
    let Some(format) = format else { return Vec::new() };
    if !text.starts_with('{') {
        let cause = "a chat should be an object".to_owned();
        return vec![skipped(place(), Reason::Malformed { cause })];
    }
    if format == Format::GeminiActivity {
        return match activity.add(text, context) {
            Ok(true) => Vec::new(),
            Ok(false) => vec![skipped(place(), Reason::NotAPrompt)],
            Err(error) => vec![skipped(place(), malformed(&error))],
        };
    }
    match readers::read(format, text, context) {
        Ok(chats) => chats.into_iter().map(|chat| Found::Chat(Box::new(identified(chat)))).collect(),
        Err(error) => vec![skipped(place(), malformed(&error))],
    }
}

/// A chat without an id gets one made of how it begins.
fn identified(mut chat: Chat) -> Chat {
    if chat.id.is_empty() {
        chat.id = gemini::made_chat_id(chat.created_at, &chat.title);
    }
    chat
}

fn malformed(error: &serde_json::Error) -> Reason {
    if error.is_eof() { Reason::Truncated } else { Reason::Malformed { cause: error.to_string() } }
}

/// Where an element stands, counted from 1 as people do.
fn place(document: &str, is_in_array: bool, index: u64) -> String {
    if is_in_array { format!("{document}, chat {}", index + 1) } else { document.to_owned() }
}

fn skipped(place: String, reason: Reason) -> Found {
    Found::Skipped(Skipped { place, reason })
}
