//! What follows from a chat: counts, times, languages, what is left to do, what had better not be written elsewhere.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Fingerprint, PersonalData};

/// What follows from one chat, by rules alone; the same chat has the same facts everywhere.
///
/// Unless a field says otherwise, it is about what a person sees of the path. Lists are bounded, so that facts stay
/// small whatever the chat: the constants say how far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Words of questions and answers, code included; Chinese and Japanese characters count one each, katakana a run.
    pub word_count: usize,
    /// How many messages there are.
    pub messages: MessageCounts,
    /// When the first message of the path was said, where any has a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_at: Option<DateTime<Utc>>,
    /// When the last message of the path was said, where any has a time; never before [`Self::first_at`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_at: Option<DateTime<Utc>>,
    /// Seconds between successive messages of the path, pauses above [`PAUSE_SECONDS_MAX`] left out.
    pub active_seconds: u64,
    /// Languages that hold a fifth of the text or more, as BCP 47 codes such as `de`, the one with most text first.
    pub languages: Vec<String>,
    /// The words that the chat is about, the most frequent first; of equals, by alphabet. At most [`KEYWORDS_MAX`].
    pub keywords: Vec<Keyword>,
    /// What is left to do, in the chat's own words, in its order, none twice. At most [`ITEMS_MAX`].
    pub action_items: Vec<String>,
    /// What was asked and not answered, in the chat's own words, in its order, none twice. At most [`ITEMS_MAX`].
    pub open_questions: Vec<String>,
    /// Personal data and secrets, beside the path too, by place: the title and the summary first. At most [`WARNINGS_MAX`].
    pub warnings: Vec<Warning>,
    /// What tells copies of the chat; nothing where it says too little for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
}

/// The longest pause that counts as being active.
pub const PAUSE_SECONDS_MAX: u64 = 30 * 60;
/// The most keywords of a chat.
pub const KEYWORDS_MAX: usize = 24;
/// The most items of a list of texts.
pub const ITEMS_MAX: usize = 20;
/// The most characters of an item; a longer one is cut and ends with an ellipsis.
pub const ITEM_CHARACTERS_MAX: usize = 200;
/// The most warnings of a chat.
pub const WARNINGS_MAX: usize = 50;

/// How many messages of the path there are of each role, without what the source hides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageCounts {
    /// Of the person, as far as a person sees them.
    pub user: usize,
    /// Of the AI, as far as a person sees them.
    pub assistant: usize,
    /// Instructions.
    pub system: usize,
    /// Answers of tools.
    pub tool: usize,
}

/// A word of a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    /// The word in lower case; two characters of a Chinese or Japanese word that has more.
    pub term: String,
    /// How often it stands there; a word of the title counts several times.
    pub count: u32,
}

/// Something in a chat that had better not be written elsewhere unseen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What it looks like.
    pub kind: PersonalData,
    /// The position of the message; nothing for the title and the summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<usize>,
    /// The first of them, made unreadable: enough to recognise it by, too little to use it.
    pub sample: String,
    /// How many of the kind stand there; at least one.
    pub count: usize,
}

/// A topic that several chats have in common: proposed, for a person to take, rename or leave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicProposal {
    /// What to call it: its strongest keyword, or two.
    pub name: String,
    /// The words it is known by, the strongest first; each stands in at least two of its chats.
    pub keywords: Vec<String>,
    /// The chats, by their positions in what was asked about, in order; at least two.
    pub chats: Vec<usize>,
    /// Why: the chats that speak most of it. At least one.
    pub evidence: Vec<Evidence>,
}

/// Why a chat belongs to a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The chat, by its position.
    pub chat: usize,
    /// The topic's keywords that it holds, with how often.
    pub keywords: Vec<Keyword>,
}
