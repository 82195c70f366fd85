//! Reading variables and keeping every mistake, so that all are told at once.

use std::collections::BTreeMap;
use std::fmt;

use super::variable::{VARIABLES, Variable};

/// Everything that is wrong with a configuration.
#[derive(Debug)]
pub struct ConfigError(Vec<String>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The configuration is not valid:")?;
        self.0.iter().try_for_each(|mistake| write!(f, "\n- {mistake}"))
    }
}

impl std::error::Error for ConfigError {}

/// Variables by name, and the mistakes found in them so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    values: BTreeMap<String, String>,
    mistakes: Vec<String>,
}

impl Reader {
    /// Reads `variables`, and what they lack from the file they name.
    pub(super) fn new(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut reader = Self { values: variables.into_iter().collect(), mistakes: Vec::new() };
        if let Some(path) = reader.optional(&super::variable::CONFIG_FILE, |path| Some(path.to_owned())) {
            match std::fs::read_to_string(&path) {
                Ok(text) => reader.add_file(&path, &text),
                Err(error) => {
                    reader.mistakes.push(format!("`CONFIG_FILE` is `{path}`, which cannot be read: {error}."))
                }
            }
        }
        reader
    }

    /// The value of a variable that has a default.
    pub(super) fn required<T: Default>(
        &mut self,
        variable: &Variable,
        parse: impl Fn(&str) -> Option<T>,
    ) -> T {
        // A mistake ends the start, so what stands in for the value is never used.
        self.optional(variable, &parse).or_else(|| parse(variable.default)).unwrap_or_default()
    }

    /// The value of a variable, if it has one.
    pub(super) fn optional<T>(
        &mut self,
        variable: &Variable,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value =
            self.values.get(variable.name).map(|value| value.trim()).filter(|value| !value.is_empty())?;
        let parsed = parse(value);
        if parsed.is_none() {
            // What stands before an `@` may be a password.
            let shown = if variable.secret || value.contains('@') {
                "has a value (not shown here)".to_owned()
            } else {
                format!("is `{value}`")
            };
            self.mistakes.push(format!("`{}` {shown}; it must be {}.", variable.name, variable.allowed));
        }
        parsed
    }

    /// `value`, or all mistakes.
    pub(super) fn finish<T>(self, value: T) -> Result<T, ConfigError> {
        if self.mistakes.is_empty() { Ok(value) } else { Err(ConfigError(self.mistakes)) }
    }

    fn add_file(&mut self, path: &str, text: &str) {
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let number = index + 1;
            match line.split_once('=').map(|(name, value)| (name.trim(), unquoted(value.trim()))) {
                Some((name, value)) if VARIABLES.iter().any(|variable| variable.name == name) => {
                    self.values.entry(name.to_owned()).or_insert_with(|| value.to_owned());
                }
                Some((name, _)) => {
                    self.mistakes
                        .push(format!("Line {number} of `{path}` sets `{name}`, which does not exist."));
                }
                None => self.mistakes.push(format!("Line {number} of `{path}` is not `NAME=value`.")),
            }
        }
    }
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}
