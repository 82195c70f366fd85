//! Building the client with Trunk.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{path_with, program, run};
use crate::{setup, words};

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

/// Builds the client and returns its folder.
///
/// # Errors
/// When a tool is missing and cannot be installed, or the build fails.
pub fn build(variant: Variant) -> Result<PathBuf> {
    let mut tools = setup::client_tools()?;
    if variant == Variant::Small {
        let wasm_opt = setup::node_tool("binaryen", "132.0.0", "wasm-opt")?;
        tools.push(wasm_opt.parent().unwrap_or(&wasm_opt).to_owned());
    }
    let folder = std::env::current_dir()?.join(variant.folder());
    let mut trunk = program("trunk", ["build", "--cargo-profile", variant.profile(), "--dist"]);
    trunk.arg(&folder);
    if variant == Variant::Small {
        // Trunk shrinks modules with wasm-opt in what it calls release mode only.
        trunk.arg("--release");
    }
    trunk.env("PATH", path_with(tools.iter().map(PathBuf::as_path))?);
    // Trunk takes NO_COLOR for a flag that wants `true` or `false`.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk).context("building the client")?;
    words::bundle(&folder)?;
    Ok(folder)
}
