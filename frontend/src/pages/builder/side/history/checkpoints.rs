//! Moments with a name.

use chrono::{DateTime, Utc};
use leptos::ev;
use leptos::prelude::*;
use shared::validate::NAME_MAX;

use super::Look;
use super::preview::{Moment, Preview};
use crate::components::{Button, Dialog, Field, Glyph, Icon, IconButton, Look as Emphasis};
use crate::i18n::t;

/// A moment with a name, as the panel shows it.
#[derive(Clone, Debug, PartialEq)]
struct Named {
    name: String,
    at: DateTime<Utc>,
}

/// Gives this moment a name, and leads back to those that have one.
#[component]
pub(super) fn Checkpoints(
    /// The panel.
    look: Look,
) -> impl IntoView {
    let named = Memo::new(move |_| {
        let named = |it: &shared::operation::history::Checkpoint| Named { name: it.name.clone(), at: it.at };
        look.bench.with(|it| it.history().checkpoints().iter().rev().map(named).collect::<Vec<_>>())
    });
    let forgotten = RwSignal::new(None::<String>);
    view! {
        <Naming look/>
        <ul class="side-lines">
            <For each=move || named.get() key=|it| it.name.clone() let(it)>
                <NamedMoment it look forgotten/>
            </For>
        </ul>
        <Forgetting look forgotten/>
    }
}

/// The field for the name of this moment.
#[component]
fn Naming(
    /// The panel.
    look: Look,
) -> impl IntoView {
    let (name, is_missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let error = Signal::derive(move || match is_missing.get() {
        true => look.i18n.text("builder.history.no_name"),
        false => String::new(),
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = name.with_untracked(|name| name.trim().to_owned());
        is_missing.set(text.is_empty());
        if !text.is_empty() && look.bench.checkpoint(text.clone()) {
            look.bench.said.set(look.i18n.fill("builder.history.named", &[("name", &text)]));
            name.set(String::new());
        }
    };
    let typed = move |text: String| {
        is_missing.set(false);
        name.set(text);
    };
    view! {
        <form class="history-naming" on:submit=submit>
            <Field
                control="history-name"
                label=t!("builder.history.name")
                hint=t!("builder.history.name_hint")
                error
            >
                <span class="history-name">
                    <input
                    data-own-undo=""
                        class="input"
                        type="text"
                        id="history-name"
                        autocomplete="off"
                        maxlength=NAME_MAX.to_string()
                        aria-describedby="history-name-hint history-name-error"
                        aria-invalid=move || is_missing.get().then_some("true")
                        prop:value=name
                        on:input:target=move |event| typed(event.target().value())
                    />
                    <Button text=t!("builder.history.keep") kind="submit"/>
                </span>
            </Field>
        </form>
    }
}

/// A moment with a name: back to it, or its name forgotten.
#[component]
fn NamedMoment(
    /// The moment.
    it: Named,
    /// The panel.
    look: Look,
    /// Whose name is about to be forgotten.
    forgotten: RwSignal<Option<String>>,
) -> impl IntoView {
    let Named { name, at } = it;
    let opener = format!("history-named-{}", at.timestamp_millis());
    let (shown, label) = (opener.clone(), name.clone());
    let name = StoredValue::new(name);
    let moment = move || Moment::Named(name.get_value());
    let is_open = Memo::new(move |_| look.open.with(|open| *open == Some(moment())));
    let forget = Signal::derive(move || {
        name.with_value(|name| look.i18n.fill("builder.history.forget", &[("name", name)]))
    });
    view! {
        <li class="history-entry">
            <div class="history-named">
                <button
                    type="button"
                    class="side-line"
                    id=opener
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| look.toggle(moment())
                >
                    <span class="side-line-head"><Icon glyph=Glyph::Clock/><span>{label}</span></span>
                    <span class="history-facts">
                        <time datetime=at.to_rfc3339()>{move || look.when(at)}</time>
                    </span>
                </button>
                <IconButton
                    label=forget
                    glyph=Glyph::Trash2
                    on_press=move |()| forgotten.set(Some(name.get_value()))
                />
            </div>
            {move || is_open.get().then(|| view! { <Preview moment=moment() opener=shown.clone() look/> })}
        </li>
    }
}

/// Asks before a name is forgotten: nothing brings it back.
#[component]
fn Forgetting(
    /// The panel.
    look: Look,
    /// Whose name is about to be forgotten.
    forgotten: RwSignal<Option<String>>,
) -> impl IntoView {
    let title = Signal::derive(move || {
        let name = forgotten.get().unwrap_or_default();
        look.i18n.fill("builder.history.forget", &[("name", &name)])
    });
    let forget = move |()| {
        if let Some(name) = forgotten.get_untracked() {
            forgotten.set(None);
            look.bench.forget_checkpoint(name);
            crate::browser::page::focus_soon("history-name".to_owned());
        }
    };
    let actions = move || {
        view! {
            <Button text=t!("builder.history.keep_it") on_press=move |()| forgotten.set(None)/>
            <Button text=t!("builder.history.forget_it") look=Emphasis::Danger on_press=forget/>
        }
    };
    view! {
        <Dialog
            id="history-forget"
            title
            is_open=Signal::derive(move || forgotten.with(Option::is_some))
            on_close=move |()| forgotten.set(None)
            actions
        >
            <p>{t!("builder.history.forget_text")}</p>
        </Dialog>
    }
}
