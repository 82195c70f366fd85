//! What was copied, as it lies on the clipboard.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::pointer::{Located, locate};
use crate::blueprint::{Blueprint, READ_MAX, lost};
use crate::operation::{Element, ElementId, element};

/// Version of the form of clips that this code writes.
pub const CLIP_VERSION: u32 = 1;

/// Elements on their way from one place to another, be it of another system.
///
/// WIRE: it may be pasted into another version of this software.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clip {
    /// [`CLIP_VERSION`] after reading. Its name tells a clip from any other text.
    csmb_clip: u32,
    /// What was copied, in the order of the blueprint; at least one.
    elements: Vec<Element>,
}

/// Why a text is no clip.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClipError {
    /// It is a text of another sort.
    #[error("this is no part of a system")]
    Other,
    /// It is larger than a system may be.
    #[error("a clip has at most {READ_MAX} bytes")]
    TooLarge,
    /// A newer version of this software wrote it.
    #[error("this clip has version {found}; this version reads up to {CLIP_VERSION}")]
    TooNew {
        /// The version it states.
        found: u64,
    },
    /// It is a clip of another form.
    #[error("{0}")]
    Form(Located),
}

impl Clip {
    /// Copies `elements` out of a blueprint, what is in one of them with it; nothing where none of them is there.
    pub fn of(blueprint: &Blueprint, elements: &[ElementId]) -> Option<Self> {
        let taken: BTreeSet<&ElementId> = elements.iter().collect();
        let is_inside = |element: &Element| {
            let parent = element.parent();
            let above = Element::find(blueprint, &parent).map(|parent| parent.parent());
            taken.contains(&parent) || above.is_some_and(|above| taken.contains(&above))
        };
        let found = taken.iter().filter_map(|id| Element::find(blueprint, id));
        let mut elements: Vec<Element> = found.filter(|element| !is_inside(element)).collect();
        let order: Vec<&str> = element::ids(blueprint).collect();
        elements.sort_by_cached_key(|element| order.iter().position(|id| *id == element.id().as_str()));
        (!elements.is_empty()).then_some(Self { csmb_clip: CLIP_VERSION, elements })
    }

    /// The clip as text.
    ///
    /// # Errors
    /// [`ClipError::TooLarge`]: what could not be pasted again is not copied, and above all not cut.
    pub fn write(&self) -> Result<String, ClipError> {
        // Texts, numbers and lists: there is nothing that JSON could refuse.
        let text = serde_json::to_string(self).unwrap_or_default();
        if text.len() > READ_MAX { Err(ClipError::TooLarge) } else { Ok(text) }
    }

    /// Reads what [`Self::write`] wrote; what is not understood is refused, never dropped.
    ///
    /// # Errors
    /// [`ClipError`].
    pub fn read(text: &str) -> Result<Self, ClipError> {
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.starts_with('{') {
            return Err(ClipError::Other);
        }
        if text.len() > READ_MAX {
            return Err(ClipError::TooLarge);
        }
        let value: Value = serde_json::from_str(text).map_err(|_| ClipError::Other)?;
        let version = value.get("csmb_clip").ok_or(ClipError::Other)?;
        if let Some(found) = version.as_u64().filter(|found| *found > u64::from(CLIP_VERSION)) {
            return Err(ClipError::TooNew { found });
        }
        let clip: Self = locate(text).map_err(ClipError::Form)?;
        if clip.csmb_clip != CLIP_VERSION || clip.elements.is_empty() {
            let sentence = format!("must have version {CLIP_VERSION} and hold something");
            return Err(ClipError::Form(Located {
                pointer: "#".to_owned(),
                code: "form".to_owned(),
                sentence,
            }));
        }
        match lost("#", &value, &clip) {
            Some(lost) => Err(ClipError::Form(lost)),
            None => Ok(clip),
        }
    }

    /// What was copied, in order.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }
}
