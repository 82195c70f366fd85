//! `.obsidian`: settings as plain data; nothing in it runs.
//!
//! Source: settings of public vaults and the provider's help vault, 2026-08.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::layout::Vault;
use super::note::stored;

/// Core plugins that are on. All come with the app.
const CORE_PLUGINS: [&str; 18] = [
    "backlink",
    "bases",
    "bookmarks",
    "canvas",
    "command-palette",
    "daily-notes",
    "file-explorer",
    "file-recovery",
    "global-search",
    "graph",
    "outgoing-link",
    "outline",
    "page-preview",
    "properties",
    "switcher",
    "tag-pane",
    "templates",
    "word-count",
];

/// Every file of the folder `.obsidian` by its name.
pub(super) fn files(vault: &Vault<'_>) -> [(&'static str, Value); 5] {
    let templates = vault.fixed("folder_templates");
    let app = json!({
        "alwaysUpdateLinks": true,
        "attachmentFolderPath": vault.fixed("folder_attachments"),
        "newFileLocation": "folder",
        "newFileFolderPath": vault.fixed("folder_inbox"),
        "useMarkdownLinks": false,
        "showInlineTitle": true,
        "propertiesInDocument": "visible",
        "defaultViewMode": "preview",
        // Bases leave out what is excluded, so templates are no rows.
        "userIgnoreFilters": [format!("{templates}/")],
    });
    let plugins: BTreeMap<_, _> = CORE_PLUGINS.into_iter().map(|plugin| (plugin, true)).collect();
    let daily = json!({
        "folder": vault.fixed("folder_daily"),
        "format": "YYYY-MM-DD",
        "template": format!("{templates}/{}", vault.fixed("page_daily")),
    });
    [
        ("app.json", app),
        ("core-plugins.json", json!(plugins)),
        ("daily-notes.json", daily),
        ("templates.json", json!({ "folder": templates, "dateFormat": "YYYY-MM-DD", "timeFormat": "HH:mm" })),
        ("types.json", json!({ "types": types(vault) })),
    ]
}

/// The type of every property.
fn types<'v>(vault: &'v Vault<'_>) -> BTreeMap<&'v str, &'static str> {
    let known = [("aliases", "aliases"), ("cssclasses", "multitext"), ("tags", "tags")];
    let fields = vault.blueprint.tables.iter().flat_map(|table| &table.fields);
    let ours = fields.filter_map(|field| stored(vault, field)).map(|(name, kind)| (name, kind.as_str()));
    known.into_iter().chain(ours).collect()
}
