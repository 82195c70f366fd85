//! The whole as text: read as one writes, and taken over as operations, never as a blind overwrite.

mod caret;
mod completing;
mod completion;
mod problems;
mod reading;
mod script;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use self::completing::{Completing, CompletionList, LIST};
use self::problems::TextProblems;
use self::reading::Form;
use self::script::Script;
use crate::components::{Button, Look, Segment, Segmented, spelt};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// The whole as text.
#[component]
pub(super) fn TextCanvas() -> impl IntoView {
    let bench = use_workbench();
    let script = Script::new(bench);
    // What is changed elsewhere shows here at once, unless something is being written.
    Effect::new(move || {
        let blueprint = bench.blueprint.get();
        if !script.is_changed.get_untracked() {
            script.show(blueprint);
        }
    });
    let completing = Completing::new(script);
    let write = move |text| {
        script.write(text);
        completing.follow();
    };
    view! {
        <div class="text-canvas">
            <Head script/>
            <TextProblems script/>
            <div class="script-frame">
                <textarea
                    class="text-editor"
                    dir="ltr"
                    lang="en"
                    spellcheck="false"
                    autocomplete="off"
                    aria-label=t!("builder.text.label")
                    aria-describedby="text-hint"
                    aria-autocomplete="list"
                    aria-haspopup="listbox"
                    aria-controls=LIST
                    aria-activedescendant=move || completing.marked_id()
                    data-form=move || completing.is_ready().then_some("known")
                    aria-invalid=move || script.is_barred().then_some("true")
                    node_ref=script.area
                    prop:value=script.text
                    on:input:target=move |event| write(event.target().value())
                    on:keydown=move |event| press(&event, script, completing)
                    on:click=move |_| completing.close()
                    on:blur=move |_| completing.close()
                    on:scroll=move |_| completing.stay()
                ></textarea>
                <CompletionList completing/>
            </div>
        </div>
    }
}

/// What the text is for, and what is done with it.
#[component]
fn Head(
    /// The text.
    script: Script,
) -> impl IntoView {
    let i18n = use_i18n();
    let cannot = Signal::derive(move || !script.is_changed.get() || script.is_barred());
    let has_nothing = Signal::derive(move || !script.is_changed.get());
    let label = Signal::derive(move || format!("{} ({})", i18n.text("builder.text.apply"), spelt("Mod+S")));
    view! {
        <header class="text-head">
            <p class="hint" id="text-hint">{t!("builder.text.hint")}" "{t!("builder.text.help")}</p>
            <div class="actions">
                <FormChoice script/>
                <Button text=t!("builder.text.discard") disabled=has_nothing on_press=move |()| script.discard()/>
                <Button text=label look=Look::Primary disabled=cannot on_press=move |()| script.apply()/>
            </div>
        </header>
    }
}

/// How the text is written. A text that says nothing whole stays as it is.
#[component]
fn FormChoice(
    /// The text.
    script: Script,
) -> impl IntoView {
    let segment = |form: Form, name: &'static str| Segment {
        value: form.as_str(),
        name: Signal::stored(name.to_owned()),
        glyph: None,
    };
    let choose = move |form: &'static str| {
        let forms = [Form::Json, Form::Yaml];
        if let Some(form) = forms.into_iter().find(|it| it.as_str() == form) {
            script.turn(form);
        }
    };
    view! {
        <Segmented
            legend=t!("builder.text.form")
            name="form"
            segments=vec![segment(Form::Json, "JSON"), segment(Form::Yaml, "YAML")]
            chosen=Signal::derive(move || script.form.get().as_str())
            disabled=Signal::derive(move || script.is_barred())
            on_choose=choose
        />
    }
}

fn press(event: &KeyboardEvent, script: Script, completing: Completing) {
    if completing.press(event) {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let with_mod = event.ctrl_key() || event.meta_key();
    match event.key().to_lowercase().as_str() {
        "s" if with_mod => {
            event.prevent_default();
            script.apply();
        }
        // While something is being written, undoing is about the writing.
        "z" | "y" if with_mod && script.is_changed.get_untracked() => event.stop_propagation(),
        _ => {}
    }
}
