//! Saying what happens.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, States, say};
use crate::components::{Banner, Button, EmptyState, Glyph, Look, Outline, Progress, Shape, Tone, left};
use crate::i18n::known;
use crate::state::toasts::use_toasts;

/// Saying what happens.
#[component]
pub(super) fn Feedback() -> impl IntoView {
    view! {
        <Family name="Feedback">
            <Toasts/>
            <Bars/>
            <Specimen name="Banner" when="Stays until its cause is gone, and names the way on." wide=true>
                <div class="stack">
                    <Banner tone=Tone::Info text=say("These answers came with a link. Your own are kept aside.")>
                        <Button text=say("Take mine back")/>
                    </Banner>
                    <Banner tone=Tone::Warning text=say("Trello has no relations. Three fields become links in the card’s text.")/>
                    <Banner tone=Tone::Error text=say("The words for this page could not be loaded. Check the connection.")>
                        <Button text=say("Try again")/>
                    </Banner>
                </div>
            </Specimen>
            <Specimen name="EmptyState" when="Where nothing is yet: what will be here, and one way to begin.">
                <EmptyState glyph=Glyph::Inbox title=say("No chats yet") text=say("Read an export from ChatGPT, Claude or Gemini. It stays on this device.")>
                    <Button text=say("Read an export") look=Look::Primary/>
                </EmptyState>
            </Specimen>
            <Specimen name="Outline" when="The shape of what is about to come, so that nothing jumps.">
                <div class="stack">
                    <Outline shape=Shape::Text/>
                    <Outline shape=Shape::Cards/>
                    <Outline shape=Shape::Table/>
                    <Outline shape=Shape::Page/>
                </div>
            </Specimen>
        </Family>
    }
}

#[component]
fn Toasts() -> impl IntoView {
    let toasts = use_toasts();
    let is_archived = RwSignal::new(false);
    let archive = move |()| {
        is_archived.set(true);
        toasts.say_with_undo(known!("code.copied"), move || is_archived.set(false));
    };
    let state = move || if is_archived.get() { "done" } else { "as it was" };
    view! {
        <Specimen name="Toast" when="What was just done, with the way to take it back. It stays while one points at it.">
            <States>
                <Button text=say("Say something") on_press=move |()| toasts.say(known!("code.copied"))/>
                <Button text=say("Do something") glyph=Glyph::Undo2 on_press=archive/>
                <output class="hint"><code>{state}</code></output>
            </States>
        </Specimen>
    }
}

#[component]
fn Bars() -> impl IntoView {
    let share = RwSignal::new(Some(0.4));
    // As if every part took a quarter of a second.
    let time_left = Signal::derive(move || share.get().and_then(|share| left(share * 25_000.0, share)));
    let more = move |()| share.update(|share| *share = share.map(|share| (share + 0.1).min(1.0)));
    view! {
        <Specimen name="Progress" when="How far something is, and how long it takes where that can be told.">
            <div class="stack">
                <Progress label=say("Making the workbook") share left=time_left/>
                <Progress label=say("Reading the export, of which nobody knows how long it is") share=Signal::stored(None)/>
                <States>
                    <Button text=say("Go on") on_press=more/>
                    <Button text=say("Start again") look=Look::Quiet on_press=move |()| share.set(Some(0.1))/>
                </States>
            </div>
        </Specimen>
    }
}
