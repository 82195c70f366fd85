//! The languages we speak, and what a program must know about each.

use serde::{Deserialize, Serialize};

/// A language that designs, plans, files and the interface are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Japanese.
    Ja,
    /// Arabic.
    Ar,
}

/// The side of a page on which lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// On the left.
    LeftToRight,
    /// On the right.
    RightToLeft,
}

impl Direction {
    /// As HTML's `dir` names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 6] = [Self::En, Self::De, Self::Es, Self::Fr, Self::Ja, Self::Ar];

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ja => "ja",
            Self::Ar => "ar",
        }
    }

    /// The language whose [`Language::tag`] this is.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What it is called by those who speak it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::Ja => "日本語",
            Self::Ar => "العربية",
        }
    }

    /// Where its lines begin.
    pub fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::RightToLeft,
            Self::En | Self::De | Self::Es | Self::Fr | Self::Ja => Direction::LeftToRight,
        }
    }

    /// The items of a list, one after the other, as a sentence has them.
    pub fn list(self, items: &[impl AsRef<str>]) -> String {
        let between = match self {
            Self::En | Self::De | Self::Es | Self::Fr => ", ",
            Self::Ja => "、",
            Self::Ar => "، ",
        };
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between)
    }

    /// The form in which words stand beside `count`: `zero`, `one`, `two`, `few`, `many` or `other`.
    ///
    /// Source: the cardinal rules of the Unicode CLDR, for whole numbers, seen November 2026.
    pub fn plural_form(self, count: usize) -> &'static str {
        let million = count != 0 && count.is_multiple_of(1_000_000);
        match (self, count) {
            (Self::En | Self::De | Self::Es, 1) | (Self::Fr, 0 | 1) | (Self::Ar, 1) => "one",
            (Self::Es | Self::Fr, _) if million => "many",
            (Self::Ar, 0) => "zero",
            (Self::Ar, 2) => "two",
            (Self::Ar, _) if (3..=10).contains(&(count % 100)) => "few",
            (Self::Ar, _) if (11..=99).contains(&(count % 100)) => "many",
            _ => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, expected: &[(usize, &str)]) {
        for (count, form) in expected {
            assert_eq!(language.plural_form(*count), *form, "{count} in {language:?}");
        }
    }

    #[test]
    fn words_take_the_form_that_their_number_asks_for() {
        check(Language::En, &[(0, "other"), (1, "one"), (2, "other"), (1_000_000, "other")]);
        check(Language::De, &[(0, "other"), (1, "one"), (21, "other")]);
        check(Language::Es, &[(0, "other"), (1, "one"), (2, "other"), (1_000_000, "many")]);
        check(Language::Fr, &[(0, "one"), (1, "one"), (2, "other"), (2_000_000, "many")]);
        check(Language::Ja, &[(0, "other"), (1, "other")]);
        check(Language::Ar, &[(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many")]);
        check(Language::Ar, &[(99, "many"), (100, "other"), (102, "other"), (103, "few"), (111, "many")]);
    }

    #[test]
    fn lists_are_parted_as_the_language_parts_them() {
        assert_eq!(Language::En.list(&["a", "b"]), "a, b");
        assert_eq!(Language::Ja.list(&["a", "b"]), "a、b");
        assert_eq!(Language::Ar.list(&["a", "b"]), "a، b");
        assert_eq!(Language::De.list(&[""; 0]), "");
    }

    #[test]
    fn tags_are_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("tlh"), None);
    }
}
