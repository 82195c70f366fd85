//! What is selected, what is open, and where the focus is.

use leptos::prelude::*;
use shared::operation::ElementId;

use super::{SETTLE, Workbench, after};
use crate::browser::layer;
use crate::pages::builder::bench::Pane;
use crate::pages::builder::outline::part_of;
use crate::pages::builder::session::{Panel, Session};

impl Workbench {
    /// What is selected, the first one first; never empty.
    pub(crate) fn selection(self) -> Vec<ElementId> {
        self.selection.get()
    }

    /// What was selected first.
    pub(crate) fn selected(self) -> ElementId {
        self.selection.with(|selection| selection.first().cloned()).unwrap_or(ElementId::Blueprint)
    }

    /// What was selected first, for those who need no news.
    pub(crate) fn selected_now(self) -> ElementId {
        untrack(|| self.selected())
    }

    /// What is selected, for those who need no news.
    pub(crate) fn selection_now(self) -> Vec<ElementId> {
        self.selection.get_untracked()
    }

    /// Whether `element` is selected.
    pub(crate) fn is_selected(self, element: &ElementId) -> bool {
        self.selection.with(|selection| selection.contains(element))
    }

    /// Selects `element` alone.
    pub(crate) fn select(self, element: ElementId) {
        self.finish();
        self.selection.set(vec![element]);
        self.keep_session();
    }

    /// Selects `element` alone and brings it in sight, also where one pane is seen at a time.
    pub(crate) fn lead_to(self, element: ElementId) {
        self.select(element);
        self.pane.set(Pane::Canvas);
    }

    /// Selects these, or the whole where there are none.
    pub(crate) fn select_all(self, elements: Vec<ElementId>) {
        self.finish();
        self.selection.set(if elements.is_empty() { vec![ElementId::Blueprint] } else { elements });
        self.keep_session();
    }

    /// Adds `element` to what is selected, or takes it out. Only elements of one kind are selected together.
    pub(crate) fn toggle(self, element: ElementId) {
        self.finish();
        self.selection.update(|selection| {
            selection.retain(|it| it.kind() == element.kind());
            match selection.iter().position(|it| *it == element) {
                Some(at) => drop(selection.remove(at)),
                None => selection.push(element),
            }
            if selection.is_empty() {
                selection.push(ElementId::Blueprint);
            }
        });
        self.keep_session();
    }

    /// Whether `element` is being given another name.
    pub(crate) fn is_renamed(self, element: &ElementId) -> bool {
        self.renaming.with(|renaming| renaming.as_ref() == Some(element))
    }

    /// Whether anything is being given another name.
    pub(crate) fn is_renaming(self) -> bool {
        self.renaming.try_with_untracked(Option::is_some).unwrap_or_default()
    }

    /// Gives an element another name in the outline; nothing ends that.
    pub(crate) fn rename(self, element: Option<ElementId>) {
        if element.is_some() && !self.session.with_untracked(|it| it.is_outline_open) {
            self.arrange(|it| it.is_outline_open = true);
        }
        if element.is_some() {
            self.pane.set(Pane::Outline);
        }
        self.renaming.set(element);
    }

    /// Opens what holds `element` in the outline.
    pub(crate) fn unfold_to(self, element: &ElementId) {
        let blueprint = self.blueprint.get_untracked();
        let holders = std::iter::successors(element.holder(&blueprint), |id| id.holder(&blueprint));
        let mut holders: Vec<_> = holders.map(|id| id.as_str().to_owned()).collect();
        holders.extend(part_of(element).map(str::to_owned));
        let folded = self.session.with_untracked(|it| holders.iter().any(|id| !it.unfolded.contains(id)));
        if folded {
            self.arrange(|it| {
                holders.retain(|id| !it.unfolded.contains(id));
                it.unfolded.extend(holders);
            });
        }
    }

    /// Shows a panel at the side.
    pub(crate) fn show(self, panel: Panel) {
        self.arrange(|it| {
            it.panel = panel;
            it.is_side_open = true;
        });
        self.pane.set(Pane::Side);
    }

    /// Moves the focus to what is selected, unless it is somewhere already: what had it may be gone.
    pub(crate) fn focus_selected_soon(self) {
        request_animation_frame(move || {
            let Some(body) = document().body() else { return };
            if document().active_element().is_none_or(|focused| focused == *body) {
                layer::focus_nth(&body, ".outline [role=treeitem][aria-selected=true]", 0);
            }
        });
    }

    /// Changes what is open.
    pub(crate) fn arrange(self, change: impl FnOnce(&mut Session)) {
        self.session.update(change);
        self.keep_session();
    }

    fn keep_session(self) {
        after(self.unkept, SETTLE, move || self.keep_session_now());
    }

    /// Remembers what is open and selected.
    pub(crate) fn keep_session_now(self) {
        let selection = self.selection.get_untracked();
        let session = self.session.with_untracked(|session| session.with_selection(&selection));
        self.keeping.keep_session(&self.id(), &session.write());
    }
}
