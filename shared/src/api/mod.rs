//! Types of the HTTP API: what requests and answers look like on the wire, a file a resource; and the messages of the
//! client's worker, which are spoken like it.

pub mod artifacts;
pub mod body;
pub mod client_errors;
pub mod designs;
pub mod health;
pub mod options;
pub mod place;
pub mod plans;
pub mod platforms;
pub mod pointer;
pub mod problem;
pub mod validations;
pub mod worker;
