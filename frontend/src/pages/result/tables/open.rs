//! Which table and which of its views are in sight, as the address says it.

use shared::blueprint::{Blueprint, TableId, ViewId};

/// Which table and which of its views are in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Open {
    /// The table.
    pub table: TableId,
    /// Its view; none where the table has none.
    pub view: Option<ViewId>,
}

impl Open {
    /// What an address names, whether it exists or not.
    pub(super) fn named(table: Option<&str>, view: Option<&str>) -> Self {
        Self { table: TableId::new(table.unwrap_or_default()), view: view.map(ViewId::new) }
    }

    /// The nearest to it that `blueprint` has: the first table and its first view for unknown ones.
    pub(super) fn within(self, blueprint: &Blueprint) -> Self {
        let Some(table) = blueprint.table(&self.table).or_else(|| blueprint.tables.first()) else {
            return Self::default();
        };
        let named = self.view.filter(|id| table.views.iter().any(|view| view.id == *id));
        let view = named.or_else(|| table.views.first().map(|view| view.id.clone()));
        Self { table: table.id.clone(), view }
    }

    /// Its address, without the answers.
    pub(super) fn address(&self) -> String {
        let view = self.view.as_ref().map(|view| format!("&view={view}"));
        format!("/system/tables?table={}{}", self.table, view.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[track_caller]
    fn check(table: Option<&str>, view: Option<&str>, expected: &str) {
        let open = Open::named(table, view).within(&design(&suggested()));
        assert_eq!(open.address(), expected);
    }

    #[test]
    fn what_an_address_names_is_open_and_else_what_comes_first() {
        let first = "/system/tables?table=tbl_sessions&view=viw_sessions_all";
        check(None, None, first);
        check(Some("tbl_sessions"), Some("viw_nowhere"), first);
        check(Some("tbl_nowhere"), Some("viw_topics_all"), first);
        check(Some("tbl_topics"), None, "/system/tables?table=tbl_topics&view=viw_topics_all");
        let board = "/system/tables?table=tbl_sessions&view=viw_sessions_by_status";
        check(None, Some("viw_sessions_by_status"), board);
        check(Some("tbl_sessions"), Some("viw_sessions_by_status"), board);
    }

    #[test]
    fn nothing_is_open_where_there_is_nothing() {
        let mut blueprint = design(&suggested());
        blueprint.tables.clear();
        assert_eq!(Open::named(None, None).within(&blueprint), Open::default());
    }
}
