//! The last question of the person, if nobody answered it.

use shared::chat::{Message, Part, Role};

use super::pieces::pieces;

/// What stands after a question, but for a space or the end.
const CLOSING: [char; 12] = [')', ']', '"', '\'', '”', '’', '»', '」', '』', '*', '_', '!'];
/// What ends a sentence.
const ENDS: [char; 10] = ['.', '!', '?', '。', '！', '？', '؟', '\n', '…', ';'];

/// The last question of `thread`, where nothing but errors follows it.
pub(super) fn unanswered<'a>(thread: &[&'a Message]) -> Option<&'a str> {
    let visible = thread.iter().rev().filter(|message| message.is_visible());
    let last = visible.into_iter().find(|message| !is_failure(message))?;
    if last.role != Role::User {
        return None;
    }
    let texts = last.parts.iter().rev().filter_map(|part| match part {
        Part::Text { text } => Some(text),
        _ => None,
    });
    texts.filter_map(|text| last_question(text)).next()
}

/// Whether an answer is nothing but an error.
fn is_failure(message: &Message) -> bool {
    message.role == Role::Assistant
        && message.parts.iter().all(|part| matches!(part, Part::Error { .. } | Part::Reasoning { .. }))
}

/// The last sentence of `text` that asks, outside its code.
fn last_question(text: &str) -> Option<&str> {
    let prose = pieces(text).filter(|piece| !piece.is_code);
    prose.filter_map(|piece| last_sentence(piece.text)).last()
}

fn last_sentence(text: &str) -> Option<&str> {
    let (at, mark) =
        text.rmatch_indices(['?', '？', '؟']).find(|(at, mark)| is_end(&text[at + mark.len()..], mark))?;
    let before = &text[..at];
    let start = before.char_indices().rev().find(|(place, one)| {
        ENDS.contains(one) && is_end(&before[place + one.len_utf8()..], &one.to_string())
    });
    let start = start.map_or(0, |(place, one)| place + one.len_utf8());
    let question = text.get(start..at + mark.len())?.trim_start_matches(is_mark).trim();
    question.contains(char::is_alphanumeric).then_some(question)
}

/// What may stand before a question on its line: the end of the sentence before, or a mark of Markdown.
fn is_mark(one: char) -> bool {
    CLOSING.contains(&one) && !matches!(one, '"' | '\'')
        || matches!(one, ' ' | '#' | '>' | '-' | '+' | '|' | '•')
}

/// Whether a sentence may end before `rest`: an address may hold the same sign.
fn is_end(rest: &str, sign: &str) -> bool {
    let next = rest.chars().next();
    !sign.is_ascii()
        || sign == "\n"
        || next.is_none_or(|next| next.is_whitespace() || CLOSING.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(last_question(text), expected, "{text}");
    }

    #[test]
    fn the_last_sentence_that_asks_is_found() {
        check("Hello. Is it 1.5 or 2? Thanks!", Some("Is it 1.5 or 2?"));
        check("One? Two?\nThree.", Some("Two?"));
        check("- why (really?)", Some("why (really?"));
        check("¿Cómo estás?", Some("¿Cómo estás?"));
        check("こんにちは。東京はどこですか？", Some("東京はどこですか？"));
        check("مرحبا. كيف أبدأ؟", Some("كيف أبدأ؟"));
        check("See https://x.org/?a=b and https://x.org/?c", None);
        check("What?\n```\nlet a = b?;\n```", Some("What?"));
        check("???", None);
        check("## **Why not?**", Some("Why not?"));
        check("> - \"Why\" not?", Some("\"Why\" not?"));
    }

    fn message(role: Role, part: Part) -> Message {
        Message { parts: vec![part], ..Message::new(role) }
    }

    #[test]
    fn an_answer_settles_it_and_an_error_does_not() {
        let question = message(Role::User, Part::text("Why?"));
        let answer = message(Role::Assistant, Part::text("Because."));
        let failure = message(Role::Assistant, Part::Error { text: "overloaded".to_owned() });

        assert_eq!(unanswered(&[&answer, &question]), Some("Why?"));
        assert_eq!(unanswered(&[&question, &failure]), Some("Why?"));
        assert_eq!(unanswered(&[&question, &answer]), None);
        assert_eq!(unanswered(&[]), None);
    }
}
