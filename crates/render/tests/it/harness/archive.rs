//! What is in an archive.

use std::io::{Cursor, Read};

use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::platform::Platform;
use zip::ZipArchive;

/// Paths and texts of the files of the archive that `blueprint` becomes, in its order.
pub(crate) fn files(blueprint: &Blueprint, format: ArtifactFormat) -> Vec<(String, String)> {
    let bytes = render(blueprint, Platform::Custom, format).unwrap().bytes;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// The same below the one folder that all of them are in.
pub(crate) fn files_inside(blueprint: &Blueprint, format: ArtifactFormat) -> Vec<(String, String)> {
    let inside = |(path, text): (String, String)| (path.split_once('/').unwrap().1.to_owned(), text);
    files(blueprint, format).into_iter().map(inside).collect()
}

/// The text of the file at `path`.
pub(crate) fn file(files: &[(String, String)], path: &str) -> String {
    files.iter().find(|(name, _)| name == path).unwrap().1.clone()
}
