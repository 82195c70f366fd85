//! Pages as outlines: properties, then blocks within blocks.

/// A page: its properties and its blocks.
#[derive(Default)]
pub(super) struct Page {
    properties: Vec<(String, String)>,
    blocks: Vec<Block>,
}

/// A block: its lines and the blocks below it. Its text is safe already: see [`super::text`].
pub(super) struct Block {
    lines: Vec<String>,
    children: Vec<Block>,
}

impl Page {
    /// Adds a property, if it has a value.
    pub(super) fn property(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.properties.push((name.to_owned(), value));
        }
    }

    /// Adds a block.
    pub(super) fn block(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    /// Adds blocks.
    pub(super) fn blocks<B: Into<Block>>(&mut self, blocks: impl IntoIterator<Item = B>) {
        self.blocks.extend(blocks.into_iter().map(Into::into));
    }

    /// The page as Markdown: properties first, as the first block without a bullet.
    pub(super) fn to_markdown(&self) -> String {
        let mut text: String =
            self.properties.iter().map(|(name, value)| format!("{name}:: {value}\n")).collect();
        if !text.is_empty() && !self.blocks.is_empty() {
            text.push('\n');
        }
        for block in &self.blocks {
            block.write(&mut text, 0);
        }
        text
    }
}

impl Block {
    /// A block of several lines.
    pub(super) fn of_lines(lines: impl IntoIterator<Item = String>) -> Self {
        Self { lines: lines.into_iter().collect(), children: Vec::new() }
    }

    /// A heading.
    pub(super) fn heading(level: usize, text: &str) -> Self {
        Self::from(format!("{} {text}", "#".repeat(level)))
    }

    /// The same with another line.
    pub(super) fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// The same with blocks below it.
    pub(super) fn with<B: Into<Block>>(mut self, children: impl IntoIterator<Item = B>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    fn write(&self, text: &mut String, depth: usize) {
        let indent = "\t".repeat(depth);
        for (number, line) in self.lines.iter().enumerate() {
            let bullet = if number == 0 { "- " } else { "  " };
            text.push_str(format!("{indent}{bullet}{line}").trim_end_matches(' '));
            text.push('\n');
        }
        for child in &self.children {
            child.write(text, depth + 1);
        }
    }
}

impl From<String> for Block {
    fn from(line: String) -> Self {
        Self { lines: vec![line], children: Vec::new() }
    }
}

impl From<&str> for Block {
    fn from(line: &str) -> Self {
        Self::from(line.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_indented_by_tabs() {
        let mut page = Page::default();
        page.property("type", "[[Sessions]]");
        page.property("empty", "");
        page.block(Block::heading(2, "Views").with([Block::from("a").line("b:: c")]));

        assert_eq!(page.to_markdown(), "type:: [[Sessions]]\n\n- ## Views\n\t- a\n\t  b:: c\n");
    }
}
