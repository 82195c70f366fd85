//! The marks that ChatGPT leaves in its texts where it cites something.

use std::borrow::Cow;

use super::wire::Reference;

/// A mark begins with this character of the private use area…
const START: char = '\u{E200}';
/// … and ends with this one.
const END: char = '\u{E201}';

/// The text with each mark replaced by a link to what it refers to, in brackets and numbered, or by nothing where the
/// export does not say what that is.
pub(super) fn resolve<'a>(text: &'a str, references: &[Reference<'_>]) -> Cow<'a, str> {
    if !text.contains(START) {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut numbers: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(START) {
        let (before, tail) = rest.split_at(start);
        // A mark that never ends is a lone character.
        let end = tail.find(END).map_or(START.len_utf8(), |end| end + END.len_utf8());
        let (mark, after) = tail.split_at(end);
        resolved.push_str(before);
        if let Some(url) = address(mark, references) {
            let known = numbers.iter().position(|known| *known == url);
            let number = known.unwrap_or_else(|| {
                numbers.push(url);
                numbers.len() - 1
            });
            resolved.push_str(&format!("[[{}]]({url})", number + 1));
        } else if resolved.ends_with(' ') && after.starts_with([' ', '.', ',', ';']) {
            resolved.pop();
        }
        rest = after;
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

/// Where the reference of `mark` leads.
fn address<'a>(mark: &str, references: &'a [Reference<'_>]) -> Option<&'a str> {
    let reference = references.iter().find(|reference| reference.matched_text.as_deref() == Some(mark))?;
    let own = reference.url.as_deref();
    let url = own.or_else(|| reference.items.iter().find_map(|item| item.url.as_deref()))?;
    is_web(url).then_some(url)
}

/// Whether it is an address that a reader may be sent to.
fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !url.contains(['(', ')', ' ', '<', '>', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references() -> Vec<Reference<'static>> {
        serde_json::from_str(
            r#"[{"matched_text":"\ue200cite\ue202a\ue201","items":[{"title":"A","url":"https://example.com/a"}]},
                {"matched_text":"\ue200cite\ue202b\ue201","url":"javascript:alert(1)"}]"#,
        )
        .unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(resolve(text, &references()), expected);
    }

    #[test]
    fn a_mark_becomes_a_numbered_link_or_goes() {
        check("So \u{e200}cite\u{e202}a\u{e201} it is.", "So [[1]](https://example.com/a) it is.");
        check("So \u{e200}cite\u{e202}b\u{e201} it is.", "So it is.");
        check("So \u{e200}x\u{e201}.", "So.");
        check("A lone \u{e200} one", "A lone one");
        check("None", "None");
    }
}
