//! Lays out objects that hold their successors, one per level, as a list: such files nest deeper than JSON readers go.

/// The objects of `array`, a JSON array, and of every array under `key` in one of them.
///
/// Each comes with the place of the object that holds it, and without what it holds: `key` is left empty. It takes as
/// long as `array` is, however deep. What is no object is passed over; whether an object is valid is for its reader.
pub(crate) fn flatten(array: &str, key: &str) -> Vec<(Option<usize>, String)> {
    let mut layout = Layout { key, found: Vec::new(), open: Vec::new(), last_text: String::new() };
    let bytes = array.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'"' {
            let end = end_of_text(bytes, at);
            layout.text(array.get(at..end).unwrap_or_default());
            at = end;
        } else {
            layout.structure(*byte);
            at += 1;
        }
    }
    layout.found
}

/// Behind the quote that ends the text which begins at `start`.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

struct Layout<'a> {
    key: &'a str,
    found: Vec<(Option<usize>, String)>,
    open: Vec<Open>,
    /// The last text in the innermost object that is laid out: its key, when a colon follows.
    last_text: String,
}

/// What is open around the place of the scan.
#[derive(Clone, Copy)]
enum Open {
    /// An array of objects that are laid out.
    List(Option<usize>),
    /// An object that is laid out; whether what comes is the value of the key.
    Object(usize, bool),
    /// Anything else.
    Other,
}

impl Layout<'_> {
    /// The object that the scan is in.
    fn owner(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|open| match open {
            Open::Object(place, _) => Some(*place),
            Open::List(_) | Open::Other => None,
        })
    }

    fn text(&mut self, text: &str) {
        if let Some(Open::Object(..)) = self.open.last() {
            text.clone_into(&mut self.last_text);
        }
        self.write(text);
    }

    /// What stands in an object goes to it; what parts the objects of a list goes nowhere.
    fn write(&mut self, text: &str) {
        let is_between = matches!(self.open.last(), Some(Open::List(_)) | None);
        if let (false, Some((_, own))) =
            (is_between, self.owner().and_then(|place| self.found.get_mut(place)))
        {
            own.push_str(text);
        }
    }

    fn structure(&mut self, byte: u8) {
        match byte {
            b'[' => self.open_array(),
            b'{' => self.open_object(),
            b']' | b'}' => self.close(byte),
            b':' => {
                if let Some(Open::Object(_, is_key)) = self.open.last_mut() {
                    *is_key = self.last_text.trim_matches('"') == self.key;
                }
                self.write(":");
            }
            // Outside of texts every byte of JSON is a character of its own.
            _ => self.write(char::from(byte).encode_utf8(&mut [0; 4])),
        }
    }

    fn open_array(&mut self) {
        let opened = match self.open.last() {
            None => Open::List(None),
            Some(Open::Object(place, true)) => Open::List(Some(*place)),
            Some(_) => Open::Other,
        };
        self.write("[");
        self.open.push(opened);
    }

    fn open_object(&mut self) {
        if let Some(Open::List(parent)) = self.open.last().copied() {
            self.open.push(Open::Object(self.found.len(), false));
            self.found.push((parent, String::from("{")));
        } else {
            self.write("{");
            self.open.push(Open::Other);
        }
    }

    fn close(&mut self, byte: u8) {
        match self.open.last() {
            Some(Open::Object(..)) => {
                self.write("}");
                self.open.pop();
            }
            _ => {
                self.open.pop();
                self.write(char::from(byte).encode_utf8(&mut [0; 4]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(array: &str, expected: &[(Option<usize>, &str)]) {
        let found = flatten(array, "children");
        let found: Vec<_> = found.iter().map(|(parent, own)| (*parent, own.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_object_knows_the_one_that_holds_it() {
        check(
            r#"[{"id":"a","children":[{"id":"b","children":[]},{"id":"c"}],"x":[{"y":"]"}]},{"id":"d"}]"#,
            &[
                (None, r#"{"id":"a","children":[],"x":[{"y":"]"}]}"#),
                (Some(0), r#"{"id":"b","children":[]}"#),
                (Some(0), r#"{"id":"c"}"#),
                (None, r#"{"id":"d"}"#),
            ],
        );
    }

    #[test]
    fn a_key_of_that_name_deeper_down_is_left_alone() {
        check(r#"[{"x":{"children":[{"id":"b"}]}}]"#, &[(None, r#"{"x":{"children":[{"id":"b"}]}}"#)]);
        check(
            r#"[{"text":"children","n":[{"id":"b"}]}]"#,
            &[(None, r#"{"text":"children","n":[{"id":"b"}]}"#)],
        );
    }

    #[test]
    fn a_hundred_thousand_levels_are_as_good_as_one() {
        let deep = format!("[{}{}]", "{\"children\":[".repeat(100_000), "]}".repeat(100_000));

        assert_eq!(flatten(&deep, "children").len(), 100_000);
    }

    proptest! {
        #[test]
        fn anything_comes_to_an_end(text in "[\\[\\]{},:\"\\\\ aé1]{0,80}") {
            flatten(&text, "a");
        }
    }
}
