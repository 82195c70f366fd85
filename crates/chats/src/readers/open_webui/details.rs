//! What Open WebUI writes into an answer beside the answer: thoughts, tools and programs, in `<details>` of a type.

use shared::chat::Part;

const OPEN: &str = "<details type=\"";
const CLOSE: &str = "</details>";

/// The parts of an answer, in order.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, details, after)) = next(rest) {
        say(&mut parts, before);
        parts.push(details);
        rest = after;
    }
    say(&mut parts, rest);
    parts
}

fn say(parts: &mut Vec<Part>, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        parts.push(Part::text(text));
    }
}

/// What stands before the first details, what they are, and what stands behind them.
fn next(text: &str) -> Option<(&str, Part, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find(OPEN)?;
        let tail = &text[start + OPEN.len()..];
        let (kind, tail) = tail.split_once('"')?;
        let (attributes, tail) = tail.split_once('>')?;
        let (content, after) = tail.split_once(CLOSE)?;
        if let Some(part) = part(kind, attributes, content) {
            return Some((&text[..start], part, after));
        }
        from = start + OPEN.len();
    }
}

fn part(kind: &str, attributes: &str, content: &str) -> Option<Part> {
    let content = without_summary(content).trim().to_owned();
    match kind {
        "reasoning" => Some(Part::Reasoning { text: unquoted(&content) }),
        "tool_calls" => {
            let name = attribute(attributes, "name").unwrap_or_default();
            Some(Part::ToolCall { name, input: attribute(attributes, "arguments").unwrap_or(content) })
        }
        "code_interpreter" => Some(Part::ToolCall { name: kind.to_owned(), input: content }),
        _ => None,
    }
}

/// The content behind its summary, which only says what it is.
fn without_summary(content: &str) -> &str {
    content.split_once("</summary>").map_or(content, |(_, rest)| rest)
}

/// Thoughts are written as a quotation.
fn unquoted(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.strip_prefix('>').map_or(line, |line| line.strip_prefix(' ').unwrap_or(line)));
    lines.collect::<Vec<_>>().join("\n")
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    let (_, value) = attributes.split_once(&format!(" {name}=\""))?;
    let (value, _) = value.split_once('"')?;
    Some(
        value
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        let parts = parts(
            "<details type=\"reasoning\" done=\"true\">\n<summary>Thought</summary>\n> One\n> two\n</details>\n\
             <details type=\"tool_calls\" name=\"search\" arguments=\"{&quot;q&quot;:1}\">\n<summary>Used</summary>\n</details>\nSo.",
        );

        assert_eq!(
            parts,
            [
                Part::Reasoning { text: "One\ntwo".to_owned() },
                Part::ToolCall { name: "search".to_owned(), input: "{\"q\":1}".to_owned() },
                Part::text("So."),
            ]
        );
    }

    #[test]
    fn details_of_the_answer_itself_stay() {
        let text = "<details><summary>More</summary>x</details> <details type=\"other\">y</details>";

        assert_eq!(parts(text), [Part::text(text)]);
        assert!(parts("").is_empty());
    }
}
