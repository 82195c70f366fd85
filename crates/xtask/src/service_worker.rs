//! The service worker of a built client: our script, told which files make up this version.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::client::{Finished, inventory};

/// What it does; [`write()`] puts the list before it.
const SCRIPT: &str = "frontend/js/sw.js";
/// Its name in a built client.
const NAME: &str = "sw.js";

/// When the service worker fetches a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before the version can be used at all.
    Shell,
    /// When there is time: no page needs it to open.
    Later,
    /// Never: nobody asks for it who has no server.
    Never,
}

impl When {
    fn of(name: &str) -> Self {
        let (path, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let file = path.rsplit('/').next().unwrap_or_default();
        match ending {
            _ if name == NAME => Self::Never,
            _ if name.starts_with("locales/") || name.starts_with("schemas/") => Self::Later,
            _ if file.starts_with("worker") => Self::Later,
            "html" if name == "index.html" => Self::Shell,
            "css" | "js" | "wasm" | "svg" | "webmanifest" | "woff2" => Self::Shell,
            "png" | "ico" if name.starts_with("icons/") => Self::Later,
            _ => Self::Never,
        }
    }
}

/// Writes `sw.js` into the finished client in `folder`. Nothing may change there afterwards but by compression.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(folder: &Path) -> Result<()> {
    let files = inventory(folder)?.into_iter().map(|Finished { name, .. }| {
        let bytes = fs::read(folder.join(&name)).with_context(|| format!("reading {name}"))?;
        Ok((name, bytes))
    });
    let files: Vec<_> = files.collect::<Result<_>>()?;
    let script = fs::read_to_string(SCRIPT).with_context(|| format!("reading {SCRIPT}"))?;
    fs::write(folder.join(NAME), with_release(&files, &script)).context("writing the service worker")
}

/// `script` with the list of `files` before it: names in the folder, and what they hold.
fn with_release(files: &[(String, Vec<u8>)], script: &str) -> String {
    let list = |wanted: When| -> BTreeMap<String, String> {
        let files = files.iter().filter(|(name, _)| When::of(name) == wanted);
        files.map(|(name, bytes)| (address(name), integrity(bytes))).collect()
    };
    let (shell, later) = (list(When::Shell), list(When::Later));
    let lists = json!({ "shell": shell, "later": later }).to_string();
    // What is done with the files is part of the version: a script that stores differently starts afresh.
    let digest = Sha256::new_with_prefix(lists).chain_update(script).finalize();
    let version: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let release = json!({ "version": version, "shell": shell, "later": later });
    format!("const RELEASE = {release};\n{script}")
}

/// Where a client asks for it; the page is at `/`.
fn address(name: &str) -> String {
    format!("/{}", if name == "index.html" { "" } else { name })
}

/// Its content as `integrity` attributes say it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn built(files: &[(&str, &str)]) -> Value {
        let files: Vec<_> =
            files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        let text = with_release(&files, "run();\n");
        let (first, script) = text.split_once('\n').unwrap();
        assert_eq!(script, "run();\n");
        let list = first.strip_prefix("const RELEASE = ").and_then(|list| list.strip_suffix(';')).unwrap();
        serde_json::from_str(list).unwrap()
    }

    #[track_caller]
    fn check(name: &str, expected: When) {
        assert_eq!(When::of(name), expected, "{name}");
    }

    #[test]
    fn pages_need_the_shell_and_nothing_more() {
        for name in [
            "index.html",
            "app-0123456789abcdef_bg.wasm",
            "snippets/a/b.js",
            "styles-0a.css",
            "icons/icon.svg",
        ] {
            check(name, When::Shell);
        }
        for name in [
            "locales/ar/design.json",
            "schemas/blueprint-0123456789.json",
            "worker.js",
            "worker_bg.wasm",
            "worker-loader.js",
            "icons/icon-512.png",
        ] {
            check(name, When::Later);
        }
        for name in ["sw.js", "index.html.br", "pictures/wide.png", "robots.txt", "about.html"] {
            check(name, When::Never);
        }
    }

    #[test]
    fn the_page_is_listed_where_it_is_asked_for_with_its_content() {
        let release = built(&[("index.html", "<p>"), ("locales/en/plan.json", "{}"), ("sw.js", "old")]);
        assert_eq!(release["shell"]["/"], "sha256-M/J5lGcXcoeikmB4ChB6yY6mPdYWX2f8wNdHZ9CoIJA=");
        assert_eq!(release["shell"].as_object().map(serde_json::Map::len), Some(1));
        assert!(release["later"].get("/locales/en/plan.json").is_some());
    }

    #[test]
    fn the_version_follows_what_is_in_the_files() {
        let one = built(&[("index.html", "1"), ("robots.txt", "a")]);
        assert_eq!(one["version"], built(&[("index.html", "1"), ("robots.txt", "b")])["version"]);
        assert_ne!(one["version"], built(&[("index.html", "2")])["version"]);
        assert_ne!(one["version"], built(&[("index.html", "1"), ("a.css", "")])["version"]);
    }
}
