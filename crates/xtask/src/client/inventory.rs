//! What a finished client consists of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::page::{self, PAGE};
use super::{files, read};

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loaded {
    /// For the landing page and the wizard, in English.
    First,
    /// When it is needed, or before, while the browser is idle.
    Lazily,
    /// With the renderers.
    ByWorker,
    /// By those who speak another language.
    InOtherLanguage,
}

/// A file of a finished client.
#[derive(Clone, Debug)]
pub struct Finished {
    /// Its path from the client's folder, which is its address on the server, too.
    pub name: String,
    /// How long it is as it stands.
    pub size_bytes: u64,
    /// When it is loaded.
    pub loaded: Loaded,
}

/// Every file of the finished client in `folder`, sorted by name. Those compressed beforehand are left out: they are
/// ways to send others.
///
/// # Errors
/// When a file cannot be read.
pub fn inventory(folder: &Path) -> Result<Vec<Finished>> {
    let first = first(folder)?;
    let names = files(folder)?.into_iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    names
        .map(|name| {
            let size_bytes =
                fs::metadata(folder.join(&name)).with_context(|| format!("reading {name}"))?.len();
            let loaded = if first.contains(&name) { Loaded::First } else { loaded(&name) };
            Ok(Finished { name, size_bytes, loaded })
        })
        .collect()
}

/// What the page names, what that names in turn, and what the wizard shows beside its questions.
fn first(folder: &Path) -> Result<BTreeSet<String>> {
    let html = read(folder, PAGE)?;
    let mut first: BTreeSet<String> = page::named(&html).into_iter().map(str::to_owned).collect();
    first.insert(PAGE.to_owned());
    let all = files(folder)?;
    let starts = ["wasm_split-", "locales/en/interface-", "locales/en/design-"];
    first.extend(all.iter().filter(|name| starts.iter().any(|start| name.starts_with(start))).cloned());
    if let Some(loader) = all.iter().find(|name| name.starts_with("wasm_split-") && name.ends_with(".js")) {
        first.extend(modules(&read(folder, loader)?, WIZARD));
    }
    first.retain(|name| all.contains(name));
    Ok(first)
}

/// The chunk that the wizard shows.
const WIZARD: &str = "preview";

/// The modules that the chunk `wanted` consists of, as the script that loads chunks has it.
fn modules(loader: &str, wanted: &str) -> Vec<String> {
    let mut found = Vec::new();
    let Some((before, after)) = loader.split_once(&format!("__wasm_split_load_{wanted}")) else {
        return found;
    };
    let own = after.split("__wasm_split_load_").next().unwrap_or_default();
    found.extend(module_in(own));
    // Modules shared by several chunks stand before, each with the name that they are listed by.
    let shared = own.rsplit_once('[').and_then(|(_, list)| list.split(']').next()).unwrap_or_default();
    for variable in shared.split(',').map(str::trim).filter(|variable| !variable.is_empty()) {
        let declared = [format!("const {variable} ="), format!("{variable}="), format!(",{variable}=")];
        let at = declared.iter().find_map(|declared| before.find(declared.as_str()));
        found.extend(at.and_then(|at| module_in(&before[at..])));
    }
    found
}

/// The first module that `script` names.
fn module_in(script: &str) -> Option<String> {
    let (before, _) = script.split_once(".wasm")?;
    let start = before.rfind("./")? + 2;
    Some(format!("{}.wasm", &before[start..]))
}

fn loaded(name: &str) -> Loaded {
    match name.split('/').collect::<Vec<_>>().as_slice() {
        ["locales", language, _] if *language != "en" => Loaded::InOtherLanguage,
        [file] if file.starts_with("worker") => Loaded::ByWorker,
        _ => Loaded::Lazily,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_is_its_own_module_and_those_it_shares() {
        let loader = "const __chunk_1 = makeLoad(() => fetch(new URL(\"./chunk_1-aa.wasm\", u)), []);\n\
                      const __chunk_2 = makeLoad(() => fetch(new URL(\"./chunk_2-bb.wasm\", u)), []);\n\
                      export const __wasm_split_load_result = wrapAsyncCb(makeLoad(() => f(\"./split_result-cc.wasm\"), [__chunk_1, __chunk_2]));\n\
                      export const __wasm_split_load_preview = wrapAsyncCb(makeLoad(() => f(\"./split_preview-dd.wasm\"), [__chunk_2]));\n";
        assert_eq!(modules(loader, "preview"), ["split_preview-dd.wasm", "chunk_2-bb.wasm"]);
        assert_eq!(modules(loader, "none"), [""; 0]);
    }

    #[test]
    fn files_are_told_apart_by_their_names() {
        assert_eq!(loaded("locales/de/interface-0123456789.json"), Loaded::InOtherLanguage);
        assert_eq!(loaded("locales/en/plan-0123456789.json"), Loaded::Lazily);
        assert_eq!(loaded("worker_bg-0123456789.wasm"), Loaded::ByWorker);
        assert_eq!(loaded("split_result-0123456789.wasm"), Loaded::Lazily);
    }
}
