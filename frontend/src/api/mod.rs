//! Who the client speaks to.

pub(crate) mod worker;
