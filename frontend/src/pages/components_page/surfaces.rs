//! What things stand on.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, States, say};
use crate::components::{
    Avatar, Button, Card, CodeBlock, Dialog, Disclosure, Edge, Field, Glyph, IconButton, Look, Sheet,
    TextInput,
};

const PEOPLE: [&str; 7] = [
    "Ada Lovelace",
    "Grace Hopper",
    "Alan Turing",
    "Barbara Liskov",
    "Edsger Dijkstra",
    "Radia Perlman",
    "山田 太郎",
];
const CODE: &str = "SELECT title, status, follow_up_date\nFROM sessions\nWHERE status = 'Active'\nORDER BY follow_up_date; -- a line that is much longer than the frame it stands in, so that it scrolls";

/// What things stand on.
#[component]
pub(super) fn Surfaces() -> impl IntoView {
    view! {
        <Family name="Surfaces">
            <Specimen name="Card" when="Things that belong together. No card in a card.">
                <Card
                    title=say("Sessions")
                    text=say("Every chat worth keeping.")
                    actions=|| view! { <IconButton label=say("Edit sessions") glyph=Glyph::Pencil on_press=|()| ()/> }
                >
                    <People/>
                </Card>
            </Specimen>
            <Dialogs/>
            <Specimen name="Avatar" when="A person, in a colour that is the same everywhere.">
                <States>
                    {PEOPLE.map(|name| view! { <Avatar name=Signal::stored(name.to_owned())/> }).collect_view()}
                    <Avatar name=Signal::stored(String::new()) named=true/>
                </States>
            </Specimen>
            <Specimen name="Disclosure" when="Details that most people can do without.">
                <Disclosure summary=say("Why this field is there")>
                    <p>{say("You asked for follow-ups, and a follow-up needs a date.")}</p>
                </Disclosure>
            </Specimen>
            <Specimen name="CodeBlock" when="Text for machines, to read and to copy." wide=true>
                <CodeBlock label=Signal::stored("schema.sql".to_owned()) code=Signal::stored(CODE.to_owned())/>
            </Specimen>
        </Family>
    }
}

#[component]
fn People() -> impl IntoView {
    let person = |name: &'static str| {
        view! { <li class="specimen-person"><Avatar name=Signal::stored(name.to_owned()) named=true/><span translate="no">{name}</span></li> }
    };
    view! { <ul class="stack">{PEOPLE.iter().take(3).copied().map(person).collect_view()}</ul> }
}

#[component]
fn Dialogs() -> impl IntoView {
    let open = RwSignal::new("");
    let is = move |which: &'static str| Signal::derive(move || open.get() == which);
    let close = move |()| open.set("");
    let show = move |which: &'static str| move |()| open.set(which);
    view! {
        <Specimen name="Dialog, Sheet" when="A dialog asks what can't be undone; a sheet holds a longer task beside the page.">
            <States>
                <Button text=say("Delete for good") look=Look::Danger on_press=show("dialog")/>
                <Button text=say("Edit the field") on_press=show("end")/>
                <Button text=say("Show the steps") on_press=show("bottom")/>
            </States>
            <Dialog
                id="kit-dialog"
                title=say("Delete the workspace “Research chats”?")
                is_open=is("dialog")
                on_close=close
                actions=move || view! {
                    <Button text=say("Keep it") on_press=close/>
                    <Button text=say("Delete it") look=Look::Danger on_press=close/>
                }
            >
                <p>{say("Its 3 configurations and 214 chats are gone for everybody. This can’t be undone.")}</p>
            </Dialog>
            <Sheet id="kit-sheet" title=say("Edit the field") is_open=is("end") on_close=close>
                <Field control="kit-sheet-name" label=say("Name in the sheet")>
                    <TextInput id="kit-sheet-name" value=Signal::stored("Client".to_owned()) max=80 on_change=|_| ()/>
                </Field>
            </Sheet>
            <Sheet id="kit-sheet-bottom" title=say("Show the steps") edge=Edge::Bottom is_open=is("bottom") on_close=close>
                <p>{say("Open Notion, choose a page, and let the guide count your clicks.")}</p>
            </Sheet>
        </Specimen>
    }
}
