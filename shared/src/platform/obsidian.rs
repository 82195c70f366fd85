//! Obsidian, delivered as a vault.
//!
//! Source: the provider's help vault of 20 August 2026 (release 1.13.8), its API typings of 1.12.3: notes are rows,
//! YAML properties are fields, bases show them as table, cards and list. Properties have no options and no colours;
//! there is no board, calendar or timeline in the core, no chart, and nothing runs by itself.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Obsidian";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Obsidian,
    name: NAME,
    delivery: Delivery::Files,
    files: &[File::ObsidianVault],
    terms: Terms { system: "Vault", table: "Folder", field: "Property", row: "Note", view: "Base view" },
    tables: exact("Folder with a base"),
    fields: &[
        field(Kind::Title, exact("Note name").of_row()),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, adapted("Section of the note", "adapt.note_section").in_text()),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date & time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, adapted("Text", "adapt.property_without_options")),
        field(Kind::MultiSelect, adapted("List", "adapt.property_without_options")),
        field(Kind::Url, exact("Text")),
        field(Kind::Email, exact("Text")),
        field(Kind::Person, adapted("Text", "adapt.person_text")),
        field(Kind::Rating, adapted("Number", "adapt.rating_number")),
        field(Kind::Relation, adapted("Links to notes", "adapt.wiki_links")),
        field(Kind::Rollup, adapted("Formula of the base", "adapt.base_formula")),
        field(Kind::Formula, adapted("Formula of the base", "adapt.base_formula")),
        field(Kind::CreatedAt, adapted("Date & time", "adapt.value_kept_by_person")),
        field(Kind::UpdatedAt, adapted("Date & time", "adapt.value_kept_by_person")),
        field(Kind::AutoId, adapted("Text", "adapt.next_id_by_hand")),
        field(Kind::Attachment, exact("Link to a file")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse {
        support: adapted("Base inside the note", "adapt.inverse_base"),
        together: false,
        written: false,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: true,
    views: &[
        view(View::Grid, exact("Table")),
        view(View::Board, adapted("Table, grouped", "adapt.board_grouped")),
        view(View::Calendar, adapted("Table, sorted by date", "adapt.dates_sorted")),
        view(View::Timeline, adapted("Table, sorted by date", "adapt.dates_sorted")),
        view(View::Gallery, exact("Cards")),
        view(View::List, exact("List")),
    ],
    default_views: &[],
    filters: exact("Filter"),
    groups: exact("Group by"),
    automations: impossible("impossible.automation"),
    special_automations: &[
        automation(Case::Defaults, adapted("Template", "adapt.defaults_template")),
        automation(Case::Export, adapted("The vault itself", "adapt.export_is_the_files")),
    ],
    dashboards: adapted("Home note", "adapt.dashboard_note"),
    charts: &[
        chart(Chart::Number, adapted("Summary of a base", "adapt.chart_summary")),
        chart(Chart::Column, adapted("Grouped base with a summary", "adapt.chart_summary")),
        chart(Chart::Bar, adapted("Grouped base with a summary", "adapt.chart_summary")),
        chart(Chart::Line, adapted("Grouped base with a summary", "adapt.chart_summary")),
        chart(Chart::Pie, adapted("Grouped base with a summary", "adapt.chart_summary")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Note"),
    // Characters that file names and links refuse: the same help vault.
    limits: Limits { table_name_forbidden: r#"\/:*?"<>|#^[]%"#, ..Limits::NONE },
};
