//! A request that takes too long is given up.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;
use crate::error::ApiError;

/// The body may take `REQUEST_TIMEOUT_SECONDS` to arrive ([`crate::extract::Valid`] sees to that) and the answer
/// as many again.
pub(crate) async fn limit_time(
    app: Data<App>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match tokio::time::timeout(app.config.request_timeout * 2, next.call(request)).await {
        Ok(answer) => Ok(answer?.map_into_boxed_body()),
        Err(_elapsed) => Err(ApiError::Unavailable.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use actix_web::middleware::from_fn;
    use actix_web::{HttpResponse, test, web};

    use super::*;
    use crate::config::Config;

    async fn hesitate() -> HttpResponse {
        tokio::time::sleep(Duration::from_secs(60)).await;
        HttpResponse::Ok().finish()
    }

    #[actix_web::test]
    async fn an_answer_that_takes_too_long_is_given_up() {
        let mut config = Config::from_variables([]).expect("the defaults");
        config.request_timeout = Duration::from_millis(5);
        let state = Data::from(Arc::new(App::new(config)));
        let app = actix_web::App::new()
            .app_data(state)
            .wrap(from_fn(limit_time))
            .route("/", web::get().to(hesitate));
        let app = test::init_service(app).await;

        let error =
            test::try_call_service(&app, test::TestRequest::get().to_request()).await.expect_err("an error");

        let answer = HttpResponse::from_error(error);
        assert_eq!(answer.status().as_u16(), 503);
        assert!(answer.headers().contains_key("retry-after"));
    }
}
