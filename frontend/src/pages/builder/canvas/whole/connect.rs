//! Two tables become related: a field on each side shows the same links.

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Cardinality, FieldId, TableId};
use shared::operation::intention::{Intention, Related, free_name, relate};
use shared::operation::{Element, ElementId, Operation};
use shared::validate::NAME_MAX;

use crate::components::{Button, Dialog, Field, Look, Select, SelectItem, TextInput};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// One side of the relation that is being made. Cheap to copy.
#[derive(Clone, Copy)]
struct Side {
    table: RwSignal<String>,
    /// What its field is called; empty for the name of the other table.
    name: RwSignal<String>,
    is_many: RwSignal<bool>,
}

impl Side {
    fn new() -> Self {
        Self { table: RwSignal::default(), name: RwSignal::default(), is_many: RwSignal::new(true) }
    }

    fn wanted(self) -> Wanted {
        Wanted {
            table: self.table.get_untracked().as_str().into(),
            name: self.name.get_untracked(),
            is_many: self.is_many.get_untracked(),
        }
    }
}

/// One side of a relation as somebody wants it.
struct Wanted {
    table: TableId,
    /// What its field is called; empty for the name of the other table.
    name: String,
    is_many: bool,
}

impl Wanted {
    /// The side as it is to be; `other` is the table that its field names rows of.
    fn related(&self, blueprint: &Blueprint, other: &TableId, bench: Workbench) -> Option<Related> {
        let table = blueprint.table(&self.table)?;
        let taken: Vec<_> = table.fields.iter().map(|field| field.name.as_str()).collect();
        let name = match self.name.trim() {
            "" => blueprint.table(other)?.name.clone(),
            written => written.to_owned(),
        };
        Some(Related {
            table: table.id.clone(),
            name: free_name(&name, &taken, bench.language()),
            cardinality: if self.is_many { Cardinality::Many } else { Cardinality::One },
        })
    }
}

/// Connects two tables as the dialog does at first: the new field is selected, and its name can be written at once.
pub(super) fn connect_tables(bench: Workbench, one: &TableId, other: &TableId) {
    let side = |table: &TableId| Wanted { table: table.clone(), name: String::new(), is_many: true };
    if make(bench, &side(one), &side(other)) {
        bench.rename(Some(bench.selected_now()));
    }
}

/// Asks which tables are to be connected, and how.
#[component]
pub(super) fn Connect(
    /// Whether it is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let bench = use_workbench();
    let (first, second) = (Side::new(), Side::new());
    Effect::new(move || {
        if is_open.get() {
            start(bench, first, second);
        }
    });
    let connect = move |()| {
        if make(bench, &first.wanted(), &second.wanted()) {
            is_open.set(false);
        }
    };
    view! {
        <Dialog
            id="connect"
            title=t!("builder.connect.title")
            is_open=is_open
            on_close=move |()| is_open.set(false)
            actions=move || {
                view! {
                    <Button text=t!("dialog.cancel") on_press=move |()| is_open.set(false)/>
                    <Button text=t!("builder.connect.do") look=Look::Primary on_press=connect/>
                }
            }
        >
            <div class="connect">
                <SideFields id="connect-first" legend=t!("builder.connect.first") side=first other=second/>
                <SideFields id="connect-second" legend=t!("builder.connect.second") side=second other=first/>
            </div>
        </Dialog>
    }
}

/// The selected table and the next one, unless they were chosen already.
fn start(bench: Workbench, first: Side, second: Side) {
    let ids: Vec<String> =
        bench.blueprint.with_untracked(|it| it.tables.iter().map(|table| table.id.to_string()).collect());
    for (side, at) in [(first, 0), (second, 1)] {
        let is_there = side.table.with_untracked(|id| ids.contains(id));
        if let (false, Some(id)) = (is_there, ids.get(at).or(ids.first())) {
            side.table.set(id.clone());
        }
        side.name.set(String::new());
    }
}

/// Connects two tables as one step; whether that could be done.
fn make(bench: Workbench, first: &Wanted, second: &Wanted) -> bool {
    let blueprint = bench.blueprint.get_untracked();
    let sides =
        (first.related(&blueprint, &second.table, bench), second.related(&blueprint, &first.table, bench));
    let (Some(one), Some(mut other)) = sides else { return false };
    // A table that is related to itself gets two fields, and they need two names.
    if one.table == other.table && one.name == other.name {
        other.name = free_name(&other.name, &[one.name.as_str()], bench.language());
    }
    let made = relate(&blueprint, &one, &other, &mut Workbench::new_id);
    let field = made.as_ref().ok().and_then(|made| added(made));
    let intention =
        Intention::Relate(ElementId::Table(one.table.clone()), ElementId::Table(other.table.clone()));
    let is_done = bench.intend(&intention, made);
    if let (true, Some(field)) = (is_done, field) {
        let element = ElementId::Field(field);
        bench.unfold_to(&element);
        bench.select(element);
    }
    is_done
}

/// The first field that operations add.
fn added(operations: &[Operation]) -> Option<FieldId> {
    operations.iter().find_map(|operation| match operation {
        Operation::Add { element, .. } => match element.as_ref() {
            Element::Field { field, .. } => Some(field.id.clone()),
            _ => None,
        },
        _ => None,
    })
}

/// A table, what its field is called, and how many rows it may name.
#[component]
fn SideFields(
    /// What its ids begin with.
    id: &'static str,
    /// Which side it is.
    legend: Signal<String>,
    /// The side.
    side: Side,
    /// The other one.
    other: Side,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let tables = Memo::new(move |_| {
        bench.blueprint.with(|it| {
            it.tables.iter().map(|table| (table.id.to_string(), table.name.clone())).collect::<Vec<_>>()
        })
    });
    let name_of = move |id: String| {
        tables.with(|tables| tables.iter().find(|(it, _)| *it == id).map(|(_, name)| name.clone()))
    };
    let placeholder = Signal::derive(move || name_of(other.table.get()).unwrap_or_default());
    let option = move |(value, name): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || side.table.with(|it| *it == own)>{name}</option> }
    };
    let many = move |key: &str| i18n.text(key);
    let items = Signal::derive(move || {
        vec![
            SelectItem { value: "many", name: many("builder.connect.many") },
            SelectItem { value: "one", name: many("builder.connect.one") },
        ]
    });
    let ids = ["table", "name", "many"].map(|part| format!("{id}-{part}"));
    let [table, name, count] = ids;
    view! {
        <fieldset class="connect-side">
            <legend>{legend}</legend>
            <Field control=table.clone() label=t!("builder.connect.table")>
                <select class="select" id=table on:change:target=move |event| side.table.set(event.target().value())>
                    {move || tables.get().into_iter().map(option).collect_view()}
                </select>
            </Field>
            <Field control=name.clone() label=t!("builder.connect.name")>
                <TextInput
                    id=name
                    value=side.name
                    max=NAME_MAX as u64
                    placeholder
                    on_change=move |text| side.name.set(text)
                />
            </Field>
            <Field control=count.clone() label=t!("builder.connect.count")>
                <Select
                    id=count
                    items
                    selected=Signal::derive(move || if side.is_many.get() { "many" } else { "one" })
                    on_select=move |value: String| side.is_many.set(value == "many")
                />
            </Field>
        </fieldset>
    }
}
