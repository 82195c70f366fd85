//! The app as several modules: what it starts with, and a chunk for everything that comes on first use.
//!
//! `frontend/src/chunk.rs` says what a chunk is; see `docs/decisions/0006-code-splitting.md`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Variant, module};
use crate::process::{program, run};
use crate::setup;

/// Tells `frontend/build.rs` to build an app that can be split.
pub(super) const ASKED_FOR: &str = "CSMB_SPLIT";
/// The app, in the names of its files.
pub(super) const APP: &str = "app";
/// The script that loads chunks; it and the app's import each other.
pub(super) const LOADER: &str = "__wasm_split.js";

/// Puts the modules of the split app, and the scripts that go with them, in the place of the app that Trunk made.
///
/// # Errors
/// When a tool fails, or makes something else than it used to.
pub(super) fn split(variant: Variant, folder: &Path) -> Result<()> {
    let tools = setup::client_tools()?;
    let parts = folder.join("split");
    fs::create_dir_all(&parts)?;
    let mut split = program(tools.wasm_split, ["--target", "web", "--out-name", APP]);
    run(split.arg(module(variant, APP)).arg(&parts)).context("splitting the app")?;
    let main = parts.join(format!("{APP}.wasm"));
    let mut bindgen = program(tools.wasm_bindgen, ["--target", "web", "--keep-lld-exports", "--no-demangle"]);
    bindgen.args(["--no-typescript", "--out-name", APP, "--out-dir"]).arg(&parts).arg(&main);
    run(&mut bindgen).context("binding the split app")?;
    fs::remove_file(main)?;
    for entry in fs::read_dir(&parts)? {
        let part = entry?.path();
        let Some(name) = part.file_name().filter(|_| part.is_file()) else {
            bail!("{} was not expected of wasm-split-cli and wasm-bindgen", part.display());
        };
        fs::rename(&part, folder.join(name))?;
    }
    fs::remove_dir(&parts)?;
    Ok(())
}
