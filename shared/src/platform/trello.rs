//! Trello.
//!
//! Source: the provider's OpenAPI description and reference, September 2026: a card has one description, one due
//! date, labels and members; a board adds custom fields of type text, number, date, checkbox and list. There are no
//! relations, formulas or rollups; views other than the board are Premium and made by hand.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Trello";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Trello,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::TrelloImport],
    terms: Terms { system: "Workspace", table: "Board", field: "Custom Field", row: "Card", view: "View" },
    tables: exact("Board"),
    fields: &[
        field(Kind::Title, exact("Card name").of_row()),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, SECTION),
        field(Kind::Number, adapted("Number", "adapt.number_plain")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Dropdown")),
        field(Kind::MultiSelect, adapted("Labels", "adapt.labels").of_row()),
        field(Kind::Url, adapted("Text", "adapt.text_value")),
        field(Kind::Email, adapted("Text", "adapt.text_value")),
        field(Kind::Person, adapted("Text", "adapt.person_text")),
        field(Kind::Rating, adapted("Number", "adapt.rating_number")),
        field(Kind::Relation, adapted("Card attachments", "adapt.link_attachments").in_text()),
        field(Kind::Rollup, adapted("Text", "adapt.value_once")),
        field(Kind::Formula, adapted("Text", "adapt.value_once")),
        field(Kind::CreatedAt, adapted("Activity of the card", "adapt.time_of_platform").in_text()),
        field(Kind::UpdatedAt, adapted("Activity of the card", "adapt.time_of_platform").in_text()),
        field(Kind::AutoId, adapted("Card number", "adapt.id_of_platform").of_row()),
        field(Kind::Attachment, exact("Attachments").of_row()),
    ],
    firsts: &[
        field(Kind::LongText, exact("Card description").of_row()),
        field(Kind::Date, adapted("Due date", "adapt.due_date").of_row()),
        field(Kind::Person, adapted("Members", "adapt.members").of_row()),
    ],
    board_field: Some(adapted("Lists", "adapt.lists").of_row()),
    inverse: Inverse {
        support: adapted("Card attachments", "adapt.link_attachments").in_text(),
        together: false,
        written: true,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: false,
    views: &[
        view(View::Grid, manual("Table", "manual.view_paid")),
        view(View::Board, adapted("Board with a filter", "adapt.board_filter")),
        view(View::Calendar, manual("Calendar", "manual.view_paid")),
        view(View::Timeline, manual("Timeline", "manual.view_paid")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, manual("Table", "manual.view_paid")),
    ],
    default_views: &[view(View::Board, exact("Board"))],
    filters: manual("Filter", "manual.filter_each_time"),
    groups: impossible("impossible.groups"),
    automations: manual("Automation", "manual.automation"),
    special_automations: &[
        automation(Case::Defaults, manual("Card template", "manual.defaults_template")),
        EXPORT_HERE,
    ],
    dashboards: manual("Dashboard view", "manual.view_paid"),
    charts: &[
        chart(Chart::Number, impossible("impossible.chart")),
        chart(Chart::Column, manual("Dashboard tile", "manual.chart_cards")),
        chart(Chart::Bar, manual("Dashboard tile", "manual.chart_cards")),
        chart(Chart::Line, manual("Dashboard tile", "manual.chart_cards")),
        chart(Chart::Pie, manual("Dashboard tile", "manual.chart_cards")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Card"),
    // Names of 16,384 characters, 50 custom fields a board, 50 options a field: the same reference.
    limits: Limits { title_chars: Some(16_384), fields: Some(50), options: Some(50), ..Limits::NONE },
};
