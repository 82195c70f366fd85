//! Jira Cloud.
//!
//! Source: the provider's OpenAPI descriptions of REST v3 and Agile 1.0, June 2026: company-managed projects take custom
//! fields, whose options have no colour; relations are issue links; views are saved filters and boards whose columns
//! are statuses; dashboards take gadgets. Rollups and formulas need apps; rules are made in the interface.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Jira";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Jira,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::JiraImport],
    terms: Terms { system: "Site", table: "Project", field: "Field", row: "Work item", view: "Filter" },
    tables: exact("Project"),
    fields: &[
        field(Kind::Title, exact("Summary").of_row()),
        field(Kind::Text, exact("Short text")),
        field(Kind::LongText, exact("Paragraph")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date picker")),
        field(Kind::Datetime, exact("Date time picker")),
        field(Kind::Checkbox, adapted("Checkboxes with one option", "adapt.one_option")),
        field(Kind::Select, adapted("Select list (single choice)", "adapt.no_colors")),
        field(Kind::MultiSelect, adapted("Select list (multiple choices)", "adapt.no_colors")),
        field(Kind::Url, exact("URL")),
        field(Kind::Email, adapted("Short text", "adapt.text_value")),
        field(Kind::Person, exact("User picker")),
        field(Kind::Rating, adapted("Number", "adapt.rating_number")),
        field(Kind::Relation, adapted("Linked work items", "adapt.item_links").of_row()),
        field(Kind::Rollup, impossible("impossible.computed")),
        field(Kind::Formula, impossible("impossible.computed")),
        field(Kind::CreatedAt, exact("Created").of_row()),
        field(Kind::UpdatedAt, exact("Updated").of_row()),
        field(Kind::AutoId, adapted("Key", "adapt.id_of_platform").of_row()),
        field(Kind::Attachment, exact("Attachments").of_row()),
    ],
    firsts: &[
        field(Kind::LongText, exact("Description").of_row()),
        field(Kind::Date, adapted("Due date", "adapt.due_date").of_row()),
        field(Kind::Person, adapted("Assignee", "adapt.assignee").of_row()),
    ],
    board_field: None,
    inverse: Inverse {
        support: adapted("Linked work items", "adapt.item_links").of_row(),
        together: true,
        written: false,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: false,
    views: &[
        view(View::Grid, adapted("Saved filter", "adapt.saved_filter")),
        view(View::Board, adapted("Board by status", "adapt.board_statuses")),
        view(View::Calendar, manual("Calendar", "manual.view_built_in")),
        view(View::Timeline, manual("Timeline", "manual.view_built_in")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, adapted("Saved filter", "adapt.saved_filter")),
    ],
    default_views: &[view(View::Grid, exact("List"))],
    filters: exact("JQL"),
    groups: adapted("Saved filter, sorted", "adapt.groups_sorted"),
    automations: manual("Automation rule", "manual.automation"),
    special_automations: &[EXPORT_HERE],
    dashboards: exact("Dashboard"),
    charts: &[
        chart(Chart::Number, adapted("Filter results gadget", "adapt.chart_gadget")),
        chart(Chart::Column, adapted("Issue statistics gadget", "adapt.chart_gadget")),
        chart(Chart::Bar, adapted("Issue statistics gadget", "adapt.chart_gadget")),
        chart(Chart::Line, adapted("Created vs. resolved gadget", "adapt.chart_gadget")),
        chart(Chart::Pie, adapted("Pie chart gadget", "adapt.chart_gadget")),
        chart(Chart::Heatmap, adapted("Two-dimensional statistics gadget", "adapt.chart_gadget")),
    ],
    rows: exact("Work item"),
    // Summaries and short texts of 255 characters, texts of 32,767, 10,000 options a field: the same descriptions.
    limits: Limits {
        title_chars: Some(255),
        text_chars: Some(255),
        long_text_chars: Some(32_767),
        options: Some(10_000),
        ..Limits::NONE
    },
};
