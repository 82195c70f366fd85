//! Templates of notes: one a table, one a ready-made session, one for the day.

use shared::blueprint::{
    Action, Cardinality, Field, FieldKind, Filter, SampleRow, Table, TableId, Trigger, ViewKind,
};
use shared::compute::Value;

use super::base::BaseView;
use super::layout::{Folder, Vault, short};
use super::note::{Yaml, property, related, stored};
use super::property::PropertyType;
use super::table_base::{brief, empty, property as property_of};
use super::text::{inline, link, one_line, section};
use super::yaml::quoted;

/// The table whose rows are templates themselves: ids of designed tables never change with the language.
const TEMPLATES: &str = "tbl_templates";
/// Longest name of a template's note, in characters.
const NAME_CHARS: usize = 80;
/// The date of insertion, as the core plugin fills it in.
const TODAY: &str = "{{date:YYYY-MM-DD}}";
const NOW: &str = "{{date:YYYY-MM-DD}}T{{time:HH:mm:ss}}";

/// Every template: the name of its note and its text.
pub(super) fn templates(vault: &Vault<'_>) -> Vec<(String, String)> {
    let blank = |folder: &Folder<'_>| (folder.template.clone(), template(vault, folder.table, None));
    let mut templates: Vec<_> = vault.folders.iter().map(blank).collect();
    if let Some(ready) = vault.blueprint.table(&TableId::from(TEMPLATES)) {
        templates.extend(ready_made(vault, ready));
    }
    templates.push((vault.fixed("page_daily").to_owned(), daily(vault)));
    templates
}

/// A row that presets a note: its table, itself, and the field that names it.
struct Preset<'a> {
    table: &'a Table,
    row: &'a SampleRow,
    named_by: &'a Field,
}

/// A template a row, for the table that names the row it was made from.
fn ready_made(vault: &Vault<'_>, ready: &Table) -> Vec<(String, String)> {
    let names_it = |field: &&Field| {
        matches!(&field.kind, FieldKind::Relation { table, cardinality: Cardinality::One, .. } if *table == ready.id)
            && stored(vault, field).is_some()
    };
    let target =
        vault.blueprint.tables.iter().find_map(|table| Some((table, table.fields.iter().find(names_it)?)));
    let Some((target, named_by)) = target else { return Vec::new() };
    let template = |row: &SampleRow| {
        let title = vault.note(&row.id).unwrap_or_default();
        let name = shared::words::VAULT.fill(vault.language(), "template_name", &[("name", title)]);
        let name = vault.taken.borrow_mut().claim_file(short(&name, "template", NAME_CHARS));
        (name, template(vault, target, Some(&Preset { table: ready, row, named_by })))
    };
    ready.sample_rows.iter().map(template).collect()
}

fn template(vault: &Vault<'_>, table: &Table, preset: Option<&Preset<'_>>) -> String {
    let mut lines = vec!["---".to_owned()];
    for field in &table.fields {
        if let Some((name, kind)) = stored(vault, field) {
            let value = preset.and_then(|preset| preset_value(vault, preset, field));
            let value = value.or_else(|| default(vault, table, field));
            property(name, yaml(value, kind), &mut lines);
        }
    }
    lines.push("---".to_owned());
    let mut blocks = vec![lines.join("\n")];
    blocks.extend(preset.into_iter().flat_map(|preset| texts(vault, preset)));
    for field in table.fields.iter().filter(|field| matches!(field.kind, FieldKind::LongText)) {
        blocks.push(format!("## {}", plain(&inline(&field.name))));
    }
    blocks.extend(related(vault, table).iter().map(|block| plain(block)));
    blocks.join("\n\n") + "\n"
}

/// A preset or default as YAML; a list where the property is one.
fn yaml(value: Option<String>, kind: PropertyType) -> Yaml {
    match (kind, value) {
        (PropertyType::Multitext, value) => Yaml::Many(value.into_iter().collect()),
        (PropertyType::Checkbox, None) => Yaml::One(Some("false".to_owned())),
        (_, value) => Yaml::One(value),
    }
}

/// The row itself where the field names it, its option where the field offers one of the same name.
fn preset_value(vault: &Vault<'_>, preset: &Preset<'_>, field: &Field) -> Option<String> {
    if field.id == preset.named_by.id {
        return vault.note(&preset.row.id).map(|name| quoted(&link(name)));
    }
    let FieldKind::Select { options } = &field.kind else { return None };
    let same = preset
        .table
        .fields
        .iter()
        .find(|other| matches!(other.kind, FieldKind::Select { .. }) && other.name == field.name)?;
    let chosen = vault.evaluator.cell_label(&preset.row.id, &same.id);
    options.iter().find(|option| option.name == chosen).map(|option| quoted(&plain(&one_line(&option.name))))
}

/// The row's texts: what to start with.
fn texts(vault: &Vault<'_>, preset: &Preset<'_>) -> Vec<String> {
    let mut blocks = Vec::new();
    for field in &preset.table.fields {
        let text = match (&field.kind, vault.evaluator.value(&preset.row.id, &field.id)) {
            (FieldKind::Text | FieldKind::LongText, Value::Text(text)) => section(&text),
            _ => continue,
        };
        blocks.push(format!("## {}", plain(&inline(&field.name))));
        blocks.push(plain(&text));
    }
    blocks
}

/// What the blueprint gives a new row: the time of its making, and what automations set then.
fn default(vault: &Vault<'_>, table: &Table, field: &Field) -> Option<String> {
    if matches!(field.kind, FieldKind::CreatedAt | FieldKind::UpdatedAt) {
        return Some(quoted(NOW));
    }
    let applies = |filter: &Option<Filter>| filter.as_ref().is_none_or(|filter| filter.conditions.is_empty());
    let automations = vault.blueprint.automations.iter().filter(|automation| {
        automation.table == table.id
            && automation.trigger == Trigger::RowCreated
            && applies(&automation.filter)
    });
    automations.flat_map(|automation| &automation.actions).find_map(|action| match action {
        Action::SetField { field: set, value } if *set == field.id => {
            let value = Value::read(&field.kind, value)?;
            match value {
                Value::Bool(checked) => Some(checked.to_string()),
                Value::Number(number) => Some((number + 0.0).to_string()),
                Value::Date(date) => Some(date.to_string()),
                Value::Text(_) => Some(quoted(&plain(&one_line(&vault.evaluator.label(field, &value))))),
                Value::Empty | Value::Datetime(_) | Value::List(_) => None,
            }
        }
        Action::SetToday { field: set } if *set == field.id => Some(quoted(TODAY)),
        _ => None,
    })
}

/// The day's note: what was begun on it and what is due.
fn daily(vault: &Vault<'_>) -> String {
    let mut blocks = Vec::new();
    for folder in &vault.folders {
        let made = folder.table.fields.iter().find(|field| matches!(field.kind, FieldKind::CreatedAt));
        let due = folder.table.views.iter().find_map(|view| match &view.kind {
            ViewKind::Calendar { date } => folder.table.field(date),
            _ => None,
        });
        let due = due.filter(|due| made.is_none_or(|made| made.id != due.id));
        for (field, heading) in
            made.map(|field| (field, "daily_made")).into_iter().chain(due.map(|field| (field, "daily_due")))
        {
            let name = vault.say(heading, &[("table", &folder.table.name), ("field", &field.name)]);
            blocks.push(format!("## {}", plain(&name)));
            blocks.extend(on_the_day(vault, folder, field));
        }
    }
    blocks.push(format!("## {}", vault.word("daily_notes")));
    blocks.join("\n\n") + "\n"
}

fn on_the_day(vault: &Vault<'_>, folder: &Folder<'_>, field: &Field) -> Option<String> {
    let property = property_of(vault, &field.id)?;
    let mut base = empty(vault, folder);
    base.filters.push(format!("{property} && {property}.format(\"YYYY-MM-DD\") == \"{TODAY}\""));
    let order = brief(vault, folder.table, None);
    base.views.push(BaseView::table(&one_line(&folder.table.name), order));
    // Names of columns may hold braces, too; the day stays.
    Some(plain(&base.block()).replace(&plain(TODAY), TODAY))
}

/// `text` so that nothing in it reads as a variable of the core's templates or of a community plugin's.
fn plain(text: &str) -> String {
    text.replace("{{", "{ {").replace("<%", "< %")
}
