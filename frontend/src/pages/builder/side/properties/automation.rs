//! The properties of an automation: a sentence that is put together.

mod action;
mod actions;
mod created;
mod fresh;
mod said;
mod set_field;
mod trigger;

use leptos::prelude::*;
use shared::blueprint::{Automation, AutomationId, TableId};
use shared::operation::{AutomationProperty, ElementId, Operation};

use self::actions::ActionsEditor;
use self::said::SaidRule;
use self::trigger::TriggerEditor;
use super::clauses::{Fact, Naming, Section, facts};
use super::filter::FilterEditor;
use crate::i18n::t;
use crate::pages::builder::store::{Workbench, use_workbench};

/// The automation that is changed, and the fields of its table. Cheap to copy.
#[derive(Clone, Copy)]
struct Ruled {
    bench: Workbench,
    id: StoredValue<AutomationId>,
    rule: Memo<Option<Automation>>,
    table: Memo<TableId>,
    fields: Memo<Vec<Fact>>,
}

impl Ruled {
    /// The operation that sets a property.
    fn set(self, set: AutomationProperty) -> Operation {
        Operation::EditAutomation { automation: self.id.get_value(), set }
    }

    /// What `read` finds in the automation; nothing where it is gone.
    fn read<T>(self, read: impl FnOnce(&Automation) -> T) -> Option<T> {
        self.rule.with(|rule| rule.as_ref().map(read))
    }
}

/// When an automation starts, on which rows it acts, what it does, and all of that as a sentence.
#[component]
pub(super) fn AutomationProperties(
    /// Which.
    automation: AutomationId,
) -> impl IntoView {
    let bench = use_workbench();
    let root = StoredValue::new(automation.as_str().to_owned());
    let id = move |part: &str| root.with_value(|root| format!("{root}-{part}"));
    let element = ElementId::Automation(automation.clone());
    let wanted = StoredValue::new(automation);
    let rule = Memo::new(move |_| {
        bench
            .blueprint
            .with(|it| wanted.with_value(|id| it.automations.iter().find(|it| it.id == *id).cloned()))
    });
    let table = Memo::new(move |_| {
        rule.with(|it| it.as_ref().map(|it| it.table.clone())).unwrap_or_else(|| TableId::from(""))
    });
    let table_name = move || {
        table.with(|id| bench.blueprint.with(|it| it.table(id).map(|it| it.name.clone()))).unwrap_or_default()
    };
    let fields = Memo::new(move |_| table.with(|table| bench.blueprint.with(|it| facts(it, table))));
    let ruled = Ruled { bench, id: wanted, rule, table, fields };
    view! {
        <Naming element/>
        <p class="clause-fixed">
            <span>{t!("builder.rule.table")}</span>
            <strong>{table_name}</strong>
            <span class="hint">{t!("builder.rule.table.hint")}</span>
        </p>
        <Section id=id("when-title") title=t!("builder.rule.when")>
            <TriggerEditor id=id("when") ruled/>
        </Section>
        <Section id=id("if-title") title=t!("builder.rule.if")>
            <FilterEditor
                id=id("if")
                table
                filter=Signal::derive(move || ruled.read(|it| it.filter.clone()).flatten())
                none=t!("builder.rule.if.none")
                edit=move |filter| ruled.set(AutomationProperty::Filter(filter))
            />
        </Section>
        <Section id=id("then-title") title=t!("builder.rule.then")>
            <ActionsEditor id=id("then") ruled/>
        </Section>
        <Section id=id("said-title") title=t!("builder.rule.said")>
            <SaidRule ruled/>
        </Section>
    }
}
