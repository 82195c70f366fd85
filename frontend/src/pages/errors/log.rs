//! The errors that this device remembers, which the page's own script writes down.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use shared::api::client_errors::{ClientErrorKind, CreateClientError, scrub};
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
}

impl Noted {
    /// As it is sent: without what tells who somebody is or what they wrote.
    pub(super) fn to_send(&self) -> CreateClientError {
        CreateClientError {
            kind: self.kind,
            message: scrub(&self.message),
            path: scrub(&self.path),
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
        (self.kind, &self.message, &self.path) == (other.kind, &other.message, &other.path)
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

/// Remembers that `sent` was sent; what was written down meanwhile stays.
pub(super) fn mark_sent(sent: &Noted) {
    let mut errors = read();
    errors.iter_mut().filter(|error| error.is_same(sent)).for_each(|error| error.is_sent = true);
    write(&errors);
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
    fn a_report_tells_everything_once() {
        let report = report(&parse(KEPT));

        assert_eq!(
            report.lines().next(),
            Some("2026-11-23T10:00:00.000Z  crash  × 2  /system/tables  0.1.0+ab  de")
        );
        assert!(report.contains("me@example.com"));
    }
}
