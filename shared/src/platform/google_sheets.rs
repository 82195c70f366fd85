//! Google Sheets.
//!
//! Source: the provider's discovery documents of Sheets v4 and Drive v3, October and November 2026: tables have
//! typed columns (dropdown, people chip, rating); option colours come from conditional formats; filter views sort and
//! filter but do not group. There is no relation, no board, no calendar and no gallery; the timeline is made by hand.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Google Sheets";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::GoogleSheets,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::Xlsx, File::AppsScript],
    terms: Terms { system: "Spreadsheet", table: "Sheet", field: "Column", row: "Row", view: "Filter view" },
    tables: exact("Sheet with a table"),
    fields: &[
        field(Kind::Title, exact("Text")),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, exact("Text, wrapped")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date time")),
        field(Kind::Checkbox, exact("Checkbox")),
        field(Kind::Select, exact("Dropdown")),
        field(Kind::MultiSelect, adapted("Text", "adapt.text_with_comma_list")),
        field(Kind::Url, exact("Text, checked as URL")),
        field(Kind::Email, exact("Text, checked as email")),
        field(Kind::Person, exact("People chip")),
        field(Kind::Rating, exact("Rating")),
        field(Kind::Relation, adapted("Dropdown from a range", "adapt.dropdown_of_titles")),
        field(Kind::Rollup, adapted("Cell formula", "adapt.rollup_formula")),
        field(Kind::Formula, adapted("Cell formula", "adapt.formula_per_row")),
        field(Kind::CreatedAt, adapted("Date time", "adapt.value_written_by_us")),
        field(Kind::UpdatedAt, adapted("Date time", "adapt.value_written_by_us")),
        field(Kind::AutoId, adapted("Text", "adapt.value_written_by_us")),
        field(Kind::Attachment, adapted("Text, checked as URL", "adapt.attachment_url")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse {
        support: adapted("Cell formula", "adapt.inverse_formula"),
        together: false,
        written: false,
    },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, exact("Filter view")),
        view(View::Board, adapted("Filter view, sorted", "adapt.board_sorted")),
        view(View::Calendar, adapted("Filter view, sorted by date", "adapt.dates_sorted")),
        view(View::Timeline, manual("Timeline", "manual.view")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, adapted("Filter view", "adapt.list_as_table")),
    ],
    default_views: &[view(View::Grid, exact("Sheet"))],
    filters: exact("Filter"),
    groups: adapted("Filter view, sorted", "adapt.groups_sorted"),
    automations: manual("Apps Script", "manual.script"),
    special_automations: &[EXPORT_HERE],
    dashboards: exact("Sheet with charts"),
    charts: &[
        chart(Chart::Number, exact("Scorecard chart")),
        chart(Chart::Column, exact("Column chart")),
        chart(Chart::Bar, exact("Bar chart")),
        chart(Chart::Line, exact("Line chart")),
        chart(Chart::Pie, exact("Pie chart")),
        chart(Chart::Heatmap, adapted("Cells with a colour scale", "adapt.heatmap_cells")),
    ],
    rows: exact("Row"),
    // Tab titles of 100, cells of 50,000 characters, columns up to ZZZ: the same documents.
    limits: Limits {
        table_name_chars: Some(100),
        text_chars: Some(50_000),
        long_text_chars: Some(50_000),
        fields: Some(18_278),
        ..Limits::NONE
    },
};
