//! Keys, tokens and passwords.

use memchr::memmem;
use shared::chat::PersonalData;

use super::prefixes::PREFIXES;
use super::{Finding, context, entropy, mask};

/// The fewest characters of a token: shorter ones are words and numbers.
const LENGTH_MIN: usize = 16;
/// How much of a key block is looked at for what it is.
const HEADER_BYTES: usize = 64;

/// Words before a secret, in the languages of the product and as programs name them.
const CUES: [&str; 33] = [
    "key",
    "apikey",
    "api_key",
    "accesskey",
    "secretkey",
    "token",
    "secret",
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "credential",
    "bearer",
    "authorization",
    "pat",
    "schlüssel",
    "passwort",
    "kennwort",
    "zugangsdaten",
    "geheimnis",
    "contraseña",
    "clave",
    "secreto",
    "mot de passe",
    "clé",
    "jeton",
    "パスワード",
    "トークン",
    "キー",
    "秘密",
    "مفتاح",
    "رمز",
    "كلمة المرور",
];

/// A run of the characters that keys are made of.
pub(super) struct Token {
    start: usize,
    /// The first byte after it.
    pub(super) end: usize,
}

impl Token {
    /// The token around the place `at`, not before `floor`.
    pub(super) fn around(text: &str, floor: usize, at: usize) -> Self {
        let bytes = text.as_bytes();
        let start = at - bytes[floor..at].iter().rev().take_while(|byte| is_token(**byte)).count();
        let end = at + bytes[at..].iter().take_while(|byte| is_token(**byte)).count();
        Self { start, end }
    }
}

/// The secret that a token holds.
pub(super) fn of(text: &str, token: &Token) -> Option<Finding> {
    let whole = &text[token.start..token.end];
    let assigned = whole.trim_end_matches(['=', '.', '/', '-']).rfind('=').map_or(0, |at| at + 1);
    let value = whole.get(assigned..)?.trim_matches(['=', '.', '/', '-']);
    if value.len() < LENGTH_MIN {
        return None;
    }
    let sample = known(value).or_else(|| web_token(value)).or_else(|| {
        let is_named = || context::is_after(text, token.start + assigned, &CUES);
        (entropy::is_random(value) && is_named()).then_some("")
    })?;
    Some(Finding { kind: PersonalData::Key, sample: mask::key(sample), end: token.end })
}

/// What the key begins with, if it is one of a known service, as a whole or as a part of a path.
fn known(value: &str) -> Option<&'static str> {
    value.split('/').find_map(|part| {
        let found = PREFIXES.iter().find(|prefix| part.starts_with(prefix.text))?;
        let rest = part.get(found.text.len()..)?;
        let is_long = rest.len() >= found.rest_min && rest.bytes().any(|byte| byte.is_ascii_digit());
        (is_long && entropy::has_variety(rest)).then_some(found.text)
    })
}

/// A JSON Web Token: three parts, the first two of which are JSON in base64, and so begin with `eyJ`.
fn web_token(value: &str) -> Option<&'static str> {
    let mut parts = value.split('.');
    let (head, claims, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let is_json = |part: &str| part.starts_with("eyJ") && part.len() > 10;
    (is_json(head) && is_json(claims) && !signature.is_empty() && parts.next().is_none()).then_some("eyJ")
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-./+=".contains(&byte)
}

/// Every private key of `text` that is written as a block, such as `-----BEGIN RSA PRIVATE KEY-----`.
pub(super) fn find_blocks(text: &str) -> impl Iterator<Item = Finding> {
    memmem::find_iter(text.as_bytes(), b"-----BEGIN ").filter_map(|at| {
        let reach = text.floor_char_boundary((at + HEADER_BYTES).min(text.len()));
        let header = text.get(at + 11..reach)?;
        let name = header.split("-----").next()?;
        let is_private = name.ends_with("PRIVATE KEY") || name.ends_with("PRIVATE KEY BLOCK");
        is_private.then(|| Finding {
            kind: PersonalData::Key,
            sample: mask::key("-----BEGIN "),
            end: at + 11,
        })
    })
}
