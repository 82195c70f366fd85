//! ZIP archives, unpacked a piece at a time and without trust.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use shared::chat::Reason;
use zip::{CompressionMethod, ZipArchive};

use crate::input::{Input, ReadAt, Stretch};

/// The most files that an archive may hold; exports with every picture of years have tens of thousands.
pub(crate) const FILES_MAX: usize = 200_000;
/// Files that unpack to more than this many times their size, and to more than [`SUSPICIOUS_BYTES`], are meant to do
/// harm: JSON packs to a fifth or a twentieth.
const RATIO_MAX: u64 = 250;
const SUSPICIOUS_BYTES: u64 = 64 << 20;

/// An open archive.
#[derive(Clone)]
pub(crate) struct Archive {
    zip: Rc<RefCell<ZipArchive<Stretch>>>,
    data: Arc<dyn ReadAt>,
}

/// A file of an archive that may be opened.
#[derive(Clone)]
pub(crate) struct Member {
    archive: Archive,
    index: usize,
}

/// Whether `start`, the first bytes of a file, begins an archive.
pub(crate) fn is_archive(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06")
}

impl Archive {
    /// Reads the directory of an archive.
    pub(crate) fn open(input: &Input) -> Result<Self, Reason> {
        let damaged = |error: zip::result::ZipError| Reason::DamagedArchive { cause: error.to_string() };
        let zip = ZipArchive::new(Stretch::whole(&input.data)).map_err(damaged)?;
        if zip.len() > FILES_MAX {
            return Err(Reason::TooManyFiles { limit: FILES_MAX as u64 });
        }
        Ok(Self { zip: Rc::new(RefCell::new(zip)), data: Arc::clone(&input.data) })
    }

    /// Its files by their paths, in the order of the directory, without folders.
    pub(crate) fn members(&self) -> Vec<(String, Member)> {
        let zip = self.zip.borrow();
        let named =
            (0..zip.len()).filter_map(|index| Some((zip.name_for_index(index)?.ok()?.into_owned(), index)));
        let files = named.filter(|(name, _)| !name.ends_with('/'));
        files.map(|(name, index)| (name, Member { archive: self.clone(), index })).collect()
    }
}

impl Member {
    /// How many bytes it is said to unpack to.
    pub(crate) fn size_bytes(&self) -> u64 {
        let mut zip = self.archive.zip.borrow_mut();
        zip.by_index_raw(self.index).map_or(0, |file| file.size())
    }

    /// What it unpacks to, and how many bytes that is said to be.
    pub(crate) fn open(&self) -> Result<(Box<dyn Read>, u64), Reason> {
        let damaged = |error: zip::result::ZipError| Reason::DamagedArchive { cause: error.to_string() };
        let mut zip = self.archive.zip.borrow_mut();
        let file = zip.by_index_raw(self.index).map_err(damaged)?;
        if file.encrypted() {
            return Err(Reason::Encrypted);
        }
        let (size, packed) = (file.size(), file.compressed_size());
        if size > SUSPICIOUS_BYTES && size / packed.max(1) > RATIO_MAX {
            return Err(Reason::Bomb);
        }
        let Some(start) = file.data_start() else {
            return Err(Reason::DamagedArchive { cause: "a file has no data".to_owned() });
        };
        let stretch = Stretch::part(&self.archive.data, start, packed);
        let unpacked: Box<dyn Read> = match file.compression() {
            CompressionMethod::Stored => Box::new(stretch),
            CompressionMethod::Deflated => {
                Box::new(DeflateDecoder::new(io::BufReader::with_capacity(1 << 18, stretch)))
            }
            _ => return Err(Reason::Method),
        };
        let checked = Checked { reader: unpacked, left: size, crc: Crc::new(), expected: file.crc32() };
        Ok((Box::new(checked), size))
    }
}

/// Holds what is unpacked against what the directory says of it.
struct Checked {
    reader: Box<dyn Read>,
    left: u64,
    crc: Crc,
    expected: u32,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        let refuse = |cause: &str| Err(io::Error::new(io::ErrorKind::InvalidData, cause));
        if count == 0 && !into.is_empty() {
            let is_whole = self.left == 0 && self.crc.sum() == self.expected;
            return if is_whole { Ok(0) } else { refuse("a file does not match its checksum") };
        }
        let Some(left) = self.left.checked_sub(count as u64) else {
            return refuse("a file is larger than the archive says");
        };
        self.left = left;
        self.crc.update(&into[..count]);
        Ok(count)
    }
}

/// Whether a path stays inside the archive.
pub(crate) fn is_safe(path: &str) -> bool {
    let leads_out = path.split(['/', '\\']).any(|part| part == "..");
    let is_absolute = path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':');
    !leads_out && !is_absolute && !path.contains('\0')
}
