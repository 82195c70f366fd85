//! Pages of the vault: Markdown that grows block by block.

use super::base::Base;
use super::text::inline;

/// A note that grows block by block; texts that come in are Markdown.
#[derive(Debug, Default)]
pub(super) struct Page {
    blocks: Vec<String>,
}

impl Page {
    pub(super) fn heading(&mut self, level: usize, text: &str) -> &mut Self {
        self.paragraph(&format!("{} {text}", "#".repeat(level)))
    }

    /// A paragraph; nothing when it is empty.
    pub(super) fn paragraph(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.blocks.push(text.to_owned());
        }
        self
    }

    /// What somebody wrote, shown as it is on one line; nothing when it is empty.
    pub(super) fn shown(&mut self, text: &str) -> &mut Self {
        self.paragraph(&inline(text))
    }

    /// A list; nothing when it is empty.
    pub(super) fn list(&mut self, marker: &str, items: impl IntoIterator<Item = String>) -> &mut Self {
        let lines: Vec<_> = items.into_iter().map(|item| format!("{marker} {item}")).collect();
        self.paragraph(&lines.join("\n"))
    }

    /// A numbered list.
    pub(super) fn steps(&mut self, items: impl IntoIterator<Item = String>) -> &mut Self {
        let lines: Vec<_> = (1..).zip(items).map(|(number, item)| format!("{number}. {item}")).collect();
        self.paragraph(&lines.join("\n"))
    }

    /// A table; nothing when it has no rows.
    pub(super) fn table(&mut self, header: &[String], rows: &[Vec<String>]) -> &mut Self {
        if rows.is_empty() {
            return self;
        }
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![line(header), format!("|{}", " --- |".repeat(header.len()))];
        lines.extend(rows.iter().map(|row| line(row)));
        self.paragraph(&lines.join("\n"))
    }

    /// A base inside the note.
    pub(super) fn base(&mut self, base: Base) -> &mut Self {
        self.paragraph(&base.block())
    }

    /// The text, ending in a newline.
    pub(super) fn text(&self) -> String {
        self.blocks.join("\n\n") + "\n"
    }
}

/// An embedded view of a base.
pub(super) fn embed(base: &str, view: &str) -> String {
    format!("![[{base}#{view}]]")
}
