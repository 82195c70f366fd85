//! Cuts a JSON document into the elements of its outermost array, one in memory at a time.
//!
//! Brackets and quotes alone are looked at; whether an element is valid is for its reader to say. A document that is no
//! array is one element, and so is every line of a file of JSON lines.

use std::io::{self, Read};

use memchr::memchr2;

/// How much is read at once.
const CHUNK_BYTES: usize = 1 << 20;

/// Cuts what `reader` gives.
pub(crate) struct Elements<R> {
    reader: R,
    buffer: Vec<u8>,
    /// Where in the buffer the element begins.
    start: usize,
    /// Where in the buffer the scan goes on.
    at: usize,
    /// Whether the reader has come to its end.
    is_ended: bool,
    /// Whether the scan stands inside the outermost array.
    is_in_array: bool,
    /// How many elements there were.
    count: u64,
    /// Bytes that the reader gave.
    read_bytes: u64,
    limit_bytes: usize,
}

/// An element of the document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Element<'a> {
    /// Its bytes as they stand in the document.
    Whole {
        /// Its place among the elements, from 0.
        index: u64,
        /// Whether the document is an array that it is an element of.
        is_in_array: bool,
        /// What it is.
        bytes: &'a mut [u8],
        /// Whether half of a pair of UTF-16 may be escaped in it.
        has_surrogates: bool,
    },
    /// It is larger than what fits; the scan went on behind it.
    TooLarge {
        /// Its place among the elements, from 0.
        index: u64,
        /// How many bytes it takes.
        size_bytes: u64,
    },
}

/// Why the document ends early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Break {
    /// It could not be read on.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It ends in the middle of the element of this number, from 0.
    #[error("the document ends in the middle of element {0}")]
    Truncated(u64),
}

/// Where a scan through an element stands.
#[derive(Clone, Copy, Default)]
struct Scan {
    depth: usize,
    is_in_text: bool,
    has_surrogates: bool,
}

impl<R: Read> Elements<R> {
    /// Cuts what `reader` gives into elements of at most `limit_bytes`.
    pub(crate) fn new(reader: R, limit_bytes: usize) -> Self {
        let buffer = Vec::new();
        Self {
            reader,
            buffer,
            start: 0,
            at: 0,
            is_ended: false,
            is_in_array: false,
            count: 0,
            read_bytes: 0,
            limit_bytes,
        }
    }

    /// How many bytes were read so far.
    pub(crate) fn read_bytes(&self) -> u64 {
        self.read_bytes
    }

    /// The next element, or nothing at the end of the document.
    pub(crate) fn next(&mut self) -> Result<Option<Element<'_>>, Break> {
        if !self.find_start()? {
            let is_open = std::mem::take(&mut self.is_in_array);
            return if is_open { Err(Break::Truncated(self.count)) } else { Ok(None) };
        }
        let index = self.count;
        self.count += 1;
        self.cut(index).map(Some)
    }

    /// Goes to the first byte of an element; false at the end of the document.
    fn find_start(&mut self) -> Result<bool, Break> {
        loop {
            while let Some(byte) = self.buffer.get(self.at) {
                match byte {
                    // White space, NUL and the byte-order mark.
                    b' ' | b'\t' | b'\r' | b'\n' | b',' | 0 | 0xEF | 0xBB | 0xBF => {}
                    b'[' if !self.is_in_array => self.is_in_array = true,
                    b']' if self.is_in_array => self.is_in_array = false,
                    _ => return Ok(true),
                }
                self.at += 1;
            }
            self.start = self.at;
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    /// Cuts out the element that begins where the scan stands.
    fn cut(&mut self, index: u64) -> Result<Element<'_>, Break> {
        self.start = self.at;
        let mut scan = Scan::default();
        // What was let go of an element that is too large.
        let mut dropped_bytes = 0_u64;
        loop {
            match scan.run(&self.buffer, self.start, self.at) {
                Ok(end) => {
                    self.at = end;
                    break;
                }
                Err(reached) => self.at = reached,
            }
            if self.buffer.len() - self.start > self.limit_bytes {
                dropped_bytes += (self.at - self.start) as u64;
                self.start = self.at;
            }
            if !self.fill()? {
                if scan.is_scalar() && dropped_bytes == 0 {
                    self.at = self.buffer.len();
                    break;
                }
                self.at = self.buffer.len();
                self.is_in_array = false;
                return Err(Break::Truncated(index));
            }
        }
        if dropped_bytes > 0 {
            return Ok(Element::TooLarge {
                index,
                size_bytes: dropped_bytes + (self.at - self.start) as u64,
            });
        }
        let bytes = &mut self.buffer[self.start..self.at];
        Ok(Element::Whole {
            index,
            is_in_array: self.is_in_array,
            bytes,
            has_surrogates: scan.has_surrogates,
        })
    }

    /// Lets go of what stands before the element and reads on; false at the end.
    fn fill(&mut self) -> io::Result<bool> {
        if self.is_ended {
            return Ok(false);
        }
        self.buffer.drain(..self.start);
        self.at -= self.start;
        self.start = 0;
        let before = self.buffer.len();
        self.buffer.resize(before + CHUNK_BYTES.min(self.limit_bytes), 0);
        let read = loop {
            match self.reader.read(&mut self.buffer[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(before + *read.as_ref().unwrap_or(&0));
        let read = read?;
        self.read_bytes += read as u64;
        self.is_ended = read == 0;
        Ok(!self.is_ended)
    }
}

impl Scan {
    /// Whether what was seen is a number or a word, which end where the document ends.
    fn is_scalar(self) -> bool {
        self.depth == 0 && !self.is_in_text
    }

    /// Scans `buffer`, in which the element begins at `start`, from `at` on: to the end of the element, or as far as
    /// what is there lets it say.
    fn run(&mut self, buffer: &[u8], start: usize, mut at: usize) -> Result<usize, usize> {
        while let Some(byte) = buffer.get(at) {
            if self.is_in_text {
                at = self.text(buffer, at)?;
                if self.depth == 0 {
                    return Ok(at);
                }
                continue;
            }
            match byte {
                b'"' => self.is_in_text = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 1 => self.depth -= 1,
                b'}' | b']' if self.depth == 1 => return Ok(at + 1),
                // The end of a number or a word, and what should not stand here at all.
                b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n' if self.depth == 0 => {
                    return Ok(at.max(start + 1));
                }
                _ => {}
            }
            at += 1;
        }
        Err(at)
    }

    /// Goes behind the end of the text that `at` stands in.
    fn text(&mut self, buffer: &[u8], mut at: usize) -> Result<usize, usize> {
        while let Some(found) = memchr2(b'"', b'\\', &buffer[at..]) {
            let place = at + found;
            if buffer[place] == b'"' {
                self.is_in_text = false;
                return Ok(place + 1);
            }
            // `\ud8` to `\udf`: four bytes must be there to be told from the rest.
            let Some(escape) = buffer.get(place + 1..place + 4) else { return Err(place) };
            self.has_surrogates |=
                matches!(escape, [b'u', b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F']);
            at = place + 2;
        }
        Err(buffer.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Gives its bytes a few at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn cut(document: &[u8], step: usize) -> (Vec<String>, Option<Break>) {
        let mut elements = Elements::new(Drip(document, step), 200);
        let mut found = Vec::new();
        loop {
            match elements.next() {
                Ok(Some(Element::Whole { bytes, .. })) => {
                    found.push(String::from_utf8_lossy(bytes).into_owned())
                }
                Ok(Some(Element::TooLarge { size_bytes, .. })) => found.push(format!("{size_bytes} bytes")),
                Ok(None) => return (found, None),
                Err(error) => return (found, Some(error)),
            }
        }
    }

    #[track_caller]
    fn check(document: &str, expected: &[&str]) {
        for step in [1, 2, 3, 7, 1000] {
            let (found, error) = cut(document.as_bytes(), step);

            assert_eq!(found, expected, "{step} bytes at a time");
            assert!(error.is_none(), "{error:?}");
        }
    }

    #[test]
    fn an_array_is_cut_into_its_elements() {
        check(
            r#" [{"a":"]},{"}, 12 ,"x\"y",[1,[2]],null]"#,
            &[r#"{"a":"]},{"}"#, "12", r#""x\"y""#, "[1,[2]]", "null"],
        );
    }

    #[test]
    fn an_object_is_one_element_and_lines_are_many() {
        check(r#"{"a":1}"#, &[r#"{"a":1}"#]);
        check("{\"a\":1}\n{\"b\":2}\n", &[r#"{"a":1}"#, r#"{"b":2}"#]);
        check("\u{feff}[{}]", &["{}"]);
        check("", &[]);
        check("12", &["12"]);
    }

    #[test]
    fn what_is_too_large_is_passed_over() {
        let long = format!("[{{\"a\":\"{}\"}},{{\"b\":1}}]", "x".repeat(1000));
        let (found, error) = cut(long.as_bytes(), 50);

        assert_eq!(found, ["1008 bytes", "{\"b\":1}"]);
        assert!(error.is_none());
    }

    #[test]
    fn a_document_that_is_cut_off_gives_what_came_before() {
        for document in [r#"[{"a":1},{"b"#, r#"[{"a":1},"#, r#"[{"a":1}"#, r#"[{"a":1},{"b":"\"#] {
            let (found, error) = cut(document.as_bytes(), 3);

            assert_eq!(found, [r#"{"a":1}"#], "{document}");
            assert!(matches!(error, Some(Break::Truncated(1))), "{document}: {error:?}");
        }
    }

    #[test]
    fn halves_of_pairs_are_noticed() {
        let mut with = Elements::new(br#"["\uD83D"]"#.as_slice(), 100);
        let mut without = Elements::new(br#"["\\ud83d \u00e9"]"#.as_slice(), 100);

        assert!(matches!(with.next(), Ok(Some(Element::Whole { has_surrogates: true, .. }))));
        assert!(matches!(without.next(), Ok(Some(Element::Whole { has_surrogates: false, .. }))));
    }

    proptest! {
        #[test]
        fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..300), step in 1_usize..50) {
            cut(&bytes, step);
        }

        #[test]
        fn brackets_in_any_order_come_to_an_end(text in "[\\[\\]{},\"\\\\ a1]{0,80}", step in 1_usize..10) {
            cut(text.as_bytes(), step);
        }
    }
}
