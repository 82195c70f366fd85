//! The HTTP API: takes requests, calls the pure rules of `shared`, answers; serves the built client too.
//!
//! Read it in this order: [`config`] → [`server`] → [`app`] → `middleware` → `extract` → `routes`.

pub mod app;
mod client;
mod client_address;
mod compute;
pub mod config;
mod docs;
mod error;
mod extract;
pub mod logs;
mod metrics;
mod middleware;
pub mod openapi;
mod rate_limiter;
mod request_id;
mod routes;
pub mod server;
