//! Who the client speaks to: the worker that makes files, and the API.

pub(crate) mod client_errors;
pub(crate) mod http;
pub(crate) mod worker;
