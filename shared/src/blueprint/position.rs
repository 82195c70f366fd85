//! Where an element stands in its list: fractions between its neighbours, so that moves of different people merge.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Digits of a fraction.
const DIGITS: &[u8; BASE] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: usize = 36;
/// Greatest whole part, either way; a list that grows by one element a second takes 30,000 years to get there.
const WHOLE_MAX: i64 = 1_000_000_000_000;
/// Longest fraction, in digits: halving one gap again and again takes thousands of moves to get there.
const FRACTION_MAX: usize = 1_000;

/// Positions of elements by their ids, as [`super::Blueprint::positions`] holds them.
pub type Positions = BTreeMap<String, Position>;

/// Where an element stands among its siblings, which are ordered by position, then by id.
///
/// Written as a whole number, `2`, or as one and a fraction in base 36 that is added to it, `2+i` (halfway to 3).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Position {
    whole: i64,
    /// Without zeros at its end, so that comparing texts compares fractions.
    fraction: String,
}

/// A text that is no position.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a position, such as `2` or `2+i`")]
pub struct PositionError(String);

impl Position {
    /// The whole number `whole`.
    pub fn whole(whole: i64) -> Self {
        Self { whole, fraction: String::new() }
    }

    /// The next whole number after `previous`, 0 without one: where an element stands that no position is written of.
    pub fn after(previous: Option<&Self>) -> Self {
        Self::whole(previous.map_or(0, |previous| previous.whole.saturating_add(1)))
    }

    /// A position between two, each of which may be missing: then there is no limit on that side.
    ///
    /// Nothing where `low` is not less than `high`: between elements at the same position only ids decide.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Option<Self> {
        match (low, high) {
            (low, None) => Some(Self::after(low)),
            (None, Some(high)) if high.fraction.is_empty() => Some(Self::whole(high.whole.saturating_sub(1))),
            (None, Some(high)) => Some(Self::whole(high.whole)),
            (Some(low), Some(high)) if low >= high => None,
            (Some(low), Some(high)) => {
                let next = Self::after(Some(low));
                if next < *high {
                    return Some(next);
                }
                let limit = (low.whole == high.whole).then_some(high.fraction.as_str());
                Some(Self { whole: low.whole, fraction: middle(&low.fraction, limit) })
            }
        }
    }

    /// Whether it is within the bounds that documents may state.
    pub fn is_within_bounds(&self) -> bool {
        (-WHOLE_MAX..=WHOLE_MAX).contains(&self.whole) && self.fraction.len() <= FRACTION_MAX
    }
}

/// The fraction in the middle between `low` and `high`, 1 without one; `low` is less.
fn middle(low: &str, high: Option<&str>) -> String {
    let digit = |text: &str, place: usize| text.as_bytes().get(place).map_or(0, |byte| value(*byte));
    let (mut fraction, mut high) = (String::new(), high);
    for place in 0.. {
        let (from, to) = (digit(low, place), high.map_or(BASE, |high| digit(high, place)));
        if to > from + 1 {
            fraction.extend(DIGITS.get(usize::midpoint(from, to)).map(|byte| char::from(*byte)));
            break;
        }
        fraction.extend(DIGITS.get(from).map(|byte| char::from(*byte)));
        if to > from {
            high = None;
        }
    }
    fraction
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|known| *known == digit).unwrap_or_default()
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fraction.as_str() {
            "" => write!(f, "{}", self.whole),
            fraction => write!(f, "{}+{fraction}", self.whole),
        }
    }
}

impl FromStr for Position {
    type Err = PositionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (whole, fraction) =
            text.split_once('+').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
        let fits = |fraction: &str| {
            !fraction.is_empty()
                && !fraction.ends_with('0')
                && fraction.bytes().all(|byte| DIGITS.contains(&byte))
        };
        let read = whole.parse::<i64>().ok().filter(|number| number.to_string() == whole);
        match read {
            Some(whole) if fraction.is_none_or(fits) => {
                Ok(Self { whole, fraction: fraction.unwrap_or_default().to_owned() })
            }
            _ => Err(PositionError(text.chars().take(40).collect())),
        }
    }
}

impl TryFrom<String> for Position {
    type Error = PositionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Position> for String {
    fn from(position: Position) -> Self {
        position.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn position(text: &str) -> Position {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(low: &str, high: &str, expected: Option<&str>) {
        let read = |text: &str| (!text.is_empty()).then(|| position(text));
        let found = Position::between(read(low).as_ref(), read(high).as_ref());
        assert_eq!(found.map(|found| found.to_string()).as_deref(), expected);
    }

    #[test]
    fn there_is_always_room_between_two() {
        check("", "", Some("0"));
        check("4", "", Some("5"));
        check("4+z", "", Some("5"));
        check("", "0", Some("-1"));
        check("", "0+1", Some("0"));
        check("1", "3", Some("2"));
        check("1", "2", Some("1+i"));
        check("1+z", "2", Some("1+zi"));
        check("1", "1+1", Some("1+0i"));
        check("1+1", "1+2", Some("1+1i"));
        check("-1", "0", Some("-1+i"));
        check("2", "2", None);
        check("3", "2", None);
    }

    #[test]
    fn what_is_no_position_is_refused() {
        for text in
            ["", "+", "2+", "2+0", "2+i0", "2+I", "02", "+2", "-0", "2.5", "99999999999999999999", "2+i+i"]
        {
            assert_eq!(text.parse::<Position>(), Err(PositionError(text.to_owned())), "{text}");
        }
        assert!(!position("1000000000001").is_within_bounds());
        assert!(position("-1000000000000+z").is_within_bounds());
        assert!(!Position::whole(i64::MIN).is_within_bounds());
        assert!(!Position::whole(i64::MAX).is_within_bounds());
    }

    proptest! {
        #[test]
        fn halving_keeps_the_order(turns in proptest::collection::vec(any::<bool>(), 0..200)) {
            let (mut low, mut high) = (position("0"), position("1"));
            for turn in turns {
                let middle = Position::between(Some(&low), Some(&high)).unwrap();
                prop_assert!(low < middle && middle < high, "{low} {middle} {high}");
                prop_assert_eq!(&position(&middle.to_string()), &middle);
                if turn { low = middle } else { high = middle }
            }
        }
    }
}
