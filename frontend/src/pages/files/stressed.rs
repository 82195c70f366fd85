//! Sentences in which `*stressed*` words name what is on the screen.

use leptos::prelude::*;

/// A sentence with its stressed words as elements.
pub(super) fn show(sentence: &str) -> Vec<AnyView> {
    let show = |(text, is_stressed): (String, bool)| match is_stressed {
        true => view! { <strong>{text}</strong> }.into_any(),
        false => text.into_any(),
    };
    pieces(sentence).into_iter().map(show).collect()
}

/// The pieces of a sentence, each with whether it is stressed. A star without another stays what it is.
fn pieces(sentence: &str) -> Vec<(String, bool)> {
    let mut parts: Vec<_> = sentence.split('*').map(str::to_owned).collect();
    if parts.len() % 2 == 0 {
        let last = parts.pop().unwrap_or_default();
        if let Some(before) = parts.last_mut() {
            before.push('*');
            before.push_str(&last);
        }
    }
    let pieces = parts.into_iter().enumerate().map(|(at, part)| (part, at % 2 == 1));
    pieces.filter(|(part, _)| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_stars_are_stressed() {
        let piece = |text: &str, is_stressed| (text.to_owned(), is_stressed);
        assert_eq!(
            pieces("Choose *Import*."),
            [piece("Choose ", false), piece("Import", true), piece(".", false)]
        );
        assert_eq!(pieces("*Open*"), [piece("Open", true)]);
        assert_eq!(pieces("2 * 3"), [piece("2 * 3", false)]);
        assert_eq!(pieces("*a* and * b"), [piece("a", true), piece(" and * b", false)]);
        assert_eq!(pieces(""), []);
    }
}
