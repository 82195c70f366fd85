//! Which of the files compressed beforehand a client takes.

use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};

/// Encodings that are built, smallest first, with what their files' names end in.
const BUILT: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The encodings to try, in order, each with the ending of its file's name; the last is always the plain file.
pub(super) fn accepted(headers: &HeaderMap) -> impl Iterator<Item = (&'static str, &'static str)> {
    let header =
        headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    BUILT.into_iter().filter(move |(name, _)| takes(&header, name)).chain([("", "")])
}

fn takes(header: &str, name: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|encoding| encoding.eq_ignore_ascii_case(name));
        let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32)));
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(header: &'static str, expected: &[&str]) {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(header));
        assert_eq!(accepted(&headers).map(|(name, _)| name).collect::<Vec<_>>(), expected, "{header}");
    }

    #[test]
    fn encodings_are_tried_smallest_first() {
        check("gzip, deflate, br", &["br", "gzip", ""]);
        check("gzip;q=0.5, br;q=0", &["gzip", ""]);
        check("GZIP", &["gzip", ""]);
        check("identity", &[""]);
        check("", &[""]);
    }
}
