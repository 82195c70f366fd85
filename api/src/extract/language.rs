//! The language that a client wants to read.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use actix_web::{FromRequest, HttpRequest};
use shared::words::Language;

/// The best of our languages for the client, by `Accept-Language`; English when it wants none of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accepted(pub(crate) Language);

impl FromRequest for Accepted {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(best(request.headers()))))
    }
}

fn best(headers: &HeaderMap) -> Language {
    let ranges = headers.get_all(ACCEPT_LANGUAGE).filter_map(|value| value.to_str().ok());
    let wanted = ranges.flat_map(|value| value.split(',')).filter_map(weighted);
    // The first of equally wanted ones counts: `max_by` would take the last.
    wanted.fold((Language::En, 0.0), |best, next| if next.1 > best.1 { next } else { best }).0
}

/// The language of a range such as `de-AT;q=0.8`, and how much it is wanted.
fn weighted(range: &str) -> Option<(Language, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?;
    let language = Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))?;
    let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
    Some((language, weight))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(header: &'static str, expected: Language) {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
        assert_eq!(best(&headers), expected, "{header}");
    }

    #[test]
    fn the_most_wanted_language_is_taken() {
        check("de", Language::De);
        check("de-AT, en;q=0.9", Language::De);
        check("fr, de;q=0.4, en;q=0.5", Language::Fr);
        check("it, de;q=0.4, en;q=0.5", Language::En);
        check("en, de", Language::En);
        check("DE;q=0.1", Language::De);
        check("de;q=0", Language::En);
        check("de;q=often", Language::En);
        check("*, ;;,", Language::En);
    }
}
