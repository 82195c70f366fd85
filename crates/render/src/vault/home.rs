//! The home note, the read-me, and a note about each table.

use shared::blueprint::{Field, FieldKind, KindName, Operator, ViewKind};
use shared::words::GUIDE;

use super::layout::{Folder, Vault};
use super::page::{Page, embed};
use super::property::Slot;
use super::table_base::{first_view, view_names};
use super::text::{inline, link};

/// The home note: where to begin, every table, every dashboard.
pub(super) fn home(vault: &Vault<'_>) -> String {
    let mut page = Page::default();
    page.shown(&vault.blueprint.description).heading(2, vault.word("home_start"));
    let first = vault.folders.first().map_or("", |folder| folder.template.as_str());
    let steps = ["home_1", "home_2", "home_3", "home_4"];
    let steps =
        steps.iter().map(|key| shared::words::VAULT.fill(vault.language(), key, &[("template", first)]));
    page.steps(steps);
    page.heading(2, vault.word("home_more"));
    let mut pages = vec![vault.fixed("page_read_me").to_owned()];
    pages.extend((!vault.blueprint.automations.is_empty()).then(|| vault.fixed("page_routines").to_owned()));
    pages.push(format!("{}.canvas", vault.fixed("page_diagram")));
    pages.extend(vault.dashboards.iter().cloned());
    page.list("-", pages.iter().map(|page| link(page)));
    for folder in &vault.folders {
        let base = vault.base_path(folder);
        page.heading(2, &inline(&folder.table.name)).shown(&folder.table.description);
        page.paragraph(&format!("[[{}]] · [[{base}|{}]]", folder.about, vault.word("home_base")));
        page.paragraph(&embed(&base, &first_view(vault, folder.table)));
    }
    page.text()
}

/// The read-me: how to open the vault, what is different from the design, what Obsidian cannot do.
pub(super) fn read_me(vault: &Vault<'_>) -> String {
    let mut page = Page::default();
    page.heading(2, vault.word("read_me_open"));
    page.steps((1..=4).map(|step| vault.word(&format!("read_me_open_{step}")).to_owned()));
    page.heading(2, vault.word("read_me_know"));
    let mut known =
        vec!["know_samples", "know_names", "know_options", "know_computed", "know_backlinks", "know_times"];
    let conditions = || {
        let views = vault.blueprint.tables.iter().flat_map(|table| &table.views);
        views.flat_map(|view| &view.filter).flat_map(|filter| &filter.conditions)
    };
    if conditions().any(|condition| condition.operator == Operator::IsMe) {
        known.push("know_me");
    }
    known.extend(["know_groups", "know_new", "know_extras"]);
    page.list("-", known.into_iter().map(|key| vault.word(key).to_owned()));
    let left_out: Vec<_> = vault.folders.iter().flat_map(|folder| left_out(vault, folder)).collect();
    if !left_out.is_empty() {
        page.heading(2, vault.word("left_out")).paragraph(vault.word("left_out_how")).list("-", left_out);
    }
    page.text()
}

/// Computed fields that no formula of a base can say.
fn left_out(vault: &Vault<'_>, folder: &Folder<'_>) -> Vec<String> {
    let fields = folder.table.fields.iter().filter(|field| field.kind.is_computed());
    let fields = fields.filter(|field| vault.formula(&field.id).is_none());
    fields.map(|field| format!("{}: {}", inline(&folder.table.name), inline(&field.name))).collect()
}

/// The note about a table: its properties with their options, its views.
pub(super) fn about(vault: &Vault<'_>, folder: &Folder<'_>) -> String {
    let mut page = Page::default();
    let base = vault.base_path(folder);
    page.shown(&folder.table.description);
    page.paragraph(&format!("[[{base}|{}]] · [[{}]]", vault.word("home_base"), folder.template));
    let word = |key| vault.word(key).to_owned();
    let header = ["about_field", "about_place", "about_kind", "about_options", "about_what"].map(word);
    let rows: Vec<_> = folder.table.fields.iter().map(|field| field_row(vault, field)).collect();
    page.heading(2, vault.word("about_fields")).table(&header, &rows);
    let views: Vec<_> = folder
        .table
        .views
        .iter()
        .zip(view_names(folder.table))
        .map(|(view, name)| {
            let link = format!("[[{base}#{name}\\|{name}]]");
            vec![link, inline(&view.name), view_kind(vault, &view.kind).to_owned(), inline(&view.description)]
        })
        .collect();
    let header = ["about_view", "about_name_of_view", "about_layout", "about_what"].map(word);
    page.heading(2, vault.word("about_views")).table(&header, &views);
    page.text()
}

fn field_row(vault: &Vault<'_>, field: &Field) -> Vec<String> {
    let place = match vault.slot(&field.id) {
        Some(Slot::Property(name, _)) => format!("`{name}`"),
        Some(Slot::Computed(name, _)) => match vault.formula(&field.id) {
            Some(_) => format!("`formula.{name}`"),
            None => format!("`{name}`"),
        },
        Some(Slot::Derived(name, _)) => format!("`formula.{name}`"),
        Some(Slot::Section(_)) => vault.word("place_section").to_owned(),
        Some(Slot::Name) | None => vault.word("place_name").to_owned(),
    };
    let options: Vec<_> = field.kind.options().iter().map(|option| inline(&option.name)).collect();
    vec![inline(&field.name), place, kind(vault, field), options.join(", "), inline(&field.description)]
}

/// What a field holds, in the words of the guide.
fn kind(vault: &Vault<'_>, field: &Field) -> String {
    let key = match &field.kind {
        FieldKind::Relation { table, cardinality, .. } => {
            let name = vault.blueprint.table(table).map_or("", |table| &table.name);
            let key = match cardinality {
                shared::blueprint::Cardinality::One => "kind_relation_one",
                shared::blueprint::Cardinality::Many => "kind_relation_many",
            };
            return GUIDE.fill(vault.language(), key, &[("name", &inline(name))]);
        }
        kind => kind.name(),
    };
    let key = format!("kind_{}", KindName::as_str(key));
    GUIDE.get(vault.language(), &key).to_owned()
}

fn view_kind<'v>(vault: &'v Vault<'_>, kind: &ViewKind) -> &'v str {
    vault.word(match kind {
        ViewKind::Grid => "layout_grid",
        ViewKind::Board { .. } => "layout_board",
        ViewKind::Calendar { .. } => "layout_calendar",
        ViewKind::Timeline { .. } => "layout_timeline",
        ViewKind::Gallery => "layout_gallery",
        ViewKind::List => "layout_list",
    })
}
