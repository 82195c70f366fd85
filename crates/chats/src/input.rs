//! What is read: files of a person, wherever they lie.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

/// Bytes that can be read from any place: a file on the disk, a file of the browser, bytes in memory.
pub trait ReadAt {
    /// How many bytes there are.
    fn size(&self) -> u64;

    /// Reads into `into` what stands from byte `at` on, and says how many bytes came; none only at the end.
    ///
    /// # Errors
    /// When the system refuses.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize>;
}

/// A file that a person dropped.
#[derive(Clone)]
pub struct Input {
    /// Its path from the folder that was dropped, parted by `/`; its name where it came alone.
    pub path: String,
    /// What it holds.
    pub data: Arc<dyn ReadAt>,
}

impl Input {
    /// A file at `path` that holds `data`.
    pub fn new(path: impl Into<String>, data: impl ReadAt + 'static) -> Self {
        Self { path: path.into(), data: Arc::new(data) }
    }
}

impl ReadAt for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(at).ok().and_then(|at| self.get(at..)).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}

#[cfg(unix)]
impl ReadAt for std::fs::File {
    fn size(&self) -> u64 {
        self.metadata().map_or(0, |metadata| metadata.len())
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(self, into, at)
    }
}

#[cfg(windows)]
impl ReadAt for std::fs::File {
    fn size(&self) -> u64 {
        self.metadata().map_or(0, |metadata| metadata.len())
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(self, into, at)
    }
}

/// A stretch of bytes, read one after the other.
#[derive(Clone)]
pub(crate) struct Stretch {
    data: Arc<dyn ReadAt>,
    from: u64,
    at: u64,
    to: u64,
}

impl Stretch {
    /// All of `data`.
    pub(crate) fn whole(data: &Arc<dyn ReadAt>) -> Self {
        Self { from: 0, at: 0, to: data.size(), data: Arc::clone(data) }
    }

    /// `size` bytes of `data` from byte `from` on, as far as they are there.
    pub(crate) fn part(data: &Arc<dyn ReadAt>, from: u64, size: u64) -> Self {
        let to = from.saturating_add(size).min(data.size());
        Self { from, at: from.min(to), to, data: Arc::clone(data) }
    }
}

impl Read for Stretch {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.to - self.at).unwrap_or(usize::MAX);
        let wanted = left.min(into.len());
        let count = self.data.read_at(self.at, &mut into[..wanted])?.min(wanted);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Stretch {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, by) = match to {
            SeekFrom::Start(at) => (self.from.checked_add(at), 0),
            SeekFrom::End(by) => (Some(self.to), by),
            SeekFrom::Current(by) => (Some(self.at), by),
        };
        let at = base.and_then(|base| base.checked_add_signed(by)).filter(|at| *at >= self.from);
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?.min(self.to);
        Ok(self.at - self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> Arc<dyn ReadAt> {
        Arc::new(b"0123456789".to_vec())
    }

    #[test]
    fn a_part_is_read_from_its_start_to_its_end() {
        let mut part = Stretch::part(&data(), 3, 4);
        let mut read = String::new();

        part.read_to_string(&mut read).unwrap();

        assert_eq!(read, "3456");
    }

    #[test]
    fn seeking_counts_from_the_start_of_the_part() {
        let mut part = Stretch::part(&data(), 3, 100);
        let mut read = String::new();

        assert_eq!(part.seek(SeekFrom::End(-2)).unwrap(), 5);
        part.read_to_string(&mut read).unwrap();

        assert_eq!(read, "89");
        assert!(part.seek(SeekFrom::Start(u64::MAX)).is_err());
    }
}
