//! The text of a blueprint: written for people, read with the line of what is wrong.

use shared::api::place::line_of;
use shared::blueprint::{self, Blueprint, ReadError};
use shared::validate::structure;

/// Why a text is no blueprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and how to go on.
    pub sentence: String,
}

/// A blueprint as text.
pub(super) fn write(blueprint: &Blueprint) -> String {
    // Texts, numbers, lists and maps with text keys: there is nothing that JSON could refuse.
    serde_json::to_string_pretty(blueprint).unwrap_or_default()
}

/// Reads a text; the first thing that is wrong with it where it is no blueprint.
pub(super) fn read(text: &str) -> Result<Blueprint, Wrong> {
    let at = |pointer: &str, sentence: String| Wrong { line: line_of(text, pointer), sentence };
    let read = blueprint::read_own(text).map_err(|error| match error {
        ReadError::Form(located) => at(&located.pointer, located.sentence),
        ReadError::NotJson(sentence) => Wrong { line: stated_line(&sentence), sentence },
        newer @ ReadError::TooNew { .. } => at("#/schema_version", newer.to_string()),
    })?;
    match structure(&read).into_iter().next() {
        Some(broken) => Err(at(&broken.pointer, format!("{} {}", broken.sentence, broken.fix))),
        None => Ok(read),
    }
}

/// The line that the JSON reader names: its sentences end in `at line 3 column 7`.
fn stated_line(sentence: &str) -> usize {
    let after = sentence.rsplit_once("at line ").map(|(_, after)| after);
    let number = after.and_then(|after| after.split(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn what_is_written_is_read() {
        let blueprint = design(&suggested());
        assert_eq!(read(&write(&blueprint)), Ok(blueprint));
    }

    #[test]
    fn what_is_wrong_has_its_line() {
        assert_eq!(read("{\n\"a\": }").map_err(|wrong| wrong.line), Err(2));
        let text = write(&design(&suggested()));
        let line = text.lines().position(|line| line.contains("\"tables\"")).unwrap() + 1;
        let wrong = read(&text.replacen("\"tables\": [", "\"tables\": [7,", 1)).unwrap_err();
        assert_eq!(wrong.line, line);
        let twice = text.replacen("fld_sessions_title", "fld_sessions_platform", 1);
        assert!(read(&twice).unwrap_err().line > line);
    }
}
