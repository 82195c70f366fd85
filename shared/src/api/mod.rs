//! Types of the HTTP API: what requests and answers look like on the wire, a file a resource.

pub mod artifacts;
pub mod pointer;
