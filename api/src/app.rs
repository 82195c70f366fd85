//! The application, put together once: what it knows, its routes, and what happens around them.

use std::num::NonZeroU32;

use actix_cors::Cors;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::{Compress, Condition, from_fn};
use actix_web::web::{self, Data};
use utoipa_actix_web::AppExt;

use crate::client::Client;
use crate::config::Config;
use crate::docs::Docs;
use crate::middleware::{headers, observe, rate_limit, smooth, time_limit};
use crate::openapi;
use crate::rate_limiter::{InProcess, RateLimiter};
use crate::request_id::X_REQUEST_ID;
use crate::routes::{self, Methods};

/// How many errors an address may report in a minute.
const REPORTS_PER_MINUTE: u32 = 10;

/// What every request may use; the same for all threads.
pub struct App {
    /// The configuration.
    pub(crate) config: Config,
    /// Counts requests; absent when they are not limited.
    pub(crate) rate_limiter: Option<Box<dyn RateLimiter>>,
    /// Counts reports of clients, of which nobody has many; absent when requests are not limited.
    pub(crate) report_limiter: Option<Box<dyn RateLimiter>>,
    /// The built client.
    pub(crate) client: Client,
    /// The OpenAPI document as it is served.
    pub(crate) openapi: serde_json::Value,
    /// The same for people.
    pub(crate) docs: Docs,
    /// Which methods each address takes.
    pub(crate) methods: Methods,
}

impl App {
    /// Everything ready to take requests as `config` says.
    pub fn new(config: Config) -> Self {
        let openapi = openapi::document();
        Self {
            rate_limiter: limiter(config.rate_limit_per_minute),
            report_limiter: limiter(config.rate_limit_per_minute.min(REPORTS_PER_MINUTE)),
            client: Client::new(config.client_dir.clone()),
            docs: Docs::new(&openapi),
            methods: Methods::new(&openapi),
            openapi,
            config,
        }
    }

    /// Keeps memory small; to be called every now and then.
    pub(crate) fn upkeep(&self) {
        for limiter in [&self.rate_limiter, &self.report_limiter].into_iter().flatten() {
            limiter.forget_idle();
        }
        crate::metrics::upkeep();
    }
}

/// A counter of requests; none for a limit of zero.
fn limiter(per_minute: u32) -> Option<Box<dyn RateLimiter>> {
    NonZeroU32::new(per_minute).map(|limit| Box::new(InProcess::new(limit)) as Box<dyn RateLimiter>)
}

/// The routes, and around them what happens to every request: the layer wrapped last sees it first.
pub fn build(
    app: Data<App>,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let origins = app.config.cors_origins.clone();
    actix_web::App::new()
        .into_utoipa_app()
        .app_data(app)
        .service(utoipa_actix_web::scope(routes::API).configure(routes::documented))
        .into_app()
        .configure(routes::undocumented)
        .default_service(web::to(routes::fall_back))
        .wrap(Compress::default())
        .wrap(from_fn(rate_limit::limit_rate))
        .wrap(Condition::new(!origins.is_empty(), cors(&origins)))
        .wrap(from_fn(time_limit::limit_time))
        .wrap(from_fn(smooth::smooth))
        .wrap(from_fn(headers::add_headers))
        .wrap(from_fn(observe::observe))
}

/// Pages of `origins` may call the API; without cookies, which it does not use.
fn cors(origins: &[String]) -> Cors {
    let cors = Cors::default()
        .allowed_methods(["GET", "POST"])
        .allowed_headers([header::ACCEPT_LANGUAGE, header::CONTENT_TYPE, X_REQUEST_ID])
        .expose_headers([
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "X-Request-Id",
            "Content-Disposition",
        ])
        .max_age(600)
        .block_on_origin_mismatch(false);
    origins.iter().fold(cors, |cors, origin| cors.allowed_origin(origin))
}
