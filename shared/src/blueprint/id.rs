//! Ids of elements: stable through renames and moves, so that history, plans and mappings can rely on them.

use crate::text_id::text_ids;

/// Longest id, in bytes.
pub const ID_MAX: usize = 80;

/// Whether a text has the form of an id.
pub(crate) fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !text.is_empty() && text.len() <= ID_MAX && text.bytes().all(fits)
}

text_ids! {
    " Lower-case letters, digits and `_`, at most [`ID_MAX`] of them; [`crate::validate::structure`] checks.";
    /// Id of a blueprint, such as `bp_3f2a`.
    BlueprintId,
    /// Id of a table, such as `tbl_sessions`.
    TableId,
    /// Id of a field, such as `fld_sessions_title`; unique in the whole blueprint.
    FieldId,
    /// Id of an option, such as `opt_sessions_status_active`; unique in the whole blueprint.
    OptionId,
    /// Id of a view, such as `viw_sessions_by_topic`; unique in the whole blueprint.
    ViewId,
    /// Id of a sample row, such as `row_sessions_1`; unique in the whole blueprint.
    RowId,
    /// Id of an automation, such as `aut_weekly_review`.
    AutomationId,
    /// Id of a dashboard, such as `dsh_overview`.
    DashboardId,
    /// Id of a chart, such as `cht_sessions_per_week`; unique in the whole blueprint.
    ChartId,
}
