//! This app's own workspace: every kind of element as designed, in a database that needs no outside account.
//!
//! Source: DESIGN §§6 and 8.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "This app";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Builtin,
    name: NAME,
    delivery: Delivery::Here,
    files: &[File::BlueprintJson],
    terms: Terms { system: "Workspace", table: "Table", field: "Field", row: "Row", view: "View" },
    tables: exact("Table"),
    fields: &[
        field(Kind::Title, exact("Title")),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, exact("Long text")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date and time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Select")),
        field(Kind::MultiSelect, exact("Multi-select")),
        field(Kind::Url, exact("Web address")),
        field(Kind::Email, exact("Email")),
        field(Kind::Person, exact("Person")),
        field(Kind::Rating, exact("Rating")),
        field(Kind::Relation, exact("Relation")),
        field(Kind::Rollup, exact("Rollup")),
        field(Kind::Formula, exact("Formula")),
        field(Kind::CreatedAt, exact("Created")),
        field(Kind::UpdatedAt, exact("Updated")),
        field(Kind::AutoId, exact("Id")),
        field(Kind::Attachment, exact("Attachment")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse { support: exact("Relation"), together: true, written: false },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, exact("Grid")),
        view(View::Board, exact("Board")),
        view(View::Calendar, exact("Calendar")),
        view(View::Timeline, exact("Timeline")),
        view(View::Gallery, exact("Gallery")),
        view(View::List, exact("List")),
    ],
    default_views: &[],
    filters: exact("Filter"),
    groups: exact("Group"),
    automations: exact("Automation"),
    special_automations: &[],
    dashboards: exact("Dashboard"),
    charts: &[
        chart(Chart::Number, exact("Number")),
        chart(Chart::Column, exact("Column chart")),
        chart(Chart::Bar, exact("Bar chart")),
        chart(Chart::Line, exact("Line chart")),
        chart(Chart::Pie, exact("Pie chart")),
        chart(Chart::Heatmap, exact("Heat map")),
    ],
    rows: exact("Row"),
    limits: Limits::NONE,
};
