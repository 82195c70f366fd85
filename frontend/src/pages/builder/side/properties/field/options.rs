//! The options of a select, in their order.

use leptos::ev::KeyboardEvent;
use leptos::html::Ul;
use leptos::prelude::*;
use shared::blueprint::{Color, FieldId, OptionId};
use shared::operation::intention::{self, Intention};
use shared::operation::{ElementId, Operation};
use shared::validate::NAME_MAX;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::color::ColorSelect;
use super::super::follow;
use super::super::option::{find, recolored};
use crate::browser::layer;
use crate::components::{Button, Glyph, Icon};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::actions::move_to;
use crate::pages::builder::made::Maker;
use crate::pages::builder::store::{Workbench, use_workbench};

/// What the list knows. Cheap to copy.
#[derive(Clone, Copy)]
struct List {
    bench: Workbench,
    i18n: I18n,
    field: StoredValue<FieldId>,
    options: Memo<Vec<OptionId>>,
    frame: NodeRef<Ul>,
}

/// The options of a select: to rename, to colour, to put in another order, to add to.
#[component]
pub(super) fn OptionList(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let held = field.clone();
    let options = follow(move |it| {
        let options = it.field(&held)?.1.kind.options();
        Some(options.iter().map(|option| option.id.clone()).collect::<Vec<_>>())
    });
    let list = List { bench, i18n, field: StoredValue::new(field), options, frame: NodeRef::new() };
    view! {
        <section class="props-section">
            <h3 class="side-title">{t!("builder.props.options")}</h3>
            <ul class="option-rows" node_ref=list.frame>
                <For each=move || options.get() key=|option| option.clone() let(option)>
                    <OptionRow option list/>
                </For>
            </ul>
            <div class="props-actions">
                <Button
                    text=t!("builder.action.add_option")
                    glyph=Glyph::Plus
                    on_press=move |()| list.add()
                />
            </div>
        </section>
    }
}

#[component]
fn OptionRow(
    /// The option.
    option: OptionId,
    /// The list that it is in.
    list: List,
) -> impl IntoView {
    let List { bench, i18n, .. } = list;
    let (named, colored, renamed) = (option.clone(), option.clone(), ElementId::Option(option.clone()));
    let name = follow(move |it| find(it, &named).map(|(_, option)| option.name.clone()));
    let color = follow(move |it| find(it, &colored).map(|(_, option)| option.color));
    let option = StoredValue::new(option);
    let at = Memo::new(move |_| {
        option
            .with_value(|id| list.options.with(|all| all.iter().position(|it| it == id)))
            .unwrap_or_default()
    });
    let is_last = move || at.get() + 1 >= list.options.with(Vec::len);
    let told =
        move |key: &'static str| Signal::derive(move || i18n.fill(key, &[("name", name.get().as_str())]));
    let typed = move |text: String| {
        if let Some(operation) = Operation::rename(&renamed, text) {
            bench.type_in(operation);
        }
    };
    let paint = move |color: Color| {
        bench.perform(vec![recolored(option.get_value(), color)]);
    };
    let label = Signal::derive(move || {
        i18n.fill("builder.props.option_name", &[("place", &(at.get() + 1).to_string())])
    });
    view! {
        <li class="option-row">
            <ColorSelect label=told("builder.props.color_of") chosen=color on_choose=paint/>
            <input
                class="input option-name"
                type="text"
                autocomplete="off"
                maxlength=NAME_MAX.to_string()
                aria-label=label
                prop:value=name
                on:input:target=move |event| typed(event.target().value())
                on:keydown=move |event| list.press(&event, at.get_untracked())
                on:blur=move |_| bench.finish()
            />
            <button
                type="button"
                class="icon-button option-up"
                aria-label=told("builder.props.up")
                disabled=move || at.get() == 0
                on:click=move |_| list.shift(option.get_value(), at.get_untracked(), -1)
            >
                <Icon glyph=Glyph::ChevronDown/>
            </button>
            <button
                type="button"
                class="icon-button option-down"
                aria-label=told("builder.props.down")
                disabled=is_last
                on:click=move |_| list.shift(option.get_value(), at.get_untracked(), 1)
            >
                <Icon glyph=Glyph::ChevronDown/>
            </button>
            <button
                type="button"
                class="icon-button"
                aria-label=told("builder.props.remove")
                on:click=move |_| list.remove(option.get_value(), at.get_untracked())
            >
                <Icon glyph=Glyph::X/>
            </button>
        </li>
    }
}

impl List {
    /// Adds an option at the end, to be named.
    fn add(self) {
        let blueprint = self.bench.blueprint.get_untracked();
        let Some((_, field)) = self.field.with_value(|id| blueprint.field(id)) else { return };
        let option = Maker { blueprint: &blueprint, i18n: self.i18n }.option(field);
        let at = field.kind.options().len();
        if self.bench.perform(vec![Operation::add(option)]) {
            self.name_soon(at);
        }
    }

    /// Enter goes to the next option; after the last, there is a new one. Escape takes back what was typed.
    fn press(self, event: &KeyboardEvent, at: usize) {
        match event.key().as_str() {
            // Enter and Escape are for the words that are being put together then.
            _ if event.is_composing() => return,
            "Escape" => self.bench.abandon(),
            "Enter" => {
                self.bench.finish();
                match at + 1 < self.options.with_untracked(Vec::len) {
                    true => self.name_soon(at + 1),
                    false => self.add(),
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn shift(self, option: OptionId, at: usize, by: isize) {
        let count = self.options.with_untracked(Vec::len);
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < count) else { return };
        move_to(self.bench, self.i18n, &ElementId::Option(option), to);
        // At an end, the way on is the way back.
        let goes_up = if by < 0 { to > 0 } else { to + 1 >= count };
        self.focus_soon(if goes_up { ".option-up" } else { ".option-down" }, to);
    }

    fn remove(self, option: OptionId, at: usize) {
        let element = ElementId::Option(option);
        let removed = self.bench.with_now(|it| intention::remove(it.blueprint(), &element));
        if self.bench.intend(&Intention::Remove(element), removed) {
            self.bench.offer_undo(self.i18n.count("builder.removed", 1));
            let left = self.options.with_untracked(Vec::len);
            self.focus_soon(".option-name", at.min(left.saturating_sub(1)));
        }
    }

    /// Moves the focus once what is new is there.
    fn focus_soon(self, selector: &'static str, at: usize) {
        request_animation_frame(move || {
            if let Some(frame) = self.frame.try_get_untracked().flatten() {
                layer::focus_nth(&frame, selector, at);
            }
        });
    }

    /// Has the name of an option ready to be typed, once it is there.
    fn name_soon(self, at: usize) {
        self.focus_soon(".option-name", at);
        request_animation_frame(|| {
            let focused = document().active_element();
            if let Some(input) = focused.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                input.select();
            }
        });
    }
}
