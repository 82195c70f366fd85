//! Icons and pictures of the app, drawn by a browser and checked in.

use std::path::Path;

use anyhow::Result;

use crate::client::{Variant, build};
use crate::process::{cargo, program, run};
use crate::setup;

/// Draws `frontend/icons` from `icon.svg`, `frontend/pictures` and the README's picture from the app as it is.
///
/// # Errors
/// When a build or a picture fails.
pub fn draw() -> Result<()> {
    setup::browser()?;
    setup::node_packages()?;
    let client = build(Variant::Quick)?;
    run(&mut cargo(["build", "--package", "api"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let mut playwright = program("npx", ["playwright", "test", "--config", "pictures.config.ts"]);
    playwright.current_dir("e2e").env("CLIENT_DIR", client);
    run(playwright.env("SERVER_BIN", Path::new(&target).join("debug/csmb-server")))
}
