//! Runs of digits as people write numbers: in groups, with a space, a dash, a dot, a stroke or brackets between them.

/// The most digits that are looked at: one more than any number has.
const DIGITS_MAX: usize = 20;
/// The most bytes between two groups, such as `) ` .
const GAP_MAX: usize = 2;

/// A number as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The digits, in ASCII.
    pub(super) digits: Vec<u8>,
    /// How many digits each group has.
    pub(super) groups: Vec<usize>,
    /// What stands between the groups, one for each gap: the sign, or a bracket where there is one.
    pub(super) gaps: Vec<u8>,
    /// What stands before it: `+`, `(` or nothing of these.
    pub(super) sign: Option<u8>,
    /// Where it begins, with its sign.
    pub(super) start: usize,
    /// The first byte after it.
    pub(super) end: usize,
}

/// The number whose first digit stands at `digit`, unless it is a part of a word or of a larger number.
/// What stands before `floor` was looked at already.
pub(super) fn at(text: &str, floor: usize, digit: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    let (start, sign) = sign_before(bytes, floor, digit);
    let before = start.checked_sub(1).map(|before| bytes[before]);
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_-./+=#&%@,$^\\".contains(&byte)) {
        return None;
    }
    let (digits, groups, gaps) = (Vec::new(), Vec::new(), Vec::new());
    let number = read(bytes, Number { digits, groups, gaps, sign, start, end: digit });
    (!goes_on(&bytes[number.end..]) && number.digits.len() < DIGITS_MAX).then_some(number)
}

/// Where a number begins with its sign, a plus before or behind a bracket, and the last of the signs.
fn sign_before(bytes: &[u8], floor: usize, digit: usize) -> (usize, Option<u8>) {
    let mut sign = None;
    let mut start = digit;
    for byte in bytes[floor..digit].iter().rev().copied() {
        if !matches!(byte, b'+' | b'(') || sign == Some(byte) || sign == Some(b'+') {
            break;
        }
        sign = Some(byte);
        start -= 1;
    }
    (start, sign)
}

/// Whether what follows digits makes them a part of something else.
fn goes_on(rest: &[u8]) -> bool {
    let after = rest.first().copied().unwrap_or(b' ');
    let next = rest.get(1).copied().unwrap_or(b' ');
    after.is_ascii_alphanumeric()
        || b"_@%=/$".contains(&after)
        || matches!(after, b'.' | b',' | b'-' | b':') && next.is_ascii_alphanumeric()
}

fn read(bytes: &[u8], mut number: Number) -> Number {
    loop {
        let group =
            bytes[number.end..].iter().take(DIGITS_MAX).take_while(|byte| byte.is_ascii_digit()).count();
        number.digits.extend(&bytes[number.end..number.end + group]);
        number.groups.push(group);
        number.end += group;
        let Some((gap, length)) = gap(&bytes[number.end..]) else { return number };
        if number.digits.len() >= DIGITS_MAX {
            return number;
        }
        number.gaps.push(gap);
        number.end += length;
    }
}

/// What parts a group from the next one, and its length; nothing where no group follows.
fn gap(rest: &[u8]) -> Option<(u8, usize)> {
    // A space that does not break, in UTF-8; people's phones write it.
    if let [0xc2, 0xa0, b'0'..=b'9', ..] = rest {
        return Some((b' ', 2));
    }
    let length = rest.iter().take(GAP_MAX + 1).take_while(|byte| b" -./()".contains(byte)).count();
    let gap = rest.get(..length).filter(|gap| (1..=GAP_MAX).contains(&gap.len()))?;
    let is_gap =
        matches!(gap, [_] | [b')', b' ' | b'-'] | [b' ', b'(']) && rest.get(length)?.is_ascii_digit();
    let bracket = gap.iter().find(|byte| matches!(byte, b'(' | b')'));
    is_gap.then(|| (*bracket.unwrap_or(&gap[0]), length))
}

impl Number {
    /// Whether it begins as a date does, or is one: `2024-05-01`, `1.5.2024`, `05/01/24`.
    pub(super) fn is_date(&self) -> bool {
        let [first, second, third, ..] = self.groups[..] else { return false };
        let [one, other, ..] = self.gaps[..] else { return false };
        let value = |from: usize, length: usize| {
            self.digits[from..from + length]
                .iter()
                .fold(0u32, |value, digit| value * 10 + u32::from(digit - b'0'))
        };
        let is_day = |from, length| (1..=2).contains(&length) && (1..=31).contains(&value(from, length));
        let is_year = |from, length| length == 4 && (1900..2200).contains(&value(from, length));
        let first_is_year = is_year(0, first) && is_day(first, second) && is_day(first + second, third);
        let last_is_year = is_day(0, first) && is_day(first, second) && is_year(first + second, third);
        one == other && matches!(one, b'-' | b'.' | b'/' | b' ') && (first_is_year || last_is_year)
    }

    /// Whether every gap is one of `allowed`.
    pub(super) fn is_parted_by(&self, allowed: &[u8]) -> bool {
        self.gaps.iter().all(|gap| allowed.contains(gap))
    }
}
