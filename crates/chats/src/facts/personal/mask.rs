//! Samples that can be shown: enough to recognise what is meant, never what is secret.

/// What stands for what is not shown.
pub(super) const HIDDEN: &str = "•••";

/// An address as `a•••@•••.com`.
pub(super) fn email(address: &str) -> String {
    let first: String = address.chars().take(1).collect();
    let end = address.rsplit('.').next().unwrap_or_default();
    format!("{first}{HIDDEN}@{HIDDEN}.{end}")
}

/// A number by its last digits, of which `shown` are few.
pub(super) fn number(digits: &[u8], shown: usize) -> String {
    let last = digits.iter().skip(digits.len().saturating_sub(shown)).map(|digit| char::from(*digit));
    std::iter::once(HIDDEN.to_owned()).chain([last.collect()]).collect::<Vec<_>>().join(" ")
}

/// A key by what every key of its kind begins with.
pub(super) fn key(prefix: &str) -> String {
    format!("{prefix}{HIDDEN}")
}
