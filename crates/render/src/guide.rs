//! The click-by-click guide in Markdown.

use shared::blueprint::Blueprint;
use shared::platform::Platform;

/// The guide that sets `blueprint` up on `platform` by hand.
pub(crate) fn write(blueprint: &Blueprint, platform: Platform) -> String {
    format!("# {} ({platform})\n", blueprint.name)
}
