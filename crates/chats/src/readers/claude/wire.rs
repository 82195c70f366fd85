//! A conversation of a Claude export as it stands there, as far as it is read.
//!
//! No schema is published. `model` and `project_uuid` were seen in other places than exports; they are read where they
//! are there.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::lenient;

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
pub(super) struct Conversation<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub uuid: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub name: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub summary: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub created_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub updated_at: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub chat_messages: Vec<Message<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub model: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub project_uuid: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub current_leaf_message_uuid: Text<'a>,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_starred: bool,
}

#[derive(Deserialize)]
pub(super) struct Message<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub uuid: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub sender: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub text: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub content: Vec<Block<'a>>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub created_at: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub parent_message_uuid: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub attachments: Vec<File<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub files: Vec<File<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Block<'a> {
    #[serde(borrow, default, rename = "type", deserialize_with = "lenient::text")]
    pub kind: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub text: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub thinking: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub name: Text<'a>,
    #[serde(borrow, default)]
    pub input: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub content: Vec<Result<'a>>,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_error: bool,
}

/// A piece of what a tool answered.
#[derive(Deserialize)]
pub(super) struct Result<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub text: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub title: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub url: Text<'a>,
}

/// A file that came with a message: the text that was read out of it, or its name alone.
#[derive(Deserialize)]
pub(super) struct File<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub file_name: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    pub file_size: Option<f64>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub extracted_content: Text<'a>,
}

/// A project of a Claude export.
#[derive(Deserialize)]
pub(super) struct Project<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub uuid: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub name: Text<'a>,
}
