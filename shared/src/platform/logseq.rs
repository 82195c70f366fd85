//! Logseq, delivered as a Markdown graph that its database version can import.
//!
//! Source: the provider's documentation of April and May 2026 and the source of both apps (November 2025, August
//! 2026): pages are rows, `key:: value` properties are fields, select values are pages; queries compare exact values
//! only, show read-only tables, and know neither sums nor groups. There are no charts and no automations.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "Logseq";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Logseq,
    name: NAME,
    delivery: Delivery::Files,
    files: &[File::LogseqGraph],
    terms: Terms { system: "Graph", table: "Page type", field: "Property", row: "Page", view: "Query" },
    tables: exact("Page type"),
    fields: &[
        field(Kind::Title, exact("Page name").of_row()),
        field(Kind::Text, exact("Property")),
        field(Kind::LongText, adapted("Blocks under a heading", "adapt.note_section").in_text()),
        field(Kind::Number, exact("Property")),
        field(Kind::Date, exact("Link to a journal page")),
        field(Kind::Datetime, adapted("Property", "adapt.datetime_text")),
        field(Kind::Checkbox, exact("Property, true or false")),
        field(Kind::Select, adapted("Link to a page", "adapt.option_pages")),
        field(Kind::MultiSelect, adapted("Links to pages", "adapt.option_pages")),
        field(Kind::Url, exact("Property")),
        field(Kind::Email, exact("Property")),
        field(Kind::Person, adapted("Link to a page", "adapt.person_page")),
        field(Kind::Rating, adapted("Property", "adapt.rating_number")),
        field(Kind::Relation, adapted("Links to pages", "adapt.wiki_links")),
        field(Kind::Rollup, adapted("Query on the page", "adapt.live_query")),
        field(Kind::Formula, adapted("Property", "adapt.value_once")),
        field(Kind::CreatedAt, adapted("Link to a journal page", "adapt.value_kept_by_person")),
        field(Kind::UpdatedAt, adapted("Link to a journal page", "adapt.value_kept_by_person")),
        field(Kind::AutoId, adapted("Property", "adapt.next_id_by_hand")),
        field(Kind::Attachment, exact("Asset in a block")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse {
        support: adapted("Linked references", "adapt.linked_references"),
        together: false,
        written: false,
    },
    overflow: OVER_TO_DESCRIPTION,
    dated_ids: true,
    views: &[
        view(View::Grid, adapted("Query table", "adapt.query_table")),
        view(View::Board, adapted("Heading and query a value", "adapt.board_queries")),
        view(View::Calendar, adapted("Query table, sorted by date", "adapt.dates_sorted")),
        view(View::Timeline, adapted("Query table, sorted by date", "adapt.dates_sorted")),
        view(View::Gallery, adapted("Query table", "adapt.gallery_as_table")),
        view(View::List, adapted("Query table", "adapt.list_as_table")),
    ],
    default_views: &[],
    filters: adapted("Query", "adapt.filter_exact_values"),
    groups: adapted("Heading and query a value", "adapt.board_queries"),
    automations: impossible("impossible.automation"),
    special_automations: &[
        automation(Case::Defaults, adapted("Template", "adapt.defaults_template")),
        automation(Case::Export, adapted("The graph itself", "adapt.export_is_the_files")),
    ],
    dashboards: adapted("Page with queries", "adapt.dashboard_note"),
    charts: &[
        chart(Chart::Number, adapted("Query, which shows its count", "adapt.chart_query_count")),
        chart(Chart::Column, impossible("impossible.chart")),
        chart(Chart::Bar, impossible("impossible.chart")),
        chart(Chart::Line, impossible("impossible.chart")),
        chart(Chart::Pie, impossible("impossible.chart")),
        chart(Chart::Heatmap, impossible("impossible.chart")),
    ],
    rows: exact("Page"),
    limits: Limits {
        table_name_forbidden: r##"\/:*?"<>|#[]"##,
        option_name_forbidden: "#[],",
        ..Limits::NONE
    },
};
