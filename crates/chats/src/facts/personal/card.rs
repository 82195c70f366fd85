//! Numbers of payment cards.

use shared::chat::PersonalData;

use super::number::Number;
use super::{Finding, mask};

/// How many digits are shown: as many as shops print.
const SHOWN: usize = 4;

/// The card whose number it is.
pub(super) fn of(number: &Number) -> Option<Finding> {
    let is_one = number.sign.is_none()
        && is_grouped(number)
        && is_issued(&number.digits)
        && passes_luhn(&number.digits)
        && number.digits.iter().any(|digit| *digit != number.digits[0]);
    let sample = || mask::number(&number.digits, SHOWN);
    is_one.then(|| Finding { kind: PersonalData::Card, sample: sample(), end: number.end })
}

/// In one piece, or in the groups that stand on cards.
fn is_grouped(number: &Number) -> bool {
    let is_known = matches!(number.groups[..], [_] | [4, 4, 4, 4] | [4, 6, 5] | [4, 6, 4] | [4, 4, 4, 4, 3]);
    let is_even = number.gaps.windows(2).all(|gaps| gaps[0] == gaps[1]);
    is_known && is_even && number.is_parted_by(b" -")
}

/// Whether numbers of that length are given out under these first digits; ISO/IEC 7812 and the brands' own ranges.
fn is_issued(digits: &[u8]) -> bool {
    let first = |count: usize| {
        digits.iter().take(count).fold(0u32, |value, digit| value * 10 + u32::from(digit - b'0'))
    };
    match digits.len() {
        14 => matches!(first(2), 36 | 38 | 39) || matches!(first(3), 300..=305),
        15 => matches!(first(2), 34 | 37),
        16 => {
            matches!(first(1), 4)
                || matches!(first(2), 51..=55 | 62 | 65)
                || matches!(first(3), 644..=649)
                || matches!(first(4), 2221..=2720 | 3528..=3589 | 6011)
        }
        19 => first(2) == 62,
        _ => false,
    }
}

/// The check digit of ISO/IEC 7812-1: from the right, every second digit counts twice.
fn passes_luhn(digits: &[u8]) -> bool {
    let values = digits.iter().rev().map(|digit| u32::from(digit - b'0'));
    let sum: u32 = values
        .enumerate()
        .map(|(place, value)| match place % 2 {
            0 => value,
            _ => value * 2 / 10 + value * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}
