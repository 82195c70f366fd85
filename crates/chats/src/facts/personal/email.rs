//! E-mail addresses, and passwords in addresses of servers.

use memchr::memchr_iter;
use shared::chat::PersonalData;

use super::{Finding, mask};

/// The longest local part there may be; RFC 5321, 4.5.3.1.1.
const LOCAL_MAX: usize = 64;
/// The longest domain there may be; RFC 5321, 4.5.3.1.2.
const DOMAIN_MAX: usize = 255;
/// What stands after the last dot of names of files, such as `icon@2x.png`.
const FILES: [&str; 9] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "json"];

/// Every address of `text`, and every password that stands before one.
pub(super) fn find(text: &str) -> impl Iterator<Item = Finding> {
    memchr_iter(b'@', text.as_bytes()).filter_map(|at| address(text, at))
}

fn address(text: &str, at: usize) -> Option<Finding> {
    let bytes = text.as_bytes();
    let local = bytes[..at].iter().rev().take(LOCAL_MAX + 1).take_while(|byte| is_local(**byte)).count();
    let start = at - local;
    let domain = bytes[at + 1..].iter().take(DOMAIN_MAX).take_while(|byte| is_domain(**byte)).count();
    let name = text[at + 1..at + 1 + domain].trim_end_matches(['.', '-']);
    let end = at + 1 + name.len();
    if is_after_password(&bytes[..at]) {
        return Some(Finding { kind: PersonalData::Key, sample: mask::key("://"), end });
    }
    let local = text[start..at].trim_start_matches(['.', '-', '+', '%']);
    // `git@github.com:group/project` names a place of code and nobody.
    let is_remote = local == "git"
        || bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
    let is_one = !local.is_empty() && local.len() <= LOCAL_MAX && is_host(name) && !is_remote;
    is_one.then(|| Finding {
        kind: PersonalData::Email,
        sample: mask::email(&text[at - local.len()..end]),
        end,
    })
}

/// Whether `scheme://name:password` stands before the sign.
fn is_after_password(before: &[u8]) -> bool {
    let part =
        |before: &[u8]| before.iter().rev().take(LOCAL_MAX).take_while(|byte| is_secret(**byte)).count();
    let password = part(before);
    let Some((b':', before)) = before[..before.len() - password].split_last() else { return false };
    let name = part(before);
    password > 0 && before[..before.len() - name].ends_with(b"://")
}

fn is_host(name: &str) -> bool {
    let mut labels = name.split('.');
    let is_label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let end = name.rsplit('.').next().unwrap_or_default();
    let is_end = end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_file = FILES.contains(&end.to_ascii_lowercase().as_str());
    name.contains('.') && labels.all(is_label) && is_end && !is_file
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// What may stand in a name or a password of an address.
fn is_secret(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b':' | b'/' | b'@' | b'"' | b'<' | b'>')
}

fn is_domain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}
