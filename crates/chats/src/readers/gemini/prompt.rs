//! Titles of activity records: a verb and the question.

/// What stands before a question, the longer ones first.
const PROMPTS: [&str; 9] = [
    "Prompted with:",
    "Asked Gemini:",
    "Asked Bard:",
    "Prompted",
    "Asked",
    "Said",
    "Branched",
    "Answered",
    "Prompt:",
];

/// Verbs of records that are no questions.
const OTHERS: [&str; 16] = [
    "Created", "Used", "Added", "Gave", "Selected", "Shared", "Deleted", "Viewed", "Visited", "Searched",
    "Edited", "Pinned", "Renamed", "Exported", "Updated", "Watched",
];

/// The question in a title; nothing where the record is of something else.
///
/// In other languages than English the verb is not known and stays: such a record is of a question when it has an
/// answer.
pub(super) fn of(title: &str, has_answer: bool) -> Option<String> {
    if let Some(rest) = PROMPTS.iter().find_map(|verb| after(title, verb)) {
        return Some(without_attachments(rest).to_owned());
    }
    let is_other = OTHERS.iter().any(|verb| after(title, verb).is_some());
    (has_answer && !is_other).then(|| without_attachments(title.trim()).to_owned())
}

/// What follows `verb` as a word of its own.
fn after<'a>(title: &'a str, verb: &str) -> Option<&'a str> {
    let rest = title.strip_prefix(verb)?;
    let is_word = verb.ends_with(':') || rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_word.then(|| rest.trim())
}

/// The question without the note that files came with it.
fn without_attachments(prompt: &str) -> &str {
    let Some((question, note)) = prompt.rsplit_once("Attached ") else { return prompt };
    let count = note.strip_suffix(" files.").or_else(|| note.strip_suffix(" file."));
    let is_note =
        count.is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()));
    if is_note { question.trim_end() } else { prompt }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, has_answer: bool, expected: Option<&str>) {
        assert_eq!(of(title, has_answer).as_deref(), expected, "{title}");
    }

    #[test]
    fn questions_are_told_from_everything_else() {
        check("Prompted what is this?", false, Some("what is this?"));
        check("Asked Bard: what is this?", false, Some("what is this?"));
        check("Prompted ", true, Some(""));
        check("Prompted both Attached 2 files.", true, Some("both"));
        check("Prompted Attached to it", true, Some("Attached to it"));
        check("Promptedly", false, None);
        check("Created a Canvas titled Plan", true, None);
        check("送信したメッセージ: 方法", true, Some("送信したメッセージ: 方法"));
        check("送信したメッセージ: 方法", false, None);
    }
}
