//! monday.com.
//!
//! Source: the provider's schema of API version `2026-10`: boards take every column below one by one; *connect
//! boards* columns reflect themselves on the other board; only table, form, dashboard and app views can be made, so
//! kanban, calendar, Gantt and card views become grouped tables, dashboard widgets or a click by hand.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "monday.com";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Monday,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::MondayImport],
    terms: Terms { system: "Workspace", table: "Board", field: "Column", row: "Item", view: "View" },
    tables: exact("Board"),
    fields: &[
        field(Kind::Title, exact("Item name").of_row()),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, exact("Long text")),
        field(Kind::Number, exact("Numbers")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date with time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Status")),
        field(Kind::MultiSelect, adapted("Dropdown", "adapt.no_colors")),
        field(Kind::Url, exact("Link")),
        field(Kind::Email, exact("Email")),
        field(Kind::Person, exact("People")),
        field(Kind::Rating, exact("Rating")),
        field(Kind::Relation, exact("Connect boards")),
        field(Kind::Rollup, exact("Mirror")),
        field(Kind::Formula, exact("Formula")),
        field(Kind::CreatedAt, exact("Creation log")),
        field(Kind::UpdatedAt, exact("Last updated")),
        field(Kind::AutoId, exact("Auto number")),
        field(Kind::Attachment, exact("Files")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse { support: exact("Connect boards"), together: true, written: false },
    overflow: OVER,
    dated_ids: false,
    views: &[
        view(View::Grid, exact("Table")),
        view(View::Board, adapted("Table, grouped", "adapt.board_grouped")),
        view(View::Calendar, adapted("Calendar widget", "adapt.view_widget")),
        view(View::Timeline, adapted("Gantt widget", "adapt.view_widget")),
        view(View::Gallery, manual("Cards", "manual.view")),
        view(View::List, adapted("Table", "adapt.list_as_table")),
    ],
    default_views: &[view(View::Grid, exact("Main table"))],
    filters: exact("Filter"),
    groups: exact("Group by"),
    automations: manual("Automation", "manual.automation"),
    special_automations: &[EXPORT_HERE],
    dashboards: exact("Dashboard"),
    charts: &[
        chart(Chart::Number, exact("Numbers widget")),
        chart(Chart::Column, exact("Chart widget, column")),
        chart(Chart::Bar, exact("Chart widget, bar")),
        chart(Chart::Line, exact("Chart widget, line")),
        chart(Chart::Pie, exact("Chart widget, pie")),
        chart(Chart::Heatmap, adapted("Chart widget, stacked column", "adapt.heatmap_stacked")),
    ],
    rows: exact("Item"),
    // Item names of 255 and labels of 30 characters, 40 labels a status column: the same schema.
    limits: Limits { title_chars: Some(255), option_name_chars: Some(30), options: Some(40), ..Limits::NONE },
};
