//! Checks the words of the interface and writes the list of their keys, so that a key that does not exist fails
//! the build instead of showing up on a screen. A client that is to be split keeps its relocations for that.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

const LANGUAGES: [&str; 6] = ["en", "de", "es", "fr", "ja", "ar"];
/// Forms of counted words that English does not have.
const OTHER_FORMS: [&str; 4] = [".zero", ".two", ".few", ".many"];

/// Set where the client is built to be split into chunks; the rest of that is done by `cargo xtask`.
const SPLIT: &str = "CSMB_SPLIT";

type Words = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let english = read(LANGUAGES[0])?;
    for language in &LANGUAGES[1..] {
        compare(&english, &read(language)?, language)?;
    }
    let keys: Vec<_> = english.keys().collect();
    let path = Path::new(&env::var("OUT_DIR")?).join("keys.rs");
    fs::write(path, format!("/// Every key, sorted.\npub(crate) const KEYS: &[&str] = &{keys:?};\n"))?;
    Ok(())
}

fn read(language: &str) -> Result<Words, Box<dyn Error>> {
    let path = format!("locales/{language}.json");
    let text = fs::read_to_string(&path)?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?)
}

fn compare(english: &Words, other: &Words, language: &str) -> Result<(), Box<dyn Error>> {
    let ours: BTreeSet<_> = english.keys().collect();
    let theirs: BTreeSet<_> = other.keys().filter(|key| !is_other_form(key, english)).collect();
    let differing: Vec<_> = ours.symmetric_difference(&theirs).collect();
    if !differing.is_empty() {
        return Err(format!("locales/{language}.json and locales/en.json differ in {differing:?}").into());
    }
    let left: Vec<_> =
        english.iter().filter(|(key, text)| is_prose(text) && other.get(*key) == Some(text)).collect();
    if !left.is_empty() {
        return Err(format!("locales/{language}.json is still English in {left:?}").into());
    }
    // "No table" and "one table" may go without their number.
    for (key, text) in english.iter().filter(|(key, _)| !key.ends_with(".one")) {
        if other.get(key).map(|text| placeholders(text)) != Some(placeholders(text)) {
            return Err(format!("placeholders of `{key}` differ in locales/{language}.json").into());
        }
    }
    Ok(())
}

/// Whether a text has words of its own: names of products and formats are the same in every language.
fn is_prose(text: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    text.split_whitespace().filter(is_word).count() > 1
}

/// Whether `key` is a form of a counted word of which English has only `one` and `other`.
fn is_other_form(key: &str, english: &Words) -> bool {
    let counted = OTHER_FORMS.iter().find_map(|form| key.strip_suffix(form));
    counted.is_some_and(|counted| english.contains_key(&format!("{counted}.other")))
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}
