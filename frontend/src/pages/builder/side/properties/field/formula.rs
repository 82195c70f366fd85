//! A formula, tried as one writes it.

use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use shared::blueprint::{FieldId, FieldKind};
use shared::compute::formula::{FORMULA_MAX, Function};

use super::super::follow;
use super::formula_text::{attempt, by_name, insert};
use super::{kind_of, set_kind};
use crate::components::Field;
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// What is known of the formula. Cheap to copy.
#[derive(Clone, Copy)]
struct Formula {
    bench: Workbench,
    field: StoredValue<FieldId>,
    kept: Memo<String>,
    /// What was typed and is not kept yet.
    draft: RwSignal<Option<String>>,
    area: NodeRef<Textarea>,
}

/// A formula, what it gives for the first sample row, and the fields that it can be made of.
#[component]
pub(super) fn FormulaSettings(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let kind = kind_of(&field);
    let kept = Memo::new(move |_| match kind.get() {
        Some(FieldKind::Formula { expression }) => expression,
        _ => String::new(),
    });
    let held = field.clone();
    let fields = follow(move |it| {
        let (table, _) = it.field(&held)?;
        let others = table.fields.iter().filter(|field| field.id != held);
        Some(others.map(|field| (field.id.clone(), field.name.clone())).collect::<Vec<_>>())
    });
    let field = StoredValue::new(field);
    let formula = Formula { bench, field, kept, draft: RwSignal::new(None), area: NodeRef::new() };
    let trial = Memo::new(move |_| {
        let text = formula.text();
        bench.settled.with(|it| field.with_value(|field| attempt(it, field, &text)))
    });
    let reading = move || fields.with(|fields| by_name(&formula.text(), fields));
    let result = move || {
        trial.with(|trial| match (trial.error.is_empty(), trial.shown.is_empty()) {
            (false, _) => String::new(),
            (true, true) => i18n.text("builder.props.formula.empty"),
            (true, false) => i18n.fill("builder.props.formula.result", &[("value", &trial.shown)]),
        })
    };
    let hint = Signal::derive(move || {
        let functions = Function::ALL.map(Function::as_str).join(", ");
        i18n.fill("builder.props.formula.hint", &[("functions", &functions)])
    });
    let part = move |(id, name): (FieldId, String)| {
        view! {
            <button
                type="button"
                class="props-part"
                // What is being written keeps the focus, and with it the place to insert at.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| formula.insert(&id)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="props-formula">
            <Field
                control="props-formula"
                label=t!("kind.formula")
                hint
                error=Signal::derive(move || trial.with(|trial| trial.error.clone()))
            >
                <textarea
                    data-own-undo=""
                    class="input"
                    id="props-formula"
                    rows="3"
                    dir="ltr"
                    spellcheck="false"
                    autocomplete="off"
                    maxlength=FORMULA_MAX.to_string()
                    aria-describedby="props-formula-hint props-formula-error props-formula-result"
                    aria-invalid=move || trial.with(|trial| !trial.error.is_empty()).then_some("true")
                    node_ref=formula.area
                    prop:value=move || formula.text()
                    on:input:target=move |event| formula.draft.set(Some(event.target().value()))
                    on:keydown=move |event| formula.press(&event)
                    on:blur=move |_| formula.keep()
                ></textarea>
            </Field>
            <p class="props-reading" dir="auto">{reading}</p>
            <p class="props-result" id="props-formula-result" role="status">{result}</p>
        </div>
        <div class="props-group" role="group" aria-label=t!("builder.props.formula.insert")>
            <h3 class="side-title" aria-hidden="true">{t!("builder.props.formula.insert")}</h3>
            <div class="props-parts">{move || fields.get().into_iter().map(part).collect_view()}</div>
        </div>
    }
}

impl Formula {
    fn text(self) -> String {
        self.draft.get().unwrap_or_else(|| self.kept.get())
    }

    /// What was typed becomes a step.
    fn keep(self) {
        // It may be left because it is gone.
        let Some(Some(expression)) = self.draft.try_get_untracked() else { return };
        if self.kept.try_get_untracked().is_some_and(|kept| kept != expression) {
            self.field.with_value(|field| {
                set_kind(self.bench, field, FieldKind::Formula { expression });
            });
        }
        self.draft.set(None);
    }

    fn press(self, event: &ev::KeyboardEvent) {
        match event.key().as_str() {
            // Enter and Escape are for the words that are being put together then.
            _ if event.is_composing() => return,
            "Escape" => self.draft.set(None),
            "Enter" => self.keep(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Puts a field where the cursor is.
    fn insert(self, field: &FieldId) {
        let Some(area) = self.area.get_untracked() else { return };
        let text = untrack(|| self.text());
        let end = u32::try_from(text.encode_utf16().count()).unwrap_or_default();
        let start = area.selection_start().ok().flatten().unwrap_or(end);
        let until = area.selection_end().ok().flatten().unwrap_or(end);
        let (text, at) = insert(&text, &format!("{{{}}}", field.as_str()), start, until);
        self.draft.set(Some(text));
        // The text is there with the next frame.
        request_animation_frame(move || {
            let _ = area.focus();
            let _ = area.set_selection_range(at, at);
        });
    }
}
