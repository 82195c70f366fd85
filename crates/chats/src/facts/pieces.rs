//! Markdown, parted into what is said and what is a block of code.

use memchr::memchr2;

/// A stretch of Markdown between the marks of code blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// The text, without the lines that begin and end a block.
    pub(super) text: &'a str,
    /// Whether it stands in a block of code.
    pub(super) is_code: bool,
}

/// The pieces of `text`, in order. A block that nobody ended goes on to the end, as it does on the screen.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text, open: None }
}

/// The pieces of a text.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    open: Option<Fence>,
}

/// What begins a block of code, and what ends it: so many of the same mark, or more.
#[derive(Clone, Copy)]
struct Fence {
    mark: u8,
    length: usize,
}

/// The fewest marks of a fence.
const FENCE: usize = 3;

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        while !self.rest.is_empty() {
            let is_code = self.open.is_some();
            let text = self.take_to_fence();
            if !text.is_empty() {
                return Some(Piece { text, is_code });
            }
        }
        None
    }
}

impl<'a> Pieces<'a> {
    /// Takes what stands before the next fence, and the line of the fence with it.
    fn take_to_fence(&mut self) -> &'a str {
        let mut from = 0;
        while let Some((at, fence)) = next_run(self.rest.as_bytes(), from) {
            from = at + fence.length;
            let Some(line) = line_start(&self.rest[..at]) else { continue };
            let end = self.rest[from..].find('\n').map_or(self.rest.len(), |end| from + end + 1);
            if self.is_turned_by(fence, &self.rest[from..end]) {
                self.open = if self.open.is_none() { Some(fence) } else { None };
                let text = &self.rest[..line];
                self.rest = &self.rest[end..];
                return text;
            }
        }
        std::mem::take(&mut self.rest)
    }

    /// Whether marks that begin a line begin a block, or end the one that is open.
    fn is_turned_by(&self, fence: Fence, after: &str) -> bool {
        match self.open {
            None => !after.contains('`'),
            Some(open) => fence.mark == open.mark && fence.length >= open.length && after.trim().is_empty(),
        }
    }
}

/// Where the line begins that `text` ends in, if nothing but spaces and marks of quotation stands in it.
fn line_start(text: &str) -> Option<usize> {
    let line = text.trim_end_matches([' ', '\t', '>']).len();
    (line == 0 || text.as_bytes()[line - 1] == b'\n').then_some(line)
}

/// The next run of marks that is long enough for a fence.
fn next_run(bytes: &[u8], mut from: usize) -> Option<(usize, Fence)> {
    loop {
        let at = from + memchr2(b'`', b'~', &bytes[from..])?;
        let mark = bytes[at];
        let length = bytes[at..].iter().take_while(|byte| **byte == mark).count();
        if length >= FENCE {
            return Some((at, Fence { mark, length }));
        }
        from = at + length;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) {
        let found: Vec<_> = pieces(text).map(|piece| (piece.text, piece.is_code)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn code_is_parted_from_what_is_said() {
        check("", &[]);
        check("a `b` c", &[("a `b` c", false)]);
        check("a\n```rust\nlet b;\n```\nc", &[("a\n", false), ("let b;\n", true), ("c", false)]);
        check("~~~\na\n```\nb\n~~~\n", &[("a\n```\nb\n", true)]);
        check("````\n```\na\n```\n````\nb", &[("```\na\n```\n", true), ("b", false)]);
        check("1. a\n   ```\n   b\n   ```\n", &[("1. a\n", false), ("   b\n", true)]);
        check("```\nnobody ended it", &[("nobody ended it", true)]);
        check("say ```inline``` here", &[("say ```inline``` here", false)]);
    }

    #[test]
    fn a_long_line_of_marks_takes_no_longer_than_another() {
        let text = "a ```` ".repeat(200_000);

        assert_eq!(pieces(&text).count(), 1);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "[`~a\n> é]{0,80}") {
            let length: usize = pieces(&text).map(|piece| piece.text.len()).sum();
            prop_assert!(length <= text.len());
        }
    }
}
