//! What the browser offers, each wrapped once.

pub(crate) mod boot;
pub(crate) mod channel;
pub(crate) mod clipboard;
pub(crate) mod crash;
pub(crate) mod database;
pub(crate) mod file;
pub(crate) mod idle;
pub(crate) mod layer;
pub(crate) mod page;
pub(crate) mod random;
pub(crate) mod retry;
pub(crate) mod service_worker;
pub(crate) mod shortcuts;
pub(crate) mod size;
pub(crate) mod storage;
pub(crate) mod time;
