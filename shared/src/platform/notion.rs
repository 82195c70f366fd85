//! Notion.
//!
//! Source: the provider's reference and SDK, version `2025-09-03`, August 2026: a database's data source takes
//! every property below in one call, relations two-way by `dual_property`; views, charts and dashboards are made
//! by the views API; option names hold no comma; an ID's prefix is fixed text. There is no rating property and no
//! API for automations.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Notion";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Notion,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::NotionImport],
    terms: Terms { system: "Page", table: "Database", field: "Property", row: "Page", view: "View" },
    tables: exact("Database"),
    fields: &[
        field(Kind::Title, exact("Title")),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, exact("Text")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date with time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Select")),
        field(Kind::MultiSelect, exact("Multi-select")),
        field(Kind::Url, exact("URL")),
        field(Kind::Email, exact("Email")),
        field(Kind::Person, exact("Person")),
        field(Kind::Rating, adapted("Number", "adapt.rating_number")),
        field(Kind::Relation, exact("Relation")),
        field(Kind::Rollup, exact("Rollup")),
        field(Kind::Formula, exact("Formula")),
        field(Kind::CreatedAt, exact("Created time")),
        field(Kind::UpdatedAt, exact("Last edited time")),
        field(Kind::AutoId, exact("ID")),
        field(Kind::Attachment, exact("Files & media")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse { support: exact("Relation"), together: true, written: false },
    overflow: OVER,
    dated_ids: false,
    views: &[
        view(View::Grid, exact("Table")),
        view(View::Board, exact("Board")),
        view(View::Calendar, exact("Calendar")),
        view(View::Timeline, exact("Timeline")),
        view(View::Gallery, exact("Gallery")),
        view(View::List, exact("List")),
    ],
    default_views: &[view(View::Grid, exact("Table"))],
    filters: exact("Filter"),
    groups: exact("Group"),
    automations: manual("Database automation", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Database template", "manual.defaults_template")),
        EXPORT_HERE,
    ],
    dashboards: exact("Dashboard view"),
    charts: &[
        chart(Chart::Number, exact("Number chart")),
        chart(Chart::Column, exact("Column chart")),
        chart(Chart::Bar, exact("Bar chart")),
        chart(Chart::Line, exact("Line chart")),
        chart(Chart::Pie, exact("Donut chart")),
        chart(Chart::Heatmap, adapted("Stacked column chart", "adapt.heatmap_stacked")),
    ],
    rows: exact("Page"),
    limits: Limits { option_name_forbidden: ",", ..Limits::NONE },
};
