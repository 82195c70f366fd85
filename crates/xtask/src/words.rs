//! The words that the client loads, a language and a bundle at a time.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// Words of the domain.
const DOMAIN: &str = "shared/locales";
/// Words of the interface.
pub const INTERFACE: &str = "frontend/locales";

/// Writes `locales/<language>/interface.json`, and a file for each bundle of `shared/locales/bundles.json`, into `folder`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn bundle(folder: &Path) -> Result<()> {
    let bundles: BTreeMap<String, Vec<String>> =
        serde_json::from_value(read(&Path::new(DOMAIN).join("bundles.json"))?)?;
    for entry in fs::read_dir(INTERFACE).context("reading the words of the interface")? {
        let source = entry?.path();
        let language = source.file_stem().context("the name of a language")?;
        let target = folder.join("locales").join(language);
        fs::create_dir_all(&target)?;
        write(&target.join("interface.json"), &read(&source)?)?;
        for (name, topics) in &bundles {
            let words = |topic: &String| {
                let path = Path::new(DOMAIN).join(language).join(format!("{topic}.json"));
                Ok((topic.clone(), read(&path)?))
            };
            let words: Value = topics.iter().map(words).collect::<Result<serde_json::Map<_, _>>>()?.into();
            write(&target.join(format!("{name}.json")), &words)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, value: &Value) -> Result<()> {
    fs::write(path, value.to_string()).with_context(|| format!("writing {}", path.display()))
}
