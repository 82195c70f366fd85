//! How texts start.

/// The first lines of a text, at most `lines` of them and at most `bytes` long, and whether it goes on after them.
///
/// Lines are whole, unless the very first one is longer than that: then it is cut between two letters.
pub(super) fn start(text: &[u8], bytes: usize, lines: usize) -> (String, bool) {
    let all = String::from_utf8_lossy(text);
    // A mark of the byte order is for programs.
    let all = all.trim_start_matches('\u{feff}');
    let mut end = 0;
    for line in all.split_inclusive('\n').take(lines) {
        if end + line.len() > bytes {
            break;
        }
        end += line.len();
    }
    if end == 0 {
        end = all.floor_char_boundary(bytes);
    }
    let start = all.get(..end).unwrap_or_default();
    (start.trim_end_matches(['\n', '\r']).to_owned(), end < all.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bytes: usize, lines: usize, expected: (&str, bool)) {
        let (start, is_cut) = start(text.as_bytes(), bytes, lines);

        assert_eq!((start.as_str(), is_cut), expected);
    }

    #[test]
    fn a_start_is_whole_lines() {
        check("one\ntwo\n", 100, 100, ("one\ntwo", false));
        check("one\ntwo\n", 7, 100, ("one", true));
        check("one\ntwo\n", 100, 1, ("one", true));
        check("\u{feff}a;b\r\n", 100, 100, ("a;b", false));
        check("", 100, 100, ("", false));
    }

    #[test]
    fn a_line_that_never_ends_is_cut_between_letters() {
        check("ööö", 3, 100, ("ö", true));
    }
}
