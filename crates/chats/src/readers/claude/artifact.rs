//! Artifacts that stand in the text of older chats, in tags of their own.

use std::borrow::Cow;

const OPEN: &str = "<antArtifact";
const CLOSE: &str = "</antArtifact>";

/// The text with each artifact as a block of code under its title.
pub(super) fn unfold(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let mut unfolded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, artifact, after)) = next(rest) {
        unfolded.push_str(before);
        unfolded.push_str(&artifact);
        rest = after;
    }
    unfolded.push_str(rest);
    Cow::Owned(unfolded)
}

/// What stands before the first artifact, the artifact as Markdown, and what stands behind it.
fn next(text: &str) -> Option<(&str, String, &str)> {
    let (before, tail) = text.split_once(OPEN)?;
    let (attributes, tail) = tail.split_once('>')?;
    let (content, after) = tail.split_once(CLOSE)?;
    let title = attribute(attributes, "title").unwrap_or_default();
    let heading = if title.is_empty() { String::new() } else { format!("**{title}**\n\n") };
    let language = attribute(attributes, "language").unwrap_or_else(|| language_of(attributes));
    let fence = fence(content);
    let content = content.trim_matches('\n');
    Some((before, format!("{heading}{fence}{language}\n{content}\n{fence}"), after))
}

/// More backticks in a row than the content holds.
fn fence(content: &str) -> String {
    let longest = content.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = attributes.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// The language that the media type of an artifact names.
fn language_of(attributes: &str) -> &'static str {
    match attribute(attributes, "type") {
        Some("text/html") => "html",
        Some("image/svg+xml") => "svg",
        Some("application/vnd.ant.mermaid") => "mermaid",
        Some("application/vnd.ant.react") => "jsx",
        Some("text/markdown") => "markdown",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(unfold(text), expected);
    }

    #[test]
    fn an_artifact_is_a_block_of_code() {
        check(
            r#"So: <antArtifact identifier="a" type="application/vnd.ant.code" language="rust" title="Demo">fn main() {}</antArtifact> done"#,
            "So: **Demo**\n\n```rust\nfn main() {}\n``` done",
        );
        check("<antArtifact type=\"text/html\">a ``` b</antArtifact>", "````html\na ``` b\n````");
        check("<antArtifact title=\"x\"> no end", "<antArtifact title=\"x\"> no end");
    }
}
