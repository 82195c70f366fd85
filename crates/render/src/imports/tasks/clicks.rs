//! The read-me: what to make by hand first, which column becomes what, the clicks of the import, how to check it.

use shared::blueprint::{Field, KindName};
use shared::platform::Support;
use shared::words::IMPORTS;

use super::importer::{Own, Role};
use super::sheet::csv_path;
use super::text::one_line;
use super::{Column, Home, Layout, Source, System, Values};
use crate::RenderError;
use crate::archive::Archive;
use crate::imports::read_me::ReadMe;

/// Adds the read-me of `layouts` to the archive.
///
/// # Errors
/// As [`Archive::add`].
pub(super) fn write(
    system: &System<'_>,
    layouts: &[Layout<'_>],
    archive: &mut Archive,
) -> Result<(), RenderError> {
    let mut read_me = ReadMe::new(system.blueprint, system.importer.format);
    read_me.files(&layouts.iter().map(|layout| file(system, layout)).collect::<Vec<_>>());
    section(system, &mut read_me, "before");
    let options: Vec<_> = layouts.iter().flat_map(|layout| options(system, layout)).collect();
    if !options.is_empty() {
        read_me.heading("tasks.options");
        read_me.say("tasks.options_how", &[]);
        read_me.table(["tasks.table", "tasks.field", "tasks.there", "tasks.names"], &options);
    }
    section(system, &mut read_me, "import");
    read_me.heading("tasks.mapping");
    read_me.say("tasks.mapping_how", &[]);
    let mapping: Vec<_> = layouts.iter().flat_map(|layout| mapping(system, layout)).collect();
    read_me.table(["tasks.table", "tasks.field", "tasks.column", "tasks.there"], &mapping);
    section(system, &mut read_me, "check");
    section(system, &mut read_me, "after");
    read_me.guard();
    read_me.write(archive)
}

/// A heading and the sentences of `imports.<platform>.<name>.N` as points.
fn section(system: &System<'_>, read_me: &mut ReadMe, name: &str) {
    let keys = (1..).map(|number| format!("{}.{name}.{number}", system.importer.platform));
    let keys: Vec<_> = keys.take_while(|key| IMPORTS.find(system.language(), key).is_some()).collect();
    read_me.heading(&format!("tasks.{name}"));
    read_me.points(&keys.iter().map(|key| (key.as_str(), &[][..])).collect::<Vec<_>>());
}

fn file(system: &System<'_>, layout: &Layout<'_>) -> [String; 2] {
    let count = layout.table.sample_rows.len().to_string();
    let values =
        [("name", layout.table.name.as_str()), ("count", &count), ("table", system.capabilities.terms.table)];
    [csv_path(layout), IMPORTS.fill(system.language(), "tasks.file", &values)]
}

/// Fields with options: what they become, and the options as they stand in the file.
fn options(system: &System<'_>, layout: &Layout<'_>) -> Vec<[String; 4]> {
    let values = Values { system, layout };
    let has_options = |(field, _, home): &&(&Field, Support, Home)| {
        !field.kind.options().is_empty()
            && matches!(home, Home::Column | Home::Role(Role::Status | Role::Labels))
    };
    let name = |field: &Field, home: Home, full: &str, id: &str| {
        let cell = match home {
            Home::Role(Role::Labels) => values.label(field, &values.option(field, id)),
            _ => values.option(field, id),
        };
        let full = one_line(full);
        if cell.contains(&full) { cell } else { format!("{cell} ← {full}") }
    };
    let fields = layout.homes.iter().filter(has_options);
    fields
        .map(|(field, support, home)| {
            let options = field.kind.options().iter();
            let names = options.map(|option| name(field, *home, &option.name, option.id.as_str()));
            let names: Vec<_> = names.collect();
            [
                layout.table.name.clone(),
                field.name.clone(),
                native(system, field, *support),
                names.join(system.word("tasks.separator")),
            ]
        })
        .collect()
}

/// Where each field goes, then the columns that are no field's.
fn mapping(system: &System<'_>, layout: &Layout<'_>) -> Vec<[String; 4]> {
    let table = || layout.table.name.clone();
    let description = system.importer.column(Role::Description);
    let fields = layout.homes.iter().map(|(field, support, home)| {
        let (column, there) = match home {
            Home::Role(Role::Parent) => {
                (layout.header(field, *home).unwrap_or_default(), system.word("tasks.role.parent").to_owned())
            }
            Home::Role(_) | Home::Column => {
                (layout.header(field, *home).unwrap_or_default(), native(system, field, *support))
            }
            Home::Line => (description.unwrap_or_default(), system.word("tasks.line").to_owned()),
            Home::Section => (description.unwrap_or_default(), system.word("tasks.section").to_owned()),
            Home::Computed => ("", computed(system, *support)),
            Home::Nowhere => ("", system.word("tasks.nowhere").to_owned()),
        };
        [table(), field.name.clone(), column.to_owned(), there]
    });
    let others = layout.columns.iter().filter_map(|column| {
        let key = match column.source {
            Source::Role(role) if layout.at(Home::Role(role)).next().is_none() => role_key(role)?,
            Source::Rest => "tasks.rest_is",
            _ => return None,
        };
        Some([table(), String::new(), column.header.clone(), system.word(key).to_owned()])
    });
    let empty = empty_columns(system, layout)
        .map(|names| [table(), String::new(), names, system.word("tasks.role.empty").to_owned()]);
    fields.chain(others).chain(empty).collect()
}

fn native(system: &System<'_>, field: &Field, support: Support) -> String {
    let kind = field.kind.name();
    let named = system.importer.types.iter().find(|(known, _)| *known == kind).map(|(_, name)| *name);
    let native = named.unwrap_or_else(|| support.native_in(system.language()));
    match system.importer.own {
        Own::RepeatedColumns if kind == KindName::MultiSelect => {
            format!("{native} ({})", system.word("tasks.repeated"))
        }
        _ => native.to_owned(),
    }
}

fn computed(system: &System<'_>, support: Support) -> String {
    let native = support.native_in(system.language());
    IMPORTS.fill(system.language(), "tasks.computed", &[("native", native)])
}

/// The names of the columns that nothing fills.
fn empty_columns(system: &System<'_>, layout: &Layout<'_>) -> Option<String> {
    let is_empty = |column: &&Column<'_>| match column.source {
        Source::Role(role) => role_key(role).is_none() && layout.at(Home::Role(role)).next().is_none(),
        _ => false,
    };
    let names: Vec<_> = layout.columns.iter().filter(is_empty).map(|column| column.header.as_str()).collect();
    (!names.is_empty()).then(|| names.join(system.word("tasks.separator")))
}

/// What a column holds that no field goes into; nothing where it is empty then.
fn role_key(role: Role) -> Option<&'static str> {
    match role {
        Role::Description => Some("tasks.role.description"),
        Role::Number => Some("tasks.role.number"),
        Role::Level => Some("tasks.role.level"),
        Role::Table => Some("tasks.role.table"),
        _ => None,
    }
}
