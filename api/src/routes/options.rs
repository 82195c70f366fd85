//! Everything a person can choose.

use actix_web::get;
use shared::api::options::{self, Options};

use super::cached::Cached;
use crate::extract::Accepted;

/// List everything a person can choose, with words for people.
///
/// Ids are what answers hold; labels and explanations come in the language of `Accept-Language`, English or German.
#[utoipa::path(
    tag = "reference",
    params(("Accept-Language" = Option<String>, Header, description = "Languages the client wants to read", example = "de")),
    responses((status = OK, description = "Every choice, in the order in which people see them.", body = Options))
)]
#[get("/options")]
pub(crate) async fn list_options(Accepted(language): Accepted) -> Cached<Options> {
    Cached::new(options::list(language)).in_language(language)
}
