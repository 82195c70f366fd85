//! Choosing among what is in sight.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, say};
use crate::components::{
    CheckCards, Checkbox, Checked, Choice, Glyph, Mark, RadioCards, Segment, Segmented, Switch,
};

/// Choosing among what is in sight.
#[component]
pub(super) fn Choices() -> impl IntoView {
    view! {
        <Family name="Choices">
            <Checkboxes/>
            <Switches/>
            <Segments/>
            <Cards/>
        </Family>
    }
}

#[component]
fn Checkboxes() -> impl IntoView {
    let boxes = RwSignal::new([true, false]);
    let all = Signal::derive(move || match boxes.get() {
        [true, true] => Checked::Yes,
        [false, false] => Checked::No,
        _ => Checked::Some,
    });
    let one = move |at: usize| {
        Signal::derive(move || boxes.with(|boxes| boxes.get(at).copied().unwrap_or(false).into()))
    };
    let set = move |at: usize| {
        move |is_on: bool| boxes.update(|boxes| boxes.iter_mut().skip(at).take(1).for_each(|it| *it = is_on))
    };
    view! {
        <Specimen name="Checkbox" when="A yes or a no among others, sent with a form. It may stand for several.">
            <div class="stack">
                <Checkbox label=say("All fields") checked=all on_change=move |is_on| boxes.set([is_on, is_on])/>
                <div class="stack inset">
                    <Checkbox label=say("Summary") checked=one(0) on_change=set(0)/>
                    <Checkbox label=say("Notes") hint=say("Long texts make the file larger.") checked=one(1) on_change=set(1)/>
                </div>
                <Checkbox
                    label=say("Title, which every table has")
                    checked=Signal::stored(Checked::Yes)
                    disabled=Signal::stored(true)
                    on_change=|_| ()
                />
            </div>
        </Specimen>
    }
}

#[component]
fn Switches() -> impl IntoView {
    let remind = RwSignal::new(true);
    view! {
        <Specimen name="Switch" when="On or off at once, without a button to confirm it.">
            <div class="stack">
                <Switch
                    label=say("Weekly review")
                    hint=say("Every Monday, a list of the chats that wait for you.")
                    is_on=remind
                    on_change=move |is_on| remind.set(is_on)
                />
                <Switch label=say("Sync with a platform") is_on=Signal::stored(false) disabled=Signal::stored(true) on_change=|_| ()/>
            </div>
        </Specimen>
    }
}

#[component]
fn Segments() -> impl IntoView {
    let view_kind = RwSignal::new("grid");
    let segments = || {
        let segment = |value, name, glyph| Segment { value, name: say(name), glyph: Some(glyph) };
        vec![
            segment("grid", "Grid", Glyph::Table),
            segment("board", "Board", Glyph::SquareKanban),
            segment("calendar", "Calendar", Glyph::Calendar),
        ]
    };
    view! {
        <Specimen name="Segmented" when="One of two to five that one compares, all in sight.">
            <Segmented
                legend=say("Kind of view")
                name="kit-view"
                segments=segments()
                chosen=view_kind
                on_choose=move |value| view_kind.set(value)
            />
            <Segmented
                legend=say("Kind of view, not now")
                name="kit-view-off"
                segments=segments()
                chosen=Signal::stored("board")
                disabled=Signal::stored(true)
                on_choose=|_| ()
            />
        </Specimen>
    }
}

#[component]
fn Cards() -> impl IntoView {
    let size = RwSignal::new("small");
    let parts = RwSignal::new(vec!["tags"]);
    let choice = |value, title, text, glyph| Choice {
        value,
        title: say(title),
        text: say(text),
        mark: Mark::Shape(glyph),
    };
    let toggle = move |value: &'static str| {
        parts.update(|parts| match parts.iter().position(|part| *part == value) {
            Some(at) => drop(parts.remove(at)),
            None => parts.push(value),
        });
    };
    view! {
        <Specimen name="RadioCards, CheckCards" when="One or several of a few that need explaining." wide=true>
            <RadioCards
                legend=say("How large is the team?")
                name="kit-team"
                choices=vec![
                    choice("one", "Just me", "No owners, nothing to share.", Glyph::User),
                    choice("small", "A few people", "Every chat has an owner and can be shared.", Glyph::Users),
                ]
                chosen=size
                on_choose=move |value| size.set(value)
            />
            <CheckCards
                legend=say("Which parts should it have?")
                name="kit-parts"
                choices=vec![
                    choice("tags", "Tags", "Tags and a priority on every chat.", Glyph::Tags),
                    choice("archive", "Archive", "A place for finished chats, and a rule that moves them there.", Glyph::Archive),
                ]
                chosen=parts
                on_toggle=toggle
            />
        </Specimen>
    }
}
