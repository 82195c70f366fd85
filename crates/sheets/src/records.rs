//! The records of a CSV text, by RFC 4180 and as programs really write them.

use std::borrow::Cow;

use shared::sheet::SheetError;

const QUOTE: u8 = b'"';

/// Walks through a text, a record at a time. A quote counts where it opens a field; anywhere else it is itself.
pub(crate) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    delimiter: u8,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose first line is number `line`; `delimiter` is ASCII.
    pub(crate) fn new((text, line): (&'a str, usize), delimiter: u8) -> Self {
        Self { text, at: 0, line, delimiter }
    }

    /// How many bytes are read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// The next record that holds anything; nothing at the end.
    ///
    /// # Errors
    /// [`SheetError::OpenQuote`].
    pub(crate) fn next_record(&mut self) -> Result<Option<Vec<Cow<'a, str>>>, SheetError> {
        while self.byte().is_some() {
            let mut fields = vec![self.field()?];
            while self.byte() == Some(self.delimiter) {
                self.at += 1;
                fields.push(self.field()?);
            }
            self.end_line();
            if fields.iter().any(|field| !field.trim().is_empty()) {
                return Ok(Some(fields));
            }
        }
        Ok(None)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over the end of a line, however it is written.
    fn end_line(&mut self) {
        if self.byte() == Some(b'\r') {
            self.at += 1;
            if self.byte() != Some(b'\n') {
                self.line += 1;
                return;
            }
        }
        if self.byte() == Some(b'\n') {
            self.at += 1;
            self.line += 1;
        }
    }

    fn field(&mut self) -> Result<Cow<'a, str>, SheetError> {
        if self.byte() != Some(QUOTE) {
            return Ok(Cow::Borrowed(self.plain()));
        }
        let mut text = self.quoted()?;
        // What stands between the closing quote and the delimiter is kept rather than lost.
        let rest = self.plain();
        if !rest.is_empty() {
            text.to_mut().push_str(rest);
        }
        Ok(text)
    }

    /// Everything up to the delimiter or the end of the line.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.take(length)
    }

    /// What stands between quotes; two of them in it are one.
    fn quoted(&mut self) -> Result<Cow<'a, str>, SheetError> {
        let opened = self.line;
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| *byte == QUOTE) else {
                return Err(SheetError::OpenQuote { line: opened });
            };
            let part = self.take(length);
            self.line += part.matches('\n').count();
            self.at += 1;
            text = if text.is_empty() { Cow::Borrowed(part) } else { text + part };
            if self.byte() != Some(QUOTE) {
                return Ok(text);
            }
            self.at += 1;
            text.to_mut().push('"');
        }
    }

    /// The next `length` bytes, which end where a sign ends.
    fn take(&mut self, length: usize) -> &'a str {
        let from = self.at;
        self.at += length;
        self.text.get(from..self.at).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<Vec<String>>, SheetError> {
        let mut records = Records::new((text, 1), b',');
        let mut all = Vec::new();
        while let Some(record) = records.next_record()? {
            all.push(record.into_iter().map(Cow::into_owned).collect());
        }
        assert_eq!(records.position(), text.len());
        Ok(all)
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(all(text).unwrap(), expected, "{text:?}");
    }

    #[test]
    fn records_end_with_lines_of_every_kind() {
        check("a,b\nc,d", &[&["a", "b"], &["c", "d"]]);
        check("a\r\nb\rc\n", &[&["a"], &["b"], &["c"]]);
        check("\n\n a \n,\n\nb", &[&[" a "], &["b"]]);
        check("a,\n,b", &[&["a", ""], &["", "b"]]);
        check("", &[]);
    }

    #[test]
    fn quotes_hold_what_would_part() {
        check("\"a,b\",c", &[&["a,b", "c"]]);
        check("\"a\nb\",c\nd", &[&["a\nb", "c"], &["d"]]);
        check("\"say \"\"so\"\"\"", &[&["say \"so\""]]);
        check("\"\"\"\",\"\"", &[&["\"", ""]]);
        check("\"a\" b,5\" disk", &[&["a b", "5\" disk"]]);
    }

    #[test]
    fn a_quote_that_never_closes_is_told_by_its_line() {
        assert_eq!(all("a\n\"b\nc\",d\n\"e\nf\n"), Err(SheetError::OpenQuote { line: 4 }));
        assert_eq!(all("\""), Err(SheetError::OpenQuote { line: 1 }));
    }
}
