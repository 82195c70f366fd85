//! A reader a source: from an element of a document to a chat.

mod chatgpt;
pub(crate) mod claude;
pub(crate) mod gemini;
mod librechat;
mod open_webui;
pub(crate) mod own;

use shared::chat::Chat;

use crate::context::Context;
use crate::detect::Format;

/// Reads an element of a document of `format`, which is not [`Format::GeminiActivity`] nor [`Format::Own`]: those take
/// several elements together, or hold several chats in one.
///
/// # Errors
/// When `text` is no JSON.
pub(crate) fn read(format: Format, text: &str, context: &Context) -> Result<Vec<Chat>, serde_json::Error> {
    let chat = match format {
        Format::Chatgpt => chatgpt::read(text, context),
        Format::Claude => claude::read(text, context),
        Format::GeminiHistory => gemini::read_history(text, context),
        Format::GeminiStudio => gemini::read_studio(text, context),
        Format::Librechat => librechat::read(text, context),
        Format::OpenWebui => open_webui::read(text, context),
        Format::GeminiActivity => return Ok(Vec::new()),
        Format::Own => return own::json::read(text),
    }?;
    Ok(chat.into_iter().collect())
}
