//! ClickUp.
//!
//! Source: the provider's API v2 and v3 descriptions, July 2026: Spaces, Lists, tasks and views are made by the API,
//! custom fields and statuses are not; a person adds them from our checklist, then values can be written. There is no
//! gallery view, and rollups, formulas, automations and dashboards are made in the interface only.

use super::declare::*;

const BY_HAND: &str = "manual.field_ui_only";

/// What its makers call it.
pub(super) const NAME: &str = "ClickUp";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Clickup,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::ClickupImport],
    terms: Terms { system: "Space", table: "List", field: "Custom Field", row: "Task", view: "View" },
    tables: exact("List"),
    fields: &[
        field(Kind::Title, exact("Task name").of_row()),
        field(Kind::Text, manual("Text", BY_HAND)),
        field(Kind::LongText, manual("Text area", BY_HAND)),
        field(Kind::Number, manual("Number", BY_HAND)),
        field(Kind::Date, manual("Date", BY_HAND)),
        field(Kind::Datetime, manual("Date with time", BY_HAND)),
        field(Kind::Checkbox, manual("Checkbox", BY_HAND)),
        field(Kind::Select, manual("Dropdown", BY_HAND)),
        field(Kind::MultiSelect, manual("Labels", BY_HAND)),
        field(Kind::Url, manual("Website", BY_HAND)),
        field(Kind::Email, manual("Email", BY_HAND)),
        field(Kind::Person, manual("People", BY_HAND)),
        field(Kind::Rating, manual("Rating", BY_HAND)),
        field(Kind::Relation, manual("Relationship", BY_HAND)),
        field(Kind::Rollup, manual("Rollup", BY_HAND)),
        field(Kind::Formula, manual("Formula", BY_HAND)),
        field(Kind::CreatedAt, exact("Date created").of_row()),
        field(Kind::UpdatedAt, exact("Date updated").of_row()),
        field(Kind::AutoId, adapted("Task ID", "adapt.id_of_platform").of_row()),
        field(Kind::Attachment, exact("Attachments").of_row()),
    ],
    firsts: &[
        field(Kind::LongText, exact("Task description").of_row()),
        field(Kind::Date, adapted("Due date", "adapt.due_date").of_row()),
        field(Kind::Person, adapted("Assignee", "adapt.assignee").of_row()),
    ],
    board_field: Some(manual("Statuses", "manual.statuses").of_row()),
    inverse: Inverse { support: manual("Relationship", BY_HAND), together: true, written: false },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: false,
    views: &[
        view(View::Grid, exact("Table")),
        view(View::Board, exact("Board")),
        view(View::Calendar, exact("Calendar")),
        view(View::Timeline, exact("Timeline")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, exact("List")),
    ],
    default_views: &[view(View::List, exact("List"))],
    filters: exact("Filter"),
    groups: exact("Group by"),
    automations: manual("Automation", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Task template", "manual.defaults_template")),
        EXPORT_HERE,
    ],
    dashboards: manual("Dashboard", "manual.dashboard"),
    charts: &[
        chart(Chart::Number, manual("Calculation card", "manual.chart")),
        chart(Chart::Column, manual("Bar chart card", "manual.chart")),
        chart(Chart::Bar, manual("Bar chart card", "manual.chart")),
        chart(Chart::Line, manual("Line chart card", "manual.chart")),
        chart(Chart::Pie, manual("Pie chart card", "manual.chart")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Task"),
    limits: Limits::NONE,
};
