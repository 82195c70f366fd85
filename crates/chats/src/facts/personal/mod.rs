//! Personal data and secrets in a text: e-mail addresses, telephone and card numbers, keys.
//!
//! Each scanner looks at a text once and never at more than a line's worth around a place, so time grows with length
//! and no text is slow. What is ordinary in chats and only looks alike (dates, versions, UUIDs, commits) is left alone;
//! a warning that is often wrong is soon not read.

mod card;
mod context;
mod email;
mod entropy;
mod key;
mod mask;
mod number;
mod phone;
mod prefixes;

use std::borrow::Cow;

use shared::chat::{PersonalData, WARNINGS_MAX, Warning};

/// Warnings in the making.
#[derive(Default)]
pub(super) struct Watch {
    warnings: Vec<Warning>,
}

/// Something in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    kind: PersonalData,
    /// Made unreadable.
    sample: String,
    /// The first byte after it.
    end: usize,
}

impl Watch {
    /// Looks through a text of a message; nothing for the title and the summary.
    pub(super) fn add(&mut self, message: Option<usize>, text: &str) {
        let text = with_plain_digits(text);
        let findings =
            email::find(&text).chain(key::find_blocks(&text)).chain(Numbered { text: &text, at: 0 });
        for finding in findings {
            self.note(message, finding);
        }
    }

    fn note(&mut self, message: Option<usize>, finding: Finding) {
        let Finding { kind, sample, .. } = finding;
        let is_full = self.warnings.len() >= WARNINGS_MAX;
        let mut of_message = self.warnings.iter_mut().rev().take_while(|warning| warning.message == message);
        match of_message.find(|warning| warning.kind == kind) {
            Some(warning) => warning.count += 1,
            None if is_full => {}
            None => self.warnings.push(Warning { kind, message, sample, count: 1 }),
        }
    }

    /// The warnings by place, and within a place by kind.
    pub(super) fn end(mut self) -> Vec<Warning> {
        self.warnings.sort_by_key(|warning| (warning.message, warning.kind));
        self.warnings
    }
}

/// What holds a digit: telephone and card numbers, and all keys that are long enough to be any good.
struct Numbered<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Numbered<'_> {
    type Item = Finding;

    fn next(&mut self) -> Option<Finding> {
        loop {
            let digit = next_digit(self.text.as_bytes(), self.at)?;
            let number = number::at(self.text, self.at, digit);
            let found = number.and_then(|number| card::of(&number).or_else(|| phone::of(self.text, &number)));
            let token = key::Token::around(self.text, self.at, digit);
            self.at = token.end;
            if let Some(found) = found.or_else(|| key::of(self.text, &token)) {
                self.at = self.at.max(found.end);
                return Some(found);
            }
        }
    }
}

/// The next digit, most text being without: a whole stretch is asked at once.
fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    const STRETCH: usize = 32;
    let mut at = from;
    while let Some(stretch) = bytes.get(at..at + STRETCH) {
        if stretch.iter().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            break;
        }
        at += STRETCH;
    }
    bytes.get(at..)?.iter().position(u8::is_ascii_digit).map(|digit| at + digit)
}

/// The text with Arabic and full-width digits, and what stands between them, as ASCII; itself where there are none.
fn with_plain_digits(text: &str) -> Cow<'_, str> {
    // Where all of them begin with one of three bytes, most texts need no second look.
    if memchr::memchr3(0xd9, 0xdb, 0xef, text.as_bytes()).is_none() || !text.contains(is_other_digit) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain).collect())
}

fn is_other_digit(one: char) -> bool {
    plain(one) != one
}

fn plain(one: char) -> char {
    let zero = match one {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{ff0b}' => return '+',
        '\u{ff0d}' => return '-',
        '\u{ff08}' => return '(',
        '\u{ff09}' => return ')',
        '\u{ff20}' => return '@',
        _ => return one,
    };
    let digit = u32::from(one) - u32::from(zero);
    char::from_digit(digit, 10).unwrap_or(one)
}

#[cfg(test)]
mod tests;
