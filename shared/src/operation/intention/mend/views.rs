//! Views that are missing or say something twice.

use std::collections::BTreeSet;

use super::Case;
use crate::blueprint::View;
use crate::operation::intention::NewId;
use crate::operation::{Element, ElementId, ElementKind, Operation, ViewProperty};

impl Case<'_> {
    /// A grid, for a table without views.
    pub(super) fn grid(&self, new_id: &mut NewId<'_>) -> Option<Vec<Operation>> {
        let ElementId::Table(id) = &self.element else { return None };
        let table = self.blueprint.table(id)?;
        let view = View::grid(new_id(ElementKind::View).as_str().into(), table.name.clone(), String::new());
        Some(vec![Operation::add(Element::View { table: id.clone(), view })])
    }

    /// Each field once.
    pub(super) fn once(&self) -> Option<Vec<Operation>> {
        let view = self.view()?;
        let mut seen = BTreeSet::new();
        let set = if self.steps().contains(&"sorts") {
            let sorts = view.sorts.iter().filter(|sort| seen.insert(&sort.field));
            ViewProperty::Sorts(sorts.cloned().collect())
        } else {
            let fields = view.visible_fields.iter().filter(|field| seen.insert(*field));
            ViewProperty::VisibleFields(fields.cloned().collect())
        };
        Some(vec![Operation::EditView { view: view.id.clone(), set }])
    }

    /// The view without its groups.
    pub(super) fn ungrouped(&self) -> Option<Vec<Operation>> {
        let view = self.view()?.id.clone();
        Some(vec![Operation::EditView { view, set: ViewProperty::Group(None) }])
    }

    /// The view that the problem is about.
    pub(super) fn view(&self) -> Option<&View> {
        let mut views = self.blueprint.tables.iter().flat_map(|table| &table.views);
        views.find(|view| view.id.as_str() == self.element.as_str())
    }
}
