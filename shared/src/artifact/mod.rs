//! Files that a blueprint can become: their formats, what one does with them, what they look like before they are
//! taken.

mod format;
mod preview;
mod words;

pub use format::ArtifactFormat;
pub use preview::{Block, Entry, Preview, Sheet, Span, TEXT_PREVIEW_MAX};
pub(crate) use words::WORDS;
pub use words::{Step, explanation, label, steps};
