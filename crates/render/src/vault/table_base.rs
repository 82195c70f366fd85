//! The base of a table: its computed fields as formulas, its views as views.

use shared::blueprint::{Direction, Field, FieldId, FieldKind, Table, View, ViewKind};

use super::base::{Base, BaseView, Layout};
use super::expression::days_between;
use super::filter::statements;
use super::layout::{Folder, Vault, short};
use super::operand::backlinks;
use super::property::{PropertyType, Slot};
use super::term::literal;
use crate::names::Taken;

/// Columns of a block in a note.
const BLOCK_COLUMNS: usize = 5;
/// Longest name of a view, in characters.
const VIEW_CHARS: usize = 80;

/// The base of a table, with every view that the blueprint has.
pub(super) fn base(vault: &Vault<'_>, folder: &Folder<'_>) -> Base {
    let mut base = empty(vault, folder);
    for (view, name) in folder.table.views.iter().zip(view_names(folder.table)) {
        let view = base_view(vault, &mut base, folder.table, view, name);
        base.views.push(view);
    }
    if base.views.is_empty() {
        let order = columns(vault, folder.table, &[]);
        base.views.push(BaseView::table(vault.word("view_all"), order));
    }
    base
}

/// The names of a table's views in its base: embeds find them, so they hold nothing that a link refuses.
pub(super) fn view_names(table: &Table) -> Vec<String> {
    let mut taken = Taken::default();
    let name = |view: &View| taken.claim_file(short(&view.name, view.id.as_str(), VIEW_CHARS));
    table.views.iter().map(name).collect()
}

/// The name of a table's first view.
pub(super) fn first_view(vault: &Vault<'_>, table: &Table) -> String {
    view_names(table).into_iter().next().unwrap_or_else(|| vault.word("view_all").to_owned())
}

/// A base of a table without views: its formulas and the names of its fields.
pub(super) fn empty(vault: &Vault<'_>, folder: &Folder<'_>) -> Base {
    let mut base = Base::new(&folder.name);
    for field in &folder.table.fields {
        let formula = match vault.slot(&field.id) {
            Some(Slot::Derived(name, through)) => backlinks(vault, through).map(|text| (name, text)),
            Some(Slot::Computed(name, _)) => vault.formula(&field.id).map(|text| (name, text)),
            _ => None,
        };
        if let Some((name, text)) = formula {
            base.formula(name, text);
        }
        if let Some(property) = property(vault, &field.id) {
            base.show(&property, &field.name);
        }
    }
    base
}

/// The property that shows a field in a base; nothing for sections of notes.
pub(super) fn property(vault: &Vault<'_>, field: &FieldId) -> Option<String> {
    Some(match vault.slot(field)? {
        Slot::Name => "file.name".to_owned(),
        Slot::Property(name, _) => format!("note.{name}"),
        Slot::Section(name) => format!("note.{}", name.as_ref()?),
        Slot::Derived(name, _) => format!("formula.{name}"),
        Slot::Computed(name, _) => {
            let place = if vault.formula(field).is_some() { "formula" } else { "note" };
            format!("{place}.{name}")
        }
    })
}

/// The columns of a view: the wanted fields, all without any; the name of the note comes first unless it is wanted
/// elsewhere.
pub(super) fn columns(vault: &Vault<'_>, table: &Table, wanted: &[FieldId]) -> Vec<String> {
    let all: Vec<_> = table.fields.iter().map(|field| field.id.clone()).collect();
    let wanted = if wanted.is_empty() { &all } else { wanted };
    let mut columns: Vec<_> = wanted.iter().filter_map(|field| property(vault, field)).collect();
    if !columns.iter().any(|column| column == "file.name") {
        columns.insert(0, "file.name".to_owned());
    }
    columns
}

/// The first columns of a table's first view, for blocks in notes; `but` is a property that all notes of it share.
pub(super) fn brief(vault: &Vault<'_>, table: &Table, but: Option<&str>) -> Vec<String> {
    let wanted = table.views.first().map_or(&[][..], |view| &view.visible_fields);
    let mut order = columns(vault, table, wanted);
    order.retain(|column| but.is_none_or(|but| *column != format!("note.{but}")));
    order.truncate(BLOCK_COLUMNS);
    order
}

fn base_view(vault: &Vault<'_>, base: &mut Base, table: &Table, view: &View, name: String) -> BaseView {
    let mut order = columns(vault, table, &view.visible_fields);
    let mut sort: Vec<_> = view
        .sorts
        .iter()
        .filter_map(|sort| {
            Some((sort_property(vault, base, table, &sort.field)?, sort.direction == Direction::Ascending))
        })
        .collect();
    let mut group = view.group.as_ref().and_then(|field| property(vault, field));
    let layout = match &view.kind {
        ViewKind::Gallery => Layout::Cards,
        ViewKind::List => Layout::List,
        ViewKind::Grid | ViewKind::Board { .. } | ViewKind::Calendar { .. } | ViewKind::Timeline { .. } => {
            Layout::Table
        }
    };
    match &view.kind {
        ViewKind::Board { by } => group = property(vault, by),
        ViewKind::Calendar { date } => {
            by_date(vault, date, &mut order, &mut sort);
            group = group.or_else(|| month(vault, base, table, date));
        }
        ViewKind::Timeline { start, end } => {
            by_date(vault, start, &mut order, &mut sort);
            let days = end.as_ref().and_then(|end| length(vault, base, table, (start, end)));
            order.extend(days);
        }
        ViewKind::Grid | ViewKind::Gallery | ViewKind::List => {}
    }
    BaseView {
        filter: view.filter.as_ref().map(|filter| statements(vault, filter)),
        group,
        sort,
        summaries: if layout == Layout::Table { summaries(vault, table, &order) } else { Vec::new() },
        image: (layout == Layout::Cards).then(|| image(vault, table)).flatten(),
        layout,
        ..BaseView::table(&name, order)
    }
}

/// A view by days shows the day first, and sorts by it unless it is sorted otherwise.
fn by_date(vault: &Vault<'_>, date: &FieldId, order: &mut Vec<String>, sort: &mut Vec<(String, bool)>) {
    let Some(property) = property(vault, date) else { return };
    if !order.contains(&property) {
        order.insert(1.min(order.len()), property.clone());
    }
    if sort.is_empty() {
        sort.push((property, true));
    }
}

/// What a view sorts by: options by their place, for a base sorts texts by their letters.
fn sort_property(vault: &Vault<'_>, base: &mut Base, table: &Table, id: &FieldId) -> Option<String> {
    let field = table.field(id)?;
    let property = property(vault, id)?;
    let options = field.kind.options();
    if options.is_empty() {
        return Some(property);
    }
    let names: Vec<_> = options.iter().map(|option| literal(&option.name)).collect();
    let chosen = match field.kind {
        FieldKind::MultiSelect { .. } => format!("list({property})[0]"),
        _ => property.clone(),
    };
    let place = format!(
        "if({property}.isEmpty(), null, [{}].map(if(value == {chosen}, index + 1, 0)).reduce(max(acc, value), 0))",
        names.join(", ")
    );
    let shown = format!("{} {}", field.name, vault.word("shown_place"));
    Some(base.helper(&property, place, &shown))
}

fn month(vault: &Vault<'_>, base: &mut Base, table: &Table, date: &FieldId) -> Option<String> {
    let (field, property) = (table.field(date)?, property(vault, date)?);
    let text = format!("if({property}, {property}.format(\"YYYY-MM\"))");
    let shown = format!("{} {}", field.name, vault.word("shown_month"));
    Some(base.helper(&property, text, &shown))
}

fn length(
    vault: &Vault<'_>,
    base: &mut Base,
    table: &Table,
    (start, end): (&FieldId, &FieldId),
) -> Option<String> {
    table.field(start)?;
    let (start, end) = (property(vault, start)?, property(vault, end)?);
    Some(base.helper(&start, days_between(&start, &end), vault.word("shown_days")))
}

/// What stands below the columns: sums of numbers, means of ratings and shares, how many boxes are checked.
fn summaries(vault: &Vault<'_>, table: &Table, order: &[String]) -> Vec<(String, &'static str)> {
    let summary = |field: &Field| {
        let kind = match vault.slot(&field.id)? {
            Slot::Property(_, kind) | Slot::Computed(_, kind) => *kind,
            _ => return None,
        };
        let property = property(vault, &field.id).filter(|property| order.contains(property))?;
        match kind {
            PropertyType::Checkbox => Some((property, "Checked")),
            PropertyType::Number if is_mean(vault, field) => Some((property, "Average")),
            PropertyType::Number => Some((property, "Sum")),
            _ => None,
        }
    };
    table.fields.iter().filter_map(summary).collect()
}

/// Whether a sum over the field would say nothing.
fn is_mean(vault: &Vault<'_>, field: &Field) -> bool {
    use shared::blueprint::{NumberFormat, RollupFunction as Function};
    let format = shared::compute::number_format(vault.evaluator.schema(), field);
    let is_summable = matches!(
        field.kind,
        FieldKind::Number { .. } | FieldKind::Rollup { function: Function::Count | Function::Sum, .. }
    );
    !is_summable || format == Some(NumberFormat::Percent)
}

fn image(vault: &Vault<'_>, table: &Table) -> Option<String> {
    let field = table.fields.iter().find(|field| matches!(field.kind, FieldKind::Attachment))?;
    property(vault, &field.id)
}
