//! Fields as expressions read them, in the row itself or in a related one.

use shared::blueprint::{Field, FieldId, FieldKind, Table};

use super::layout::{Folder, Vault};
use super::property::{PropertyType, Slot};
use super::term::{Term, literal};
use super::{expression, rollup};

/// Whose fields an expression reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The row that the base shows.
    Row,
    /// The item of a list of links, inside `filter` or `map`.
    Item,
}

impl Subject {
    /// A property of it.
    pub(super) fn property(self, name: &str) -> String {
        match self {
            Self::Row => format!("note.{name}"),
            Self::Item => format!("value.asFile().properties.{name}"),
        }
    }

    /// The name of its note.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Row => "file.basename",
            Self::Item => "value.asFile().basename",
        }
    }
}

/// A field of `table`; nothing where no expression reads it.
pub(super) fn term(vault: &Vault<'_>, table: &Table, id: &FieldId, subject: Subject) -> Option<Term> {
    let (holder, field) = vault.field(id)?;
    if holder.id != table.id {
        return None;
    }
    match vault.slot(id)? {
        Slot::Name => Some(Term::Text { text: subject.name().to_owned(), bare: subject.name().to_owned() }),
        Slot::Property(name, kind) => Some(property(&subject.property(name), *kind, field)),
        Slot::Section(name) => {
            let name = name.as_ref()?;
            Some(property(&subject.property(name), PropertyType::Text, field))
        }
        Slot::Derived(..) => {
            let names = format!("{}.map(value.asFile().basename).join(\", \")", links(vault, id, subject)?);
            Some(Term::Text { text: names.clone(), bare: names })
        }
        Slot::Computed(name, kind) => match (vault.formula(id), subject) {
            (Some(_), Subject::Row) => Some(property(&format!("formula.{name}"), *kind, field)),
            (Some(_), Subject::Item) => computed(vault, table, field, subject),
            (None, _) => Some(property(&subject.property(name), *kind, field)),
        },
    }
}

/// The formula of a computed field, for a row or an item.
pub(super) fn computed(vault: &Vault<'_>, table: &Table, field: &Field, subject: Subject) -> Option<Term> {
    match &field.kind {
        FieldKind::Formula { .. } => {
            let expr = vault.evaluator.schema().formula(&field.id)?.as_ref().ok()?;
            expression::term(vault, table, expr, subject)
        }
        FieldKind::Rollup { relation, field, function } => {
            rollup::term(vault, (relation, field.as_ref(), *function), subject)
        }
        _ => None,
    }
}

fn property(path: &str, kind: PropertyType, field: &Field) -> Term {
    let path = path.to_owned();
    match (kind, &field.kind) {
        (PropertyType::Number, _) => Term::nullable_number(path),
        (PropertyType::Checkbox, _) => Term::Bool(format!("({path} == true)")),
        (PropertyType::Date, _) => Term::Day { present: vec![path.clone()], text: path, is_moment: false },
        (PropertyType::Datetime, _) => Term::Day { present: vec![path.clone()], text: path, is_moment: true },
        (_, FieldKind::Relation { .. }) => {
            let names = format!("list({path}).map(value.asFile().basename).join(\", \")");
            Term::Text { text: format!("if({path}, {names}, \"\")"), bare: format!("if({path}, {names})") }
        }
        (PropertyType::Multitext, _) => Term::Text {
            text: format!("if({path}, list({path}).join(\", \"), \"\")"),
            bare: format!("if({path}, list({path}).join(\", \"))"),
        },
        (PropertyType::Text, _) => Term::nullable_text(path),
    }
}

/// The list of links that a relation has: its own, or those of notes that link to this one.
///
/// The latter needs the row's own file, which the item of a list hides.
pub(super) fn links(vault: &Vault<'_>, relation: &FieldId, subject: Subject) -> Option<String> {
    match vault.slot(relation)? {
        Slot::Property(name, _) => {
            let path = subject.property(name);
            Some(format!("if({path}, list({path}), []).filter(value.asFile())"))
        }
        Slot::Derived(name, _) if subject == Subject::Row => Some(format!("formula.{name}")),
        _ => None,
    }
}

/// The formula of a derived relation: notes of the other table whose property links to this one.
///
/// QUIRK(obsidian): `file.backlinks` refreshes when the base is opened again; its help page "Bases syntax", 2026-08.
pub(super) fn backlinks(vault: &Vault<'_>, through: &FieldId) -> Option<String> {
    let (folder, property) = other_side(vault, through)?;
    let is_there = format!("value.asFile().inFolder({})", literal(&folder.name));
    let is_linked = format!("list({}).contains(file)", Subject::Item.property(property));
    Some(format!("file.backlinks.filter({is_there} && {is_linked})"))
}

/// The folder of the field that holds a relation's links, and its property.
pub(super) fn other_side<'v, 'a>(
    vault: &'v Vault<'a>,
    through: &FieldId,
) -> Option<(&'v Folder<'a>, &'v str)> {
    let (table, _) = vault.field(through)?;
    match vault.slot(through)? {
        Slot::Property(name, _) => Some((vault.folder(&table.id)?, name)),
        _ => None,
    }
}
