//! The properties of a view.

mod fields;
mod kind;
mod layout;
mod sorts;

use leptos::prelude::*;
use shared::blueprint::{FieldId, Table, TableId, View, ViewId};
use shared::operation::{ElementId, Operation, ViewProperty};

use self::fields::ShownFields;
use self::kind::KindEditor;
use self::sorts::SortsEditor;
use super::clauses::{Fact, Naming, Section, facts, named};
use super::controls::Pick;
use super::filter::FilterEditor;
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// The view that is changed, its table and the table's fields. Cheap to copy.
#[derive(Clone, Copy)]
struct Viewed {
    bench: Workbench,
    id: StoredValue<ViewId>,
    view: Memo<Option<View>>,
    fields: Memo<Vec<Fact>>,
}

impl Viewed {
    /// The operation that sets a property.
    fn set(self, set: ViewProperty) -> Operation {
        Operation::EditView { view: self.id.get_value(), set }
    }

    /// Sets a property as a step of its own.
    /// Sets a property that may be another in a moment, as when arrows go through choices.
    fn type_in(self, set: ViewProperty) {
        self.bench.type_in(self.set(set));
    }

    fn perform(self, set: ViewProperty) {
        self.bench.perform(vec![self.set(set)]);
    }

    /// What `read` finds in the view; what is usual where the view is gone.
    fn read<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(read)).unwrap_or_default()
    }
}

/// What a view shows, and how.
#[component]
pub(super) fn ViewProperties(
    /// Which.
    view: ViewId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let root = StoredValue::new(view.as_str().to_owned());
    let id = move |part: &str| root.with_value(|root| format!("{root}-{part}"));
    let element = ElementId::View(view.clone());
    let wanted = StoredValue::new(view);
    let found = Memo::new(move |_| {
        wanted.with_value(|id| {
            let it = bench.blueprint.get();
            it.tables.iter().find_map(|table| Some((table.id.clone(), view_of(table, id)?.clone())))
        })
    });
    let table = Memo::new(move |_| {
        found.with(|it| it.as_ref().map(|(table, _)| table.clone())).unwrap_or_else(|| TableId::from(""))
    });
    let view = Memo::new(move |_| found.with(|it| it.as_ref().map(|(_, view)| view.clone())));
    let fields = Memo::new(move |_| table.with(|table| bench.blueprint.with(|it| facts(it, table))));
    let viewed = Viewed { bench, id: wanted, view, fields };
    let groups = Signal::derive(move || {
        let none = (String::new(), i18n.text("builder.view.group.none"));
        let fields = fields.with(|fields| named(fields, |fact| fact.groups));
        std::iter::once(none).chain(fields).collect::<Vec<_>>()
    });
    let group = Signal::derive(move || {
        viewed.read(|it| it.group.as_ref().map(FieldId::to_string).unwrap_or_default())
    });
    let choose_group = move |id: String| {
        viewed.perform(ViewProperty::Group((!id.is_empty()).then(|| FieldId::from(id.as_str()))));
    };
    view! {
        <Naming element/>
        <Section id=id("kind-title") title=t!("builder.view.kind")>
            <KindEditor id=root.get_value() viewed/>
        </Section>
        <Section id=id("filter-title") title=t!("builder.view.filter")>
            <FilterEditor
                id=id("filter")
                table
                filter=Signal::derive(move || viewed.read(|it| it.filter.clone()))
                none=t!("builder.view.filter.none")
                edit=move |filter| viewed.set(ViewProperty::Filter(filter))
            />
        </Section>
        <Section id=id("sorts-title") title=t!("builder.view.sorts")>
            <SortsEditor id=id("sort") viewed/>
        </Section>
        <Section id=id("group-title") title=t!("builder.view.group.by")>
            <Pick
                id=id("group")
                label=t!("builder.view.group.by")
                is_short=true
                items=groups
                selected=group
                on_select=choose_group
            />
        </Section>
        <Section id=id("fields-title") title=t!("builder.view.fields")>
            <ShownFields id=id("shown") viewed/>
        </Section>
    }
}

fn view_of<'a>(table: &'a Table, id: &ViewId) -> Option<&'a View> {
    table.views.iter().find(|view| view.id == *id)
}
