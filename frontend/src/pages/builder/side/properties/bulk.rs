//! What can be done with several elements at once, each as one step.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::blueprint::{Color, FieldId, FieldKind, KindName, NumberFormat};
use shared::operation::{ElementId, ElementKind, FieldProperty, Operation};

use super::color::ColorGrid;
use super::controls::Pick;
use super::kinds;
use super::option::{find, recolored};
use crate::components::{Button, Checkbox, Checked, Glyph, Icon, Look};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::actions::Action;
use crate::pages::builder::store::{Workbench, use_workbench};

/// Kinds that many fields can be given at once: those that ask for nothing besides.
const KINDS: [KindName; 5] =
    [KindName::Text, KindName::LongText, KindName::Number, KindName::Date, KindName::Checkbox];

/// What can be done with everything that is selected.
#[component]
pub(super) fn Bulk() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let shape = Memo::new(move |_| (bench.selected().kind(), bench.selection().len()));
    let title = move || {
        let (kind, count) = shape.get();
        i18n.count(&format!("builder.props.many.{}", kind.as_str()), count)
    };
    let kind = Memo::new(move |_| shape.get().0);
    let own = move || match kind.get() {
        ElementKind::Field => view! { <Fields/> }.into_any(),
        ElementKind::Option => view! { <Options/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <header class="props-head">
            <Icon glyph=Glyph::ListChecks/>
            <h2 class="side-title" aria-live="polite">{title}</h2>
        </header>
        <p class="hint">{t!("builder.props.many.hint")}</p>
        {own}
        <div class="props-actions">
            <Button
                text=t!("builder.action.duplicate")
                glyph=Glyph::Copy
                on_press=move |()| Action::Duplicate.run(bench, i18n)
            />
            <Button
                text=t!("builder.action.remove")
                glyph=Glyph::Trash2
                look=Look::Danger
                on_press=move |()| Action::Remove.run(bench, i18n)
            />
        </div>
    }
}

/// The fields that are selected.
fn fields(selection: &[ElementId]) -> Vec<FieldId> {
    let field = |element: &ElementId| match element {
        ElementId::Field(field) => Some(field.clone()),
        _ => None,
    };
    selection.iter().filter_map(field).collect()
}

#[component]
fn Fields() -> impl IntoView {
    view! {
        <Required/>
        <Kinds/>
    }
}

/// Whether the selected fields must have a value.
#[component]
fn Required() -> impl IntoView {
    let bench = use_workbench();
    let required = Memo::new(move |_| {
        let fields = fields(&bench.selection());
        bench.blueprint.with(|it| {
            let asks: Vec<bool> = fields.iter().filter_map(|id| Some(it.field(id)?.1.required)).collect();
            match (asks.contains(&true), asks.contains(&false)) {
                (true, true) => Some(Checked::Some),
                (true, false) => Some(Checked::Yes),
                (false, _) => Some(Checked::No),
            }
        })
    });
    let require = move |wanted: bool| {
        let set = |field| Operation::EditField { field, set: FieldProperty::Required(wanted) };
        bench.perform(fields(&bench.selection_now()).into_iter().map(set).collect());
    };
    view! {
        <Checkbox
            label=t!("fields.required")
            checked=Signal::derive(move || required.get().unwrap_or(Checked::No))
            on_change=require
        />
    }
}

/// What the selected fields hold.
#[component]
fn Kinds() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let shared = Memo::new(move |_| {
        let fields = fields(&bench.selection());
        bench.blueprint.with(|it| {
            let mut names: Vec<_> =
                fields.iter().filter_map(|id| Some(it.field(id)?.1.kind.name().as_str())).collect();
            names.dedup();
            match names.as_slice() {
                [only] => (*only).to_owned(),
                _ => String::new(),
            }
        })
    });
    let has_title = Memo::new(move |_| {
        let fields = fields(&bench.selection());
        bench.blueprint.with(|it| {
            fields.iter().any(|id| it.field(id).is_some_and(|(_, field)| field.kind == FieldKind::Title))
        })
    });
    let items = Signal::derive(move || {
        let own = shared.get();
        let mut names: Vec<String> = KINDS.iter().map(|kind| kind.as_str().to_owned()).collect();
        if !names.contains(&own) {
            names.insert(0, own);
        }
        let item = |name: String| {
            let key =
                if name.is_empty() { "builder.props.many.kinds".to_owned() } else { format!("kind.{name}") };
            let words = i18n.text(&key);
            (name, words)
        };
        names.into_iter().map(item).collect::<Vec<_>>()
    });
    let hint = Signal::derive(move || match has_title.get() {
        true => i18n.text("builder.props.many.title"),
        false => String::new(),
    });
    let convert_now = move |name: &str| {
        if let Some(count) = convert(bench, name).filter(|count| *count > 0) {
            bench.offer_undo(i18n.count("builder.props.lost", count));
        }
    };
    // Arrows go through the list one by one: each kind on the way would cost values.
    let select = move |name: String| bench.hold(Callback::new(move |()| convert_now(&name)));
    view! {
        <Pick
            id="props-kinds"
            label=t!("builder.props.kind")
            hint
            items
            selected=shared
            disabled=has_title
            on_select=select
        />
    }
}

/// Gives every selected field the kind of that name; how many sample values that cost.
fn convert(bench: Workbench, name: &str) -> Option<usize> {
    let kind = match kinds::parse(name)? {
        KindName::Text => FieldKind::Text,
        KindName::LongText => FieldKind::LongText,
        KindName::Number => FieldKind::Number { format: NumberFormat::Integer },
        KindName::Date => FieldKind::Date,
        KindName::Checkbox => FieldKind::Checkbox,
        _ => return None,
    };
    let blueprint = bench.blueprint.get_untracked();
    let fields = fields(&bench.selection_now());
    let all: BTreeMap<_, _> = fields.iter().map(|field| (field.clone(), kind.clone())).collect();
    let operation = kinds::change(&blueprint, all);
    let count = fields.iter().map(|field| kinds::lost(&blueprint, field, &operation)).sum();
    bench.perform(vec![operation]).then_some(count)
}

#[component]
fn Options() -> impl IntoView {
    let bench = use_workbench();
    let color = Memo::new(move |_| {
        let selection = bench.selection();
        bench.blueprint.with(|it| {
            let color = |element: &ElementId| match element {
                ElementId::Option(id) => find(it, id).map(|(_, option)| option.color),
                _ => None,
            };
            let mut colors = selection.iter().filter_map(color);
            let first = colors.next()?;
            colors.all(|other| other == first).then_some(first)
        })
    });
    let paint = move |color: Color| {
        let recolor = |element| match element {
            ElementId::Option(option) => Some(recolored(option, color)),
            _ => None,
        };
        bench.perform(bench.selection_now().into_iter().filter_map(recolor).collect());
    };
    view! { <ColorGrid chosen=color on_choose=paint/> }
}
