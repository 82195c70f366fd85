//! Asking for a value.

use leptos::prelude::*;
use shared::blueprint::Color;

use super::specimen::{Family, Specimen, States, say};
use crate::components::{Chip, Combobox, ComboboxItem, Field, Select, SelectItem, TextInput};

const KINDS: [(&str, &str); 12] = [
    ("text", "Text"),
    ("long_text", "Long text"),
    ("number", "Number"),
    ("date", "Date"),
    ("datetime", "Date and time"),
    ("checkbox", "Checkbox"),
    ("select", "Select"),
    ("multi_select", "Multi-select"),
    ("url", "Web address"),
    ("rating", "Rating"),
    ("relation", "Relation"),
    ("formula", "Formula"),
];

/// Asking for a value.
#[component]
pub(super) fn Fields() -> impl IntoView {
    view! {
        <Family name="Fields">
            <Texts/>
            <Selects/>
            <Comboboxes/>
            <Chips/>
        </Family>
    }
}

#[component]
fn Texts() -> impl IntoView {
    let name = RwSignal::new(String::new());
    let error = Signal::derive(move || {
        if name.with(|name| name.trim().is_empty()) {
            say("Give the field a name.").get()
        } else {
            String::new()
        }
    });
    view! {
        <Specimen name="Field, TextInput" when="A label above, a hint below, and what is wrong, with the way out of it.">
            <div class="stack">
                <Field control="kit-name" label=say("Name") hint=say("At most 80 characters.")>
                    <TextInput id="kit-name" value=Signal::stored(say("Client").get_untracked()) max=80 on_change=|_| ()/>
                </Field>
                <Field control="kit-wrong" label=say("Name of the field") error>
                    <TextInput
                        id="kit-wrong"
                        value=name
                        max=80
                        invalid=Signal::derive(move || error.with(|error| !error.is_empty()))
                        on_change=move |text| name.set(text)
                    />
                </Field>
                <Field control="kit-off" label=say("Id") hint=say("Ids stay as they are, whatever the name.")>
                    <TextInput id="kit-off" value=Signal::stored("fld_sessions_client".to_owned()) max=80 disabled=Signal::stored(true) on_change=|_| ()/>
                </Field>
            </div>
        </Specimen>
    }
}

#[component]
fn Selects() -> impl IntoView {
    let chosen = RwSignal::new("date");
    let items = || {
        let item =
            |(value, name): (&'static str, &str)| SelectItem { value, name: say(name).get_untracked() };
        Signal::stored(KINDS.map(item).to_vec())
    };
    let pick = move |value: String| {
        if let Some((value, _)) = KINDS.iter().find(|(kind, _)| *kind == value) {
            chosen.set(value);
        }
    };
    view! {
        <Specimen name="Select" when="One of a few known values, in the browser’s own list.">
            <div class="stack">
                <Field control="kit-select" label=say("Kind")>
                    <Select id="kit-select" items=items() selected=chosen on_select=pick/>
                </Field>
                <Field control="kit-select-off" label=say("Kind of the title")>
                    <Select id="kit-select-off" items=items() selected=Signal::stored("text") disabled=Signal::stored(true) on_select=|_| ()/>
                </Field>
            </div>
        </Specimen>
    }
}

#[component]
fn Comboboxes() -> impl IntoView {
    let selected = RwSignal::new(None::<String>);
    let item = |(value, name): (&str, &str)| ComboboxItem {
        value: value.to_owned(),
        name: say(name).get_untracked(),
    };
    let items = Signal::stored(KINDS.map(item).to_vec());
    view! {
        <Specimen name="Combobox" when="One of many values, found by typing.">
            <div class="stack">
                <Field control="kit-combobox" label=say("Kind of field") hint=say("Type a few letters.")>
                    <Combobox
                        id="kit-combobox"
                        items
                        selected
                        placeholder=say("Any kind")
                        on_select=move |value| selected.set(Some(value))
                    />
                </Field>
                <Field control="kit-combobox-off" label=say("Kind of the computed field")>
                    <Combobox
                        id="kit-combobox-off"
                        items
                        selected=Signal::stored(Some("formula".to_owned()))
                        disabled=Signal::stored(true)
                        on_select=|_| ()
                    />
                </Field>
            </div>
        </Specimen>
    }
}

#[component]
fn Chips() -> impl IntoView {
    let chips =
        RwSignal::new(vec![("Follow-up", Color::Blue), ("Blocked", Color::Red), ("Idea", Color::Yellow)]);
    let chip = move |(name, color): (&'static str, Color)| {
        let remove = move |()| chips.update(|chips| chips.retain(|(other, _)| *other != name));
        view! { <Chip text=say(name) color on_remove=remove/> }
    };
    view! {
        <Specimen name="Chip" when="One of several things that were taken in; taken out again by its cross.">
            <States>
                <For each=move || chips.get() key=|chip| chip.0 children=chip/>
                <Chip text=say("Always there")/>
                <Chip text=say("A very long name that somebody gave to a tag, and that still has to fit") color=Color::Teal on_remove=|()| ()/>
            </States>
        </Specimen>
    }
}
