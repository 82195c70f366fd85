//! ZIP archives: the same files give the same bytes, everywhere and always.

use std::collections::HashSet;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::RenderError;
use crate::names::folded;

/// Longest path inside an archive, in characters: with a folder of one's own in front it stays under the 260 that
/// Windows takes.
pub(crate) const PATH_MAX: usize = 180;

/// An archive that grows file by file; files keep the order in which they are added.
pub(crate) struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    taken: HashSet<String>,
}

impl Archive {
    /// An empty archive.
    pub(crate) fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), taken: HashSet::new() }
    }

    /// Adds a file at `path`, its folders parted by `/`; each part comes from [`crate::names::file_name`] or is fixed.
    ///
    /// # Errors
    /// [`RenderError::Path`] for a path that could leave the archive's folder, is too long or is taken in any
    /// spelling of upper and lower case.
    pub(crate) fn add(&mut self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), RenderError> {
        if !is_safe(path) || !self.taken.insert(folded(path)) {
            return Err(RenderError::Path(path.to_owned()));
        }
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(path, options)?;
        self.zip.write_all(bytes.as_ref())?;
        Ok(())
    }

    /// The archive's bytes.
    ///
    /// # Errors
    /// [`RenderError::Archive`] when it could not be closed.
    pub(crate) fn finish(self) -> Result<Vec<u8>, RenderError> {
        Ok(self.zip.finish()?.into_inner())
    }
}

fn is_safe(path: &str) -> bool {
    let part_is_safe = |part: &str| !matches!(part, "" | "." | "..") && !part.ends_with(['.', ' ']);
    path.chars().count() <= PATH_MAX
        && path.split('/').all(part_is_safe)
        && !path
            .contains(|c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_and_are_there_once() {
        let mut archive = Archive::new();

        archive.add("Chats/Über alles.md", "a").unwrap();

        for path in
            ["", "/etc/passwd", "../x", "a/../b", "a\\b", "C:x", "a//b", "chats/ÜBER ALLES.md", "a./b", "a "]
        {
            assert!(matches!(archive.add(path, "b"), Err(RenderError::Path(_))), "{path}");
        }
        assert!(archive.add(&"x".repeat(PATH_MAX + 1), "b").is_err());
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let write = || {
            let mut archive = Archive::new();
            archive.add("a.txt", "same").unwrap();
            archive.finish().unwrap()
        };

        assert_eq!(write(), write());
    }
}
