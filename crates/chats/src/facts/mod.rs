//! What follows from chats, by rules alone: nothing is guessed that a person could not look up in the text.
//!
//! Read it in this order: `pieces` (code or not), `words`, then a file a matter: `active`, `language` (with
//! `stop_words` and `detector`), `keywords`, `fingerprint`, `actions` (with `line` and `cues`), `question`, `personal`. They
//! all look at a chat's text as it goes by, once. `topics` and [`duplicates`] are about many chats, `rules` about a
//! blueprint's own.

mod actions;
mod active;
mod cues;
mod detector;
mod fingerprint;
mod hashes;
mod keywords;
mod language;
mod line;
mod personal;
mod pieces;
mod question;
mod rules;
mod stop_words;
mod topics;
mod words;

use shared::chat::{Chat, Facts, Message, MessageCounts, Part, Role};

pub use fingerprint::duplicates;
pub use rules::settings_by_title;
pub use topics::{TOPICS_MAX, TOPICS_MIN, topics};

use actions::Items;
use active::Active;
use fingerprint::Voting;
use keywords::{Counting, TITLE_WEIGHT};
use language::Hearing;
use personal::Watch;
use pieces::{Piece, pieces};
use words::{Script, Word, words};

/// What follows from one chat.
pub fn facts(chat: &Chat) -> Facts {
    let mut gathering = Gathering::default();
    gathering.title(&chat.title);
    let path = chat.path();
    let thread: Vec<_> = path.iter().filter_map(|position| chat.messages.get(*position)).collect();
    for message in &thread {
        gathering.message(message);
    }
    if let Some(question) = question::unanswered(&thread) {
        gathering.items.questions.push(question);
    }
    gathering.watch(chat);
    gathering.end()
}

/// Facts in the making.
#[derive(Default)]
struct Gathering<'a> {
    word_count: usize,
    messages: MessageCounts,
    active: Active,
    hearing: Hearing,
    keywords: Counting<'a>,
    voting: Voting,
    items: Items,
    watch: Watch,
}

impl<'a> Gathering<'a> {
    fn title(&mut self, title: &'a str) {
        for word in words(title) {
            if stop_in(&word).is_none() {
                self.keywords.add(title, word, TITLE_WEIGHT);
            }
        }
    }

    /// Takes in the next message of the path.
    fn message(&mut self, message: &'a Message) {
        if message.is_hidden {
            return;
        }
        if let Some(at) = message.created_at {
            self.active.add(at);
        }
        let counts = &mut self.messages;
        match message.role {
            Role::System => counts.system += 1,
            Role::Tool => counts.tool += 1,
            _ if !message.is_visible() => return,
            Role::User => counts.user += 1,
            Role::Assistant => counts.assistant += 1,
        }
        if message.is_visible() {
            message.parts.iter().for_each(|part| self.part(part));
            self.items.end_of_message();
        }
    }

    fn part(&mut self, part: &'a Part) {
        match part {
            Part::Text { text } => pieces(text).for_each(|piece| self.piece(piece)),
            Part::Code { text, .. } => self.piece(Piece { text, is_code: true }),
            _ => {}
        }
    }

    fn piece(&mut self, piece: Piece<'a>) {
        if piece.is_code {
            return words(piece.text).for_each(|word| self.word(&word, piece.text));
        }
        for word in words(piece.text) {
            self.word(&word, piece.text);
            let stop_in = stop_in(&word);
            self.hearing.add(piece.text, &word, stop_in);
            if stop_in.is_none() && self.keywords.is_open() {
                self.keywords.add(piece.text, word, 1);
            }
        }
        self.hearing.end_of_text(piece.text);
        self.items.add(piece.text);
    }

    /// Both parts of `isn't` are words, and people count one.
    fn word(&mut self, word: &Word<'_>, text: &str) {
        self.word_count += usize::from(!is_after_apostrophe(text.as_bytes(), word.start));
        self.voting.add(word.hash);
    }

    /// Looks for what had better not be written elsewhere: beside the path, too, for other views may show that.
    fn watch(&mut self, chat: &Chat) {
        self.watch.add(None, &chat.title);
        chat.summary.iter().for_each(|summary| self.watch.add(None, summary));
        for (position, message) in
            chat.messages.iter().enumerate().filter(|(_, message)| message.is_visible())
        {
            let texts = message.parts.iter().filter_map(Part::spoken);
            texts.for_each(|text| self.watch.add(Some(position), text));
        }
    }

    fn end(self) -> Facts {
        Facts {
            word_count: self.word_count,
            messages: self.messages,
            first_at: self.active.first_at,
            last_at: self.active.last_at,
            active_seconds: self.active.seconds,
            languages: self.hearing.end(),
            keywords: self.keywords.end(),
            action_items: self.items.actions.items,
            open_questions: self.items.questions.items,
            warnings: self.watch.end(),
            fingerprint: self.voting.end(),
        }
    }
}

/// Whether an apostrophe between two letters stands before a place; it may be a curly one, of three bytes.
fn is_after_apostrophe(text: &[u8], at: usize) -> bool {
    let before = match &text[..at] {
        [.., before, b'\''] | [.., before, 0xe2, 0x80, 0x99] => *before,
        _ => return false,
    };
    before.is_ascii_alphabetic()
}

/// The languages in which a word says nothing; of words between spaces only.
fn stop_in(word: &Word<'_>) -> Option<stop_words::Languages> {
    if word.script == Script::Alphabet { stop_words::languages_of(word.text, word.hash) } else { None }
}
