//! The renderers as a worker.
fn main() {}
