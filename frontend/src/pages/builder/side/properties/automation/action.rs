//! One thing that an automation does.

use leptos::prelude::*;
use shared::blueprint::{Action, ExportFormat, FieldId};
use shared::operation::Operation;
use shared::validate::DESCRIPTION_MAX;

use super::super::clauses::{Fact, OrderButtons, named};
use super::super::controls::{LiveText, Pick, Shape};
use super::Ruled;
use super::created::CreatedRow;
use super::fresh::{ACTIONS, action, action_name, names_people, takes_today};
use super::set_field::SetFieldPart;
use crate::components::{Glyph, IconButton};
use crate::i18n::{I18n, t, use_i18n};

/// What an action's parts need. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Acted {
    /// The automation.
    pub ruled: Ruled,
    /// The action as it is; nothing once it is gone.
    pub action: Signal<Option<Action>>,
    /// The operation that sets it.
    pub edit: Callback<Action, Operation>,
    /// What ids in it begin with.
    pub id: StoredValue<String>,
}

impl Acted {
    /// Sets the action as a step of its own.
    pub(super) fn perform(self, action: Action) {
        self.ruled.bench.perform(vec![self.edit.run(action)]);
    }

    /// The id of a part.
    pub(super) fn part(self, name: &str) -> String {
        self.id.with_value(|id| format!("{id}-{name}"))
    }

    /// Fields of the table to choose from.
    fn fields(self, fits: fn(&Fact) -> bool) -> Signal<Vec<(String, String)>> {
        Signal::derive(move || self.ruled.fields.with(|fields| named(fields, fits)))
    }

    /// Fields of the table to choose from, or none of them.
    fn fields_or(
        self,
        i18n: I18n,
        none: &'static str,
        fits: fn(&Fact) -> bool,
    ) -> Signal<Vec<(String, String)>> {
        let fields = self.fields(fits);
        Signal::derive(move || {
            std::iter::once((String::new(), i18n.text(none))).chain(fields.get()).collect()
        })
    }
}

/// One thing that an automation does: which, and with what.
#[component]
pub(super) fn ActionCard(
    /// What ids of the list's cards begin with.
    list: String,
    /// Which of them it is, from 0.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
    /// What is so; nothing once it is gone.
    action: Signal<Option<Action>>,
    /// The automation.
    ruled: Ruled,
    /// The operation that sets it.
    #[prop(into)]
    edit: Callback<Action, Operation>,
    /// Moves it up or down; gives back where it now is.
    #[prop(into)]
    on_move: Callback<isize, Option<usize>>,
    /// Called when the person takes it out.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = format!("{list}-{at}");
    let acted = Acted { ruled, action, edit, id: StoredValue::new(id.clone()) };
    let kind = Memo::new(move |_| action.with(|it| it.as_ref().map_or("", action_name)));
    let title = |kind: &str| format!("builder.rule.action.{kind}");
    let name = Signal::derive(move || {
        let place = (at + 1).to_string();
        let values = [("place", place.as_str()), ("action", &i18n.text(&title(kind.get())))];
        i18n.fill("builder.rule.action.named", &values)
    });
    let fresh = move |name: &str| {
        let words =
            i18n.text(if name == "notify" { "builder.rule.message.new" } else { "builder.rule.row.new" });
        ruled.table.with(|table| ruled.fields.with(|fields| self::action(name, table, fields, &words)))
    };
    let items = Signal::derive(move || {
        let possible = ACTIONS.into_iter().filter(|name| fresh(name).is_some());
        possible.map(|name| (name.to_owned(), i18n.text(&title(name)))).collect::<Vec<_>>()
    });
    let choose = move |name: String| {
        if let Some(action) = untrack(|| fresh(&name)) {
            acted.perform(action);
        }
    };
    view! {
        <li class="clause-card" id=id.clone() aria-label=name>
            <div class="clause-card-head">
                <Pick
                    id=format!("{id}-action")
                    label=t!("builder.rule.action")
                    is_short=true
                    items
                    selected=Signal::derive(move || kind.get().to_owned())
                    on_select=choose
                />
                <span class="clause-tools">
                    <OrderButtons list name at count on_move/>
                    <IconButton
                        label=Signal::derive(move || i18n.fill("builder.rule.action.remove", &[("name", &name.get())]))
                        glyph=Glyph::X
                        disabled=Signal::derive(move || count.get() < 2)
                        on_press=on_remove
                    />
                </span>
            </div>
            {move || parts(i18n, kind.get(), acted)}
        </li>
    }
}

/// With what an action of such a kind is done.
fn parts(i18n: I18n, kind: &str, acted: Acted) -> AnyView {
    match kind {
        "set_field" => view! { <SetFieldPart acted/> }.into_any(),
        "set_today" => set_today(acted),
        "notify" => notify(i18n, acted),
        "create_row" => view! { <CreatedRow acted/> }.into_any(),
        "export" => export(i18n, acted),
        _ => ().into_any(),
    }
}

fn set_today(acted: Acted) -> AnyView {
    let selected = Signal::derive(move || match acted.action.get() {
        Some(Action::SetToday { field }) => field.to_string(),
        _ => String::new(),
    });
    view! {
        <Pick
            id=acted.part("field")
            label=t!("builder.rule.today.field")
            is_short=true
            items=acted.fields(takes_today)
            selected
            on_select=move |id: String| acted.perform(Action::SetToday { field: FieldId::from(id.as_str()) })
        />
    }
    .into_any()
}

fn notify(i18n: I18n, acted: Acted) -> AnyView {
    let now = move || match acted.action.get() {
        Some(Action::Notify { person, message }) => (person, message),
        _ => (None, String::new()),
    };
    let choose = move |id: String| {
        let person = (!id.is_empty()).then(|| FieldId::from(id.as_str()));
        acted.perform(Action::Notify { person, message: untrack(now).1 });
    };
    let edit =
        move |message: String| Some(acted.edit.run(Action::Notify { person: untrack(now).0, message }));
    view! {
        <Pick
            id=acted.part("person")
            label=t!("builder.rule.notify.person")
            is_short=true
            items=acted.fields_or(i18n, "builder.rule.notify.everybody", names_people)
            selected=Signal::derive(move || now().0.map(|field| field.to_string()).unwrap_or_default())
            on_select=choose
        />
        <LiveText
            id=acted.part("message")
            label=t!("builder.rule.notify.message")
            is_short=true
            shape=Shape::Lines
            value=Signal::derive(move || now().1)
            max=DESCRIPTION_MAX as u64
            placeholder=t!("builder.rule.notify.message")
            edit
        />
    }
    .into_any()
}

fn export(i18n: I18n, acted: Acted) -> AnyView {
    let now = move || match acted.action.get() {
        Some(Action::Export { format, by }) => (format, by),
        _ => (ExportFormat::Csv, None),
    };
    // Names of formats are the same in every language.
    let formats = vec![("csv".to_owned(), "CSV".to_owned()), ("json".to_owned(), "JSON".to_owned())];
    let choose = move |name: String| {
        let format = if name == "json" { ExportFormat::Json } else { ExportFormat::Csv };
        acted.perform(Action::Export { format, by: untrack(now).1 });
    };
    let choose_by = move |id: String| {
        let by = (!id.is_empty()).then(|| FieldId::from(id.as_str()));
        acted.perform(Action::Export { format: untrack(now).0, by });
    };
    let format = Signal::derive(move || match now().0 {
        ExportFormat::Csv => "csv".to_owned(),
        ExportFormat::Json => "json".to_owned(),
    });
    view! {
        <Pick
            id=acted.part("format")
            label=t!("builder.rule.export.format")
            is_short=true
            items=Signal::stored(formats)
            selected=format
            on_select=choose
        />
        <Pick
            id=acted.part("by")
            label=t!("builder.rule.export.by")
            is_short=true
            items=acted.fields_or(i18n, "builder.rule.export.one", |fact| fact.groups)
            selected=Signal::derive(move || now().1.map(|field| field.to_string()).unwrap_or_default())
            on_select=choose_by
        />
    }
    .into_any()
}
