//! Linear.
//!
//! Source: the provider's GraphQL schema, July 2026: issues have a fixed shape (title, Markdown description, state,
//! priority, one assignee, one estimate, one due date, labels, relations, attachments) and no custom fields. Label
//! groups are coloured single selects. Views are saved filters; calendar and gallery do not exist, and a timeline only
//! for projects.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Linear";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Linear,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::LinearImport],
    terms: Terms { system: "Workspace", table: "Team", field: "Property", row: "Issue", view: "View" },
    tables: exact("Team"),
    fields: &[
        field(Kind::Title, exact("Issue title").of_row()),
        field(Kind::Text, LINE),
        field(Kind::LongText, SECTION),
        field(Kind::Number, LINE),
        field(Kind::Date, LINE),
        field(Kind::Datetime, LINE),
        field(Kind::Checkbox, adapted("Label", "adapt.label").of_row()),
        field(Kind::Select, adapted("Label group", "adapt.label_group").of_row()),
        field(Kind::MultiSelect, adapted("Labels", "adapt.labels").of_row()),
        field(Kind::Url, adapted("Link attachment", "adapt.link_attachment").of_row()),
        field(Kind::Email, LINE),
        field(Kind::Person, LINE),
        field(Kind::Rating, adapted("Label group", "adapt.rating_labels").of_row()),
        field(Kind::Relation, adapted("Related issues", "adapt.related_items").of_row()),
        field(Kind::Rollup, impossible("impossible.computed")),
        field(Kind::Formula, impossible("impossible.computed")),
        field(Kind::CreatedAt, exact("Created").of_row()),
        field(Kind::UpdatedAt, exact("Updated").of_row()),
        field(Kind::AutoId, adapted("Issue ID", "adapt.id_of_platform").of_row()),
        field(Kind::Attachment, exact("Attachment").of_row()),
    ],
    firsts: &[
        field(Kind::LongText, exact("Issue description").of_row()),
        field(Kind::Number, adapted("Estimate", "adapt.estimate").of_row()),
        field(Kind::Date, adapted("Due date", "adapt.due_date").of_row()),
        field(Kind::Person, adapted("Assignee", "adapt.assignee").of_row()),
    ],
    board_field: Some(adapted("Workflow states", "adapt.states").of_row()),
    inverse: Inverse {
        support: adapted("Related issues", "adapt.related_items").of_row(),
        together: true,
        written: false,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: false,
    views: &[
        view(View::Grid, adapted("Custom view", "adapt.list_of_items")),
        view(View::Board, adapted("Custom view, board layout", "adapt.board_layout")),
        view(View::Calendar, impossible("impossible.view")),
        view(View::Timeline, impossible("impossible.view")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, exact("Custom view")),
    ],
    default_views: &[view(View::Board, exact("Team board"))],
    filters: exact("Filter"),
    groups: adapted("Grouping", "adapt.grouping_once"),
    automations: impossible("impossible.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Issue template", "manual.defaults_template")),
        EXPORT_HERE,
    ],
    dashboards: manual("Dashboard", "manual.view_paid"),
    charts: &[
        chart(Chart::Number, manual("Insight", "manual.chart")),
        chart(Chart::Column, manual("Insight", "manual.chart")),
        chart(Chart::Bar, manual("Insight", "manual.chart")),
        chart(Chart::Line, manual("Insight", "manual.chart")),
        chart(Chart::Pie, manual("Insight", "manual.chart")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Issue"),
    limits: Limits::NONE,
};
