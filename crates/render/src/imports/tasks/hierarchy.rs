//! Rows that stand under others of the same table.

use std::collections::{BTreeMap, BTreeSet};

use shared::blueprint::{SampleRow, Table};
use shared::compute::Evaluator;

use super::home::parent;
use super::importer::Hierarchical;
use super::text::one_line;
use crate::names::folded;

/// Which row stands under which, and how deep.
#[derive(Debug, Default)]
pub(crate) struct Hierarchy<'a> {
    parents: BTreeMap<&'a str, &'a SampleRow>,
    with_children: BTreeSet<&'a str>,
    levels: BTreeMap<&'a str, usize>,
}

impl<'a> Hierarchy<'a> {
    /// Of the rows of `table`, as far as an importer can follow it: no circles, no more levels than it takes, and no
    /// parents whose title is not theirs alone where it goes by titles.
    pub(super) fn new(evaluator: &Evaluator<'a>, table: &'a Table, hierarchical: Hierarchical) -> Self {
        let (levels_max, by_title) = match hierarchical {
            Hierarchical::No => return Self::default(),
            Hierarchical::ByTitle(levels) => (levels, true),
            Hierarchical::ByNumber(levels) => (levels, false),
        };
        let Some(field) = parent(table) else { return Self::default() };
        let shared = if by_title { shared_titles(table) } else { BTreeSet::new() };
        let named = |row: &SampleRow| {
            let value = evaluator.value(&row.id, &field.id);
            let (_, parent) = value.items().first().and_then(|id| evaluator.row(id))?;
            (!shared.contains(&title(table, parent))).then_some(parent)
        };
        let named: BTreeMap<_, _> =
            table.sample_rows.iter().filter_map(|row| Some((row.id.as_str(), named(row)?))).collect();
        let mut hierarchy = Self::default();
        for row in &table.sample_rows {
            let level = depth(&named, row, levels_max);
            if let (Some(level), Some(parent)) = (level, named.get(row.id.as_str())) {
                hierarchy.parents.insert(row.id.as_str(), parent);
                hierarchy.with_children.insert(parent.id.as_str());
                hierarchy.levels.insert(row.id.as_str(), level);
            }
        }
        hierarchy
    }

    /// The row that `row` stands under.
    pub(crate) fn parent(&self, row: &SampleRow) -> Option<&'a SampleRow> {
        self.parents.get(row.id.as_str()).copied()
    }

    /// How deep `row` stands; 0 is the top.
    pub(crate) fn level(&self, row: &SampleRow) -> usize {
        self.levels.get(row.id.as_str()).copied().unwrap_or_default()
    }

    /// Whether a row stands under `row`.
    pub(crate) fn has_children(&self, row: &SampleRow) -> bool {
        self.with_children.contains(row.id.as_str())
    }
}

/// How many rows stand above `row`; nothing where it is `max` or more, as in a circle.
fn depth(named: &BTreeMap<&str, &SampleRow>, row: &SampleRow, max: usize) -> Option<usize> {
    let above = |row: &&SampleRow| named.get(row.id.as_str()).copied();
    let depth = std::iter::successors(above(&row), above).take(max).count();
    (depth < max).then_some(depth)
}

/// Titles that no row is found by: those that two rows have, and none at all.
fn shared_titles(table: &Table) -> BTreeSet<String> {
    let mut seen = BTreeSet::from([String::new()]);
    let titles = table.sample_rows.iter().map(|row| title(table, row));
    let again: BTreeSet<_> = titles.filter(|title| !seen.insert(title.clone())).collect();
    again.into_iter().chain([String::new()]).collect()
}

fn title(table: &Table, row: &SampleRow) -> String {
    folded(&one_line(table.label(row)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use shared::blueprint::Blueprint;

    use super::*;

    /// Levels of rows `1`, `2`, … from `(title, number of the parent)`.
    fn levels(hierarchical: Hierarchical, rows: &[(&str, &str)]) -> Vec<usize> {
        let row = |(number, (title, parent)): (usize, &(&str, &str))| {
            let links: Vec<_> = Some(*parent).filter(|parent| !parent.is_empty()).into_iter().collect();
            json!({"id": (number + 1).to_string(), "cells": {"title": title, "parent": links}})
        };
        let blueprint: Blueprint = serde_json::from_value(json!({
            "schema_version": 1, "id": "bp", "name": "B", "tables": [{
                "id": "t", "name": "T",
                "fields": [
                    {"id": "title", "name": "Title", "kind": {"type": "title"}},
                    {"id": "parent", "name": "Parent",
                        "kind": {"type": "relation", "table": "t", "cardinality": "one"}},
                ],
                "sample_rows": rows.iter().enumerate().map(row).collect::<Vec<_>>(),
            }],
        }))
        .unwrap();
        let evaluator = Evaluator::new(&blueprint);
        let table = &blueprint.tables[0];
        let hierarchy = Hierarchy::new(&evaluator, table, hierarchical);
        table.sample_rows.iter().map(|row| hierarchy.level(row)).collect()
    }

    #[test]
    fn rows_stand_under_others_as_deep_as_the_importer_takes() {
        let chain = [("a", ""), ("b", "1"), ("c", "2"), ("d", "3")];

        assert_eq!(levels(Hierarchical::ByNumber(9), &chain), [0, 1, 2, 3]);
        assert_eq!(levels(Hierarchical::ByNumber(3), &chain), [0, 1, 2, 0]);
        assert_eq!(levels(Hierarchical::No, &chain), [0, 0, 0, 0]);
    }

    #[test]
    fn circles_and_titles_that_two_rows_have_are_no_parents() {
        assert_eq!(levels(Hierarchical::ByNumber(9), &[("a", "2"), ("b", "1"), ("c", "1")]), [0, 0, 0]);
        assert_eq!(
            levels(Hierarchical::ByTitle(9), &[("a", ""), ("A", ""), ("c", "1"), ("d", "3")]),
            [0, 0, 0, 1]
        );
    }
}
