//! Everything that can be done in the builder, once: menus, keys and the palette read it here.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, FieldKind, Table};
use shared::operation::intention::{self, Intention};
use shared::operation::{Element, ElementId, ElementKind, ListId, Operation, position_at};

use super::clipboard::{self, Way};
use super::made::Maker;
use super::session::{Mode, Panel};
use super::store::Workbench;
use crate::components::Glyph;
use crate::i18n::I18n;

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    AddTable,
    AddField,
    AddView,
    AddRow,
    AddOption,
    AddAutomation,
    AddDashboard,
    AddChart,
    Rename,
    Duplicate,
    Copy,
    Cut,
    Paste,
    MoveUp,
    MoveDown,
    ExtractTable,
    Remove,
    Undo,
    Redo,
    OpenPalette,
    ShowProperties,
    ShowProblems,
    ShowHistory,
    ShowFit,
    ShowCanvas,
    ShowText,
    ToggleOutline,
    ToggleSide,
}

impl Action {
    /// Every one, in the order of the palette.
    pub(crate) const ALL: [Self; 28] = [
        Self::AddTable,
        Self::AddField,
        Self::AddView,
        Self::AddRow,
        Self::AddOption,
        Self::AddAutomation,
        Self::AddDashboard,
        Self::AddChart,
        Self::Rename,
        Self::Duplicate,
        Self::Copy,
        Self::Cut,
        Self::Paste,
        Self::MoveUp,
        Self::MoveDown,
        Self::ExtractTable,
        Self::Remove,
        Self::Undo,
        Self::Redo,
        Self::OpenPalette,
        Self::ShowProperties,
        Self::ShowProblems,
        Self::ShowHistory,
        Self::ShowFit,
        Self::ShowCanvas,
        Self::ShowText,
        Self::ToggleOutline,
        Self::ToggleSide,
    ];

    /// What can be done with what is selected, in the order of its menu.
    pub(crate) const OF_SELECTION: [Self; 15] = [
        Self::AddField,
        Self::AddView,
        Self::AddRow,
        Self::AddOption,
        Self::AddChart,
        Self::Rename,
        Self::Duplicate,
        Self::Copy,
        Self::Cut,
        Self::Paste,
        Self::MoveUp,
        Self::MoveDown,
        Self::ExtractTable,
        Self::AddTable,
        Self::Remove,
    ];

    /// Its name in menus' values and in the words, below `builder.action.`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::AddTable => "add_table",
            Self::AddField => "add_field",
            Self::AddView => "add_view",
            Self::AddRow => "add_row",
            Self::AddOption => "add_option",
            Self::AddAutomation => "add_automation",
            Self::AddDashboard => "add_dashboard",
            Self::AddChart => "add_chart",
            Self::Rename => "rename",
            Self::Duplicate => "duplicate",
            Self::Copy => "copy",
            Self::Cut => "cut",
            Self::Paste => "paste",
            Self::MoveUp => "move_up",
            Self::MoveDown => "move_down",
            Self::ExtractTable => "extract_table",
            Self::Remove => "remove",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::OpenPalette => "open_palette",
            Self::ShowProperties => "show_properties",
            Self::ShowProblems => "show_problems",
            Self::ShowHistory => "show_history",
            Self::ShowFit => "show_fit",
            Self::ShowCanvas => "show_canvas",
            Self::ShowText => "show_text",
            Self::ToggleOutline => "toggle_outline",
            Self::ToggleSide => "toggle_side",
        }
    }

    /// The action of this name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }

    /// What it does, as a verb.
    pub(crate) fn name(self, i18n: I18n) -> String {
        i18n.text(&format!("builder.action.{}", self.as_str()))
    }

    /// Keys that do the same, as [`crate::components::Kbd`] shows them.
    pub(crate) fn keys(self) -> Option<&'static str> {
        match self {
            Self::Rename => Some("F2"),
            Self::Duplicate => Some("Mod+D"),
            Self::Copy => Some("Mod+C"),
            Self::Cut => Some("Mod+X"),
            Self::Paste => Some("Mod+V"),
            Self::MoveUp => Some("Alt+Up"),
            Self::MoveDown => Some("Alt+Down"),
            Self::Remove => Some("Delete"),
            Self::Undo => Some("Mod+Z"),
            Self::Redo => Some("Mod+Shift+Z"),
            Self::OpenPalette => Some("Mod+K"),
            _ => None,
        }
    }

    /// Its shape.
    pub(crate) fn glyph(self) -> Glyph {
        match self {
            Self::AddTable | Self::ExtractTable | Self::ShowCanvas => Glyph::Table,
            Self::AddField | Self::AddOption | Self::AddRow => Glyph::Plus,
            Self::AddView => Glyph::LayoutGrid,
            Self::AddAutomation => Glyph::Zap,
            Self::AddDashboard | Self::AddChart => Glyph::ChartColumn,
            Self::Rename | Self::ShowProperties => Glyph::Pencil,
            Self::Duplicate | Self::Copy => Glyph::Copy,
            Self::Cut => Glyph::Scissors,
            Self::Paste => Glyph::Clipboard,
            Self::MoveUp | Self::MoveDown => Glyph::ArrowUpDown,
            Self::Remove => Glyph::Trash2,
            Self::Undo => Glyph::Undo2,
            Self::Redo => Glyph::Redo2,
            Self::OpenPalette => Glyph::Search,
            Self::ShowProblems => Glyph::TriangleAlert,
            Self::ShowHistory => Glyph::Clock,
            Self::ShowFit => Glyph::Plug,
            Self::ShowText => Glyph::Braces,
            Self::ToggleOutline | Self::ToggleSide => Glyph::Rows3,
        }
    }

    /// Whether there is something for it to do now. Follows the selection and the blueprint.
    pub(crate) fn is_possible(self, bench: Workbench) -> bool {
        let selected = bench.selected();
        let kind = selected.kind();
        let is_element = kind != ElementKind::Blueprint;
        match self {
            Self::AddField | Self::AddView | Self::AddRow => {
                bench.blueprint.with(|it| table_of(it, &selected).is_some())
            }
            Self::AddOption => bench.blueprint.with(|it| select_of(it, &selected).is_some()),
            Self::AddChart => matches!(kind, ElementKind::Dashboard | ElementKind::Chart),
            Self::AddAutomation | Self::AddDashboard => bench.blueprint.with(|it| !it.tables.is_empty()),
            Self::Rename => kind != ElementKind::Row,
            Self::Duplicate | Self::Copy | Self::Cut | Self::Remove => is_element,
            Self::MoveUp => bench.blueprint.with(|it| place(it, &selected).is_some_and(|(at, _)| at > 0)),
            Self::MoveDown => {
                bench.blueprint.with(|it| place(it, &selected).is_some_and(|(at, count)| at + 1 < count))
            }
            Self::ExtractTable => {
                kind == ElementKind::Field && bench.blueprint.with(|it| select_of(it, &selected).is_some())
            }
            Self::Undo => bench.can_undo(),
            Self::Redo => bench.can_redo(),
            Self::ShowCanvas => bench.session.with(|it| it.mode != Mode::Canvas),
            Self::ShowText => bench.session.with(|it| it.mode != Mode::Text),
            _ => true,
        }
    }

    /// Does it.
    pub(crate) fn run(self, bench: Workbench, i18n: I18n) {
        match self {
            Self::Rename => bench.rename(Some(bench.selected_now())),
            Self::Duplicate => duplicate(bench),
            Self::Copy => clipboard::copy_to_device(bench, i18n, Way::Copy),
            Self::Cut => clipboard::copy_to_device(bench, i18n, Way::Cut),
            Self::Paste => clipboard::paste_from_device(bench, i18n),
            Self::MoveUp => shift(bench, i18n, -1),
            Self::MoveDown => shift(bench, i18n, 1),
            Self::ExtractTable => extract(bench),
            Self::Remove => remove(bench, i18n),
            Self::Undo => bench.undo(),
            Self::Redo => bench.redo(),
            Self::OpenPalette => bench.palette.set(true),
            Self::ShowProperties => bench.show(Panel::Properties),
            Self::ShowProblems => bench.show(Panel::Problems),
            Self::ShowHistory => bench.show(Panel::History),
            Self::ShowFit => bench.show(Panel::Fit),
            Self::ShowCanvas => bench.arrange(|it| it.mode = Mode::Canvas),
            Self::ShowText => bench.arrange(|it| it.mode = Mode::Text),
            Self::ToggleOutline => bench.arrange(|it| it.is_outline_open = !it.is_outline_open),
            Self::ToggleSide => bench.arrange(|it| it.is_side_open = !it.is_side_open),
            adding => add(bench, i18n, adding),
        }
    }
}

/// The table that an element is, or is in.
pub(crate) fn table_of<'a>(blueprint: &'a Blueprint, element: &ElementId) -> Option<&'a Table> {
    match element {
        ElementId::Table(id) => blueprint.table(id),
        ElementId::Field(id) => blueprint.field(id).map(|(table, _)| table),
        ElementId::Row(id) => blueprint.row(id).map(|(table, _)| table),
        ElementId::View(id) => blueprint.tables.iter().find(|it| it.views.iter().any(|view| view.id == *id)),
        ElementId::Option(_) => {
            let Some(Element::Option { field, .. }) = Element::find(blueprint, element) else { return None };
            blueprint.field(&field).map(|(table, _)| table)
        }
        _ => None,
    }
}

/// The select that an element is, or is an option of.
fn select_of<'a>(blueprint: &'a Blueprint, element: &ElementId) -> Option<&'a shared::blueprint::Field> {
    let id = match element {
        ElementId::Field(id) => id.clone(),
        ElementId::Option(_) => match Element::find(blueprint, element)? {
            Element::Option { field, .. } => field,
            _ => return None,
        },
        _ => return None,
    };
    let (_, field) = blueprint.field(&id)?;
    matches!(field.kind, FieldKind::Select { .. } | FieldKind::MultiSelect { .. }).then_some(field)
}

/// Which of its siblings an element is, from 0, and how many there are.
pub(crate) fn place(blueprint: &Blueprint, element: &ElementId) -> Option<(usize, usize)> {
    let places = ListId::of(blueprint, element)?.places(blueprint);
    let at = places.iter().position(|(id, _)| id == element.as_str())?;
    Some((at, places.len()))
}

/// Adds what `action` adds, right after what is selected where that is of its kind, and selects it.
fn add(bench: Workbench, i18n: I18n, action: Action) {
    let selected = bench.selected_now();
    let blueprint = bench.blueprint.get_untracked();
    let Some(element) = made(&blueprint, i18n, action, &selected) else { return };
    let id = element.id();
    let at = position_after(&blueprint, &selected, &element);
    let add = Operation::Add { element: Box::new(element), position: at, positions: Default::default() };
    if bench.perform(vec![add]) {
        bench.select(id.clone());
        bench.unfold_to(&id);
        if id.kind() != ElementKind::Row {
            bench.rename(Some(id));
        }
    }
}

fn made(blueprint: &Blueprint, i18n: I18n, action: Action, selected: &ElementId) -> Option<Element> {
    let maker = Maker { blueprint, i18n };
    let table = table_of(blueprint, selected);
    match action {
        Action::AddTable => Some(maker.table()),
        Action::AddField => table.map(|table| maker.field(table)),
        Action::AddView => table.map(|table| maker.view(table)),
        Action::AddRow => table.map(|table| maker.row(&table.id)),
        Action::AddOption => select_of(blueprint, selected).map(|field| maker.option(field)),
        Action::AddAutomation => maker.automation(table.map(|table| &table.id)),
        Action::AddDashboard => maker.dashboard(table.map(|table| &table.id)),
        Action::AddChart => {
            let holds = |it: &&shared::blueprint::Dashboard| match selected {
                ElementId::Dashboard(id) => it.id == *id,
                ElementId::Chart(id) => it.charts.iter().any(|chart| chart.id == *id),
                _ => false,
            };
            blueprint.dashboards.iter().find(holds).and_then(|it| maker.chart(it))
        }
        _ => None,
    }
}

/// The position right after the selected element, if that is a sibling of the new one.
fn position_after(
    blueprint: &Blueprint,
    selected: &ElementId,
    element: &Element,
) -> Option<shared::blueprint::Position> {
    if selected.kind() != element.id().kind() {
        return None;
    }
    let list = ListId::of(blueprint, selected)?;
    let (at, count) = place(blueprint, selected)?;
    if at + 1 == count { None } else { position_at(blueprint, &list, None, at + 1) }
}

fn duplicate(bench: Workbench) {
    let blueprint = bench.blueprint.get_untracked();
    let mut copies = Vec::new();
    for element in bench.selection_now() {
        let made = intention::duplicate(&blueprint, &element, &mut Workbench::new_id, bench.language());
        if let Ok([Operation::Add { element, .. }, ..]) = made.as_deref() {
            copies.push(element.id());
        }
        if !bench.intend(&Intention::Duplicate(element), made) {
            return;
        }
    }
    bench.select_all(copies);
}

/// Puts what is selected one place up or down, and says where it now is.
fn shift(bench: Workbench, i18n: I18n, by: isize) {
    let (element, blueprint) = (bench.selected_now(), bench.blueprint.get_untracked());
    let Some((at, count)) = place(&blueprint, &element) else { return };
    let Some(to) = at.checked_add_signed(by).filter(|to| *to < count) else { return };
    move_to(bench, i18n, &element, to);
}

/// Puts `element` before the `to`-th of its siblings, and says where it now is.
pub(crate) fn move_to(bench: Workbench, i18n: I18n, element: &ElementId, to: usize) {
    let blueprint = bench.blueprint.get_untracked();
    match intention::place(&blueprint, element, to) {
        Ok(operations) => {
            bench.perform(operations);
            let blueprint = bench.blueprint.get_untracked();
            if let Some((at, count)) = place(&blueprint, element) {
                let values = [("place", (at + 1).to_string()), ("count", count.to_string())];
                let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
                bench.said.set(i18n.fill("builder.moved", &values));
            }
        }
        Err(rejection) => bench.refuse(&rejection),
    }
}

fn extract(bench: Workbench) {
    let ElementId::Field(field) = bench.selected_now() else { return };
    let blueprint = bench.blueprint.get_untracked();
    let made = intention::extract_select(&blueprint, &field, &mut Workbench::new_id, bench.language());
    match made {
        Ok(made) => {
            let intended = Intention::Extract(ElementId::Field(field));
            if bench.intend(&intended, Ok(made.operations)) {
                bench.select(ElementId::Table(made.table));
            }
        }
        Err(rejection) => bench.refuse(&rejection),
    }
}

/// Takes away what is selected, with what refers to it, as one step; what comes next to it is selected.
fn remove(bench: Workbench, i18n: I18n) {
    let elements: Vec<_> =
        bench.selection_now().into_iter().filter(|it| *it != ElementId::Blueprint).collect();
    let Some(first) = elements.first().cloned() else { return };
    let next = neighbour(&bench.blueprint.get_untracked(), &first, &elements);
    let mut work = (*bench.blueprint.get_untracked()).clone();
    let mut operations = Vec::new();
    for element in &elements {
        // One may have gone with another.
        if Element::find(&work, element).is_none() {
            continue;
        }
        let removed = intention::remove(&work, element).and_then(|removed| {
            shared::operation::apply_all(&mut work, removed.clone())?;
            Ok(removed)
        });
        match removed {
            Ok(removed) => operations.extend(removed),
            Err(rejection) => return bench.refuse(&rejection),
        }
    }
    let is_done = match operations.len() {
        1 => bench.perform(operations),
        _ => bench.intend(&Intention::Remove(first), Ok(operations)),
    };
    if is_done {
        bench.select(next);
        bench.offer_undo(i18n.count("builder.removed", elements.len()));
    }
}

/// What is selected once these are gone: the one after the first, the one before it, or what holds it.
fn neighbour(blueprint: &Blueprint, element: &ElementId, gone: &[ElementId]) -> ElementId {
    let siblings = || {
        let list = ListId::of(blueprint, element)?;
        let places = list.places(blueprint);
        let at = places.iter().position(|(id, _)| id == element.as_str())?;
        let (before, after) = places.split_at_checked(at)?;
        let nearest = after.iter().skip(1).chain(before.iter().rev());
        nearest.map(|(id, _)| list.element(id)).find(|id| !gone.contains(id))
    };
    let parent = || Element::find(blueprint, element).map(|element| element.parent());
    siblings().or_else(parent).unwrap_or(ElementId::Blueprint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_action_has_a_name_and_is_found_by_it() {
        for action in Action::ALL {
            assert!(is_known(&format!("builder.action.{}", action.as_str())));
            assert_eq!(Action::parse(action.as_str()), Some(action));
        }
    }
}
