//! Everything that can be done in the builder, once: menus, keys and the palette read it here.

mod adding;
mod changing;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Field, FieldKind, Table};
use shared::operation::{ElementId, ElementKind, ListId};

use self::adding::add;
pub(crate) use self::changing::move_to;
use self::changing::{duplicate, extract, remove, shift};
use super::clipboard::{self, Way};
use super::from_file::Door;
use super::session::{Mode, Panel};
use super::store::Workbench;
use crate::components::Glyph;
use crate::i18n::I18n;

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    AddTable,
    AddFromFile,
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
    ShowSuggestions,
    ShowHistory,
    ShowFit,
    ShowCanvas,
    ShowText,
    ToggleOutline,
    ToggleSide,
}

impl Action {
    /// Every one, in the order of the palette.
    pub(crate) const ALL: [Self; 30] = [
        Self::AddTable,
        Self::AddFromFile,
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
        Self::ShowSuggestions,
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
            Self::AddFromFile => "add_from_file",
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
            Self::ShowSuggestions => "show_suggestions",
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
            Self::AddFromFile => Glyph::FileSpreadsheet,
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
            Self::ShowSuggestions => Glyph::Compass,
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
            Self::AddFromFile => bench.from_file.set(Door::Open),
            Self::ShowProperties => bench.show(Panel::Properties),
            Self::ShowProblems => bench.show(Panel::Problems),
            Self::ShowSuggestions => bench.show(Panel::Suggestions),
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
        ElementId::Option(_) => table_of(blueprint, &element.holder(blueprint)?),
        _ => None,
    }
}

/// The select that an element is, or is an option of.
fn select_of<'a>(blueprint: &'a Blueprint, element: &ElementId) -> Option<&'a Field> {
    let id = match element {
        ElementId::Field(id) => id,
        ElementId::Option(_) => return select_of(blueprint, &element.holder(blueprint)?),
        _ => return None,
    };
    let (_, field) = blueprint.field(id)?;
    matches!(field.kind, FieldKind::Select { .. } | FieldKind::MultiSelect { .. }).then_some(field)
}

/// Which of its siblings an element is, from 0, and how many there are.
pub(crate) fn place(blueprint: &Blueprint, element: &ElementId) -> Option<(usize, usize)> {
    let places = ListId::of(blueprint, element)?.places(blueprint);
    let at = places.iter().position(|(id, _)| id == element.as_str())?;
    Some((at, places.len()))
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
