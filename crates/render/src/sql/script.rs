//! The text of a script as it grows.

use shared::words::{DATABASE, Language};

use super::dialect::Dialect;
use super::text::{literal, quoted, remark};

/// A script.
pub(super) struct Script {
    pub(super) dialect: Dialect,
    pub(super) language: Language,
    text: String,
}

/// A line of a list, with what is said beside it.
pub(super) struct Line {
    pub(super) sql: String,
    pub(super) remark: String,
}

impl Line {
    /// A line that needs no words.
    pub(super) fn plain(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), remark: String::new() }
    }
}

impl Script {
    pub(super) fn new(dialect: Dialect, language: Language) -> Self {
        Self { dialect, language, text: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// The word for `key`.
    pub(super) fn word(&self, key: &'static str) -> &'static str {
        DATABASE.get(self.language, key)
    }

    /// The sentence for `key`, with every `{name}` replaced by its value.
    pub(super) fn sentence(&self, key: &str, values: &[(&str, &str)]) -> String {
        DATABASE.fill(self.language, key, values)
    }

    /// A part of the script begins.
    pub(super) fn section(&mut self, title: &str) {
        self.text.push('\n');
        self.remark(&format!("==== {title} ===="));
    }

    /// Words for who reads.
    pub(super) fn remark(&mut self, words: &str) {
        self.text.push_str(&remark(words));
        self.text.push('\n');
    }

    /// A command.
    pub(super) fn run(&mut self, sql: &str) {
        self.text.push_str(sql);
        self.text.push_str(";\n");
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A command that ends in a list, a line each.
    pub(super) fn run_list(&mut self, start: &str, lines: &[Line], end: &str) {
        self.text.push_str(start);
        for (position, line) in lines.iter().enumerate() {
            self.text.push_str("\n  ");
            self.text.push_str(&line.sql);
            self.text.push_str(if position + 1 < lines.len() { "," } else { "" });
            if !line.remark.is_empty() {
                self.text.push(' ');
                self.text.push_str(&remark(&line.remark));
            }
        }
        self.text.push('\n');
        self.run(end);
    }

    /// Words that the database itself keeps, where it can. `what` is such as `TABLE`, `names` the way to it.
    pub(super) fn describe(&mut self, what: &str, names: &[&str], words: &str) {
        if self.dialect == Dialect::Postgres && !words.trim().is_empty() {
            let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
            self.run(&format!("COMMENT ON {what} {} IS {}", names.join("."), literal(words)));
        }
    }
}

/// A name and what is said of it.
pub(super) fn described(name: &str, description: &str) -> String {
    if description.is_empty() { name.to_owned() } else { format!("{name}: {description}") }
}
