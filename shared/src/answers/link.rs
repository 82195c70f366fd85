//! Answers as a short text for links.
//!
//! ```text
//! 1.notion.just_me.moderate.03.81[.eyJsYW5ndWFnZSI6ImRlIn0]
//! ```
//!
//! Parts, joined by dots: the version; platform, team size and complexity by name; priorities and features as
//! two hexadecimal digits each, a bit a choice, the first choice the lowest bit; and, where anything of it
//! differs from the default, the customization as JSON in base64 for URLs. The order in which priorities and
//! features were chosen is not kept: reading gives them in the order of [`Priority::ALL`] and [`Feature::ALL`].

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::value::{Error as NameError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::Value;
use validator::Validate;

use super::{Answers, Customization, Feature, Priority};

/// Version of the link form that this code writes.
const VERSION: &str = "1";
/// Longest link read, in bytes: thrice what the largest answers need.
pub const LINK_MAX: usize = 16_384;

/// Why a text is no link form of answers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Longer than any link we write.
    #[error(
        "this link has {bytes} bytes, more than the {LINK_MAX} any set of answers needs: copy the link again"
    )]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Written by a version this code does not know.
    #[error(
        "this link has version `{found}`, and only version {VERSION} can be read: reload or update the app"
    )]
    Version {
        /// What it states.
        found: String,
    },
    /// Cut off, or not a link at all.
    #[error("this link has {found} parts instead of 6 or 7: it was probably cut off, so copy it again whole")]
    Parts {
        /// How many it has.
        found: usize,
    },
    /// A part names something unknown.
    #[error("`{value}` is no {part}: copy the link again, or answer the questions anew")]
    Unknown {
        /// Which part.
        part: &'static str,
        /// What stands there.
        value: String,
    },
    /// A part is not two hexadecimal digits.
    #[error(
        "`{value}` is not two hexadecimal digits for the {part}: copy the link again, or answer the questions anew"
    )]
    Bits {
        /// Which part.
        part: &'static str,
        /// What stands there.
        value: String,
    },
    /// The customization cannot be read.
    #[error(
        "the last part of this link, the customization, cannot be read ({0}): copy the link again, or leave that part out"
    )]
    Customization(String),
    /// Everything can be read, but the answers break a rule.
    #[error("the answers in this link break a rule ({0}): answer the questions anew")]
    Invalid(String),
}

/// The answers as a short text.
pub fn to_link(answers: &Answers) -> String {
    let priorities = bits(&Priority::ALL, &answers.priorities);
    let features = bits(&Feature::ALL, &answers.features);
    let [team_size, complexity] = [answers.team_size.as_str(), answers.complexity.as_str()];
    let mut link =
        format!("{VERSION}.{}.{team_size}.{complexity}.{priorities:02x}.{features:02x}", answers.platform);
    if let Some(customization) = differences(&answers.customization) {
        link.push('.');
        link.push_str(&URL_SAFE_NO_PAD.encode(customization));
    }
    link
}

/// The answers of a link, checked; priorities and features in canonical order.
///
/// # Errors
/// [`LinkError`] with the part that cannot be read and how to go on.
pub fn from_link(link: &str) -> Result<Answers, LinkError> {
    let link = link.trim();
    if link.len() > LINK_MAX {
        return Err(LinkError::TooLong { bytes: link.len() });
    }
    let parts: Vec<_> = link.split('.').collect();
    if parts.first().is_some_and(|version| *version != VERSION) {
        return Err(LinkError::Version {
            found: parts.first().map(|found| abridged(found)).unwrap_or_default(),
        });
    }
    let (platform, team_size, complexity, priorities, features, customization) = match *parts.as_slice() {
        [_, platform, team, complexity, priorities, features] => {
            (platform, team, complexity, priorities, features, None)
        }
        [_, platform, team, complexity, priorities, features, customization] => {
            (platform, team, complexity, priorities, features, Some(customization))
        }
        _ => return Err(LinkError::Parts { found: parts.len() }),
    };
    let answers = Answers {
        platform: parse("platform", platform)?,
        team_size: parse("team size", team_size)?,
        complexity: parse("complexity", complexity)?,
        priorities: chosen(&Priority::ALL, "priorities", priorities)?,
        features: chosen(&Feature::ALL, "features", features)?,
        customization: customization.map_or_else(|| Ok(Customization::default()), read_customization)?,
    };
    answers.validate().map_err(|errors| LinkError::Invalid(rules(&errors)))?;
    Ok(answers)
}

/// A bit for each of `all` that is among `chosen`, the first the lowest.
fn bits<T: PartialEq>(all: &[T; 8], chosen: &[T]) -> u8 {
    all.iter()
        .enumerate()
        .filter(|(_, choice)| chosen.contains(choice))
        .fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Those of `all` whose bits are set.
fn chosen<T: Copy>(all: &[T; 8], part: &'static str, value: &str) -> Result<Vec<T>, LinkError> {
    let digits = value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let bits = if digits { u8::from_str_radix(value, 16).ok() } else { None };
    let bits = bits.ok_or_else(|| LinkError::Bits { part, value: abridged(value) })?;
    Ok(all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, choice)| *choice).collect())
}

fn parse<T: DeserializeOwned>(part: &'static str, value: &str) -> Result<T, LinkError> {
    let text: StrDeserializer<'_, NameError> = value.into_deserializer();
    T::deserialize(text).map_err(|_| LinkError::Unknown { part, value: abridged(value) })
}

/// The customization as JSON without what is as by default; nothing when all of it is.
fn differences(customization: &Customization) -> Option<String> {
    let as_object = |customization: &Customization| match serde_json::to_value(customization) {
        Ok(Value::Object(object)) => object,
        _ => serde_json::Map::new(),
    };
    let usual = as_object(&Customization::default());
    let mut different = as_object(customization);
    different.retain(|key, value| usual.get(key) != Some(value));
    (!different.is_empty()).then(|| Value::Object(different).to_string())
}

fn read_customization(part: &str) -> Result<Customization, LinkError> {
    let unreadable = |error: &dyn std::fmt::Display| LinkError::Customization(error.to_string());
    let json = URL_SAFE_NO_PAD.decode(part).map_err(|error| unreadable(&error))?;
    // By way of an object: serde would take a list for a struct as well.
    let object: serde_json::Map<_, _> = serde_json::from_slice(&json).map_err(|error| unreadable(&error))?;
    serde_json::from_value(Value::Object(object)).map_err(|error| unreadable(&error))
}

/// The rules that were broken, without the values that broke them.
fn rules(errors: &validator::ValidationErrors) -> String {
    let mut fields: Vec<_> = errors.errors().keys().map(|field| field.to_string()).collect();
    fields.sort();
    format!("in {}", fields.join(", "))
}

/// The start of a value, for messages.
fn abridged(value: &str) -> String {
    value.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{ColorScheme, Complexity, DateFormat, ExtraField, ExtraFieldKind, TeamSize};
    use crate::platform::Platform;
    use crate::words::Language;

    fn answers() -> Answers {
        Answers {
            platform: Platform::GoogleSheets,
            team_size: TeamSize::OverTwenty,
            priorities: vec![Priority::Integration, Priority::Organization],
            features: vec![Feature::Archive],
            complexity: Complexity::Advanced,
            customization: Customization::default(),
        }
    }

    #[track_caller]
    fn check(link: &str, expected: &str) {
        let error = from_link(link).expect_err("this link must be refused");
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn usual_answers_are_six_short_parts() {
        assert_eq!(to_link(&answers()), "1.google_sheets.20_plus.advanced.81.80");
    }

    #[test]
    fn reading_puts_choices_into_their_canonical_order() {
        let read = from_link(&to_link(&answers())).unwrap();

        assert_eq!(read.priorities, [Priority::Organization, Priority::Integration]);
        assert_eq!(to_link(&read), to_link(&answers()));
    }

    #[test]
    fn a_customization_travels_with_what_differs() {
        let customization = Customization {
            language: Language::De,
            timezone: "Europe/Berlin".to_owned(),
            date_format: DateFormat::Dotted,
            naming_convention: "Focus · YYYY-MM-DD".to_owned(),
            color_scheme: ColorScheme::Calm,
            extra_fields: vec![ExtraField { name: "Größe".to_owned(), kind: ExtraFieldKind::Number }],
            today: chrono::NaiveDate::from_ymd_opt(2026, 7, 1),
        };
        let answers = from_link(&to_link(&Answers { customization, ..answers() })).unwrap();

        assert_eq!(answers.customization.extra_fields[0].name, "Größe");
        assert_eq!(from_link(&to_link(&answers)), Ok(answers));
        let german = Customization { language: Language::De, ..Customization::default() };
        assert_eq!(differences(&german), Some(r#"{"language":"de"}"#.to_owned()));
    }

    #[test]
    fn spaces_around_a_link_do_not_matter() {
        assert!(from_link("  1.notion.just_me.simple.01.00\n").is_ok());
    }

    #[test]
    fn every_broken_link_says_what_is_wrong_and_how_to_go_on() {
        check("", "this link has version ``, and only version 1 can be read: reload or update the app");
        check(
            "2.notion",
            "this link has version `2`, and only version 1 can be read: reload or update the app",
        );
        check(
            "1.notion.just_me",
            "this link has 3 parts instead of 6 or 7: it was probably cut off, so copy it again whole",
        );
        check(
            "1.paper.just_me.simple.01.00",
            "`paper` is no platform: copy the link again, or answer the questions anew",
        );
        check(
            "1.notion.5.simple.01.00",
            "`5` is no team size: copy the link again, or answer the questions anew",
        );
        check(
            "1.notion.just_me.hard.01.00",
            "`hard` is no complexity: copy the link again, or answer the questions anew",
        );
        for bits in ["", "1", "+1", "100", "zz", "é"] {
            let sentence = "is not two hexadecimal digits for the priorities: copy the link again, or answer the \
                            questions anew";
            check(&format!("1.notion.just_me.simple.{bits}.00"), &format!("`{bits}` {sentence}"));
        }
        check(
            "1.notion.just_me.simple.00.00",
            "the answers in this link break a rule (in priorities): answer the questions anew",
        );
    }

    #[test]
    fn broken_customizations_are_told_apart() {
        for json in ["{", "[]", "{\"language\":\"tlh\"}", "{\"color\":1}", "{} x"] {
            let link = format!("1.notion.just_me.simple.01.00.{}", URL_SAFE_NO_PAD.encode(json));
            assert!(matches!(from_link(&link), Err(LinkError::Customization(_))), "{json}");
        }
        assert!(matches!(from_link("1.notion.just_me.simple.01.00.*"), Err(LinkError::Customization(_))));
        let rule = URL_SAFE_NO_PAD.encode(r#"{"extra_fields":[{"name":" ","kind":"text"}]}"#);
        let link = format!("1.notion.just_me.simple.01.00.{rule}");
        assert_eq!(from_link(&link), Err(LinkError::Invalid("in customization".to_owned())));
    }

    #[test]
    fn endless_links_are_not_even_looked_at() {
        let link = "1.".repeat(LINK_MAX);
        assert_eq!(from_link(&link), Err(LinkError::TooLong { bytes: 2 * LINK_MAX }));
    }

    #[test]
    fn the_largest_answers_fit_into_a_link() {
        let name: String = "\u{10ffff}".repeat(crate::answers::EXTRA_FIELD_NAME_MAX as usize);
        let field = ExtraField { name, kind: ExtraFieldKind::Checkbox };
        let customization = Customization {
            timezone: "\u{10ffff}".repeat(64),
            naming_convention: "\u{10ffff}".repeat(120),
            extra_fields: vec![field; 12],
            ..Customization::default()
        };

        assert!(from_link(&to_link(&Answers { customization, ..answers() })).is_ok());
    }
}
