//! A file of an export that is read for chats.

use std::io::{self, Read};

use shared::chat::Reason;

use crate::archive::Member;
use crate::input::{Input, Stretch};

/// The most that is read of a file that says something about others.
const NOTE_BYTES_MAX: u64 = 32 << 20;

/// A file: dropped as it is, or in an archive.
#[derive(Clone)]
pub(crate) struct Document {
    /// Where it is, for people: with the name of its archive.
    pub(crate) place: String,
    /// Its path in the folder or the archive.
    pub(crate) path: String,
    pub(crate) data: Data,
}

#[derive(Clone)]
pub(crate) enum Data {
    File(Input),
    Member(Member),
}

impl Document {
    /// The bytes, one after the other, and how many there are.
    pub(crate) fn open(&self) -> Result<(Box<dyn Read>, u64), Reason> {
        match &self.data {
            Data::File(input) => Ok((Box::new(Stretch::whole(&input.data)), input.data.size())),
            Data::Member(member) => member.open(),
        }
    }

    /// All of a small file, as text.
    pub(crate) fn text(&self) -> Result<String, Reason> {
        let (reader, _) = self.open()?;
        text(reader, NOTE_BYTES_MAX)
    }

    /// How many bytes it unpacks to, as far as that is known.
    pub(crate) fn size_bytes(&self) -> u64 {
        match &self.data {
            Data::File(input) => input.data.size(),
            Data::Member(member) => member.size_bytes(),
        }
    }

    /// Its name without folders, in lower case.
    pub(crate) fn name(&self) -> String {
        self.path.rsplit('/').next().unwrap_or(&self.path).to_lowercase()
    }
}

/// All that `reader` gives, at most `limit_bytes`, as text.
pub(crate) fn text(reader: impl Read, limit_bytes: u64) -> Result<String, Reason> {
    let mut bytes = Vec::new();
    reader.take(limit_bytes + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit_bytes {
        return Err(Reason::TooLarge { size_bytes: bytes.len() as u64, limit_bytes });
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// What the system said, or the archive.
pub(crate) fn unreadable(error: &io::Error) -> Reason {
    let cause = error.to_string();
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Reason::DamagedArchive { cause },
        io::ErrorKind::UnexpectedEof => Reason::Truncated,
        _ => Reason::Unreadable { cause },
    }
}
