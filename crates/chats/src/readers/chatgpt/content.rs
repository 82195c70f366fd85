//! What a message of ChatGPT holds, as parts.

use std::borrow::Cow;

use shared::chat::{Attachment, Part, Role};

use super::marks;
use super::wire::{self, Content, Message, Metadata};
use crate::context::Context;
use crate::lenient::Loose;

/// The recipient of what is said to the person.
const EVERYBODY: &str = "all";

/// The parts of a message, in order.
pub(super) fn parts(message: Message<'_>, role: Role, context: &Context) -> Vec<Part> {
    let Message { content, recipient, author, metadata, .. } = message;
    let Some(content) = content else { return Vec::new() };
    let tool = recipient.filter(|recipient| recipient != EVERYBODY && !recipient.is_empty());
    if let (Some(tool), Role::Assistant) = (tool, role) {
        return vec![Part::ToolCall { name: tool.into_owned(), input: all_text(content) }];
    }
    if role == Role::Tool {
        return output(content, author.and_then(|author| author.name), context);
    }
    let mut parts = said(content, metadata.as_ref(), context);
    parts.extend(attached(metadata, &parts, context));
    parts
}

/// What the person or the AI says.
fn said(content: Content<'_>, metadata: Option<&Metadata<'_>>, context: &Context) -> Vec<Part> {
    match content.content_type.as_deref() {
        Some("text" | "multimodal_text") | None => mixed(content.parts, metadata, context),
        Some("code") => {
            let language = content.language.filter(|language| language != "unknown").map(Cow::into_owned);
            vec![Part::Code { language, text: owned(content.text) }]
        }
        Some("thoughts") => content.thoughts.into_iter().map(thought).collect(),
        Some("reasoning_recap") => vec![Part::Reasoning { text: owned(content.content) }],
        // Personal instructions and memories: never shown as something that was said.
        Some("user_editable_context" | "model_editable_context") => Vec::new(),
        Some("execution_output" | "tether_browsing_display" | "tether_quote") => {
            output(content, None, context)
        }
        // Not a message of either side: the program in between failed.
        Some("system_error") => {
            let name = "system_error".to_owned();
            vec![Part::ToolOutput { name, text: owned(content.text), is_error: true }]
        }
        Some(other) => vec![Part::Unknown { kind: other.to_owned() }],
    }
}

/// What a tool answered.
fn output(content: Content<'_>, name: Option<Cow<'_, str>>, context: &Context) -> Vec<Part> {
    let kind = content.content_type.as_deref().unwrap_or_default();
    let is_error = kind == "system_error";
    let name = name.map_or_else(|| kind.to_owned(), Cow::into_owned);
    let images: Vec<_> = content.parts.iter().filter_map(|part| image(part, context)).collect();
    let text = all_text(content);
    let mut parts = Vec::new();
    if !text.is_empty() || images.is_empty() {
        parts.push(Part::ToolOutput { name, text, is_error });
    }
    parts.extend(images);
    parts
}

fn image(part: &Loose<'_, wire::Part<'_>>, context: &Context) -> Option<Part> {
    let Loose::Object(object) = part else { return None };
    let pointer = object.asset_pointer.as_deref()?;
    Some(Part::Image(asset(pointer, object.size_bytes, context)))
}

fn thought(thought: wire::Thought<'_>) -> Part {
    let (summary, content) = (owned(thought.summary), owned(thought.content));
    let text = if summary.is_empty() { content } else { format!("**{summary}**\n\n{content}") };
    Part::Reasoning { text }
}

/// Texts, pictures and recordings in one message.
fn mixed(
    wire: Vec<Loose<'_, wire::Part<'_>>>,
    metadata: Option<&Metadata<'_>>,
    context: &Context,
) -> Vec<Part> {
    let references = metadata.map(|data| data.content_references.as_slice()).unwrap_or_default();
    let mut parts: Vec<Part> = Vec::new();
    for part in wire {
        match part {
            Loose::Text(text) => say(&mut parts, &marks::resolve(&text, references)),
            Loose::Object(object) => piece(&mut parts, object, context),
            Loose::List(_) | Loose::Absent => {}
        }
    }
    parts
}

/// Adds a text; texts that follow each other are one, a line each.
fn say(parts: &mut Vec<Part>, text: &str) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text { text: before }) => {
            before.push('\n');
            before.push_str(text);
        }
        _ => parts.push(Part::text(text)),
    }
}

fn piece(parts: &mut Vec<Part>, part: wire::Part<'_>, context: &Context) {
    let kind = part.content_type.as_deref().unwrap_or_default();
    let own = || part.asset_pointer.as_deref().map(|pointer| asset(pointer, part.size_bytes, context));
    match kind {
        "audio_transcription" => say(parts, part.text.as_deref().unwrap_or_default()),
        "image_asset_pointer" => parts.push(Part::Image(own().unwrap_or_default())),
        "audio_asset_pointer" => parts.push(Part::Audio(own().unwrap_or_default())),
        "real_time_user_audio_video_asset_pointer" => {
            let nested = part.audio_asset_pointer.as_ref();
            let found = nested.and_then(|nested| Some((nested.asset_pointer.as_deref()?, nested.size_bytes)));
            let audio = found.map(|(pointer, size)| asset(pointer, size, context));
            parts.push(Part::Audio(audio.unwrap_or_default()));
        }
        _ => parts.push(Part::Unknown { kind: kind.to_owned() }),
    }
}

/// The files that came with a message, but for those that its parts show already.
fn attached(metadata: Option<Metadata<'_>>, parts: &[Part], context: &Context) -> Vec<Part> {
    let attachments = metadata.map(|data| data.attachments).unwrap_or_default();
    let shown: Vec<_> = parts.iter().filter_map(asset_of).collect();
    let files = attachments.into_iter().map(|wire| {
        let known = asset(wire.id.as_deref().unwrap_or_default(), wire.size, context);
        Attachment { name: wire.name.map_or(known.name, Cow::into_owned), ..known }
    });
    let is_new =
        |file: &Attachment| !shown.iter().any(|shown| shown.path.is_some() && shown.path == file.path);
    files.filter(is_new).map(Part::File).collect()
}

fn asset_of(part: &Part) -> Option<&Attachment> {
    match part {
        Part::Image(asset) | Part::Audio(asset) | Part::File(asset) => Some(asset),
        _ => None,
    }
}

fn asset(pointer: &str, size: Option<f64>, context: &Context) -> Attachment {
    Attachment { size_bytes: crate::lenient::size(size), ..context.asset(pointer) }
}

/// Every text of a message below one another.
fn all_text(content: Content<'_>) -> String {
    let Content { text, result, title, url, content, parts, .. } = content;
    let heads = [title, url, text, result, content].into_iter().flatten();
    let rest = parts.into_iter().filter_map(|part| match part {
        Loose::Text(text) => Some(text),
        _ => None,
    });
    let texts: Vec<_> = heads.chain(rest).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

fn owned(text: Option<Cow<'_, str>>) -> String {
    text.map(Cow::into_owned).unwrap_or_default()
}
