//! Reading a text that somebody brings along, whatever of ours it is.
//!
//! What it is decides itself by what is in it: people rename files, and mail programs take their endings away.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use validator::Validate;

use super::backup::{self, Backup, BackupError};
use super::link::{self, Shared};
use crate::answers::{Answers, Ignored, LegacyError, LinkError, from_link, read_legacy};
use crate::api::pointer::{Located, from_validation, locate};
use crate::blueprint::{Blueprint, READ_MAX, ReadError, lost, read_own};
use crate::validate::structure;
use crate::words::Language;
use crate::yaml::{YamlError, is_like_yaml, read_yaml};

/// Largest text that is looked at, in bytes: a backup of some hundred configurations with long histories. No file that
/// is saved here is larger.
pub const IMPORT_MAX: usize = 128 * 1024 * 1024;

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A blueprint, such as the file of a configuration.
    Blueprint(Blueprint),
    /// Answers, of today or of the previous product.
    Answers {
        /// The answers, checked.
        answers: Answers,
        /// What has no place any more and was left out.
        ignored: Vec<Ignored>,
    },
    /// A link that holds a whole system.
    Shared(Shared),
    /// All configurations of a device.
    Backup(Backup),
}

/// Why a text cannot be taken. Where it says, why, and how to go on.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// There is nothing in it.
    #[error("this file is empty: choose the file again, or save it again where it comes from")]
    Empty,
    /// Larger than anything of ours.
    #[error("this file has {bytes} bytes, more than the {max} that can be read: choose another one")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest that is read.
        max: usize,
    },
    /// It begins like JSON and is none.
    #[error("this is not JSON: line {line}, column {column}: {why}: correct it there, or save it again")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// Why, in English.
        why: String,
    },
    /// It is written as YAML is and is none, or says what is not taken.
    #[error("this is not YAML that can be read: line {}, column {}: {}", .0.place.line, .0.place.column, .0.why)]
    NotYaml(#[from] YamlError),
    /// It is nothing of ours.
    #[error("this is no system, no answers and no backup: choose a file that was saved here")]
    Unknown,
    /// A newer version of this software wrote it.
    #[error("this was saved by a newer version ({found}): reload or update the app, then open it again")]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is of another form than what it seems to be.
    #[error("`{}`: {}: correct it there, or save it again where it comes from", .0.pointer, .0.sentence)]
    Form(Located),
    /// Its parts do not hold together.
    #[error("`{pointer}`: {sentence} {fix}")]
    Structure {
        /// Where the first problem is.
        pointer: String,
        /// What it is, in the language asked for.
        sentence: String,
        /// What to do about it, in that language.
        fix: String,
        /// How many more there are.
        more: usize,
    },
    /// A link with answers cannot be read.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// It is a link with a whole system, and cut off or changed on its way.
    #[error("this link was cut off or changed on its way: copy it again whole, or ask for the file")]
    Cut,
    /// The previous product's configuration cannot be read.
    #[error(transparent)]
    Legacy(#[from] LegacyError),
    /// A backup is not what was saved.
    #[error(transparent)]
    Backup(#[from] BackupError),
}

impl ImportError {
    /// A stable name of the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::NotJson { .. } => "not_json",
            Self::NotYaml(_) => "not_yaml",
            Self::Unknown => "unknown",
            Self::TooNew { .. } | Self::Link(LinkError::Version { .. }) => "too_new",
            Self::Form(_) => "form",
            Self::Structure { .. } => "structure",
            Self::Link(_) => "link",
            Self::Cut => "cut",
            Self::Legacy(_) => "legacy",
            Self::Backup(error) => error.code(),
        }
    }

    /// Every name that [`Self::code`] gives.
    pub const CODES: [&str; 14] = [
        "empty",
        "too_large",
        "not_json",
        "not_yaml",
        "unknown",
        "too_new",
        "form",
        "structure",
        "link",
        "cut",
        "legacy",
        "changed",
        "damaged",
        "twice",
    ];

    /// What a sentence about it may name, by the name of its place in the sentence.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { bytes, max } => vec![("size", megabytes(*bytes)), ("max", megabytes(*max))],
            Self::NotJson { line, column, .. } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
            Self::NotYaml(error) => {
                let YamlError { place, .. } = error;
                vec![("line", place.line.to_string()), ("column", place.column.to_string())]
            }
            Self::Form(located) => vec![("pointer", located.pointer.clone())],
            Self::Structure { pointer, sentence, fix, .. } => {
                vec![("pointer", pointer.clone()), ("sentence", sentence.clone()), ("fix", fix.clone())]
            }
            Self::Backup(BackupError::Damaged { name, .. } | BackupError::Twice { name }) => {
                vec![("name", name.clone())]
            }
            _ => Vec::new(),
        }
    }

    /// What only English says of it: for whoever mends the file.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::NotJson { why, .. } => Some(why.clone()),
            Self::NotYaml(error) => Some(error.why.clone()),
            Self::Form(located) => Some(located.sentence.clone()),
            Self::Link(error) => Some(error.to_string()),
            Self::Legacy(error) => Some(error.to_string()),
            Self::Backup(BackupError::Damaged { why, .. }) => Some(why.clone()),
            _ => None,
        }
    }
}

/// Reads `text`, whatever of ours it is; problems across elements are told in `language`.
///
/// # Errors
/// [`ImportError`].
pub fn read_import(text: &str, language: Language) -> Result<Import, ImportError> {
    if text.len() > IMPORT_MAX {
        return Err(ImportError::TooLarge { bytes: text.len(), max: IMPORT_MAX });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    match text.chars().next() {
        None => Err(ImportError::Empty),
        Some('{') => read_object(text, language),
        Some('[' | '"') => Err(not_json(text).unwrap_or(ImportError::Unknown)),
        Some(_) if is_like_yaml(text) => read_from_yaml(text, language),
        Some(_) => read_line(text, language),
    }
}

/// Reads the JSON that a YAML text says. Pointers come with line and column: there is no JSON to look them up in.
fn read_from_yaml(text: &str, language: Language) -> Result<Import, ImportError> {
    if text.len() > READ_MAX {
        return Err(ImportError::TooLarge { bytes: text.len(), max: READ_MAX });
    }
    let yaml = read_yaml(text)?;
    let placed = |pointer: &str| {
        let place = yaml.place(pointer);
        format!("{pointer} ({}:{})", place.line, place.column)
    };
    if !yaml.value.is_object() {
        return Err(ImportError::Unknown);
    }
    read_object(&yaml.value.to_string(), language).map_err(|error| match error {
        ImportError::Form(located) => {
            ImportError::Form(Located { pointer: placed(&located.pointer), ..located })
        }
        ImportError::Structure { pointer, sentence, fix, more } => {
            ImportError::Structure { pointer: placed(&pointer), sentence, fix, more }
        }
        error => error,
    })
}

/// Reads a blueprint that holds together, whatever its size: operations may have made it larger than what is sent.
pub(super) fn read_blueprint(json: &str, language: Language) -> Result<Blueprint, ImportError> {
    let blueprint = read_own(json).map_err(|error| match error {
        ReadError::TooNew { found } => ImportError::TooNew { found },
        ReadError::Form(located) => ImportError::Form(located),
        ReadError::NotJson(_) => not_json(json).unwrap_or(ImportError::Unknown),
    })?;
    check(blueprint, language)
}

/// Refuses a blueprint that does not hold together.
fn check(mut blueprint: Blueprint, language: Language) -> Result<Blueprint, ImportError> {
    // Problems are told in the blueprint's language, and whoever opens it may not know that one.
    let own = std::mem::replace(&mut blueprint.settings.language, language);
    let problems = structure(&blueprint);
    blueprint.settings.language = own;
    let more = problems.len().saturating_sub(1);
    match problems.into_iter().next() {
        None => Ok(blueprint),
        Some(first) => Err(ImportError::Structure {
            pointer: first.pointer,
            sentence: first.sentence,
            fix: first.fix,
            more,
        }),
    }
}

fn read_object(json: &str, language: Language) -> Result<Import, ImportError> {
    let keys = keys(json)?;
    let has = |key: &str| keys.contains(key);
    if has(backup::MARK) {
        return Ok(Import::Backup(backup::read_backup(json)?));
    }
    if has("tables") || has("schema_version") {
        return read_blueprint(json, language).map(Import::Blueprint);
    }
    if has("team_size") && has("complexity") {
        return read_answers(json);
    }
    let is_like = |key: &str| ["platform", "priorities"].contains(&key.to_lowercase().as_str());
    if keys.iter().any(|key| is_like(key)) {
        return legacy(json);
    }
    Err(ImportError::Unknown)
}

/// Answers as JSON. The previous product may have used the same keys with the labels that people saw.
fn read_answers(json: &str) -> Result<Import, ImportError> {
    let read = locate::<Answers>(json).and_then(|answers| {
        let said = serde_json::from_str(json).unwrap_or_default();
        let broken = answers.validate().err().and_then(|errors| from_validation(&errors).into_iter().next());
        broken.or_else(|| lost("#", &said, &answers)).map_or(Ok(answers), Err)
    });
    match read {
        Ok(answers) => Ok(Import::Answers { answers, ignored: Vec::new() }),
        Err(located) => legacy(json).map_err(|_| ImportError::Form(located)),
    }
}

fn legacy(text: &str) -> Result<Import, ImportError> {
    let legacy = read_legacy(text)?;
    Ok(Import::Answers { answers: legacy.answers, ignored: legacy.ignored })
}

/// A link, or what stands in one.
fn read_line(text: &str, language: Language) -> Result<Import, ImportError> {
    if let Some((before, fragment)) = text.split_once('#')
        && before.trim_end_matches('/').ends_with(link::SHARE_PATH)
    {
        return Ok(Import::Shared(link::read_share(fragment, language)?));
    }
    if text.contains("config=") {
        return legacy(text);
    }
    let last = text.rsplit('#').next().unwrap_or_default();
    let version = last.split('.').next().unwrap_or_default();
    if last.contains('.') && !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) {
        let answers = from_link(last)?;
        return Ok(Import::Answers { answers, ignored: Vec::new() });
    }
    // Any text may be base64 of something; what is none is nothing of ours.
    match legacy(text) {
        Err(ImportError::Legacy(LegacyError::NotEncoded | LegacyError::TooLong { .. })) => {
            Err(ImportError::Unknown)
        }
        read => read,
    }
}

/// The keys of the object that `json` is, without reading what they hold.
fn keys(json: &str) -> Result<BTreeSet<String>, ImportError> {
    struct Keys;
    impl<'de> Visitor<'de> for Keys {
        type Value = BTreeSet<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut keys = BTreeSet::new();
            while let Some((key, _)) = map.next_entry::<String, IgnoredAny>()? {
                keys.insert(key);
            }
            Ok(keys)
        }
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    let keys = serde::Deserializer::deserialize_map(&mut reader, Keys);
    let whole = keys.and_then(|keys| reader.end().map(|()| keys));
    whole.map_err(|error| broken(&error))
}

/// Why `text` is no JSON; nothing if it is.
fn not_json(text: &str) -> Option<ImportError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = IgnoredAny::deserialize(&mut reader).and_then(|_| reader.end());
    read.err().map(|error| broken(&error))
}

fn broken(error: &serde_json::Error) -> ImportError {
    let said = error.to_string();
    let why = said.rfind(" at line ").and_then(|at| said.get(..at)).unwrap_or(&said).to_owned();
    ImportError::NotJson { line: error.line(), column: error.column(), why }
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
