//! A rendered file and its name.

use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

use crate::names::{ascii_words, is_device};

/// Longest stem of a file name, in bytes: short enough for every file system, path included.
const STEM_MAX: usize = 60;

/// A file rendered from a blueprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// A name that every operating system takes: ASCII letters, digits, `-` and one dot.
    pub file_name: String,
    /// Media type, as HTTP names it.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The name of the file that `blueprint` becomes.
pub(crate) fn file_name(blueprint: &Blueprint, platform: Platform, format: ArtifactFormat) -> String {
    let stem = stem(&blueprint.name);
    let platform = match format {
        ArtifactFormat::GuideMarkdown | ArtifactFormat::GuideHtml => {
            Some(platform.as_str().replace('_', "-"))
        }
        _ => None,
    };
    let purpose = Some(format.purpose().to_owned()).filter(|purpose| !purpose.is_empty());
    let parts: Vec<_> = [Some(stem), purpose, platform].into_iter().flatten().collect();
    format!("{}.{}", parts.join("-"), format.extension())
}

/// `name` in lower-case ASCII letters, digits and single hyphens.
pub(crate) fn stem(name: &str) -> String {
    let mut stem = ascii_words(name).join("-");
    stem.truncate(STEM_MAX);
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() || is_device(stem) { "chat-sessions".to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_every_system() {
        for (name, expected) in [
            ("Chat Sessions", "chat-sessions"),
            ("  Ada's / chats: \"all\"  ", "adas-chats-all"),
            ("Übersicht über Größe", "uebersicht-ueber-groesse"),
            ("会话", "chat-sessions"),
            ("..\\..\\etc", "etc"),
            ("CON", "chat-sessions"),
            ("lpt1", "chat-sessions"),
            ("com10", "com10"),
            ("", "chat-sessions"),
        ] {
            assert_eq!(stem(name), expected, "{name}");
        }
        assert!(stem(&"long name ".repeat(50)).len() <= STEM_MAX);
    }
}
