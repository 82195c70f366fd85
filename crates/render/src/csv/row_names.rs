//! What rows are called in the cells of other rows.

use std::collections::{HashMap, HashSet};

use shared::blueprint::{Blueprint, SampleRow, Table};

use crate::names::Taken;

/// A name for every row, unique in its table.
#[derive(Debug)]
pub(crate) struct RowNames<'a> {
    names: HashMap<&'a str, String>,
    are_titles: bool,
}

impl<'a> RowNames<'a> {
    /// Titles, numbered like `Title (2)` where a table has one twice, in any spelling of upper and lower case; the id
    /// of a row without a title. Title cells hold these names, so that importers find related rows by them.
    pub(crate) fn numbered(blueprint: &'a Blueprint) -> Self {
        let names = blueprint.tables.iter().flat_map(number);
        Self { names: names.collect(), are_titles: true }
    }

    /// Titles where they are unique in their table, ids where not. Title cells stay as they are.
    pub(crate) fn or_ids(blueprint: &'a Blueprint) -> Self {
        let mut names = HashMap::new();
        for table in &blueprint.tables {
            let has_unique_titles = has_unique_titles(table);
            for row in &table.sample_rows {
                let name = if has_unique_titles { table.label(row) } else { row.id.as_str() };
                names.insert(row.id.as_str(), name.to_owned());
            }
        }
        Self { names, are_titles: false }
    }

    /// What the row with this id is called elsewhere; an unknown id stands for itself.
    pub(crate) fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// Whether title cells hold the names.
    pub(crate) fn are_titles(&self) -> bool {
        self.are_titles
    }

    /// What stands in the title cell of `row`, if not its title as it is.
    pub(crate) fn title<'n>(&'n self, row: &'n SampleRow) -> Option<&'n str> {
        self.are_titles.then(|| self.name(row.id.as_str()))
    }
}

/// Whether every row of `table` has a title that no other has.
pub(crate) fn has_unique_titles(table: &Table) -> bool {
    let mut titles = HashSet::new();
    table
        .sample_rows
        .iter()
        .map(|row| table.label(row))
        .all(|title| !title.is_empty() && titles.insert(title))
}

fn number(table: &Table) -> Vec<(&str, String)> {
    let mut taken = Taken::default();
    let named = table.sample_rows.iter().map(|row| {
        let title = match table.label(row).trim() {
            "" => row.id.as_str(),
            title => title,
        };
        (row.id.as_str(), taken.claim_file(title.to_owned()))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table(titles: &[&str]) -> Table {
        let row = |(number, title)| json!({"id": format!("row_{number}"), "cells": {"fld_a": title}});
        serde_json::from_value(json!({
            "id": "tbl_a", "name": "A",
            "fields": [{"id": "fld_a", "name": "Title", "kind": {"type": "title"}}],
            "sample_rows": titles.iter().enumerate().map(row).collect::<Vec<_>>(),
        }))
        .unwrap()
    }

    #[test]
    fn names_are_unique_whatever_the_titles() {
        let table = table(&["Plan", "plan", "", "Plan (2)", "Plan"]);

        let names: Vec<_> = number(&table).into_iter().map(|(_, name)| name).collect();

        assert_eq!(names, ["Plan", "plan (2)", "row_2", "Plan (2) (2)", "Plan (3)"]);
        assert!(!has_unique_titles(&table));
    }
}
