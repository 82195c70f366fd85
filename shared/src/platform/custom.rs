//! A database of one's own, delivered as SQL.
//!
//! Source: DESIGN §1 (SQL is one of the downloads) and the SQL that SQLite and PostgreSQL share: typed columns, check
//! constraints, foreign keys and views. A database draws nothing, so layouts become the queries behind them.

use super::declare::*;

/// What its makers call it.
pub(super) const NAME: &str = "SQL";

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    platform: Platform::Custom,
    name: NAME,
    delivery: Delivery::Files,
    files: &[
        File::SqlPostgres,
        File::SqlSqlite,
        File::JsonSchema,
        File::Openapi,
        File::TypescriptTypes,
        File::RustTypes,
        File::DiagramSvg,
        File::Mermaid,
    ],
    terms: Terms { system: "Database", table: "Table", field: "Column", row: "Row", view: "SQL view" },
    tables: exact("Table"),
    fields: &[
        field(Kind::Title, exact("text not null")),
        field(Kind::Text, exact("text")),
        field(Kind::LongText, exact("text")),
        field(Kind::Number, exact("numeric")),
        field(Kind::Date, exact("date")),
        field(Kind::Datetime, exact("timestamp")),
        field(Kind::Checkbox, exact("boolean")),
        field(Kind::Select, adapted("text with a check constraint", "adapt.no_colors")),
        field(Kind::MultiSelect, adapted("table of values", "adapt.value_table")),
        field(Kind::Url, exact("text")),
        field(Kind::Email, exact("text")),
        field(Kind::Person, adapted("text", "adapt.person_text")),
        field(Kind::Rating, exact("smallint with a check constraint")),
        field(Kind::Relation, exact("foreign key or join table")),
        field(Kind::Rollup, adapted("column of a view", "adapt.computed_in_view")),
        field(Kind::Formula, adapted("column of a view", "adapt.computed_in_view")),
        field(Kind::CreatedAt, exact("timestamp with a default")),
        field(Kind::UpdatedAt, exact("timestamp with a trigger")),
        field(Kind::AutoId, exact("identity column")),
        field(Kind::Attachment, adapted("text", "adapt.attachment_url")),
    ],
    firsts: &[],
    board_field: None,
    inverse: Inverse {
        support: adapted("query over the foreign key", "adapt.inverse_query"),
        together: true,
        written: false,
    },
    overflow: OVER,
    dated_ids: true,
    views: &[
        view(View::Grid, exact("SQL view")),
        view(View::Board, adapted("SQL view, sorted", "adapt.board_sorted")),
        view(View::Calendar, adapted("SQL view, sorted by date", "adapt.dates_sorted")),
        view(View::Timeline, adapted("SQL view, sorted by date", "adapt.dates_sorted")),
        view(View::Gallery, adapted("SQL view", "adapt.gallery_as_table")),
        view(View::List, adapted("SQL view", "adapt.list_as_table")),
    ],
    default_views: &[],
    filters: exact("where"),
    groups: adapted("SQL view, sorted", "adapt.groups_sorted"),
    automations: manual("Scheduled job or trigger", "manual.automation_elsewhere"),
    special_automations: &[automation(Case::Defaults, adapted("default values", "adapt.defaults_columns"))],
    dashboards: adapted("SQL views", "adapt.dashboard_queries"),
    charts: &[
        chart(Chart::Number, adapted("SQL view", "adapt.chart_query")),
        chart(Chart::Column, adapted("SQL view", "adapt.chart_query")),
        chart(Chart::Bar, adapted("SQL view", "adapt.chart_query")),
        chart(Chart::Line, adapted("SQL view", "adapt.chart_query")),
        chart(Chart::Pie, adapted("SQL view", "adapt.chart_query")),
        chart(Chart::Heatmap, adapted("SQL view", "adapt.chart_query")),
    ],
    rows: exact("insert"),
    // PostgreSQL cuts names after 63 bytes; its own documentation.
    limits: Limits { table_name_chars: Some(63), field_name_chars: Some(63), ..Limits::NONE },
};
