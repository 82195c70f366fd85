//! What is in an archive, read back from the archive itself.

use std::io::{Cursor, Read};

use shared::artifact::{Entry, Preview};
use zip::ZipArchive;

use super::text;
use crate::RenderError;

/// Most files that are listed: more than anybody looks through.
const ENTRIES_MAX: usize = 3_000;
/// How much of a file is shown, in bytes and in lines: enough to see what it is.
const START_BYTES: usize = 1_500;
const START_LINES: usize = 24;
/// How much of all files together is shown, in bytes.
const STARTS_MAX: usize = 256 * 1024;

/// What is in an archive.
///
/// # Errors
/// [`RenderError::Archive`] and [`RenderError::Io`], where it is none or broken.
pub(super) fn read(bytes: &[u8]) -> Result<Preview, RenderError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let (mut entries, mut shown) = (Vec::new(), 0);
    for index in 0..archive.len().min(ENTRIES_MAX) {
        let mut file = archive.by_index(index)?;
        if file.is_dir() {
            continue;
        }
        let (path, size_bytes) = (file.name()?.into_owned(), file.size());
        let start = if shown < STARTS_MAX { first_lines(&mut file)? } else { None };
        shown += start.as_ref().map_or(0, |(start, _)| start.len());
        let is_cut = start.as_ref().is_some_and(|(_, is_cut)| *is_cut);
        entries.push(Entry { path, size_bytes, start: start.map(|(start, _)| start), is_cut });
    }
    Ok(Preview::Archive { left_out: archive.len().saturating_sub(ENTRIES_MAX), entries })
}

/// How a file starts and whether it goes on; nothing for one that is no text.
fn first_lines(file: &mut impl Read) -> Result<Option<(String, bool)>, RenderError> {
    let mut head = Vec::new();
    // A byte more than is shown tells whether there is more.
    file.take(START_BYTES as u64 + 1).read_to_end(&mut head)?;
    let readable = match std::str::from_utf8(&head) {
        Ok(_) => head.len(),
        // The last letter is cut in two; anything else that cannot be read is no text.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return Ok(None),
    };
    let letters = head.get(..readable).unwrap_or_default();
    if letters.contains(&0) {
        return Ok(None);
    }
    let (start, is_cut) = text::start(letters, START_BYTES, START_LINES);
    Ok(Some((start, is_cut || readable < head.len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;

    fn entries(files: &[(&str, &[u8])]) -> Vec<Entry> {
        let mut archive = Archive::new();
        for (path, bytes) in files {
            archive.add(path, bytes).unwrap();
        }
        match read(&archive.finish().unwrap()).unwrap() {
            Preview::Archive { entries, left_out: 0 } => entries,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn files_stand_in_order_with_size_and_start() {
        let entries =
            entries(&[("Chats/a.md", b"# A\ntext"), ("b.png", b"\x89PNG\r\n\x1a\n\0"), ("c.txt", b"")]);

        let entry = |path: &str, size_bytes, start: Option<&str>| Entry {
            path: path.into(),
            size_bytes,
            start: start.map(Into::into),
            is_cut: false,
        };
        assert_eq!(
            entries,
            [entry("Chats/a.md", 8, Some("# A\ntext")), entry("b.png", 9, None), entry("c.txt", 0, Some(""))]
        );
    }

    #[test]
    fn long_files_show_their_start_and_say_that_they_go_on() {
        let long = "ö\n".repeat(START_BYTES);
        let endless = "ö".repeat(START_BYTES);

        for entry in entries(&[("long.txt", long.as_bytes()), ("endless.txt", endless.as_bytes())]) {
            let start = entry.start.unwrap();
            assert!(entry.is_cut && start.len() <= START_BYTES && start.lines().count() <= START_LINES);
            assert!(start.chars().all(|c| matches!(c, 'ö' | '\n')), "{start}");
        }
    }

    #[test]
    fn all_starts_together_are_bounded() {
        let text = "x\n".repeat(20);
        let paths: Vec<_> = (0..8_000).map(|number| format!("{number}.txt")).collect();
        let mut archive = Archive::new();
        for path in &paths {
            archive.add(path, &text).unwrap();
        }

        let Preview::Archive { entries, left_out } = read(&archive.finish().unwrap()).unwrap() else {
            panic!()
        };

        assert_eq!((entries.len(), left_out), (ENTRIES_MAX, 8_000 - ENTRIES_MAX));
        let shown: usize = entries.iter().filter_map(|entry| entry.start.as_ref()).map(String::len).sum();
        assert!(shown <= STARTS_MAX + START_BYTES);
    }

    #[test]
    fn what_is_no_archive_is_an_error() {
        assert!(matches!(read(b"PK"), Err(RenderError::Archive(_))));
    }
}
