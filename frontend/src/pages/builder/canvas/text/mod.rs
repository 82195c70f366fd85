//! The whole as text: read as one writes, and taken over as operations, never as a blind overwrite.

mod reading;

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::operation::{diff, merge};

use self::reading::{Wrong, read, write};
use crate::components::{Banner, Button, Look, Tone, spelt};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// How long one may pause in writing before the text is read.
const PAUSE: Duration = Duration::from_millis(300);

/// What the text mode knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Script {
    bench: Workbench,
    text: RwSignal<String>,
    /// What the text was written from.
    base: StoredValue<Arc<Blueprint>>,
    /// Whether the text says something else.
    is_changed: RwSignal<bool>,
    wrong: RwSignal<Option<Wrong>>,
    paused: StoredValue<u32>,
    area: NodeRef<Textarea>,
}

/// The whole as text.
#[component]
pub(super) fn TextCanvas() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    // What was written and not applied is still there when one comes back.
    let draft = bench.draft.get_value();
    let is_changed = draft.is_some();
    let (text, base) = draft.unwrap_or_else(|| {
        let blueprint = bench.blueprint.get_untracked();
        (write(&blueprint), blueprint)
    });
    let script = Script {
        bench,
        text: RwSignal::new(text),
        base: StoredValue::new(base),
        is_changed: RwSignal::new(is_changed),
        wrong: RwSignal::new(None),
        paused: StoredValue::new(0),
        area: NodeRef::new(),
    };
    // What is changed elsewhere shows here at once, unless something is being written.
    Effect::new(move || {
        let blueprint = bench.blueprint.get();
        if !script.is_changed.get_untracked() {
            script.show(blueprint);
        }
    });
    let wrong = move || {
        script.wrong.get().map(|wrong| {
            let line = wrong.line.to_string();
            let text = i18n.fill("builder.text.wrong", &[("line", &line), ("sentence", &wrong.sentence)]);
            view! {
                <Banner tone=Tone::Error text=text>
                    <Button text=t!("builder.text.go") on_press=move |()| script.go_to(wrong.line)/>
                </Banner>
            }
        })
    };
    let cannot = Signal::derive(move || !script.is_changed.get() || script.wrong.with(Option::is_some));
    let has_nothing = Signal::derive(move || !script.is_changed.get());
    let label = Signal::derive(move || format!("{} ({})", i18n.text("builder.text.apply"), spelt("Mod+S")));
    view! {
        <div class="text-canvas">
            <header class="text-head">
                <p class="hint" id="text-hint">{t!("builder.text.hint")}</p>
                <div class="actions">
                    <Button text=t!("builder.text.discard") disabled=has_nothing on_press=move |()| script.discard()/>
                    <Button text=label look=Look::Primary disabled=cannot on_press=move |()| script.apply()/>
                </div>
            </header>
            <div class="text-wrong" role="alert">{wrong}</div>
            <textarea
                class="text-editor"
                dir="ltr"
                lang="en"
                spellcheck="false"
                autocomplete="off"
                aria-label=t!("builder.text.label")
                aria-describedby="text-hint"
                aria-invalid=move || script.wrong.with(Option::is_some).then_some("true")
                node_ref=script.area
                prop:value=script.text
                on:input:target=move |event| script.write(event.target().value())
                on:keydown=move |event| press(&event, script)
            ></textarea>
        </div>
    }
}

fn press(event: &KeyboardEvent, script: Script) {
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

impl Script {
    fn show(self, blueprint: Arc<Blueprint>) {
        let text = write(&blueprint);
        if self.text.with_untracked(|shown| *shown != text) {
            self.text.set(text);
        }
        self.base.set_value(blueprint);
        self.bench.draft.set_value(None);
        self.is_changed.set(false);
        self.wrong.set(None);
    }

    fn write(self, text: String) {
        self.bench.draft.set_value(Some((text.clone(), self.base.get_value())));
        self.text.set(text);
        self.is_changed.set(true);
        self.paused.update_value(|count| *count = count.wrapping_add(1));
        let counted = self.paused.get_value();
        set_timeout(
            move || {
                if self.paused.try_get_value() == Some(counted) {
                    self.wrong.set(self.text.with_untracked(|text| read(text).err()));
                }
            },
            PAUSE,
        );
    }

    fn discard(self) {
        self.show(self.bench.blueprint.get_untracked());
    }

    /// Takes over what the text says, as one step; what was changed elsewhere since stays.
    fn apply(self) {
        if !self.is_changed.get_untracked() {
            return;
        }
        let read = match self.text.with_untracked(|text| read(text)) {
            Ok(read) => read,
            Err(wrong) => return self.wrong.set(Some(wrong)),
        };
        let (now, base) = (self.bench.blueprint.get_untracked(), self.base.get_value());
        let (operations, conflict) = if *now == *base {
            (diff(&now, &read), None)
        } else {
            let merged = merge(&base, &now, &read);
            let language = self.bench.language();
            let first = merged.conflicts.first().map(|conflict| conflict.sentence(&now, language));
            (merged.operations, first)
        };
        if operations.is_empty() || self.bench.perform(operations) {
            self.show(self.bench.blueprint.get_untracked());
        }
        if let Some(sentence) = conflict {
            self.bench.tell(sentence);
        }
    }

    /// Selects a line, so that it is seen.
    fn go_to(self, line: usize) {
        let Some(area) = self.area.get_untracked() else { return };
        let text = area.value();
        // Places in the area count as JavaScript does.
        let units = |text: &str| text.encode_utf16().count();
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(units).sum();
        let length = text.lines().nth(line.saturating_sub(1)).map(units).unwrap_or_default();
        let (Ok(start), Ok(end)) = (u32::try_from(before), u32::try_from(before + length)) else { return };
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
        let lines = text.lines().count().max(1) as f64;
        let top = f64::from(area.scroll_height()) * (line as f64 - 4.0).max(0.0) / lines;
        area.set_scroll_top(top as i32);
    }
}
