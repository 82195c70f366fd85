//! Takes two stumbling blocks out of a request's way.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_ENCODING, AcceptEncoding, Encoding};
use actix_web::middleware::Next;

/// `HEAD` is answered as `GET`, the server leaves the body out; and who accepts no encoding of ours gets the plain
/// one, as RFC 9110 allows, rather than a refusal.
pub(crate) async fn smooth(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    if refuses_every_encoding(&request) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    next.call(request).await
}

fn refuses_every_encoding(request: &ServiceRequest) -> bool {
    use actix_web::http::header::Header;
    let ours = [Encoding::identity(), Encoding::brotli(), Encoding::gzip(), Encoding::deflate()];
    AcceptEncoding::parse(request).is_ok_and(|accepted| accepted.negotiate(ours.iter()).is_none())
}
