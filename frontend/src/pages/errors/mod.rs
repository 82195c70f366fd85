//! What went wrong on this device: to look at, to copy, to clear, and to send for those who want that.

mod entry;
mod log;
mod send;

use leptos::prelude::*;

pub(crate) use send::send_unsent;

use self::entry::Entry;
use self::log::Noted;
use crate::browser::page;
use crate::components::{Button, EmptyState, Glyph, PageHeading, Switch};
use crate::i18n::{known, t};
use crate::state::copying::use_copy;
use crate::state::reports;
use crate::state::toasts::use_toasts;

/// Events after which the list may be another: something was noted here, or changed in another tab.
const CHANGES: [&str; 2] = ["csmb:noted", "storage"];

/// Id of the heading of the list.
const LIST: &str = "errors-list";

/// What went wrong on this device.
#[component]
pub(crate) fn ErrorsPage() -> impl IntoView {
    page::keep_out_of_search_engines();
    let errors = RwSignal::new(log::read());
    for change in CHANGES {
        let listener = window_event_listener_untyped(change, move |_| errors.set(log::read()));
        on_cleanup(move || listener.remove());
    }
    let is_empty = Memo::new(move |_| errors.with(Vec::is_empty));
    view! {
        <section class="errors-page">
            <PageHeading text=t!("errors.title")/>
            <p class="lead">{t!("errors.lead")}</p>
            <Sending/>
            <section class="errors-kept">
                <header class="errors-kept-head">
                    <h2 id=LIST tabindex="-1">{t!("errors.list")}</h2>
                    <Show when=move || !is_empty.get()><Actions errors/></Show>
                </header>
                <Show when=move || is_empty.get()>
                    <EmptyState glyph=Glyph::Check title=t!("errors.none.title") text=t!("errors.none.text")/>
                </Show>
                <ul class="errors-list">
                    <For each=move || errors.get() key=Noted::state let(error)>
                        <Entry error/>
                    </For>
                </ul>
                <p class="hint">{t!("errors.list.hint")}</p>
            </section>
        </section>
    }
}

/// Whether errors are sent, and what that means.
#[component]
fn Sending() -> impl IntoView {
    let is_on = RwSignal::new(reports::is_chosen());
    let change = move |chosen| {
        reports::choose(chosen);
        // A device that remembers nothing goes on as it was.
        is_on.set(reports::is_chosen());
    };
    view! {
        <div class="errors-sending">
            <Switch label=t!("errors.send") hint=t!("errors.send.hint") is_on on_change=change/>
        </div>
    }
}

/// What can be done with all of them.
#[component]
fn Actions(
    /// The errors, newest first.
    errors: RwSignal<Vec<Noted>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let copy = use_copy(known!("errors.copied"), known!("code.not_copied"));
    let copy_all = move |()| {
        copy.dispatch_local(errors.with_untracked(|errors| log::report(errors)));
    };
    let keep = move |kept: Vec<Noted>| {
        log::write(&kept);
        errors.set(kept);
    };
    let clear = move |()| {
        let before = log::read();
        keep(Vec::new());
        page::focus(LIST);
        toasts.say_with_undo(known!("errors.cleared"), move || keep(log::restored(log::read(), &before)));
    };
    view! {
        <div class="errors-actions">
            <Button text=t!("errors.copy") glyph=Glyph::Copy busy=copy.pending() on_press=copy_all/>
            <Button text=t!("errors.clear") on_press=clear/>
        </div>
    }
}
