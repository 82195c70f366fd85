//! Automations as routines: nothing in a vault runs by itself, so people keep the rules.

use shared::blueprint::{Automation, Period, Trigger};

use super::layout::Vault;
use super::page::Page;
use super::text::inline;

/// Parts of the note, by the keys of their headings.
const PARTS: [&str; 4] = ["routine_day", "routine_week", "routine_month", "routine_change"];

/// The note of routines, sorted by how often they are due.
pub(super) fn routines(vault: &Vault<'_>) -> String {
    let mut page = Page::default();
    page.paragraph(vault.word("routine_how"));
    for part in PARTS {
        let due = vault.blueprint.automations.iter().filter(|automation| part_of(automation) == part);
        let lines: Vec<_> = due.map(|automation| line(vault, automation)).collect();
        if !lines.is_empty() {
            page.heading(2, vault.word(part)).list("- [ ]", lines);
        }
    }
    page.text()
}

fn part_of(automation: &Automation) -> &'static str {
    match &automation.trigger {
        // Days that are reached are looked for once a day.
        Trigger::Schedule { every: Period::Day } | Trigger::DateReached { .. } => "routine_day",
        Trigger::Schedule { every: Period::Week } => "routine_week",
        Trigger::Schedule { every: Period::Month } => "routine_month",
        Trigger::RowCreated | Trigger::FieldChanged { .. } => "routine_change",
    }
}

fn line(vault: &Vault<'_>, automation: &Automation) -> String {
    let place = vault
        .folder(&automation.table)
        .map_or(String::new(), |folder| format!(" ([[{}|{}]])", vault.base_path(folder), folder.name));
    format!("**{}**{place}: {}", inline(&automation.name), inline(&automation.description))
}
