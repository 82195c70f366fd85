//! Taking out of a text what could tell who somebody is or what they wrote.

/// Shortest run of letters and digits that is taken for a key: longer than the hashes in names of files.
const KEY_MIN: usize = 20;
/// Shortest run of digits, with what parts them, that is taken for a telephone or card number.
const NUMBER_MIN: usize = 8;
/// Folders below which a person's own name stands.
const HOMES: [&str; 3] = ["/home/", "/Users/", "\\Users\\"];

/// `text` without quoted texts, mail addresses, keys, long numbers, names of home folders, and what addresses carry
/// after `?` or `#`; each leaves a mark such as `[key]` in its place. Scrubbing twice changes nothing more.
pub fn scrub(text: &str) -> String {
    let unquoted = unquoted(text);
    let mut scrubbed = String::with_capacity(unquoted.len());
    let mut rest = unquoted.as_str();
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        scrubbed.push_str(&rest[..start]);
        let word = &rest[start..];
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        scrubbed.push_str(&scrub_word(&word[..end]));
        rest = &word[end..];
    }
    scrubbed.push_str(rest);
    without_numbers(&scrubbed)
}

/// What stands between quotation marks, of whatever language or program, may be what somebody wrote. What is not closed
/// may be as well: accounts are cut.
fn unquoted(text: &str) -> String {
    let mut unquoted = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(sign) = rest.next() {
        unquoted.push(sign);
        if let Some(ends) = ends_of(sign) {
            unquoted.push_str("[text]");
            unquoted.extend(skip_to(&mut rest, ends));
        }
    }
    unquoted
}

/// What closes the quotation that `sign` opens, if it opens one.
fn ends_of(sign: char) -> Option<&'static [char]> {
    match sign {
        '"' => Some(&['"']),
        '`' => Some(&['`']),
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        _ => None,
    }
}

/// Passes over everything to the end of a quotation, and returns that end.
fn skip_to(rest: &mut std::str::Chars<'_>, ends: &[char]) -> Option<char> {
    let mut is_escaped = false;
    rest.find(|sign| {
        let is_end = !is_escaped && ends.contains(sign);
        is_escaped = !is_escaped && *sign == '\\';
        is_end
    })
}

fn scrub_word(word: &str) -> String {
    if is_mail_address(word) {
        return "[mail]".to_owned();
    }
    let word = without_query(word);
    let word = HOMES.into_iter().fold(word, |word, home| without_owner(&word, home));
    without_keys(&word)
}

fn is_mail_address(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !word.contains("://"))
}

/// An address keeps its path; its query and its fragment hold what somebody answered.
fn without_query(word: &str) -> String {
    if !word.contains("://") && !word.starts_with('/') {
        return word.to_owned();
    }
    match word.find(['?', '#']) {
        // Where in a file something happened follows after a colon.
        Some(at) => {
            let place = word[at..].rfind(':').map_or("", |colon| &word[at + colon..]);
            let is_place = place.len() > 1 && place[1..].bytes().all(|byte| byte.is_ascii_digit());
            format!("{}{}", &word[..at], if is_place { place } else { "" })
        }
        None => word.to_owned(),
    }
}

fn without_owner(word: &str, home: &str) -> String {
    let Some((before, after)) = word.split_once(home) else { return word.to_owned() };
    let end = after.find(['/', '\\']).unwrap_or(after.len());
    format!("{before}{home}[name]{}", &after[end..])
}

/// Long runs of letters and digits together are keys, tokens or ids.
fn without_keys(word: &str) -> String {
    let is_of_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+' | '=');
    let is_key = |run: &str| {
        run.len() >= KEY_MIN
            && run.bytes().any(|byte| byte.is_ascii_digit())
            && run.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    replaced(word, is_of_key, is_key, "[key]")
}

/// Digits that could be a telephone or a card number, grouped or not.
fn without_numbers(text: &str) -> String {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')');
    let is_number = |run: &str| run.bytes().filter(u8::is_ascii_digit).count() >= NUMBER_MIN;
    replaced(text, is_of_number, is_number, "[number]")
}

/// `text` with every longest run of characters `of` that `is_secret` replaced by `mark`; blanks around it stay.
fn replaced(text: &str, of: impl Fn(char) -> bool, is_secret: impl Fn(&str) -> bool, mark: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(&of).unwrap_or(rest.len());
        replaced.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let end = rest.find(|c| !of(c)).unwrap_or(rest.len());
        let run = &rest[..end];
        if is_secret(run) {
            let core = run.trim();
            let start = run.len() - run.trim_start().len();
            replaced.push_str(&run[..start]);
            replaced.push_str(mark);
            replaced.push_str(&run[start + core.len()..]);
        } else {
            replaced.push_str(run);
        }
        rest = &rest[end..];
    }
    replaced
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(scrub(text), expected);
        assert_eq!(scrub(expected), expected, "twice");
    }

    #[test]
    fn what_tells_who_somebody_is_goes() {
        check("mail to ana@example.org failed", "mail to [mail] failed");
        check("call +49 30 1234 5678 now", "call [number] now");
        check("card 4111 1111 1111 1111.", "card [number].");
        check("in /home/ana/chats/x.rs:7", "in /home/[name]/chats/x.rs:7");
        check(r"in C:\Users\Ana\x.rs", r"in C:\Users\[name]\x.rs");
        check("key sk-abcdefghijklmnop1234567890 refused", "key [key] refused");
    }

    #[test]
    fn what_somebody_wrote_goes() {
        check(r#"no table "My divorce" here"#, r#"no table "[text]" here"#);
        check("at https://x.test/system/tables#1.notion.2_5", "at https://x.test/system/tables");
        check("at https://x.test/a?config=secret:12", "at https://x.test/a:12");
        check(r#"Err("Call \"Anna\"", 7)"#, r#"Err("[text]", 7)"#);
        check("inside of `Müller & Söhne`", "inside of `[text]`");
        check(
            "„Meine Scheidung“ fehlt, «Mi vida» falta, 「日記」",
            "„[text]“ fehlt, «[text]» falta, 「[text]」",
        );
        check("a name that is \"cut", "a name that is \"[text]");
    }

    #[test]
    fn what_helps_to_mend_it_stays() {
        check("panicked at frontend/src/app.rs:12:5:", "panicked at frontend/src/app.rs:12:5:");
        check("wasm-function[1234]:0x1f2e", "wasm-function[1234]:0x1f2e");
        check("app-0123456789abcdef.js:1:2", "[key].js:1:2");
        check("line 12, column 1234567", "line 12, column 1234567");
        check("a\n  b\t", "a\n  b\t");
    }

    proptest! {
        #[test]
        fn nothing_that_is_quoted_is_left(secret in "[a-zA-Z\"\\\\ ]{1,20}Q7", cut in 0_usize..40) {
            let told = format!("no table {secret:?} here, see {secret:?}");
            let cut: String = told.chars().take(told.chars().count().saturating_sub(cut)).collect();
            prop_assert!(!scrub(&cut).contains("Q7"), "{}", scrub(&cut));
        }

        #[test]
        fn any_text_can_be_scrubbed_and_nothing_is_found_the_second_time(text in any::<String>()) {
            let once = scrub(&text);
            prop_assert_eq!(scrub(&once), once);
        }
    }
}
