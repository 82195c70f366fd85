//! The vault before it is written: folders, names of notes, slots of fields.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use shared::blueprint::{Blueprint, Field, FieldId, RowId, Table, TableId};
use shared::compute::Evaluator;
use shared::design::SAMPLE_TODAY;
use shared::words::{Language, VAULT};

use super::property::{Slot, Slots};
use super::text;
use crate::names::{self, Taken};

/// Longest names, in characters: a vault, a folder and a note together stay below an archive's longest path.
const FOLDER_CHARS: usize = 40;
const NOTE_CHARS: usize = 80;

/// A table's places in the vault.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    pub(super) table: &'a Table,
    /// Its folder, and the name of its base.
    pub(super) name: String,
    /// The note that explains it.
    pub(super) about: String,
    /// The template of its notes.
    pub(super) template: String,
}

/// What is there beside the tables, by the keys of its words.
const FOLDERS: [&str; 8] = [
    "folder_templates",
    "folder_bases",
    "folder_daily",
    "folder_attachments",
    "folder_inbox",
    "folder_about",
    "folder_dashboards",
    "folder_extras",
];
const PAGES: [&str; 7] = [
    "page_home",
    "page_read_me",
    "page_routines",
    "page_daily",
    "page_dataview",
    "page_diagram",
    "page_extras",
];

/// The vault before it is written.
pub(super) struct Vault<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) evaluator: Evaluator<'a>,
    pub(super) today: NaiveDate,
    /// The top folder: the vault's name.
    pub(super) root: String,
    pub(super) folders: Vec<Folder<'a>>,
    /// Dashboards' notes, in order.
    pub(super) dashboards: Vec<String>,
    fixed: BTreeMap<&'static str, String>,
    notes: BTreeMap<&'a RowId, String>,
    slots: Slots,
    /// Formulas of computed fields, found once; nothing where none can say it.
    pub(super) formulas: RefCell<BTreeMap<FieldId, Option<String>>>,
    /// Names of notes given out so far.
    pub(super) taken: RefCell<Taken>,
}

impl<'a> Vault<'a> {
    pub(super) fn new(blueprint: &'a Blueprint) -> Self {
        let language = blueprint.settings.language;
        let evaluator = Evaluator::new(blueprint);
        let slots = Slots::new(blueprint, evaluator.schema());
        let (mut fixed, mut places, mut taken) = (BTreeMap::new(), Taken::default(), Taken::default());
        for key in FOLDERS {
            fixed.insert(key, places.claim_file(VAULT.get(language, key).to_owned()));
        }
        for key in PAGES {
            let name = taken.claim_file(VAULT.get(language, key).to_owned());
            // A note `Diagram.canvas.md` would answer to the diagram's own name.
            taken.claim_file(format!("{name}.canvas"));
            fixed.insert(key, name);
        }
        let table = |table: &'a Table| {
            let name = places.claim_file(short(&table.name, table.id.as_str(), FOLDER_CHARS));
            let named = |key, taken: &mut Taken| {
                taken.claim_file(short(&VAULT.fill(language, key, &[("name", &name)]), key, NOTE_CHARS))
            };
            let (about, template) = (named("about_name", &mut taken), named("template_name", &mut taken));
            Folder { table, name, about, template }
        };
        let folders: Vec<_> = blueprint.tables.iter().map(table).collect();
        let dashboard = |name: &String| taken.claim_file(short(name, "dashboard", NOTE_CHARS));
        let dashboards = blueprint.dashboards.iter().map(|found| &found.name).map(dashboard).collect();
        let fallback = VAULT.get(language, "note");
        let mut notes = BTreeMap::new();
        for table in &blueprint.tables {
            for row in &table.sample_rows {
                let name = short(table.label(row), fallback, NOTE_CHARS);
                notes.entry(&row.id).or_insert_with(|| taken.claim_file(name));
            }
        }
        Self {
            blueprint,
            evaluator,
            today: blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY),
            root: short(&blueprint.name, VAULT.get(language, "vault"), FOLDER_CHARS),
            folders,
            dashboards,
            fixed,
            notes,
            slots,
            formulas: RefCell::default(),
            taken: RefCell::new(taken),
        }
    }

    pub(super) fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    /// The word for `key`.
    pub(super) fn word<'k>(&self, key: &'k str) -> &'k str {
        VAULT.get(self.language(), key)
    }

    /// The sentence for `key`, its values shown as they are.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let shown: Vec<_> = values.iter().map(|(name, value)| (*name, text::phrase(value))).collect();
        let shown: Vec<_> = shown.iter().map(|(name, value)| (*name, value.as_str())).collect();
        VAULT.fill(self.language(), key, &shown)
    }

    /// The name of a fixed folder or page, by the key of its word.
    pub(super) fn fixed(&self, key: &'static str) -> &str {
        self.fixed.get(key).map_or(key, String::as_str)
    }

    /// The place of a table.
    pub(super) fn folder(&self, table: &TableId) -> Option<&Folder<'a>> {
        self.folders.iter().find(|folder| folder.table.id == *table)
    }

    /// The name of a row's note.
    pub(super) fn note(&self, row: &RowId) -> Option<&str> {
        self.notes.get(row).map(String::as_str)
    }

    /// Where a field lives.
    pub(super) fn slot(&self, field: &FieldId) -> Option<&Slot> {
        self.slots.of(field)
    }

    /// The field with this id, with its table.
    pub(super) fn field(&self, id: &FieldId) -> Option<(&'a Table, &'a Field)> {
        self.evaluator.schema().field(id)
    }

    /// The path of a table's base from the vault's root.
    pub(super) fn base_path(&self, folder: &Folder<'_>) -> String {
        format!("{}/{}.base", self.fixed("folder_bases"), folder.name)
    }
}

/// A safe file name of at most so many characters, without braces: templates take doubled ones for variables.
pub(super) fn short(text: &str, fallback: &str, chars: usize) -> String {
    names::short_file_name(&text.replace('{', "(").replace('}', ")"), fallback, chars)
}
