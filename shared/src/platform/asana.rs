//! Asana.
//!
//! Source: the provider's OpenAPI description of REST 1.0, June 2026: a project takes custom fields inline (paid plans)
//! and sections; a task has one description, one due date and one assignee. Formula and ID fields, saved views, rules
//! and dashboards are made in the interface only; every project has list, board, calendar and timeline tabs.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Asana";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Asana,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::AsanaImport],
    terms: Terms { system: "Portfolio", table: "Project", field: "Custom field", row: "Task", view: "Tab" },
    tables: exact("Project"),
    fields: &[
        field(Kind::Title, exact("Task name").of_row()),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, SECTION),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date with time")),
        field(Kind::Checkbox, adapted("Single-select", "adapt.yes_no_options")),
        field(Kind::Select, exact("Single-select")),
        field(Kind::MultiSelect, exact("Multi-select")),
        field(Kind::Url, adapted("Text", "adapt.text_value")),
        field(Kind::Email, adapted("Text", "adapt.text_value")),
        field(Kind::Person, exact("People")),
        field(Kind::Rating, adapted("Number", "adapt.rating_number")),
        field(Kind::Relation, adapted("Reference", "adapt.reference_any")),
        field(Kind::Rollup, impossible("impossible.computed")),
        field(Kind::Formula, manual("Formula", "manual.field_ui_only")),
        field(Kind::CreatedAt, exact("Created on").of_row()),
        field(Kind::UpdatedAt, exact("Last modified on").of_row()),
        field(Kind::AutoId, adapted("Text", "adapt.value_written_by_us")),
        field(Kind::Attachment, exact("Attachments").of_row()),
    ],
    firsts: &[
        field(Kind::LongText, exact("Task description").of_row()),
        field(Kind::Date, adapted("Due date", "adapt.due_date").of_row()),
        field(Kind::Person, adapted("Assignee", "adapt.assignee").of_row()),
    ],
    board_field: Some(adapted("Sections", "adapt.sections").of_row()),
    inverse: Inverse {
        support: adapted("Reference", "adapt.inverse_reference"),
        together: false,
        written: true,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: true,
    views: &[
        view(View::Grid, manual("List", "manual.view")),
        view(View::Board, manual("Board", "manual.view")),
        view(View::Calendar, manual("Calendar", "manual.view")),
        view(View::Timeline, manual("Timeline", "manual.view")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, manual("List", "manual.view")),
    ],
    default_views: &[
        view(View::Grid, exact("List")),
        view(View::Board, exact("Board")),
        view(View::List, exact("List")),
    ],
    filters: manual("Filter", "manual.view"),
    groups: manual("Group by", "manual.view"),
    automations: manual("Rule", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Task template", "manual.defaults_template")),
        EXPORT_HERE,
    ],
    dashboards: manual("Dashboard tab", "manual.dashboard"),
    charts: &[
        chart(Chart::Number, manual("Number chart", "manual.chart")),
        chart(Chart::Column, manual("Column chart", "manual.chart")),
        chart(Chart::Bar, manual("Column chart", "manual.chart")),
        chart(Chart::Line, manual("Line chart", "manual.chart")),
        chart(Chart::Pie, manual("Donut chart", "manual.chart")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Task"),
    // Text fields of 1,024 and options of 100 characters, 500 options, about 60 fields a project: unverified numbers
    // of the same description, kept on the safe side.
    limits: Limits {
        text_chars: Some(1_024),
        option_name_chars: Some(100),
        options: Some(500),
        fields: Some(60),
        ..Limits::NONE
    },
};
