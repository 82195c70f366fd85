//! Which files are offered, in which order, and what they are called.

use shared::artifact::ArtifactFormat as File;
use shared::platform::{Platform, capabilities};

use crate::components::Glyph;
use crate::i18n::I18n;

/// Files that are of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// What the platform takes itself, beside what it takes best.
    Platform,
    /// To read.
    Documents,
    /// To fill in and to import anywhere.
    Tables,
    /// For people who program.
    Database,
    /// To look at.
    Diagrams,
    /// The design itself.
    Blueprint,
}

impl Group {
    /// Its name in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Documents => "documents",
            Self::Tables => "tables",
            Self::Database => "database",
            Self::Diagrams => "diagrams",
            Self::Blueprint => "blueprint",
        }
    }
}

/// Files that are of use wherever a system lives. What another platform imports is of use there alone.
const EVERYWHERE: [(Group, &[File]); 5] = [
    (Group::Documents, &[File::GuideHtml, File::GuideMarkdown]),
    (Group::Tables, &[File::Xlsx, File::CsvZip]),
    (
        Group::Database,
        &[
            File::SqlPostgres,
            File::SqlSqlite,
            File::JsonSchema,
            File::Openapi,
            File::TypescriptTypes,
            File::RustTypes,
        ],
    ),
    (Group::Diagrams, &[File::DiagramSvg, File::Mermaid]),
    (Group::Blueprint, &[File::BlueprintYaml, File::BlueprintJson]),
];

/// The file that `platform` takes best.
pub(crate) fn best(platform: Platform) -> File {
    capabilities(platform).all_files().next().unwrap_or(File::Xlsx)
}

/// All the others, in groups: first what is the platform's own.
pub(crate) fn groups(platform: Platform) -> Vec<(Group, Vec<File>)> {
    let own = capabilities(platform).files;
    let others = EVERYWHERE.map(|(group, files)| {
        (group, files.iter().copied().filter(|file| !own.contains(file)).collect::<Vec<_>>())
    });
    let own = own.iter().copied().filter(|file| *file != best(platform)).collect();
    let mut groups = vec![(Group::Platform, own)];
    groups.extend(others);
    groups.retain(|(_, files)| !files.is_empty());
    groups
}

/// How many others there are.
pub(crate) fn others_count(platform: Platform) -> usize {
    groups(platform).iter().map(|(_, files)| files.len()).sum()
}

/// What a file is called.
pub(crate) fn title(i18n: I18n, format: File) -> String {
    i18n.text(&format!("file.{}.title", format.as_str()))
}

/// What it is, in a line.
pub(crate) fn text(i18n: I18n, format: File) -> String {
    i18n.text(&format!("file.{}.text", format.as_str()))
}

/// The address of its page.
pub(crate) fn href(format: File) -> String {
    format!("/system/files/{}", format.as_str())
}

/// A shape for it.
pub(crate) fn glyph(format: File) -> Glyph {
    match format {
        File::Xlsx => Glyph::FileSpreadsheet,
        File::GuideMarkdown | File::GuideHtml => Glyph::ListChecks,
        File::SqlPostgres | File::SqlSqlite => Glyph::Database,
        File::Mermaid | File::DiagramSvg => Glyph::Workflow,
        _ if format.is_archive() => Glyph::Package,
        _ => Glyph::Braces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_file_of_a_platform_is_offered_once() {
        for platform in Platform::ALL {
            let mut offered = vec![best(platform)];
            offered.extend(groups(platform).into_iter().flat_map(|(_, files)| files));
            let count = offered.len();
            assert!(capabilities(platform).all_files().all(|file| offered.contains(&file)), "{platform}");
            assert_eq!(count, 1 + others_count(platform));
            offered.sort_unstable();
            offered.dedup();
            assert_eq!(offered.len(), count, "{platform} offers a file twice");
        }
    }

    #[test]
    fn every_file_is_offered_somewhere() {
        let offers = |file: &File, platform| {
            best(platform) == *file || groups(platform).iter().any(|(_, files)| files.contains(file))
        };
        for file in File::ALL {
            assert!(Platform::ALL.into_iter().any(|platform| offers(&file, platform)), "{file:?}");
        }
    }

    #[test]
    fn every_file_and_group_has_words() {
        for file in File::ALL {
            for part in ["title", "text"] {
                assert!(is_known(&format!("file.{}.{part}", file.as_str())), "{part} of {file:?}");
            }
        }
        for group in Platform::ALL.into_iter().flat_map(groups).map(|(group, _)| group) {
            assert!(is_known(&format!("files.group.{}", group.as_str())), "{group:?}");
        }
    }
}
