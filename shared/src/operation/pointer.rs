//! From a place in the document to the element that stands there.

use super::ElementId;
use crate::blueprint::{Blueprint, Field, Table};

impl ElementId {
    /// The innermost element that a JSON pointer in fragment form, such as `#/tables/0/fields/2/name`, leads to or into;
    /// the blueprint itself where it leads into no element.
    pub fn at(blueprint: &Blueprint, pointer: &str) -> Self {
        let steps: Vec<_> = pointer.trim_start_matches("#/").split('/').collect();
        find(blueprint, &steps).unwrap_or(Self::Blueprint)
    }
}

fn find(blueprint: &Blueprint, steps: &[&str]) -> Option<ElementId> {
    match steps {
        ["tables", at, within @ ..] => {
            let table = blueprint.tables.get(index(at)?)?;
            Some(in_table(table, within).unwrap_or_else(|| ElementId::Table(table.id.clone())))
        }
        ["automations", at, ..] => {
            blueprint.automations.get(index(at)?).map(|it| ElementId::Automation(it.id.clone()))
        }
        ["dashboards", at, within @ ..] => {
            let dashboard = blueprint.dashboards.get(index(at)?)?;
            let chart = match within {
                ["charts", at, ..] => index(at).and_then(|at| dashboard.charts.get(at)),
                _ => None,
            };
            let chart = chart.map(|chart| ElementId::Chart(chart.id.clone()));
            Some(chart.unwrap_or_else(|| ElementId::Dashboard(dashboard.id.clone())))
        }
        _ => None,
    }
}

fn in_table(table: &Table, steps: &[&str]) -> Option<ElementId> {
    match steps {
        ["fields", at, within @ ..] => table.fields.get(index(at)?).map(|field| in_field(field, within)),
        ["views", at, ..] => table.views.get(index(at)?).map(|view| ElementId::View(view.id.clone())),
        ["sample_rows", at, ..] => {
            table.sample_rows.get(index(at)?).map(|row| ElementId::Row(row.id.clone()))
        }
        _ => None,
    }
}

fn in_field(field: &Field, steps: &[&str]) -> ElementId {
    let option = match steps {
        ["kind", "options", at, ..] => index(at).and_then(|at| field.kind.options().get(at)),
        _ => None,
    };
    option.map_or_else(|| ElementId::Field(field.id.clone()), |option| ElementId::Option(option.id.clone()))
}

fn index(step: &str) -> Option<usize> {
    step.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;

    #[track_caller]
    fn check(pointer: &str, expected: ElementId) {
        assert_eq!(ElementId::at(&small(), pointer), expected, "{pointer}");
    }

    #[test]
    fn pointers_lead_to_the_innermost_element() {
        let small = small();
        let (table, dashboard) = (&small.tables[0], &small.dashboards[0]);
        let select = table.fields.iter().position(|field| !field.kind.options().is_empty()).unwrap();
        let option = &table.fields[select].kind.options()[1];
        check("#", ElementId::Blueprint);
        check("#/name", ElementId::Blueprint);
        check("#/tables/0", ElementId::Table(table.id.clone()));
        check("#/tables/0/name", ElementId::Table(table.id.clone()));
        check("#/tables/0/fields/1/name", ElementId::Field(table.fields[1].id.clone()));
        check(
            &format!("#/tables/0/fields/{select}/kind/options/1/name"),
            ElementId::Option(option.id.clone()),
        );
        check("#/tables/0/views/0/filter/0", ElementId::View(table.views[0].id.clone()));
        check("#/tables/0/sample_rows/0/cells", ElementId::Row(table.sample_rows[0].id.clone()));
        check("#/automations/0/actions/0", ElementId::Automation(small.automations[0].id.clone()));
        check("#/dashboards/0/name", ElementId::Dashboard(dashboard.id.clone()));
        check("#/dashboards/0/charts/0/x", ElementId::Chart(dashboard.charts[0].id.clone()));
    }

    #[test]
    fn pointers_into_nothing_lead_to_the_nearest_that_is_there() {
        let table = || ElementId::Table(small().tables[0].id.clone());
        check("#/tables/99/name", ElementId::Blueprint);
        check("#/tables/0/fields/99", table());
        check("#/tables/0/fields/x", table());
        check("#/settings/language", ElementId::Blueprint);
        check("", ElementId::Blueprint);
    }
}
