//! What a browser reads to install the client: `locales/<language>/app.webmanifest`, a manifest a language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::words::INTERFACE;

/// `--surface` and `--page-ground` of the light theme; the page's own meta elements know the dark one.
const SURFACE: &str = "#fcfcfd";
const GROUND: &str = "#f7f8fa";

/// Words of the interface by their keys.
type Words = BTreeMap<String, String>;

/// Writes a manifest for every language into the built client in `folder`.
///
/// # Errors
/// When words are missing or a file cannot be read or written.
pub fn write(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(INTERFACE).context("reading the words of the interface")? {
        let source = entry?.path();
        let language = source.file_stem().and_then(|name| name.to_str()).context("the name of a language")?;
        let words: Words = serde_json::from_str(&fs::read_to_string(&source)?)?;
        let target = folder.join("locales").join(language);
        fs::create_dir_all(&target)?;
        fs::write(target.join("app.webmanifest"), manifest(language, &words)?.to_string())?;
    }
    Ok(())
}

fn manifest(language: &str, words: &Words) -> Result<Value> {
    let say = |key: &str| words.get(key).with_context(|| format!("`{key}` in {language}"));
    let shortcut = |key: &str, url: &str, icon: &str| {
        let icon = json!({ "src": format!("/icons/{icon}.png"), "sizes": "96x96", "type": "image/png" });
        Ok::<_, anyhow::Error>(json!({ "name": say(key)?, "url": url, "icons": [icon] }))
    };
    Ok(json!({
        "id": "/",
        "name": say("app.name")?,
        "short_name": say("app.short_name")?,
        "description": say("app.description")?,
        "lang": language,
        "dir": if language == "ar" { "rtl" } else { "ltr" },
        "start_url": "/design",
        "scope": "/",
        "display": "standalone",
        "categories": ["productivity", "utilities"],
        "theme_color": SURFACE,
        "background_color": GROUND,
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("maskable-192.png", "192x192", "maskable"),
            icon("maskable-512.png", "512x512", "maskable"),
            icon("monochrome-512.png", "512x512", "monochrome"),
        ],
        "shortcuts": [
            shortcut("welcome.start", "/design/platform", "shortcut-design")?,
            shortcut("app.shortcut.system", "/system", "shortcut-system")?,
            shortcut("result.files", "/system/files", "shortcut-files")?,
        ],
        "screenshots": [
            screenshot("wizard-wide", "1280x800", "wide", say("welcome.answer.title")?),
            screenshot("result-wide", "1280x800", "wide", say("welcome.see.title")?),
            screenshot("wizard-narrow", "390x844", "narrow", say("welcome.answer.title")?),
            screenshot("result-narrow", "390x844", "narrow", say("welcome.see.title")?),
        ],
    }))
}

fn icon(name: &str, sizes: &str, purpose: &str) -> Value {
    json!({ "src": format!("/icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose })
}

fn screenshot(name: &str, sizes: &str, form_factor: &str, label: &str) -> Value {
    let src = format!("/pictures/{name}.png");
    json!({ "src": src, "sizes": sizes, "type": "image/png", "form_factor": form_factor, "label": label })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRONTEND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend");

    fn words(language: &str) -> Words {
        let text = fs::read_to_string(format!("{FRONTEND}/locales/{language}.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// Width and height of a PNG file, as its header says.
    fn size(bytes: &[u8]) -> String {
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!(&bytes[1..4], b"PNG");
        format!("{}x{}", number(16), number(20))
    }

    #[test]
    fn every_language_has_a_whole_manifest() {
        for language in ["en", "de", "es", "fr", "ja", "ar"] {
            let manifest = manifest(language, &words(language)).unwrap();
            assert_eq!(manifest["lang"], language);
            let short = manifest["short_name"].as_str().unwrap();
            assert!(short.chars().count() <= 12, "{short} does not fit under an icon");
        }
    }

    #[test]
    fn pictures_are_there_in_the_size_that_is_said() {
        let manifest = manifest("en", &words("en")).unwrap();
        let lists = ["icons", "screenshots"].map(|key| manifest[key].as_array().unwrap().clone());
        let shortcuts = manifest["shortcuts"].as_array().unwrap().iter().map(|it| it["icons"][0].clone());
        for picture in lists.concat().into_iter().chain(shortcuts) {
            let path = format!("{FRONTEND}{}", picture["src"].as_str().unwrap());
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(picture["sizes"], size(&bytes), "{path}");
        }
    }
}
