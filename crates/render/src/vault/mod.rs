//! The Obsidian vault: a folder of notes, bases, templates and settings, zipped; nothing in it is executable.
//!
//! Read it in this order: `layout` (what is where) → `property` (which field is which property) → `term`, `operand`,
//! `expression`, `rollup`, `filter` (the language of bases) → `base`, `table_base` → `note`, `template` → pages.
//!
//! Source: the provider's help vault of 20 August 2026 (release 1.13.8), JSON Canvas 1.0. Only table, cards and list
//! views are written, so Obsidian 1.10 or newer reads everything.

mod base;
mod canvas;
mod dashboard;
mod expression;
mod extras;
mod filter;
mod home;
mod layout;
mod note;
mod operand;
mod page;
mod property;
mod rollup;
mod routines;
mod settings;
mod table_base;
mod template;
mod term;
mod text;
mod yaml;

use serde_json::Value;
use shared::blueprint::Blueprint;

use crate::archive::Archive;
use crate::{Progress, RenderError};
use layout::Vault;

/// So many notes are written between two reports.
const REPORT_EVERY: usize = 100;

/// `blueprint` as a zipped vault.
pub(crate) fn write(blueprint: &Blueprint, progress: Progress<'_>) -> Result<Vec<u8>, RenderError> {
    let vault = Vault::new(blueprint);
    let mut files = Files { root: &vault.root, archive: Archive::new() };
    pages(&vault, &mut files)?;
    let total: usize = blueprint.tables.iter().map(|table| table.sample_rows.len()).sum();
    let mut done = 0;
    for folder in &vault.folders {
        for row in &folder.table.sample_rows {
            if let Some(name) = vault.note(&row.id) {
                files.note(&folder.name, name, &note::note(&vault, folder.table, row))?;
            }
            done += 1;
            if done % REPORT_EVERY == 0 {
                progress.report(done, total);
            }
        }
    }
    files.archive.finish()
}

/// Everything but the notes of rows.
fn pages(vault: &Vault<'_>, files: &mut Files<'_>) -> Result<(), RenderError> {
    for (name, settings) in settings::files(vault) {
        files.json(&format!(".obsidian/{name}"), &settings)?;
    }
    files.add(&format!("{}.md", vault.fixed("page_home")), &home::home(vault))?;
    files.add(&format!("{}.md", vault.fixed("page_read_me")), &home::read_me(vault))?;
    if !vault.blueprint.automations.is_empty() {
        files.add(&format!("{}.md", vault.fixed("page_routines")), &routines::routines(vault))?;
    }
    files.json(&format!("{}.canvas", vault.fixed("page_diagram")), &canvas::canvas(vault))?;
    for folder in &vault.folders {
        files.add(&vault.base_path(folder), &table_base::base(vault, folder).text())?;
        files.note(vault.fixed("folder_about"), &folder.about, &home::about(vault, folder))?;
    }
    for (dashboard, name) in vault.blueprint.dashboards.iter().zip(&vault.dashboards) {
        files.note(vault.fixed("folder_dashboards"), name, &dashboard::dashboard(vault, dashboard))?;
    }
    for (name, text) in template::templates(vault) {
        files.note(vault.fixed("folder_templates"), &name, &text)?;
    }
    for (name, text) in extras::extras(vault) {
        files.note(vault.fixed("folder_extras"), &name, &text)?;
    }
    Ok(())
}

/// The vault's archive, everything in its one top folder.
struct Files<'a> {
    root: &'a str,
    archive: Archive,
}

impl Files<'_> {
    fn add(&mut self, path: &str, text: &str) -> Result<(), RenderError> {
        self.archive.add(&format!("{}/{path}", self.root), text)
    }

    fn note(&mut self, folder: &str, name: &str, text: &str) -> Result<(), RenderError> {
        self.add(&format!("{folder}/{name}.md"), text)
    }

    fn json(&mut self, path: &str, value: &Value) -> Result<(), RenderError> {
        self.add(path, &(serde_json::to_string_pretty(value)? + "\n"))
    }
}
