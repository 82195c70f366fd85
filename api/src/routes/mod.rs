//! Handlers, a file a resource; the documented ones and those that are no part of the API's contract.

mod artifacts;
mod cached;
mod client_errors;
mod designs;
mod docs;
mod fall_back;
mod health;
mod methods;
mod openapi;
mod options;
mod plans;
mod platforms;
mod validations;

use actix_web::web;
use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use cached::digest;
pub(crate) use fall_back::fall_back;
pub(crate) use methods::Methods;

/// Where the API lives.
pub(crate) const API: &str = "/api/v1";

/// Where health is told.
pub(crate) const HEALTH_PATH: &str = "/api/v1/health";

/// Where clients send their errors.
pub(crate) const CLIENT_ERRORS_PATH: &str = "/api/v1/client-errors";

/// Pages for people, under `/api`.
pub(crate) const DOCS_PATHS: [&str; 3] = ["/api/docs", "/api/docs/problems", "/api/docs/style.css"];

/// Every operation of the API; what is registered here is in the OpenAPI document.
pub(crate) fn documented(config: &mut ServiceConfig<'_>) {
    config
        .service(health::check_health)
        .service(options::list_options)
        .service(platforms::list_platforms)
        .service(platforms::find_platform)
        .service(designs::create_design)
        .service(validations::create_validation)
        .service(plans::create_plan)
        .service(artifacts::create_artifact)
        .service(client_errors::create_client_error)
        .service(openapi::show_openapi);
}

/// Pages for people.
pub(crate) fn undocumented(config: &mut web::ServiceConfig) {
    config.service(docs::show_operations).service(docs::show_problems).service(docs::show_style);
}
