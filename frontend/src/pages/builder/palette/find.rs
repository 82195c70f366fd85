//! What a few letters find.

/// Most that is found: nobody reads further.
pub(super) const FOUND_MAX: usize = 50;

/// How well a name fits; less is better. Equal ones keep their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// 0 it begins so, 1 a word of it does, 2 it is inside a word, 3 every word is somewhere, 4 its letters are.
    class: u8,
    /// How far the letters lie apart, or how far on they come.
    spread: usize,
    /// How long the name is: of two names with the same letters the shorter one is meant.
    length: usize,
}

/// Places of the names that `query` finds, the best first. Names must be [`fold`]ed.
pub(super) fn find<'a>(query: &str, names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let query = fold(query);
    let query = query.trim();
    let ranked = names.enumerate().filter_map(|(at, name)| Some((rank(query, name)?, at)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().take(FOUND_MAX).map(|(_, at)| at).collect()
}

fn rank(query: &str, name: &str) -> Option<Rank> {
    let length = name.len();
    let ranked = |class, spread| Some(Rank { class, spread, length });
    if name.starts_with(query) {
        return ranked(0, 0);
    }
    let mut places = name.match_indices(query).map(|(at, _)| at);
    if let Some(first) = places.next() {
        let begins = |at: &usize| {
            let before = name.get(..*at).and_then(|before| before.chars().next_back());
            before.is_none_or(|before| !before.is_alphanumeric())
        };
        let word = Some(first).filter(begins).or_else(|| places.find(begins));
        return match word {
            Some(at) => ranked(1, at),
            None => ranked(2, first),
        };
    }
    if query.split_whitespace().all(|word| name.contains(word)) {
        return ranked(3, 0);
    }
    ranked(4, spread(query, name)?)
}

/// How many letters of `name` lie between those of `query`, which it has in their order.
fn spread(query: &str, name: &str) -> Option<usize> {
    let mut letters = name.chars();
    let mut spread = 0;
    let mut is_begun = false;
    for wanted in query.chars().filter(|letter| !letter.is_whitespace()) {
        let passed = letters.by_ref().position(|letter| letter == wanted)?;
        if is_begun {
            spread += passed;
        }
        is_begun = true;
    }
    Some(spread)
}

/// A text as it is compared: in small letters, without the marks upon them.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|letter| !is_mark(*letter)).map(plain).collect()
}

/// Marks that stand by themselves: accents, and vowels of Arabic.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}')
}

/// The letter without its mark, of languages written in Latin or Arabic letters.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'آ' | 'أ' | 'إ' => 'ا',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 7] = [
        "Title · Sessions",
        "Subtitle · Sessions",
        "Session length · Sessions",
        "Sessions",
        "Add a table",
        "Größe · Projects",
        "Working title · Projects",
    ];

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let folded = NAMES.map(fold);
        let found: Vec<_> =
            find(query, folded.iter().map(String::as_str)).into_iter().map(|at| NAMES[at]).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn starts_come_before_words_and_words_before_the_rest() {
        check("title", &["Title · Sessions", "Working title · Projects", "Subtitle · Sessions"]);
        check("TITLE S", &["Title · Sessions", "Subtitle · Sessions", "Working title · Projects"]);
        check("projects title", &["Working title · Projects"]);
        check(
            "sessions",
            &["Sessions", "Title · Sessions", "Subtitle · Sessions", "Session length · Sessions"],
        );
    }

    #[test]
    fn letters_in_order_are_enough() {
        check("adtb", &["Add a table"]);
        check("xyz", &[]);
    }

    #[test]
    fn marks_do_not_matter() {
        check("grosse", &[]);
        check("große", &["Größe · Projects"]);
        check("GRÖß", &["Größe · Projects"]);
        assert_eq!(fold("E\u{301}té ÉTÉ أَ"), "ete ete ا");
    }

    #[test]
    fn no_letters_find_the_first_ones() {
        let names = vec!["a"; FOUND_MAX + 10];
        assert_eq!(find(" ", names.into_iter()), (0..FOUND_MAX).collect::<Vec<_>>());
    }
}
