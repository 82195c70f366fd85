//! The blueprint itself, for people and for reading back.

use shared::blueprint::Blueprint;

/// `blueprint` as indented JSON, ending in a newline.
pub(crate) fn write(blueprint: &Blueprint) -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_string_pretty(blueprint)?;
    json.push('\n');
    Ok(json)
}
