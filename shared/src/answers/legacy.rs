//! Reading the previous product's configuration.
//!
//! It was a JSON object `{platform, priorities, features, teamSize, complexity}`, values as keys (`"sheets"`) or as
//! the labels people saw (`"2-5 people"`), and stood in links as base64 in `?config=`.

#[cfg(test)]
mod tests;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

use super::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
use crate::platform::Platform;

/// Longest text read, in bytes; a configuration has a few hundred.
const TEXT_MAX: usize = 65_536;

/// A configuration of the previous product, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legacy {
    /// The same, as answers of today. A team size that was never stored is one person, a complexity moderate.
    pub answers: Answers,
    /// What has no place in today's answers and was left out, by key.
    pub ignored: Vec<Ignored>,
}

/// A part of a configuration that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Where it stands: a JSON pointer in fragment form, such as `#/features/2`.
    pub pointer: String,
    /// What stands there.
    pub value: String,
}

/// Why a text is no configuration of the previous product.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LegacyError {
    /// Longer than any configuration.
    #[error(
        "this text has {bytes} bytes, more than the {TEXT_MAX} a configuration may have: paste only the configuration"
    )]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Neither JSON nor base64.
    #[error(
        "this is neither JSON nor base64: copy the configuration again, from its first to its last character"
    )]
    NotEncoded,
    /// Looks like JSON and is not.
    #[error("this is not JSON ({0}): copy the configuration again, from its first to its last character")]
    NotJson(String),
    /// JSON of another form.
    #[error("`{pointer}` must be {expected}: correct it, or answer the questions anew")]
    Form {
        /// Where.
        pointer: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A value that nothing of today matches.
    #[error("`{pointer}` holds `{value}`, which is no {expected}: correct it, or answer the questions anew")]
    Unknown {
        /// Where.
        pointer: String,
        /// What stands there.
        value: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// No priority that is known today, and answers need one.
    #[error("`#/priorities` holds no priority that is known today: answer the questions anew")]
    NoPriorities,
}

/// What the label of a choice begins with, lower case and without spaces and signs.
type Stems<T> = &'static [(&'static str, T)];

const PLATFORMS: Stems<Platform> = &[
    ("notion", Platform::Notion),
    ("airtable", Platform::Airtable),
    ("googlesheet", Platform::GoogleSheets),
    ("gsheet", Platform::GoogleSheets),
    ("sheet", Platform::GoogleSheets),
    ("excel", Platform::Excel),
    ("microsoftexcel", Platform::Excel),
    ("msexcel", Platform::Excel),
    ("obsidian", Platform::Obsidian),
    ("logseq", Platform::Logseq),
    ("monday", Platform::Monday),
    ("clickup", Platform::Clickup),
    ("trello", Platform::Trello),
    ("asana", Platform::Asana),
    ("jira", Platform::Jira),
    ("linear", Platform::Linear),
    ("coda", Platform::Coda),
    ("builtin", Platform::Builtin),
    ("custom", Platform::Custom),
];
const PRIORITIES: Stems<Priority> = &[
    ("organi", Priority::Organization),
    ("search", Priority::Search),
    ("analytic", Priority::Analytics),
    ("collab", Priority::Collaboration),
    ("automat", Priority::Automation),
    ("simpl", Priority::Simplicity),
    ("portab", Priority::Portability),
    ("integrat", Priority::Integration),
];
const FEATURES: Stems<Feature> = &[
    ("tag", Feature::Tags),
    ("project", Feature::Projects),
    ("timeline", Feature::Timeline),
    ("template", Feature::Templates),
    ("reminder", Feature::Reminders),
    ("export", Feature::Exports),
    ("dashboard", Feature::Dashboard),
    ("archiv", Feature::Archive),
];
const TEAM_SIZES: Stems<TeamSize> = &[
    ("justme", TeamSize::JustMe),
    ("solo", TeamSize::JustMe),
    ("individual", TeamSize::JustMe),
    ("1person", TeamSize::JustMe),
    ("25", TeamSize::TwoToFive),
    ("620", TeamSize::SixToTwenty),
    ("20", TeamSize::OverTwenty),
    ("21", TeamSize::OverTwenty),
];
const COMPLEXITIES: Stems<Complexity> = &[
    ("simpl", Complexity::Simple),
    ("basic", Complexity::Simple),
    ("moderate", Complexity::Moderate),
    ("medium", Complexity::Moderate),
    ("standard", Complexity::Moderate),
    ("advanced", Complexity::Advanced),
    ("complex", Complexity::Advanced),
];

/// Reads a configuration of the previous product: JSON, its base64 (for URLs or not, padded or not), either of them
/// percent-encoded, or a link with one of these in `?config=`. Case, spaces and signs in names do not matter.
///
/// # Errors
/// [`LegacyError`] with the place and the reason. Unknown priorities, features and keys are no errors:
/// [`Legacy::ignored`] lists them.
pub fn read_legacy(text: &str) -> Result<Legacy, LegacyError> {
    if text.len() > TEXT_MAX {
        return Err(LegacyError::TooLong { bytes: text.len() });
    }
    let json = decode(text)?;
    let value: Value =
        serde_json::from_str(&json).map_err(|error| LegacyError::NotJson(error.to_string()))?;
    let Value::Object(object) = value else {
        return Err(LegacyError::Form { pointer: "#".to_owned(), expected: "an object" });
    };
    let mut reading = Reading::default();
    for (key, value) in &object {
        reading.take(key, value)?;
    }
    reading.finish()
}

/// What was found so far.
#[derive(Default)]
struct Reading {
    platform: Option<Platform>,
    team_size: Option<TeamSize>,
    complexity: Option<Complexity>,
    priorities: Vec<Priority>,
    features: Vec<Feature>,
    ignored: Vec<Ignored>,
}

impl Reading {
    fn take(&mut self, key: &str, value: &Value) -> Result<(), LegacyError> {
        let pointer = format!("#/{}", key.replace('~', "~0").replace('/', "~1"));
        match plain(key).as_str() {
            "platform" => self.platform = Some(one(PLATFORMS, &pointer, value, "platform")?),
            "teamsize" => self.team_size = Some(one(TEAM_SIZES, &pointer, value, "team size")?),
            "complexity" => self.complexity = Some(one(COMPLEXITIES, &pointer, value, "complexity")?),
            "priorities" => many(PRIORITIES, &pointer, value, &mut self.priorities, &mut self.ignored)?,
            "features" => many(FEATURES, &pointer, value, &mut self.features, &mut self.ignored)?,
            _ => self.ignored.push(Ignored { pointer, value: shown(value) }),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Legacy, LegacyError> {
        let missing =
            || LegacyError::Form { pointer: "#/platform".to_owned(), expected: "the name of a platform" };
        let platform = self.platform.ok_or_else(missing)?;
        if self.priorities.is_empty() {
            return Err(LegacyError::NoPriorities);
        }
        self.priorities.sort();
        self.features.sort();
        let answers = Answers {
            platform,
            team_size: self.team_size.unwrap_or(TeamSize::JustMe),
            priorities: self.priorities,
            features: self.features,
            complexity: self.complexity.unwrap_or(Complexity::Moderate),
            customization: Customization::default(),
        };
        Ok(Legacy { answers, ignored: self.ignored })
    }
}

fn one<T: Copy>(
    stems: Stems<T>,
    pointer: &str,
    value: &Value,
    expected: &'static str,
) -> Result<T, LegacyError> {
    let pointer = pointer.to_owned();
    let Value::String(label) = value else {
        return Err(LegacyError::Form { pointer, expected: "a text" });
    };
    find(stems, label).ok_or_else(|| LegacyError::Unknown { pointer, value: shown(value), expected })
}

/// Reads a list; what it does not know, and what it names twice, changes nothing.
fn many<T: Copy + PartialEq>(
    stems: Stems<T>,
    pointer: &str,
    value: &Value,
    found: &mut Vec<T>,
    ignored: &mut Vec<Ignored>,
) -> Result<(), LegacyError> {
    let list = match value {
        Value::Array(list) => list,
        Value::Null => return Ok(()),
        _ => return Err(LegacyError::Form { pointer: pointer.to_owned(), expected: "a list of texts" }),
    };
    for (at, value) in list.iter().enumerate() {
        match value.as_str().and_then(|label| find(stems, label)) {
            Some(choice) if found.contains(&choice) => {}
            Some(choice) => found.push(choice),
            None => ignored.push(Ignored { pointer: format!("{pointer}/{at}"), value: shown(value) }),
        }
    }
    Ok(())
}

/// The choice whose stem `label` begins with.
fn find<T: Copy>(stems: Stems<T>, label: &str) -> Option<T> {
    let label = plain(label);
    stems.iter().find(|(stem, _)| label.starts_with(stem)).map(|(_, choice)| *choice)
}

/// Letters and digits only, in lower case.
fn plain(label: &str) -> String {
    label.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A value for messages, at most 80 characters of it.
fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.chars().take(80).collect()
}

/// The JSON inside `text`, whatever it is wrapped in.
fn decode(text: &str) -> Result<String, LegacyError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let text = if text.starts_with('{') { text } else { parameter(text) };
    let text = percent_decode(text);
    if is_json(&text) {
        return Ok(text);
    }
    let base64: String = text.chars().filter_map(standard).collect();
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let bytes = GeneralPurpose::new(&STANDARD, config).decode(base64).map_err(|_| LegacyError::NotEncoded)?;
    let text = String::from_utf8(bytes).map_err(|_| LegacyError::NotEncoded)?;
    let text = percent_decode(text.trim_start_matches('\u{feff}').trim());
    if is_json(&text) { Ok(text) } else { Err(LegacyError::NotEncoded) }
}

fn is_json(text: &str) -> bool {
    text.starts_with(['{', '[', '"'])
}

/// What follows `config=` in a link; the text itself where that is missing.
fn parameter(text: &str) -> &str {
    let starts = |(at, _): &(usize, &str)| *at == 0 || text[..*at].ends_with(['?', '&', '#']);
    match text.match_indices("config=").find(starts) {
        Some((at, name)) => text[at + name.len()..].split(['&', '#']).next().unwrap_or_default(),
        None => text,
    }
}

/// A character of base64 for URLs as the standard alphabet has it; a `+` that a form turned into a space comes back,
/// line ends and padding go.
fn standard(char: char) -> Option<char> {
    match char {
        '-' | ' ' => Some('+'),
        '_' => Some('/'),
        '\r' | '\n' | '\t' | '=' => None,
        char => Some(char),
    }
}

/// Resolves `%XX`; a text that is not UTF-8 afterwards, or has no such signs, stays as it is.
///
/// JSON keeps its bare `%`: only texts that cannot be JSON yet are decoded.
fn percent_decode(text: &str) -> String {
    if is_json(text) || !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = match rest {
            [b'%', high, low, ..] => hex(*high).zip(hex(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high * 16 + low));
        rest = if code.is_some() { rest.get(3..).unwrap_or_default() } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
