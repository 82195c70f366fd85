//! Coda.
//!
//! Source: the provider's OpenAPI 1.5.0, July 2026: the API makes docs, pages and rows, but neither tables nor columns
//! nor views: a person builds them once, guided, and the app then writes the rows.

use super::declare::*;

const BY_HAND: &str = "manual.field_ui_only";

/// What its makers call it.
pub(super) const NAME: &str = "Coda";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Coda,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::CodaImport],
    terms: Terms { system: "Doc", table: "Table", field: "Column", row: "Row", view: "View" },
    tables: manual("Table", "manual.table"),
    fields: &[
        field(Kind::Title, manual("Text, the display column", BY_HAND)),
        field(Kind::Text, manual("Text", BY_HAND)),
        field(Kind::LongText, manual("Text", BY_HAND)),
        field(Kind::Number, manual("Number", BY_HAND)),
        field(Kind::Date, manual("Date", BY_HAND)),
        field(Kind::Datetime, manual("Date and time", BY_HAND)),
        field(Kind::Checkbox, manual("Checkbox", BY_HAND)),
        field(Kind::Select, manual("Select list", BY_HAND)),
        field(Kind::MultiSelect, manual("Select list, several allowed", BY_HAND)),
        field(Kind::Url, manual("Link", BY_HAND)),
        field(Kind::Email, manual("Email", BY_HAND)),
        field(Kind::Person, manual("People", BY_HAND)),
        field(Kind::Rating, manual("Scale", BY_HAND)),
        field(Kind::Relation, manual("Relation", BY_HAND)),
        field(Kind::Rollup, manual("Formula over the relation", BY_HAND)),
        field(Kind::Formula, manual("Formula", BY_HAND)),
        field(Kind::CreatedAt, manual("Created on", BY_HAND)),
        field(Kind::UpdatedAt, manual("Modified on", BY_HAND)),
        field(Kind::AutoId, manual("Formula with RowId()", BY_HAND)),
        field(Kind::Attachment, manual("File", BY_HAND)),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse { support: manual("Linked relation", BY_HAND), together: true, written: false },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, manual("Table", "manual.view")),
        view(View::Board, manual("Board", "manual.view")),
        view(View::Calendar, manual("Calendar", "manual.view")),
        view(View::Timeline, manual("Timeline", "manual.view")),
        view(View::Gallery, manual("Cards", "manual.view")),
        view(View::List, manual("Detail", "manual.view")),
    ],
    default_views: &[],
    filters: manual("Filter", "manual.view"),
    groups: manual("Group", "manual.view"),
    automations: manual("Automation", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Value for new rows", "manual.defaults_field")),
        EXPORT_HERE,
    ],
    dashboards: manual("Page with charts", "manual.dashboard"),
    charts: &[
        chart(Chart::Number, manual("Formula on the page", "manual.chart")),
        chart(Chart::Column, manual("Bar chart", "manual.chart")),
        chart(Chart::Bar, manual("Bar chart, horizontal", "manual.chart")),
        chart(Chart::Line, manual("Line chart", "manual.chart")),
        chart(Chart::Pie, manual("Pie chart", "manual.chart")),
        chart(Chart::Heatmap, manual("Table grouped on both sides", "manual.chart")),
    ],
    rows: exact("Row"),
    limits: Limits::NONE,
};
