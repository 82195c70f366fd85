//! A conversation of a ChatGPT export as it stands there, as far as it is read.
//!
//! No schema is published. The shapes are those of exports up to 2026: with and without `children`, with and without
//! `metadata`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::lenient::{self, Loose, Scalar};

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
pub(super) struct Conversation<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub conversation_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub title: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub create_time: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub update_time: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::entries")]
    pub mapping: Vec<(Cow<'a, str>, Node<'a>)>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub current_node: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub default_model_slug: Text<'a>,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_archived: bool,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_starred: bool,
    #[serde(borrow, default = "absent")]
    pub pinned_time: Scalar<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub gizmo_id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub conversation_template_id: Text<'a>,
}

fn absent<'a>() -> Scalar<'a> {
    Scalar::Absent
}

#[derive(Deserialize)]
pub(super) struct Node<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub parent: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    pub message: Option<Message<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Message<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    pub author: Option<Author<'a>>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub create_time: Option<DateTime<Utc>>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    pub content: Option<Content<'a>>,
    #[serde(default, deserialize_with = "lenient::number")]
    pub weight: Option<f64>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub recipient: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    pub metadata: Option<Metadata<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Author<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub role: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub name: Text<'a>,
}

#[derive(Deserialize)]
pub(super) struct Content<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub content_type: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::list")]
    pub parts: Vec<Loose<'a, Part<'a>>>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub text: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub language: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub result: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub title: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub url: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub content: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub thoughts: Vec<Thought<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Thought<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub summary: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub content: Text<'a>,
}

/// An object among the parts of a message of several kinds.
#[derive(Deserialize)]
pub(super) struct Part<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub content_type: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub text: Text<'a>,
    /// A text in images and recordings, an object in what was filmed.
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub asset_pointer: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::object")]
    pub audio_asset_pointer: Option<Pointer<'a>>,
    #[serde(default, deserialize_with = "lenient::number")]
    pub size_bytes: Option<f64>,
}

#[derive(Deserialize)]
pub(super) struct Pointer<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub asset_pointer: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    pub size_bytes: Option<f64>,
}

#[derive(Deserialize)]
pub(super) struct Metadata<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub model_slug: Text<'a>,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_visually_hidden_from_conversation: bool,
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_user_system_message: bool,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub attachments: Vec<Attachment<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub content_references: Vec<Reference<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Attachment<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub id: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub name: Text<'a>,
    #[serde(default, deserialize_with = "lenient::number")]
    pub size: Option<f64>,
}

/// What a mark in the text refers to.
#[derive(Deserialize)]
pub(super) struct Reference<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub matched_text: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub url: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    pub items: Vec<Item<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Item<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub url: Text<'a>,
}
