//! Names of files.

/// Longest name, in characters, without its ending.
const NAME_MAX: usize = 60;

/// The name of the file of a system called `name`, such as `work-chats.json`: every system of files takes it.
pub(super) fn file_name(name: &str) -> String {
    let letters = name.to_lowercase();
    let words: Vec<_> =
        letters.split(|char: char| !char.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let short: String = words.join("-").chars().take(NAME_MAX).collect();
    let stem = short.trim_end_matches('-');
    format!("{}.json", if stem.is_empty() { "system" } else { stem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_makes_a_file_name() {
        for (name, expected) in [
            ("Work chats", "work-chats.json"),
            ("  a/b\\c: “d”?  ", "a-b-c-d.json"),
            ("研究メモ", "研究メモ.json"),
            ("../..", "system.json"),
            ("", "system.json"),
        ] {
            assert_eq!(file_name(name), expected);
        }
        assert_eq!(file_name(&"x".repeat(300)).len(), NAME_MAX + ".json".len());
    }
}
