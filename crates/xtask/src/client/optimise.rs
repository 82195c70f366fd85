//! Modules and scripts made as small as they get.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};

use super::files;
use crate::process::{program, run};
use crate::setup;

/// What rustc lets modules use; every browser with modules in workers has it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Shrinks every module and every script of the client.
///
/// # Errors
/// When a tool cannot be installed or fails.
pub(super) fn shrink(folder: &Path) -> Result<()> {
    let wasm_opt = setup::node_tool("binaryen", "132.0.0", "wasm-opt")?;
    let esbuild = setup::node_tool("esbuild", "0.28.2", "esbuild")?;
    let all = files(folder)?;
    let ending = |ending: &str| -> Vec<PathBuf> {
        all.iter().filter(|name| name.ends_with(ending)).map(|name| folder.join(name)).collect()
    };
    each(&ending(".wasm"), |file| {
        let mut shrink = program(
            &wasm_opt,
            ["-Oz", "--converge", "--reorder-functions-by-name", "--strip-debug", "--strip-producers"],
        );
        run(shrink.args(FEATURES).arg(file).arg("-o").arg(file))
    })?;
    each(&ending(".js"), |file| {
        let mut shrink = program(&esbuild, ["--minify", "--allow-overwrite", "--log-level=warning"]);
        let mut outfile = std::ffi::OsString::from("--outfile=");
        outfile.push(file);
        run(shrink.arg(file).arg(outfile))
    })
}

/// Does `work` to each file, two at a time.
fn each(files: &[PathBuf], work: impl Fn(&Path) -> Result<()> + Sync) -> Result<()> {
    let (odd, even): (Vec<_>, Vec<_>) = files.iter().enumerate().partition(|(at, _)| at % 2 == 1);
    let do_all = |half: Vec<(usize, &PathBuf)>| {
        half.into_iter()
            .try_for_each(|(_, file)| work(file).with_context(|| format!("shrinking {}", file.display())))
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| do_all(odd));
        let this = do_all(even);
        this.and(other.join().unwrap_or_else(|_| anyhow::bail!("a thread broke off")))
    })
}
