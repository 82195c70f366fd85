//! What people mean, as operations: each of these expands an intention into the operations of one step.
//!
//! They change nothing: the operations they give apply to the blueprint they were given, in order, as a whole
//! ([`super::apply_all`], [`super::history::History::record`], or sent as [`Operation::together`]).

pub mod arrange;
mod duplicate;
mod extract;
mod mend;
mod merge_tables;
mod paste;
mod place;
mod relate;
mod remove;
mod rename_ids;
#[cfg(test)]
mod tests;

pub use duplicate::duplicate;
pub use extract::{Extracted, extract_select};
pub(crate) use mend::beside;
pub use mend::mend;
pub use merge_tables::merge_tables;
pub use paste::{CLIP_VERSION, Clip, ClipError, Pasted, paste};
pub use place::place;
pub use relate::{Related, relate};
pub use remove::remove;

use super::{ElementId, ElementKind, Operation, Rejection, WORDS, apply, describe};
use crate::blueprint::Blueprint;
use crate::words::Language;

/// Gives a new id to an element of a kind. The caller owns randomness; see [`ElementKind::prefix`].
pub type NewId<'a> = dyn FnMut(ElementKind) -> String + 'a;

/// What a step is called that does more than its first operation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intention {
    /// [`remove()`].
    Remove(ElementId),
    /// [`duplicate()`].
    Duplicate(ElementId),
    /// [`extract_select`].
    Extract(ElementId),
    /// [`merge_tables()`]: the second into the first.
    Merge(ElementId, ElementId),
    /// [`relate()`].
    Relate(ElementId, ElementId),
    /// [`paste()`]: what was pasted, by name.
    Paste(Vec<String>),
    /// [`crate::sheet::Proposal::add_table`]: the name of the table.
    FromFile(String),
}

impl Intention {
    /// The label of its step; names are looked up in `before`.
    pub fn label(&self, before: &Blueprint, language: Language) -> String {
        let (key, name, other) = match self {
            Self::Remove(element) => ("remove", element, None),
            Self::Duplicate(element) => ("duplicate", element, None),
            Self::Extract(field) => ("extract", field, None),
            Self::Merge(into, from) => ("merge", into, Some(from)),
            Self::Relate(first, second) => ("relate", first, Some(second)),
            Self::Paste(names) => return pasted(names, language),
            Self::FromFile(name) => return WORDS.fill(language, "intention.from_file", &[("name", name)]),
        };
        let name = describe::name(before, name);
        let other = other.map(|other| describe::name(before, other)).unwrap_or_default();
        WORDS.fill(language, &format!("intention.{key}"), &[("name", &name), ("other", &other)])
    }
}

/// How many names a label tells at most.
const NAMES_MAX: usize = 3;

fn pasted(names: &[String], language: Language) -> String {
    let told: Vec<_> = names.iter().take(NAMES_MAX).map(String::as_str).collect();
    let key = if names.len() > NAMES_MAX { "intention.paste_more" } else { "intention.paste" };
    WORDS.fill(language, key, &[("name", &language.list(&told))])
}

/// A blueprint that operations are tried on while they are gathered, so that each sees what the ones before it did.
struct Draft {
    work: Blueprint,
    operations: Vec<Operation>,
}

impl Draft {
    fn new(blueprint: &Blueprint) -> Self {
        Self { work: blueprint.clone(), operations: Vec::new() }
    }

    fn does(&mut self, operation: Operation) -> Result<(), Rejection> {
        apply(&mut self.work, operation.clone())?;
        self.operations.push(operation);
        Ok(())
    }
}

/// `name`, or a like one that `taken` does not hold, whatever the case.
pub fn free_name(name: &str, taken: &[&str], language: Language) -> String {
    let is_free = |name: &str| taken.iter().all(|taken| taken.to_lowercase() != name.to_lowercase());
    if is_free(name) {
        return name.to_owned();
    }
    let copy = WORDS.fill(language, "copy.name", &[("name", name)]);
    let numbered = (2..).map(|count: usize| {
        WORDS.fill(language, "copy.numbered", &[("name", name), ("count", &count.to_string())])
    });
    // There is always another number; as many tries as names are enough.
    let mut names = std::iter::once(copy).chain(numbered).take(taken.len() + 1);
    names.find(|name| is_free(name)).unwrap_or_else(|| name.to_owned())
}
