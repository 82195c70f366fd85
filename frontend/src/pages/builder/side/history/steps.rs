//! Undo and redo, with what they are about.

use leptos::prelude::*;

use super::Look;
use crate::components::{Button, Glyph};
use crate::i18n::{I18n, t};

/// Undo and redo, each with what it would take back or do again.
#[component]
pub(super) fn Steps(
    /// The panel.
    look: Look,
) -> impl IntoView {
    let Look { bench, i18n, .. } = look;
    let (can_undo, can_redo) = (Memo::new(move |_| bench.can_undo()), Memo::new(move |_| bench.can_redo()));
    let undone =
        Memo::new(move |_| bench.with(|it| it.history().undoes().map(|(_, label)| label.to_owned())));
    let redone =
        Memo::new(move |_| bench.with(|it| it.history().redoes().map(|(_, label)| label.to_owned())));
    let told = move |undone: Memo<Option<String>>, can: Memo<bool>, none: &'static str| {
        move || match undone.get().filter(|_| can.get()) {
            Some(label) => label,
            None => i18n.text(none),
        }
    };
    view! {
        <dl class="history-steps">
            <div>
                <dt>
                    <Button
                        text=t!("builder.undo")
                        label=full(i18n, "builder.undo", undone)
                        glyph=Glyph::Undo2
                        disabled=Signal::derive(move || !can_undo.get())
                        on_press=move |()| bench.undo()
                    />
                </dt>
                <dd>{told(undone, can_undo, "builder.history.no_undo")}</dd>
            </div>
            <div>
                <dt>
                    <Button
                        text=t!("builder.redo")
                        label=full(i18n, "builder.redo", redone)
                        glyph=Glyph::Redo2
                        disabled=Signal::derive(move || !can_redo.get())
                        on_press=move |()| bench.redo()
                    />
                </dt>
                <dd>{told(redone, can_redo, "builder.history.no_redo")}</dd>
            </div>
        </dl>
    }
}

/// What a button does, with what it does it to.
fn full(i18n: I18n, key: &'static str, label: Memo<Option<String>>) -> Signal<String> {
    Signal::derive(move || match label.get() {
        Some(label) => format!("{}: {label}", i18n.text(key)),
        None => i18n.text(key),
    })
}
