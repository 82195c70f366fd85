//! A rendered file and its name.

use shared::api::artifacts::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;

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
    let purpose = match format {
        ArtifactFormat::Xlsx => String::new(),
        ArtifactFormat::GuideMarkdown => format!("-guide-{}", platform.as_str().replace('_', "-")),
        ArtifactFormat::BlueprintJson => "-blueprint".to_owned(),
    };
    format!("{stem}{purpose}.{}", format.extension())
}

/// `name` in lower-case ASCII letters, digits and single hyphens.
fn stem(name: &str) -> String {
    let mut stem = String::new();
    for char in name.chars().flat_map(char::to_lowercase) {
        match char {
            'a'..='z' | '0'..='9' => stem.push(char),
            'ä' => stem.push_str("ae"),
            'ö' => stem.push_str("oe"),
            'ü' => stem.push_str("ue"),
            'ß' => stem.push_str("ss"),
            // Apostrophes join: "Ada's chats" is `adas-chats`.
            '\'' | '’' => {}
            _ if !stem.is_empty() && !stem.ends_with('-') => stem.push('-'),
            _ => {}
        }
    }
    stem.truncate(STEM_MAX);
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() || is_device(stem) { "chat-sessions".to_owned() } else { stem.to_owned() }
}

/// Whether Windows takes a file of this stem for a device.
fn is_device(stem: &str) -> bool {
    let numbered = |kind| {
        stem.strip_prefix(kind)
            .is_some_and(|rest: &str| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
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
