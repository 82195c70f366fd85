//! The errors that this device remembers, which the page's own script writes down.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use shared::api::client_errors::{CLIENT_ERROR_MESSAGE_MAX, ClientErrorKind, CreateClientError, scrub};
use shared::words::Language;

use crate::browser::storage;

/// Where `boot.js` keeps them.
const KEPT: &str = "csmb.errors";

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Noted {
    /// What it was.
    pub kind: ClientErrorKind,
    /// What the program said.
    pub message: String,
    /// Path of the page it happened on last.
    pub path: String,
    /// Version of the client.
    pub version: String,
    /// Language of the interface.
    pub language: Language,
    /// When it happened last, ISO 8601, UTC.
    pub at: String,
    /// How often it happened.
    pub count: u32,
    /// Whether it was sent.
    pub is_sent: bool,
    /// Whether the server does not take it.
    #[serde(default)]
    pub is_refused: bool,
}

/// What came of sending an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The server has it.
    Sent,
    /// The server will never take it.
    Refused,
}

impl Noted {
    /// As it is sent: without what tells who somebody is or what they wrote.
    pub(super) fn to_send(&self) -> CreateClientError {
        let path = scrub(&self.path);
        CreateClientError {
            kind: self.kind,
            // Marks may be longer than what they stand for.
            message: scrub(&self.message).chars().take(CLIENT_ERROR_MESSAGE_MAX as usize).collect(),
            path: if path.starts_with('/') { path } else { "/".to_owned() },
            version: self.version.clone(),
            language: self.language,
        }
    }

    /// What changes whenever another line is to be shown.
    pub(super) fn state(&self) -> (String, String, u32, bool) {
        (self.at.clone(), self.message.clone(), self.count, self.is_sent)
    }

    /// Whether both tell of the same.
    fn is_same(&self, other: &Self) -> bool {
        (self.kind, &self.message, &self.path, &self.version)
            == (other.kind, &other.message, &other.path, &other.version)
    }
}

/// What is kept, newest first. What cannot be read is passed over.
pub(super) fn read() -> Vec<Noted> {
    storage::read(KEPT).map(|kept| parse(&kept)).unwrap_or_default()
}

/// Keeps `errors` and nothing else.
pub(super) fn write(errors: &[Noted]) {
    match serde_json::to_string(errors) {
        Ok(json) if !errors.is_empty() => drop(storage::write(KEPT, &json)),
        _ => storage::remove(KEPT),
    }
}

/// The oldest that is still to be sent.
pub(super) fn next_to_send() -> Option<Noted> {
    read().into_iter().rfind(|error| !error.is_sent && !error.is_refused)
}

/// Remembers what came of sending `error`; what was written down meanwhile stays.
pub(super) fn mark(error: &Noted, fate: Fate) {
    let mut errors = read();
    for known in errors.iter_mut().filter(|known| known.is_same(error)) {
        known.is_sent |= fate == Fate::Sent;
        known.is_refused |= fate == Fate::Refused;
    }
    write(&errors);
}

/// `now` with those of `before` that it has no longer, newest first, and what is known of both.
pub(super) fn restored(mut now: Vec<Noted>, before: &[Noted]) -> Vec<Noted> {
    for old in before {
        match now.iter_mut().find(|known| known.is_same(old)) {
            Some(known) => known.is_sent |= old.is_sent,
            None => now.push(old.clone()),
        }
    }
    now.sort_by(|one, other| other.at.cmp(&one.at));
    now
}

/// All of `errors` as one text, to hand to somebody.
pub(super) fn report(errors: &[Noted]) -> String {
    errors.iter().fold(String::new(), |mut report, error| {
        let Noted { kind, message, path, version, language, at, count, .. } = error;
        // Writing to a text never fails.
        let _ = writeln!(
            report,
            "{at}  {}  × {count}  {path}  {version}  {}\n{message}\n",
            kind.as_str(),
            language.tag()
        );
        report
    })
}

fn parse(kept: &str) -> Vec<Noted> {
    let errors: Vec<serde_json::Value> = serde_json::from_str(kept).unwrap_or_default();
    errors.into_iter().filter_map(|error| serde_json::from_value(error).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: &str = r#"[
        {"kind":"crash","message":"at \"My chat\" of me@example.com","path":"/system/tables","version":"0.1.0+ab",
         "language":"de","at":"2026-11-23T10:00:00.000Z","count":2,"is_sent":false},
        {"kind":"a kind of later versions","message":"x"},
        7
    ]"#;

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        let errors = parse(KEPT);

        assert_eq!(errors.len(), 1);
        assert_eq!((errors[0].kind, errors[0].count), (ClientErrorKind::Crash, 2));
        assert_eq!(parse("no list"), []);
    }

    #[test]
    fn nothing_of_what_somebody_wrote_is_sent() {
        let sent = parse(KEPT)[0].to_send();

        assert_eq!(sent.message, "at \"[text]\" of [mail]");
        assert!(validator::Validate::validate(&sent).is_ok());
    }

    #[test]
    fn what_is_sent_is_what_the_server_takes() {
        let mut error = parse(KEPT).remove(0);
        error.message = "\"\" ".repeat(1300);
        error.path = "/me@example.com".to_owned();

        assert!(validator::Validate::validate(&error.to_send()).is_ok());
    }

    #[test]
    fn what_is_brought_back_takes_nothing_of_what_came_since() {
        let old = parse(KEPT).remove(0);
        let new = Noted { message: "later".to_owned(), at: "2026-11-24".to_owned(), ..old.clone() };
        let sent = Noted { is_sent: true, ..old.clone() };

        assert_eq!(restored(vec![new.clone()], std::slice::from_ref(&old)), [new, old.clone()]);
        assert_eq!(restored(vec![sent.clone()], &[old]), [sent]);
    }

    #[test]
    fn a_report_tells_everything_once() {
        let report = report(&parse(KEPT));

        assert_eq!(
            report.lines().next(),
            Some("2026-11-23T10:00:00.000Z  crash  × 2  /system/tables  0.1.0+ab  de")
        );
        assert!(report.contains("me@example.com"));
    }
}
