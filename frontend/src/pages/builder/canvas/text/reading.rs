//! The text of a blueprint: written for people, read with the line of what is wrong.

use std::borrow::Cow;

use shared::api::place::line_of;
use shared::blueprint::{self, Blueprint, ReadError};
use shared::platform::Platform;
use shared::validate::{Problem, Severity, structure, validate};
use shared::yaml::{Yaml, is_like_yaml, read_yaml, to_yaml};

/// So much that is wrong is shown; who has more mends some and looks again.
const SHOWN_MAX: usize = 50;

/// Something that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and how to go on.
    pub sentence: String,
    /// Whether the text is no blueprint because of it; anything else can be mended later.
    pub is_barring: bool,
}

/// How a blueprint is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// As JSON.
    #[default]
    Json,
    /// As YAML.
    Yaml,
}

impl Form {
    /// How `text` is written: JSON begins with a brace.
    pub(super) fn of(text: &str) -> Self {
        if is_like_yaml(text.trim_start()) { Self::Yaml } else { Self::Json }
    }

    /// Its name in the switch.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

/// A blueprint as text.
pub(super) fn write(blueprint: &Blueprint, form: Form) -> String {
    // Texts, numbers, lists and maps with text keys: there is nothing that JSON could refuse.
    let json = serde_json::to_string_pretty(blueprint).unwrap_or_default();
    match form {
        Form::Json => json,
        Form::Yaml => to_yaml(&json).unwrap_or_default(),
    }
}

/// A text with the places of what it says.
enum Source<'a> {
    Json(&'a str),
    Yaml(Yaml),
}

impl<'a> Source<'a> {
    fn read(text: &'a str) -> Result<Self, Wrong> {
        match Form::of(text) {
            Form::Json => Ok(Self::Json(text)),
            Form::Yaml => read_yaml(text).map(Self::Yaml).map_err(|error| Wrong {
                line: error.place.line,
                sentence: error.why,
                is_barring: true,
            }),
        }
    }

    fn json(&self) -> Cow<'_, str> {
        match self {
            Self::Json(json) => Cow::Borrowed(json),
            Self::Yaml(yaml) => Cow::Owned(yaml.value.to_string()),
        }
    }

    /// The line of what a pointer leads to.
    fn line(&self, pointer: &str) -> usize {
        match self {
            Self::Json(json) => line_of(json, pointer),
            Self::Yaml(yaml) => yaml.place(pointer).line,
        }
    }

    fn blueprint(&self) -> Result<Blueprint, Vec<Wrong>> {
        let at = |line: usize, sentence: String| vec![Wrong { line, sentence, is_barring: true }];
        let read = blueprint::read_own(&self.json()).map_err(|error| match error {
            ReadError::Form(located) => at(self.line(&located.pointer), located.sentence),
            ReadError::NotJson(sentence) => at(stated_line(&sentence), sentence),
            newer @ ReadError::TooNew { .. } => at(self.line("#/schema_version"), newer.to_string()),
        })?;
        let broken = structure(&read);
        if broken.is_empty() { Ok(read) } else { Err(self.wrong(&broken, true)) }
    }

    fn wrong(&self, problems: &[Problem], is_barring: bool) -> Vec<Wrong> {
        let wrong = |problem: &Problem| Wrong {
            line: self.line(&problem.pointer),
            sentence: format!("{} {}", problem.sentence, problem.fix),
            is_barring,
        };
        problems.iter().take(SHOWN_MAX).map(wrong).collect()
    }
}

/// Reads a text; what is wrong with it where it is no blueprint.
pub(super) fn read(text: &str) -> Result<Blueprint, Vec<Wrong>> {
    Source::read(text).map_err(|wrong| vec![wrong])?.blueprint()
}

/// Reads a text for everything that is wrong with it, the worst first; the blueprint, where it is one.
pub(super) fn look(text: &str, platform: Platform) -> (Option<Blueprint>, Vec<Wrong>) {
    let source = match Source::read(text) {
        Ok(source) => source,
        Err(wrong) => return (None, vec![wrong]),
    };
    match source.blueprint() {
        Ok(read) => {
            let mut problems = validate(&read, Some(platform));
            problems.retain(|problem| problem.severity != Severity::Notice);
            problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
            let wrong = source.wrong(&problems, false);
            (Some(read), wrong)
        }
        Err(wrong) => (None, wrong),
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

    fn first_line(text: &str) -> usize {
        read(text).unwrap_err()[0].line
    }

    #[test]
    fn what_is_written_is_read() {
        let blueprint = design(&suggested());
        for form in [Form::Json, Form::Yaml] {
            let text = write(&blueprint, form);
            assert_eq!((Form::of(&text), read(&text)), (form, Ok(blueprint.clone())));
        }
    }

    #[test]
    fn what_is_wrong_has_its_line() {
        assert_eq!(first_line("{\n\"a\": }"), 2);
        let text = write(&design(&suggested()), Form::Json);
        let line = text.lines().position(|line| line.contains("\"tables\"")).unwrap() + 1;
        assert_eq!(first_line(&text.replacen("\"tables\": [", "\"tables\": [7,", 1)), line);
        let twice = text.replacen("fld_sessions_title", "fld_sessions_platform", 1);
        assert!(first_line(&twice) > line);
    }

    #[test]
    fn what_is_wrong_in_yaml_has_its_line() {
        let text = write(&design(&suggested()), Form::Yaml);
        let line = text.lines().position(|line| line.contains("type: title")).unwrap() + 1;
        assert_eq!(first_line(&text.replacen("type: title", "type: titel", 1)), line);
        assert_eq!(first_line(&text.replacen("type: title", "type: *title", 1)), line);
    }

    #[test]
    fn what_can_be_mended_later_bars_nothing() {
        let text = write(&design(&suggested()), Form::Json).replacen(
            "\"name\": \"Title\"",
            "\"name\": \"Status\"",
            1,
        );
        let (whole, wrong) = look(&text, Platform::Notion);
        assert!(whole.is_some() && wrong.iter().all(|it| !it.is_barring));
        let is_twice = |wrong: &Wrong| {
            let lines = text.lines().skip(wrong.line - 1);
            lines.take(5).any(|line| line.contains("\"name\": \"Status\""))
        };
        assert!(wrong.iter().any(is_twice), "{wrong:?}");
    }
}
