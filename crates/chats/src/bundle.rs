//! What came together, as an archive or as files: which of its files hold chats, in which order, and what the others
//! say about them.

use std::collections::HashMap;

use serde_json::Value;
use shared::chat::{Reason, Skipped};

use crate::archive::{self, Archive};
use crate::context::Context;
use crate::document::{Data, Document};
use crate::input::Input;
use crate::readers::claude;

/// Files of exports that hold no chats.
const ASIDE: [&str; 17] = [
    "user.json",
    "users.json",
    "user_settings.json",
    "memories.json",
    "message_feedback.json",
    "model_comparisons.json",
    "shared_conversations.json",
    "tool_messages.json",
    "ads.json",
    "sectioned_conversations.json",
    "library_files.json",
    "conversation_asset_file_names.json",
    "export_manifest.json",
    "group_chats.json",
    "shopping.json",
    "chat.html",
    "archive_browser.html",
];

/// Documents to read, in order, with what is known about them.
pub(crate) struct Bundle {
    pub(crate) documents: Vec<Document>,
    pub(crate) context: Context,
}

/// Sorts what was dropped: every archive is a bundle, and all other files are one together.
pub(crate) fn sort(inputs: Vec<Input>, gap_seconds: i64) -> (Vec<Bundle>, Vec<Skipped>) {
    let (mut bundles, mut skipped, mut loose) = (Vec::new(), Vec::new(), Vec::new());
    for input in inputs {
        let mut start = [0; 4];
        match input.data.read_at(0, &mut start) {
            Ok(count) if archive::is_archive(&start[..count]) => match unpack(&input, &mut skipped) {
                Ok(documents) => bundles.push(documents),
                Err(reason) => skipped.push(Skipped { place: input.path, reason }),
            },
            Ok(_) => loose.push(Document {
                place: input.path.clone(),
                path: input.path.clone(),
                data: Data::File(input),
            }),
            Err(error) => {
                let reason = Reason::Unreadable { cause: error.to_string() };
                skipped.push(Skipped { place: input.path, reason });
            }
        }
    }
    bundles.extend((!loose.is_empty()).then_some(loose));
    let bundles = bundles.into_iter().map(|documents| bundle(documents, gap_seconds, &mut skipped)).collect();
    (bundles, skipped)
}

fn unpack(input: &Input, skipped: &mut Vec<Skipped>) -> Result<Vec<Document>, Reason> {
    let mut documents = Vec::new();
    for (path, member) in Archive::open(input)?.members() {
        let place = format!("{}/{path}", input.path);
        if archive::is_safe(&path) {
            documents.push(Document { place, path, data: Data::Member(member) });
        } else {
            skipped.push(Skipped { place, reason: Reason::UnsafePath });
        }
    }
    Ok(documents)
}

fn bundle(documents: Vec<Document>, gap_seconds: i64, skipped: &mut Vec<Skipped>) -> Bundle {
    let mut context = Context::new(gap_seconds);
    documents.iter().for_each(|document| context.has(&document.path));
    learn(&documents, &mut context);
    let is_alone = documents.len() == 1;
    let (listed, missing) = shards(&documents);
    skipped.extend(missing);
    let mut chosen: Vec<_> = match listed {
        Some(listed) => listed,
        None => documents.into_iter().filter(|document| is_alone || may_hold_chats(document)).collect(),
    };
    chosen.sort_by_cached_key(order);
    Bundle { documents: chosen, context }
}

/// The shards of the conversations in the order of the export's own list, and those that are not there.
fn shards(documents: &[Document]) -> (Option<Vec<Document>>, Vec<Skipped>) {
    let manifest = documents.iter().find(|document| document.name() == "export_manifest.json");
    let Some((manifest, text)) = manifest.and_then(|manifest| Some((manifest, manifest.text().ok()?))) else {
        return (None, Vec::new());
    };
    let names = listed(&serde_json::from_str(&text).unwrap_or_default());
    if names.is_empty() {
        return (None, Vec::new());
    }
    let folder = manifest.path.strip_suffix("export_manifest.json").unwrap_or_default();
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for name in names {
        let path = format!("{folder}{name}");
        match documents.iter().find(|document| document.path == path) {
            Some(document) => found.push(document.clone()),
            None => missing.push(Skipped { place: sibling(manifest, &name), reason: Reason::Missing }),
        }
    }
    // What the list forgot is read all the same.
    let has = |document: &Document| found.iter().any(|known| known.path == document.path);
    let others: Vec<_> = documents.iter().filter(|one| may_hold_chats(one) && !has(one)).cloned().collect();
    found.extend(others);
    (Some(found), missing)
}

fn sibling(manifest: &Document, name: &str) -> String {
    let folder = manifest.place.strip_suffix("export_manifest.json").unwrap_or_default();
    format!("{folder}{name}")
}

/// The files of the conversations that a manifest names.
fn listed(manifest: &Value) -> Vec<String> {
    let logical = manifest.get("logical_files").and_then(Value::as_object);
    let shards = logical.into_iter().flatten().filter(|(name, _)| name.contains("conversations.json"));
    let shards = shards.filter(|(name, _)| !ASIDE.contains(&name.as_str()));
    let files = shards.filter_map(|(_, file)| file.get("files")?.as_array()).flatten();
    let names: Vec<_> = files.filter_map(Value::as_str).map(str::to_owned).collect();
    if !names.is_empty() {
        return names;
    }
    let exported = manifest.get("export_files").and_then(Value::as_array).into_iter().flatten();
    let paths = exported.filter_map(|file| file.get("path")?.as_str());
    paths.filter(|path| shard_number(path).is_some()).map(str::to_owned).collect()
}

/// The number in `conversations-007.json`.
fn shard_number(name: &str) -> Option<u64> {
    name.strip_prefix("conversations-")?.strip_suffix(".json")?.parse().ok()
}

/// Shards by number, everything else by path.
fn order(document: &Document) -> (String, u64, String) {
    let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let number = shard_number(&document.name());
    (folder, number.unwrap_or_default(), if number.is_some() { String::new() } else { document.path.clone() })
}

/// Reads what the export says about projects and files.
fn learn(documents: &[Document], context: &mut Context) {
    for document in documents {
        if document.name() == "conversation_asset_file_names.json" {
            let names = document.text().map(|text| serde_json::from_str::<HashMap<String, String>>(&text));
            context.names.extend(names.into_iter().flatten().flatten());
        }
        if is_project(document) {
            let projects = document.text().map(|text| claude::projects(&text)).unwrap_or_default();
            context.projects.extend(projects);
        }
    }
}

/// Whether a document is about a project of Claude.
fn is_project(document: &Document) -> bool {
    let path = document.path.to_lowercase();
    let is_in_folder = path.starts_with("projects/") || path.contains("/projects/");
    document.name() == "projects.json" || is_in_folder && path.ends_with(".json")
}

/// Whether a document among others may hold chats: pictures and the like are there by the thousand, and need not be
/// opened.
fn may_hold_chats(document: &Document) -> bool {
    let name = document.name();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_text = matches!(extension, "json" | "jsonl" | "txt" | "html" | "htm" | "md" | "csv");
    // Programs that pack archives leave notes about files under such names.
    let is_hidden = name.starts_with('.') || document.path.starts_with("__MACOSX/");
    is_text && !is_hidden && !ASIDE.contains(&name.as_str()) && !is_project(document)
}
