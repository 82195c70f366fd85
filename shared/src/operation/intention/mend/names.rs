//! Names that are missing, taken, or do not fit a platform.

use super::Case;
use crate::blueprint::Blueprint;
use crate::operation::intention::free_name;
use crate::operation::{ElementId, ListId, Operation, describe};
use crate::platform::{Limits, capabilities};
use crate::validate::ProblemKind;

impl Case<'_> {
    /// A name that nothing beside it has.
    pub(super) fn free_name(&self) -> Option<Vec<Operation>> {
        let now = self.element.name(self.blueprint)?;
        let wanted = match now.trim() {
            "" => describe::kind(self.element.kind(), self.language),
            name => name.to_owned(),
        };
        self.renamed(&wanted)
    }

    /// The name cut and cleared to what the platform takes.
    pub(super) fn fitting_name(&self) -> Option<Vec<Operation>> {
        let now = self.element.name(self.blueprint)?;
        let limits = capabilities(self.platform).limits;
        let (max, forbidden) = room(self.problem.code, &limits)?;
        let allowed: String = now.chars().map(|it| if forbidden.contains(it) { ' ' } else { it }).collect();
        let words: Vec<_> = allowed.split_whitespace().collect();
        // Room for what tells it from others: a name that is cut may be another's.
        let cut: String = words.join(" ").chars().take(max).collect();
        let free = free_name(cut.trim(), &self.others(), self.language);
        match free.chars().count() <= max {
            true => Some(vec![Operation::rename(&self.element, free)?]),
            false => None,
        }
    }

    fn renamed(&self, wanted: &str) -> Option<Vec<Operation>> {
        let name = free_name(wanted, &self.others(), self.language);
        Some(vec![Operation::rename(&self.element, name)?])
    }

    /// Names of what stands beside the element.
    fn others(&self) -> Vec<&str> {
        beside(self.blueprint, &self.element).unwrap_or_default()
    }
}

/// How long a name may be and what it must not hold.
fn room(problem: ProblemKind, limits: &Limits) -> Option<(usize, &'static str)> {
    let (max, forbidden) = match problem {
        ProblemKind::PlatformTableName | ProblemKind::PlatformTableCharacters => {
            (limits.table_name_chars, limits.table_name_forbidden)
        }
        ProblemKind::PlatformFieldName => (limits.field_name_chars, ""),
        _ => (limits.option_name_chars, limits.option_name_forbidden),
    };
    let max = max.map_or(Some(usize::MAX), |max| usize::try_from(max).ok())?;
    Some((max, forbidden))
}

/// Names of what stands beside an element, in the same list.
pub(crate) fn beside<'a>(blueprint: &'a Blueprint, element: &ElementId) -> Option<Vec<&'a str>> {
    let own = element.as_str();
    fn names<'a, T>(items: &'a [T], own: &str, of: fn(&'a T) -> (&'a str, &'a str)) -> Vec<&'a str> {
        items.iter().map(of).filter(|(id, _)| *id != own).map(|(_, name)| name).collect()
    }
    Some(match ListId::of(blueprint, element)? {
        ListId::Tables => names(&blueprint.tables, own, |it| (it.id.as_str(), &it.name)),
        ListId::Fields(table) => {
            names(&blueprint.table(&table)?.fields, own, |it| (it.id.as_str(), &it.name))
        }
        ListId::Views(table) => names(&blueprint.table(&table)?.views, own, |it| (it.id.as_str(), &it.name)),
        ListId::Options(field) => {
            names(blueprint.field(&field)?.1.kind.options(), own, |it| (it.id.as_str(), &it.name))
        }
        ListId::Automations => names(&blueprint.automations, own, |it| (it.id.as_str(), &it.name)),
        ListId::Dashboards => names(&blueprint.dashboards, own, |it| (it.id.as_str(), &it.name)),
        ListId::Charts(dashboard) => {
            let holder = blueprint.dashboards.iter().find(|it| it.id == dashboard)?;
            names(&holder.charts, own, |it| (it.id.as_str(), &it.name))
        }
        ListId::Rows(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;

    #[test]
    fn names_beside_are_those_of_siblings() {
        let small = small();
        let row = ElementId::Row(small.tables[0].sample_rows[0].id.clone());
        assert_eq!(beside(&small, &row), None);
        let table = ElementId::Table(small.tables[0].id.clone());
        assert_eq!(beside(&small, &table), Some(vec!["Projects"]));
    }
}
