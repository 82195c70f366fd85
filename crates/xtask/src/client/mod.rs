//! Building the client: Trunk compiles and gathers it, and what follows here makes it what people load.

mod hash;
mod inventory;
mod optimise;
mod page;
mod split;
mod styles;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub use inventory::{Finished, Loaded, inventory};

use crate::process::{path_with, program, run};
use crate::{manifest, schema, service_worker, setup, words};

/// How the client is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Quick to build: for tests and for trying it out.
    Quick,
    /// As people load it: small.
    Small,
}

impl Variant {
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "client-test",
            Self::Small => "client",
        }
    }

    /// Where it is built to, from the checkout.
    pub fn folder(self) -> &'static Path {
        match self {
            Self::Quick => Path::new("target/client-quick"),
            Self::Small => Path::new("dist"),
        }
    }
}

/// Builds the client and returns its folder, whole but for compression.
///
/// Both variants go the same way, so that what is tested is what people load; only what makes modules small is left
/// out of the quick one.
///
/// # Errors
/// When a tool is missing and cannot be installed, or the build fails.
pub fn build(variant: Variant) -> Result<PathBuf> {
    let folder = std::env::current_dir()?.join(variant.folder());
    trunk(variant, &folder)?;
    words::bundle(&folder)?;
    schema::bundle(&folder)?;
    split::split(variant, &folder)?;
    if variant == Variant::Small {
        optimise::shrink(&folder)?;
    }
    styles::join(&folder)?;
    hash::names(&folder)?;
    manifest::write(&folder)?;
    service_worker::write(&folder)?;
    Ok(folder)
}

/// Has Trunk compile the app and the worker and gather everything under plain names.
fn trunk(variant: Variant, folder: &Path) -> Result<()> {
    let tools = setup::client_tools()?;
    let mut trunk = program("trunk", ["build", "--cargo-profile", variant.profile()]);
    trunk.args(["--filehash", "false", "--no-sri", "true", "--dist"]).arg(folder);
    trunk.env("PATH", path_with(tools.folders())?).env(split::ASKED_FOR, "1");
    // Trunk takes NO_COLOR for a flag that wants `true` or `false`.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk).context("building the client")
}

/// What cargo made of the binary `name`.
fn module(variant: Variant, name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    target.join("wasm32-unknown-unknown").join(variant.profile()).join(format!("{name}.wasm"))
}

/// The files of a folder and of those in it, but for hidden ones, as paths from the folder, sorted.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                found.push(path.strip_prefix(folder)?.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, content).with_context(|| format!("writing {}", path.display()))
}
