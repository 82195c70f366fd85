//! YAML: JSON as people like to write it, read and written, and nothing that JSON cannot say.
//!
//! Whoever sends a file may mean harm: aliases, tags, merge keys, keys twice and endless depth are refused, each at its
//! place, before anything is made of them.

mod node;
mod quoted;
mod reading;
mod scalar;
mod writing;

pub use quoted::{is_escaped, quoted};
pub use reading::{Place, Yaml, YamlError, is_like_yaml, read_yaml};
pub use scalar::visible;
pub use writing::to_yaml;
