//! What happens to every request before and after its handler, a file a concern; `app` puts them in order.

pub(crate) mod headers;
pub(crate) mod observe;
pub(crate) mod rate_limit;
pub(crate) mod smooth;
pub(crate) mod time_limit;
