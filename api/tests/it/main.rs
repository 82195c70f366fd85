//! The API from outside: a real server on a free port, real requests.
#![expect(clippy::expect_used, clippy::panic, reason = "what a harness cannot set up fails the test")]

mod artifacts;
mod bad_requests;
mod client;
mod client_errors;
mod command;
mod designs;
mod docs;
mod harness;
mod headers;
mod limits;
mod metrics;
mod openapi;
mod plans;
mod reference;
mod validations;
