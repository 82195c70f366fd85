//! Airtable.
//!
//! Source: the provider's reference, June 2026: a base with all tables in one call; links get their mirror field by
//! themselves. Formulas, rollups, autonumbers and the created and modified times cannot be made by the API, nor can
//! views, interfaces and automations; a new table has one grid view of all fields.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Airtable";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Airtable,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::AirtableImport],
    terms: Terms { system: "Base", table: "Table", field: "Field", row: "Record", view: "View" },
    tables: exact("Table"),
    fields: &[
        field(Kind::Title, exact("Single line text")),
        field(Kind::Text, exact("Single line text")),
        field(Kind::LongText, exact("Long text")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date with time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Single select")),
        field(Kind::MultiSelect, exact("Multiple select")),
        field(Kind::Url, exact("URL")),
        field(Kind::Email, exact("Email")),
        field(Kind::Person, exact("User")),
        field(Kind::Rating, exact("Rating")),
        field(Kind::Relation, exact("Link to another record")),
        field(Kind::Rollup, manual("Rollup", "manual.field_ui_only")),
        field(Kind::Formula, manual("Formula", "manual.field_ui_only")),
        field(Kind::CreatedAt, adapted("Date with time", "adapt.value_written_by_us")),
        field(Kind::UpdatedAt, adapted("Date with time", "adapt.value_written_by_us")),
        field(Kind::AutoId, adapted("Single line text", "adapt.value_written_by_us")),
        field(Kind::Attachment, exact("Attachment")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse { support: exact("Link to another record"), together: true, written: false },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, manual("Grid", "manual.view")),
        view(View::Board, manual("Kanban", "manual.view")),
        view(View::Calendar, manual("Calendar", "manual.view")),
        view(View::Timeline, manual("Timeline", "manual.view_paid")),
        view(View::Gallery, manual("Gallery", "manual.view")),
        view(View::List, manual("List", "manual.view")),
    ],
    default_views: &[view(View::Grid, exact("Grid"))],
    filters: manual("Filter", "manual.view"),
    groups: manual("Group", "manual.view"),
    automations: manual("Automation", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Default value", "manual.defaults_field")),
        EXPORT_HERE,
    ],
    dashboards: manual("Interface", "manual.dashboard"),
    charts: &[
        chart(Chart::Number, manual("Number", "manual.chart")),
        chart(Chart::Column, manual("Bar chart, vertical", "manual.chart")),
        chart(Chart::Bar, manual("Bar chart, horizontal", "manual.chart")),
        chart(Chart::Line, manual("Line chart", "manual.chart")),
        chart(Chart::Pie, manual("Pie chart", "manual.chart")),
        chart(Chart::Heatmap, manual("Pivot table", "manual.chart")),
    ],
    rows: exact("Record"),
    // 500 fields a table, 1,000 tables a base: the same reference. A long text cell holds 100,000 characters.
    limits: Limits {
        fields: Some(500),
        tables: Some(1_000),
        text_chars: Some(100_000),
        long_text_chars: Some(100_000),
        ..Limits::NONE
    },
};
