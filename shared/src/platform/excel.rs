//! Microsoft Excel, delivered as a workbook.
//!
//! Source: Microsoft Graph v1.0 metadata, August 2026, and the workbook format: an uploaded .xlsx carries tables,
//! validation lists, conditional formats, formulas and charts; there are no relations, people, autonumbers or saved
//! filter views in it, and no board, calendar or gallery.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Excel";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Excel,
    name: NAME,
    delivery: Delivery::Api,
    files: &[File::Xlsx, File::OfficeScript],
    terms: Terms { system: "Workbook", table: "Sheet", field: "Column", row: "Row", view: "Sheet" },
    tables: exact("Sheet with a table"),
    fields: &[
        field(Kind::Title, exact("Text")),
        field(Kind::Text, exact("Text")),
        field(Kind::LongText, exact("Text, wrapped")),
        field(Kind::Number, exact("Number")),
        field(Kind::Date, exact("Date")),
        field(Kind::Datetime, exact("Date and time (UTC)")),
        field(Kind::Checkbox, adapted("TRUE/FALSE list", "adapt.true_false")),
        field(Kind::Select, exact("List")),
        field(Kind::MultiSelect, adapted("Text", "adapt.text_with_comma_list")),
        field(Kind::Url, exact("Hyperlink")),
        field(Kind::Email, exact("Text")),
        field(Kind::Person, adapted("Text", "adapt.person_text")),
        field(Kind::Rating, adapted("Whole number", "adapt.rating_number")),
        field(Kind::Relation, adapted("List from a range", "adapt.dropdown_of_titles")),
        field(Kind::Rollup, adapted("Calculated column", "adapt.rollup_formula")),
        field(Kind::Formula, exact("Calculated column")),
        field(Kind::CreatedAt, adapted("Date and time (UTC)", "adapt.value_written_by_us")),
        field(Kind::UpdatedAt, adapted("Date and time (UTC)", "adapt.value_written_by_us")),
        field(Kind::AutoId, adapted("Text", "adapt.value_written_by_us")),
        field(Kind::Attachment, adapted("Hyperlink", "adapt.attachment_url")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse {
        support: adapted("Calculated column", "adapt.inverse_formula"),
        together: false,
        written: false,
    },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, adapted("Own sheet", "adapt.view_own_sheet")),
        view(View::Board, adapted("Own sheet, sorted", "adapt.board_sorted")),
        view(View::Calendar, adapted("Own sheet, sorted by date", "adapt.dates_sorted")),
        view(View::Timeline, adapted("Own sheet, sorted by date", "adapt.dates_sorted")),
        view(View::Gallery, impossible("impossible.view")),
        view(View::List, adapted("Own sheet", "adapt.list_as_table")),
    ],
    default_views: &[view(View::Grid, exact("Sheet"))],
    filters: exact("Filter"),
    groups: adapted("Own sheet, sorted", "adapt.groups_sorted"),
    automations: manual("Power Automate flow", "manual.automation_elsewhere"),
    special_automations: &[EXPORT_HERE],
    dashboards: exact("Sheet with charts"),
    charts: &[
        chart(Chart::Number, exact("Cell with a formula")),
        chart(Chart::Column, exact("Column chart")),
        chart(Chart::Bar, exact("Bar chart")),
        chart(Chart::Line, exact("Line chart")),
        chart(Chart::Pie, exact("Pie chart")),
        chart(Chart::Heatmap, adapted("Cells with a colour scale", "adapt.heatmap_cells")),
    ],
    rows: exact("Row"),
    // Sheet names of 31 characters without these, cells of 32,767, 16,384 columns: Excel's own specification.
    limits: Limits {
        table_name_chars: Some(31),
        table_name_forbidden: r"\/?*[]:",
        text_chars: Some(32_767),
        long_text_chars: Some(32_767),
        fields: Some(16_384),
        ..Limits::NONE
    },
};
