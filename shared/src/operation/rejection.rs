//! Why an operation is not applied.

use serde::{Deserialize, Serialize};

use super::{ElementId, ElementKind, WORDS, describe};
use crate::blueprint::Blueprint;
use crate::words::Language;

/// Why an operation is not applied. The blueprint is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rejection {
    /// It is about an element that is not there.
    #[error("there is no {} `{}`", element.kind().as_str(), element.as_str())]
    Missing {
        /// Which.
        element: ElementId,
    },
    /// It adds an element whose id is taken, by whatever kind of element.
    #[error("the id `{id}` is taken")]
    IdTaken {
        /// The id.
        id: String,
    },
    /// It adds an element whose id is none.
    #[error("`{id}` is not an id")]
    IdForm {
        /// The id.
        id: String,
    },
    /// It removes something that others refer to.
    #[error("`{}` is still used by {} `{}`", element.as_str(), by.kind().as_str(), by.as_str())]
    StillUsed {
        /// What it removes.
        element: ElementId,
        /// The first that refers to it.
        by: ElementId,
    },
    /// It would make an element refer to something that is not there, or belongs elsewhere.
    #[error("{} `{}` refers to {} `{}`, which is not there", element.kind().as_str(), element.as_str(),
        to.kind().as_str(), to.as_str())]
    Dangling {
        /// What would refer.
        element: ElementId,
        /// To what.
        to: ElementId,
    },
    /// It would leave one side of a relation without the other, or a rollup without a relation to follow.
    #[error("the relation behind field `{}` would not hold", element.as_str())]
    Relation {
        /// The field.
        element: ElementId,
    },
    /// It would leave a table with no title field, or with several.
    #[error("table `{}` would not have exactly one title", element.as_str())]
    Title {
        /// The table.
        element: ElementId,
    },
    /// It would make an element larger than any may be: too many things in it, or a text too long.
    #[error("{} `{}` would be too large", element.kind().as_str(), element.as_str())]
    TooLarge {
        /// The element.
        element: ElementId,
    },
    /// It holds a number that is infinite or none.
    #[error("{} `{}` holds a number that is not finite", element.kind().as_str(), element.as_str())]
    NotFinite {
        /// The element.
        element: ElementId,
    },
    /// It states a position that is out of bounds, or positions that are out of order.
    #[error("the position of {} `{}` is out of order", element.kind().as_str(), element.as_str())]
    Position {
        /// The element.
        element: ElementId,
    },
    /// It moves or removes what has no place of its own, or is a group within a group.
    #[error("{} cannot be done to {}", op, kind.as_str())]
    Senseless {
        /// The operation's tag.
        op: String,
        /// What it is about.
        kind: ElementKind,
    },
    /// It was made upon a version that does not exist yet.
    #[error("it builds upon version {base}, but the last is {version}")]
    Ahead {
        /// The version it states.
        base: u64,
        /// The last version.
        version: u64,
    },
}

impl Rejection {
    /// Why, in a sentence; names are looked up in `blueprint`, in which it was rejected.
    pub fn sentence(&self, blueprint: &Blueprint, language: Language) -> String {
        let name = |element: &ElementId| describe::name(blueprint, element);
        let say =
            |key: &str, values: &[(&str, &str)]| WORDS.fill(language, &format!("rejected.{key}"), values);
        match self {
            Self::Missing { element } => {
                let kind = describe::kind(element.kind(), language);
                say("missing", &[("kind", &kind), ("id", element.as_str())])
            }
            Self::IdTaken { id } => say("id_taken", &[("id", id)]),
            Self::IdForm { id } => say("id_form", &[("id", id)]),
            Self::StillUsed { element, by } => {
                say("still_used", &[("name", &name(element)), ("by", &name(by))])
            }
            Self::Dangling { element, to } => {
                say("dangling", &[("name", &name(element)), ("to", to.as_str())])
            }
            Self::Relation { element } => say("relation", &[("name", &name(element))]),
            Self::Title { element } => say("title", &[("name", &name(element))]),
            Self::TooLarge { element } => say("too_large", &[("name", &name(element))]),
            Self::NotFinite { element } => say("not_finite", &[("name", &name(element))]),
            Self::Position { element } => say("position", &[("name", &name(element))]),
            Self::Senseless { .. } => say("senseless", &[]),
            Self::Ahead { .. } => say("ahead", &[]),
        }
    }

    pub(super) fn missing(element: ElementId) -> Self {
        Self::Missing { element }
    }
}
