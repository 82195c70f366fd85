//! Telephone numbers: international ones, and national ones in the forms that people write most.

use shared::chat::PersonalData;

use super::number::Number;
use super::{Finding, context, mask};

/// How many digits are shown.
const SHOWN: usize = 2;
/// The most digits of a number; ITU-T E.164, 6.1.
const DIGITS_MAX: usize = 15;
/// The fewest digits of a number without a word that says what it is.
const DIGITS_MIN: usize = 9;
/// The fewest digits of a number with such a word: a local one.
const LOCAL_MIN: usize = 7;

/// Words before a telephone number, in the languages of the product.
const CUES: [&str; 36] = [
    "tel",
    "tel.",
    "phone",
    "telephone",
    "mobile",
    "cell",
    "cellphone",
    "call",
    "fax",
    "whatsapp",
    "sms",
    "signal",
    "telefon",
    "telefonnummer",
    "handy",
    "handynummer",
    "mobil",
    "mobilnummer",
    "ruf",
    "anrufen",
    "rufnummer",
    "teléfono",
    "telefono",
    "móvil",
    "movil",
    "celular",
    "llámame",
    "téléphone",
    "portable",
    "appelez",
    "電話",
    "携帯",
    "هاتف",
    "الهاتف",
    "جوال",
    "موبايل",
];

/// The telephone number that it is.
pub(super) fn of(text: &str, number: &Number) -> Option<Finding> {
    let is_one = number.digits.len() <= DIGITS_MAX
        && !number.is_date()
        && !is_address(number)
        && (is_international(number)
            || is_north_american(number)
            || is_national(number)
            || is_called_so(text, number));
    let sample = || mask::number(&number.digits, SHOWN);
    is_one.then(|| Finding { kind: PersonalData::Phone, sample: sample(), end: number.end })
}

/// `+49 30 1234567`, `0049 30 1234567`.
fn is_international(number: &Number) -> bool {
    let has_plus = number.sign == Some(b'+') && number.digits[0] != b'0';
    let has_zeros = number.digits.starts_with(b"00") && number.digits.get(2) != Some(&b'0');
    let has_zeros = has_zeros && number.groups[0] > 1 && !number.gaps.is_empty();
    let is_long = number.digits.len() >= DIGITS_MIN;
    // Money and counts: `+1 000 000 000`.
    let is_sum = number.groups.iter().skip(1).all(|group| *group == 3) && number.digits.ends_with(b"000");
    (has_plus && !is_sum || has_zeros) && is_long
}

/// `(415) 555-0123`, `415-555-0123`, `1-415-555-0123`, `415.555.0123`.
fn is_north_american(number: &Number) -> bool {
    let (groups, area) = match number.groups[..] {
        [3, 3, 4] => (true, 0),
        [1, 3, 3, 4] => (number.digits[0] == b'1', 1),
        _ => (false, 0),
    };
    let is_parted = number.sign == Some(b'(')
        || number.gaps.iter().all(|gap| *gap != b' ')
        || number.gaps.contains(&b'(');
    groups && is_parted && matches!(number.digits[area], b'2'..=b'9')
}

/// `030 1234567`, `0171/1234567`, `06 12 34 56 78`, `03-1234-5678`, `020 7946 0958`: a zero leads, groups follow.
fn is_national(number: &Number) -> bool {
    let leads = number.digits[0] == b'0' && number.digits.get(1).is_some_and(|digit| *digit != b'0');
    let length = (DIGITS_MIN..=11 + usize::from(number.groups[0] > 3)).contains(&number.digits.len());
    let is_grouped = (2..=5).contains(&number.groups.len()) && (2..=5).contains(&number.groups[0]);
    let whole = number.groups.iter().skip(1).all(|group| *group > 1);
    leads && length && is_grouped && whole
}

/// Whether a word before it says that it is one.
fn is_called_so(text: &str, number: &Number) -> bool {
    number.digits.len() >= LOCAL_MIN && context::is_after(text, number.start, &CUES)
}

/// `192.168.100.254`, `10.0.0.1.0`: four numbers up to 255 with dots.
fn is_address(number: &Number) -> bool {
    number.groups.len() == 4 && number.is_parted_by(b".") && number.groups.iter().all(|group| *group <= 3)
}
