//! A line of the outline.

use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;
use shared::operation::ElementId;

use super::Tree;
use super::drag::Drop;
use super::lines::Line;
use super::naming::Naming;
use crate::components::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::pages::builder::edits::called;

/// A line of the outline. What it is called may change while it is there.
#[component]
pub(super) fn Row(
    /// The line as it was when it came.
    line: Line,
    /// The outline.
    tree: Tree,
) -> impl IntoView {
    let i18n = use_i18n();
    let level = line.level;
    let (id, first) = (StoredValue::new(line.id.clone()), StoredValue::new(line));
    let line = Memo::new(move |_| tree.line(&id.get_value()).unwrap_or_else(|| first.get_value()));
    let element = StoredValue::new(first.with_value(|line| line.element.clone()));
    // A name that is being written draws no shape anew.
    let glyph = Memo::new(move |_| line.with(|line| line.glyph));
    let is_parent = Memo::new(move |_| line.with(|line| line.is_parent));
    let is_open = Memo::new(move |_| id.with_value(|id| tree.is_open(id)));
    let is_at = Memo::new(move |_| id.with_value(|id| tree.is_stop(id)));
    let is_element = move |is: fn(Tree, &ElementId) -> bool| {
        element.with_value(|element| element.as_ref().is_some_and(|it| is(tree, it)))
    };
    let is_selected = Memo::new(move |_| is_element(|tree, it| tree.bench.is_selected(it)));
    let is_renamed = Memo::new(move |_| is_element(|tree, it| tree.bench.is_renamed(it)));
    let drop = Memo::new(move |_| id.with_value(|id| tree.drag.drop_at(id)));
    let take = move |event: ev::MouseEvent| {
        tree.take(&line.get_untracked(), event.ctrl_key() || event.meta_key());
    };
    let toggle = move |event: ev::MouseEvent| {
        event.stop_propagation();
        tree.set_open(&id.get_value(), !is_open.get_untracked());
    };
    let open_menu = move |event: ev::MouseEvent| {
        if let Some(element) = element.get_value() {
            event.prevent_default();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            tree.menu.open(tree.bench, &element, x, y);
        }
    };
    let name = move || {
        let Line { element, name, .. } = line.get();
        if element.is_none() { i18n.text(&name) } else { called(i18n, name) }
    };
    let is_movable = element.with_value(|it| it.as_ref().is_some_and(|it| *it != ElementId::Blueprint));
    let row = view! {
        <div
            class="tree-row"
            class:dropping-before=move || drop.get() == Some(Drop::Before)
            class:dropping-after=move || drop.get() == Some(Drop::After)
            role="treeitem"
            data-element=id.get_value()
            // A line that is dragged keeps the pointer out of the text that is being written in it.
            draggable=move || (is_movable && !is_renamed.get()).then_some("true")
            aria-posinset=move || line.with(|line| line.place.to_string())
            aria-setsize=move || line.with(|line| line.siblings.to_string())
            aria-expanded=move || line.with(|line| line.is_parent).then(|| is_open.get().to_string())
            aria-selected=move || is_selected.get().to_string()
            tabindex=move || if is_at.get() { "0" } else { "-1" }
            style=("--level", level.to_string())
            on:focus=move |_| tree.at.set(id.get_value())
            on:click=take
            on:dblclick=move |_| tree.bench.rename(element.get_value())
            on:contextmenu=open_menu
            on:dragstart=move |event| tree.drag.start(&event, element.get_value())
            on:dragover=move |event| tree.drag.over(&event, tree.bench, &id.get_value(), element.get_value())
            on:dragend=move |_| tree.drag.end()
            on:drop=move |event| {
                event.prevent_default();
                tree.drag.drop_now(tree.bench, i18n);
            }
        >
            <span class="tree-mark" class:parent=is_parent aria-hidden="true" on:click=toggle>
                {move || is_parent.get().then(|| view! { <Icon glyph=Glyph::ChevronRight/> })}
            </span>
            {move || view! { <Icon glyph=glyph.get()/> }}
            {move || match (is_renamed.get(), element.get_value()) {
                (true, Some(element)) => view! { <Naming element tree/> }.into_any(),
                _ => view! { <span class="tree-name">{name}</span> }.into_any(),
            }}
        </div>
    };
    row.add_any_attr(custom_attribute("aria-level", level.to_string()))
}
