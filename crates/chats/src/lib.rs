//! Exports → chats. Pure: what a person dropped comes in as bytes, and nothing goes anywhere.
//!
//! Read it in this order: `input` (bytes wherever they lie), `archive` and `document` (files), `bundle` (which files hold
//! chats), `elements` (one chat of a file at a time), `detect` (of which form it is), `readers` (a folder a source),
//! `draft` (what completes a chat) and `reading`, which puts them together; then `facts`, what follows from chats.
//!
//! Nobody publishes the formats. So a document is told by its content, a field of another type than expected counts as
//! not there, and what cannot be read is listed with its place and the reason: one bad chat costs no other.

mod archive;
mod bundle;
mod context;
mod detect;
mod document;
mod draft;
mod elements;
mod facts;
mod input;
mod lenient;
mod nested;
mod readers;
mod reading;
mod repair;
mod time;

pub use facts::{TOPICS_MAX, TOPICS_MIN, duplicates, facts, settings_by_title, topics};
pub use input::{Input, ReadAt};
pub use readers::gemini::GAP_SECONDS;
pub use reading::{CHAT_BYTES_MAX, Found, Options, Progress, Reading};
