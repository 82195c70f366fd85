//! Text that people wrote, so that it stays text: no links, tags, tasks, properties, queries or scripts.

/// What begins something of Logseq's wherever it stands; a space goes in behind its first letter.
const OPENINGS: [&str; 6] = ["[[", "((", "{{", "<%", "::", "#+"];
/// First words of a block that make a task of it.
const MARKERS: [&str; 13] = [
    "TODO",
    "DOING",
    "DONE",
    "LATER",
    "NOW",
    "IN-PROGRESS",
    "WAIT",
    "WAITING",
    "CANCELED",
    "CANCELLED",
    "SCHEDULED:",
    "DEADLINE:",
    "CLOCK:",
];

/// Longest block, in bytes: the app neither edits nor finds blocks of more than 10,000 characters.
const BLOCK_MAX: usize = 8_000;

/// `text` in one line, with a space inside whatever Logseq would take for a link, a tag, a macro, a template variable,
/// a property or HTML. Markdown's emphasis stays.
pub(super) fn inline(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(c) = rest.chars().next() {
        safe.push(c);
        let after = &rest[c.len_utf8()..];
        if is_opening(rest, after) || is_tag(rest, after) && !is_in_address(&safe) {
            safe.push(' ');
        }
        rest = after;
    }
    balanced(safe.replace("```", "` ` `"))
}

/// `text` with an end for each change of direction that it begins, so that no other text runs backwards.
fn balanced(mut text: String) -> String {
    for (begins, end) in
        [("\u{202a}\u{202b}\u{202d}\u{202e}", '\u{202c}'), ("\u{2066}\u{2067}\u{2068}", '\u{2069}')]
    {
        let begun = text.chars().filter(|c| begins.contains(*c)).count();
        let ended = text.chars().filter(|c| *c == end).count();
        text.extend(std::iter::repeat_n(end, begun.saturating_sub(ended)));
    }
    text
}

/// `text` as a block of its own: [`inline`], and nothing at its beginning that Logseq would take for more.
pub(super) fn block(text: &str) -> String {
    let safe = inline(text);
    let first = safe.split(' ').next().unwrap_or_default();
    let is_marker = MARKERS.contains(&first) || MARKERS.contains(&first.trim_end_matches(':'));
    let is_list = matches!(first, "-" | "*" | "+" | "#" | ">");
    if is_marker || is_list || first.is_empty() || safe.starts_with(['-', '|', '#', '>']) {
        format!("– {safe}")
    } else {
        safe
    }
}

/// Text of several lines as blocks, one a line.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| {
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line);
        parts(item).into_iter().map(|part| block(&part))
    })
}

/// `text` as the value of a property that holds text: in quotes where Logseq would read more into it.
pub(super) fn value(text: &str) -> String {
    let safe = inline(text);
    let is_typed =
        safe.parse::<f64>().is_ok() || matches!(safe.as_str(), "true" | "false") || safe.contains("://");
    let is_plain = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | '-' | '.' | ',' | '@' | '_' | ':' | '/' | ';' | '?' | '!' | '+')
    };
    if is_typed || !safe.chars().all(is_plain) { format!("\"{safe}\"") } else { safe }
}

fn is_opening(rest: &str, after: &str) -> bool {
    let next = after.chars().next();
    let is_html =
        rest.starts_with('<') && next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let is_link = rest.starts_with("](")
        && !["](http://", "](https://", "](mailto:"].iter().any(|safe| rest.starts_with(safe));
    is_html || is_link || OPENINGS.iter().any(|opening| rest.starts_with(opening))
}

fn is_tag(rest: &str, after: &str) -> bool {
    rest.starts_with('#') && after.chars().next().is_some_and(|c| !c.is_whitespace() && c != '#')
}

/// Whether the word that `text` ends with is a web address, which may have a `#`.
fn is_in_address(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.contains("://"))
}

/// `line` in parts of at most [`BLOCK_MAX`] bytes, between words where it can be.
fn parts(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in line.split_inclusive(' ') {
        match parts.last_mut() {
            Some(part) if part.is_empty() || part.len() + word.len() <= BLOCK_MAX => part.push_str(word),
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        for (text, expected) in [
            ("plain, *stressed* text.", "plain, *stressed* text."),
            ("TODO call", "– TODO call"),
            ("- # : key: value", "– - # : key: value"),
            ("key:: value", "key: : value"),
            ("see [[Page]] and ((id)) {{query x}}", "see [ [Page]] and ( (id)) { {query x}}"),
            ("issue #12, C#", "issue # 12, C#"),
            ("<script>alert(1)</script>", "< script>alert(1)< /script>"),
            ("<% today %>", "< % today %>"),
            ("[x](javascript:alert(1))", "[x] (javascript:alert(1))"),
            ("[x](https://example.com)", "[x](https://example.com)"),
            ("a\nb:: c", "a b: : c"),
            ("DEADLINE: <2026-01-01 Thu>", "– DEADLINE: <2026-01-01 Thu>"),
            ("see https://example.com/a#b, not #c", "see https://example.com/a#b, not # c"),
            ("[[[a]]]", "[ [ [a]]]"),
        ] {
            assert_eq!(block(text), expected, "{text}");
        }
    }

    #[test]
    fn long_lines_become_several_blocks() {
        let text = "word ".repeat(4_000);

        let blocks: Vec<_> = blocks(&text).collect();

        assert!(blocks.len() == 3 && blocks.iter().all(|block| block.len() <= BLOCK_MAX));
        assert_eq!(blocks.join(" "), text.trim());
    }

    #[test]
    fn values_are_quoted_where_more_would_be_read_into_them() {
        for (text, expected) in [
            ("login, timeout", "login, timeout"),
            ("12", "\"12\""),
            ("-2.5", "\"-2.5\""),
            ("true", "\"true\""),
            ("[[y]] #z", "\"[ [y]] # z\""),
            ("c-7f31", "c-7f31"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
