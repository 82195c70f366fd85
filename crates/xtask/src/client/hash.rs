//! Names that hold a hash of what is in the file, so that a file with such a name may be kept for ever.
//!
//! A file that names others is hashed after them. Two that name each other share a hash.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::page::{self, PAGE};
use super::split::{APP, LOADER};
use super::styles::STYLESHEET;
use super::{files, read, write};

/// The script that starts the worker, and what it loads.
const WORKER: [&str; 3] = ["worker_bg.wasm", "worker.js", "worker-loader.js"];
/// The page's own script, which knows the hashes of what is asked for by its plain name.
const BOOT: &str = "boot.js";
/// Where it keeps them, as it is written and as it is once it was made small.
const HASHES: [&str; 2] = ["{ \"/\": \"\" }", "{\"/\":\"\"}"];
/// Where the page says which version it is.
const UNBUILT: &str = "content=\"unbuilt\"";
/// Folders of what is asked for by its plain name: words, and forms of documents.
const ASKED_FOR: [&str; 2] = ["locales/", "schemas/"];
/// Digits of a hash in a name: enough that no two versions of a file share one.
const DIGITS: usize = 10;

/// Gives every file that may change its name one with a hash, and rewrites those that name it.
///
/// # Errors
/// When a file cannot be read or written, or does not hold what is to be rewritten.
pub(super) fn names(folder: &Path) -> Result<()> {
    let mut names = Names { folder, hashed: BTreeMap::new() };
    let all = files(folder)?;
    for name in all.iter().filter(|name| is_asked_for(name)) {
        names.hash(name)?;
    }
    for (at, name) in WORKER.iter().enumerate() {
        for inner in &WORKER[..at] {
            names.rewrite(name, inner)?;
        }
        names.hash(name)?;
    }
    names.hash(STYLESHEET)?;
    names.app(&all)?;
    names.boot()?;
    names.page()
}

struct Names<'a> {
    folder: &'a Path,
    /// From the plain name to the one with a hash.
    hashed: BTreeMap<String, String>,
}

impl Names<'_> {
    /// Renames a file that names no other.
    fn hash(&mut self, name: &str) -> Result<()> {
        let bytes = fs::read(self.folder.join(name)).with_context(|| format!("reading {name}"))?;
        self.rename(name, &hash(&[&bytes]))
    }

    fn rename(&mut self, name: &str, hash: &str) -> Result<()> {
        let hashed = with_hash(name, hash);
        fs::rename(self.folder.join(name), self.folder.join(&hashed))
            .with_context(|| format!("renaming {name}"))?;
        self.hashed.insert(name.to_owned(), hashed);
        Ok(())
    }

    /// Has the file `name` call `inner` by its new name.
    fn rewrite(&self, name: &str, inner: &str) -> Result<()> {
        let new = self.hashed.get(inner).with_context(|| format!("{inner} has no hash yet"))?;
        write(self.folder, name, read(self.folder, name)?.replace(inner, new))
    }

    /// The app's modules first, then the two scripts that name them and each other.
    fn app(&mut self, all: &[String]) -> Result<()> {
        let script = format!("{APP}.js");
        let mut scripts = [read(self.folder, &script)?, read(self.folder, LOADER)?];
        for module in all.iter().filter(|name| name.ends_with(".wasm") && !WORKER.contains(&name.as_str())) {
            self.hash(module)?;
            let new = self.hashed.get(module).cloned().unwrap_or_default();
            scripts = scripts.map(|text| text.replace(module.as_str(), &new));
        }
        let hash = hash(&[scripts[0].as_bytes(), scripts[1].as_bytes()]);
        for (name, text) in [script.as_str(), LOADER].into_iter().zip(scripts) {
            let text = importing(&importing(&text, &script, &hash), LOADER, &hash);
            write(self.folder, name, text)?;
            self.rename(name, &hash)?;
        }
        Ok(())
    }

    /// Tells the page's own script the hashes of the words, of the forms and of the worker.
    fn boot(&mut self) -> Result<()> {
        let asked_for = |name: &str| is_asked_for(name) || name == WORKER[2];
        let hashes: BTreeMap<String, &str> = self
            .hashed
            .iter()
            .filter(|(name, _)| asked_for(name))
            .map(|(name, hashed)| (format!("/{name}"), hash_in(hashed)))
            .collect();
        let text = read(self.folder, BOOT)?;
        let place = HASHES.iter().find(|place| text.contains(**place));
        let place = place.with_context(|| format!("{BOOT} has no `{}`", HASHES[0]))?;
        write(self.folder, BOOT, text.replacen(place, &serde_json::to_string(&hashes)?, 1))?;
        self.hash(BOOT)
    }

    /// What the page names and nobody has hashed yet, then the page itself.
    fn page(&mut self) -> Result<()> {
        let mut html = read(self.folder, PAGE)?;
        for name in page::named(&html) {
            if !self.hashed.contains_key(name) && is_leaf(name) && self.folder.join(name).is_file() {
                self.hash(name)?;
            }
        }
        for (name, hashed) in &self.hashed {
            html = page::renamed(&html, name, hashed);
        }
        ensure!(html.contains(&format!("/{APP}-")), "{PAGE} does not start the app");
        let loader = self.hashed.get(LOADER).map(String::as_str).unwrap_or_default();
        html = page::preloading(&html, loader);
        html = html.replacen(UNBUILT, &version(hash_in(loader)), 1);
        let folder = self.folder;
        html = page::sealed(&html, |name| Some(page::integrity(&fs::read(folder.join(name)).ok()?)));
        write(self.folder, PAGE, html)
    }
}

/// What the page says of its version: the release, and which build of the app.
fn version(build: &str) -> String {
    format!("content=\"{}+{build}\"", env!("CARGO_PKG_VERSION"))
}

fn is_asked_for(name: &str) -> bool {
    ASKED_FOR.iter().any(|folder| name.starts_with(folder))
}

/// Whether a file names no other.
fn is_leaf(name: &str) -> bool {
    ["svg", "png", "webp", "avif", "ico", "woff2"].iter().any(|ending| name.ends_with(&format!(".{ending}")))
}

/// A script that imports `name`, importing it with its hash. The name stands in other places too, where it means
/// something else.
fn importing(script: &str, name: &str, hash: &str) -> String {
    let new = with_hash(name, hash);
    ["from \"./", "from './", "from\"./", "from './"].iter().fold(script.to_owned(), |script, from| {
        script.replace(&format!("{from}{name}"), &format!("{from}{new}"))
    })
}

/// `a/b.c` with its hash: `a/b-0123456789.c`.
fn with_hash(name: &str, hash: &str) -> String {
    let folder = name.rfind('/').map_or(0, |slash| slash + 1);
    // What begins with an underscore would read as one with the hash.
    let (before, file) = name.split_at(folder);
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    format!("{before}{}-{hash}.{ending}", stem.trim_start_matches('_'))
}

/// The hash in a name that has one.
fn hash_in(name: &str) -> &str {
    let stem = name.split('.').next().unwrap_or_default();
    stem.rsplit_once('-').map_or("", |(_, hash)| hash)
}

fn hash(contents: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    contents.iter().for_each(|content| digest.update(content));
    let digest = digest.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_stands_before_the_ending() {
        assert_eq!(with_hash("locales/en/design.json", "0a1b2c3d4e"), "locales/en/design-0a1b2c3d4e.json");
        assert_eq!(with_hash("__wasm_split.js", "0a1b2c3d4e"), "wasm_split-0a1b2c3d4e.js");
        assert_eq!(hash_in("locales/en/design-0a1b2c3d4e.json"), "0a1b2c3d4e");
        assert_eq!(hash(&[b"a", b"b"]), hash(&[b"ab"]));
        assert_eq!(hash(&[b"a"]).len(), DIGITS);
    }

    #[test]
    fn only_imports_are_renamed() {
        let script = "import * as a from \"./__wasm_split.js\";\nconst imports = {\"./__wasm_split.js\": a};";
        assert_eq!(
            importing(script, LOADER, "0a1b2c3d4e"),
            "import * as a from \"./wasm_split-0a1b2c3d4e.js\";\nconst imports = {\"./__wasm_split.js\": a};"
        );
    }

    /// A built client in miniature.
    fn client(words: &str) -> std::path::PathBuf {
        use std::sync::atomic::{AtomicU32, Ordering};
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("csmb-hash-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("locales/en")).unwrap();
        let files = [
            ("locales/en/interface.json", words),
            ("worker_bg.wasm", "worker"),
            ("worker.js", "load('worker_bg.wasm')"),
            ("worker-loader.js", "importScripts('/worker.js');go('/worker_bg.wasm')"),
            ("styles.css", "a{}"),
            ("app_bg.wasm", "app"),
            ("chunk_0.wasm", "chunk"),
            ("app.js", "import * as a from \"./__wasm_split.js\";load(\"app_bg.wasm\")"),
            ("__wasm_split.js", "import { initSync } from \"./app.js\";fetch(\"./chunk_0.wasm\")"),
            ("boot.js", "const L={\"/\":\"\"},G=1;"),
            ("icon.svg", "<svg/>"),
            ("manifest.webmanifest", "{}"),
            (
                "index.html",
                "<meta name=\"version\" content=\"unbuilt\"><link rel=\"stylesheet\" href=\"/styles.css\"><link rel=\"icon\" href=\"/icon.svg\">\
                 <link rel=\"manifest\" href=\"/manifest.webmanifest\"><script src=\"/boot.js\"></script>\
                 <script type=\"module\">import init from '/app.js';init('/app_bg.wasm')</script>",
            ),
        ];
        for (name, content) in files {
            fs::write(folder.join(name), content).unwrap();
        }
        names(&folder).unwrap();
        folder
    }

    #[test]
    fn everything_calls_everything_by_its_new_name() {
        let folder = client("{}");
        let all = files(&folder).unwrap();
        let find = |start: &str| all.iter().find(|name| name.starts_with(start)).unwrap().clone();
        let holds = |file: &str, names: &[String]| {
            let text = read(&folder, file).unwrap();
            names.iter().for_each(|name| assert!(text.contains(name.as_str()), "{name} in {text}"));
        };
        holds("index.html", &[find("app-"), find("app_bg-"), find("boot-"), find("styles-"), find("icon-")]);
        holds("index.html", &["manifest.webmanifest".into(), "integrity=\"sha384-".into()]);
        holds("index.html", &[version(hash_in(&find("app-")))]);
        holds(&find("app-"), &[find("wasm_split-"), find("app_bg-")]);
        holds(&find("wasm_split-"), &[find("app-"), find("chunk_0-")]);
        holds(&find("worker-loader-"), &[find("worker_bg-")]);
        holds(
            &find("boot-"),
            &[hash_in(&find("locales/en/interface-")).into(), hash_in(&find("worker-loader-")).into()],
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_change_reaches_the_names_of_those_who_name_it() {
        let (before, after) = (client("{}"), client("{\"a\":\"b\"}"));
        let changed = |start: &str| {
            let name = |folder: &Path| {
                files(folder).unwrap().into_iter().find(|name| name.starts_with(start)).unwrap()
            };
            name(&before) != name(&after)
        };
        assert!(changed("locales/en/interface-") && changed("boot-"));
        assert!(!changed("app-") && !changed("worker-loader-") && !changed("styles-"));
        fs::remove_dir_all(before).unwrap();
        fs::remove_dir_all(after).unwrap();
    }
}
