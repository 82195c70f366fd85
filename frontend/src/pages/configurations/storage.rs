//! Where everything is kept: how much room it takes, whether it stays, and a copy of all of it.

use leptos::prelude::*;

use super::open_file::choosing;
use super::store::Systems;
use crate::browser::database;
use crate::components::{Button, Card, Glyph};
use crate::i18n::{I18n, known, t, use_i18n};
use crate::pages::files::size::size;
use crate::state::toasts::use_toasts;

/// Everything in one file, and back.
#[component]
pub(super) fn BackupCard(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let is_empty = Signal::derive(move || systems.is_empty() && systems.away().is_empty());
    view! {
        <Card title=t!("configurations.backup.title") text=t!("configurations.backup.text")>
            <div class="actions">
                <Button
                    text=t!("configurations.backup.save")
                    glyph=Glyph::Download
                    busy=systems.is_saving
                    disabled=is_empty
                    on_press=move |()| systems.back_up()
                />
                {choosing(systems, t!("configurations.backup.restore"))}
            </div>
        </Card>
    }
}

/// How much room is taken, and whether the browser promised to keep what is there.
#[component]
pub(super) fn StorageCard(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let told = LocalResource::new(move || {
        systems.in_use();
        async { (database::room().await, database::is_persistent().await) }
    });
    let used = move || told.get().and_then(|(room, _)| room).map(|room| used(i18n, room));
    let is_promised = Memo::new(move |_| told.get().map(|(_, is_promised)| is_promised));
    let promise = move || match is_promised.get() {
        None => String::new(),
        Some(true) => i18n.text("configurations.storage.promised"),
        Some(false) => i18n.text("configurations.storage.not_promised"),
    };
    let ask = Action::new_local(move |_: &()| async move {
        let is_granted = database::persist().await;
        told.refetch();
        toasts.say(match is_granted {
            true => known!("configurations.storage.granted"),
            false => known!("configurations.storage.refused"),
        });
    });
    let press = move |()| {
        ask.dispatch_local(());
    };
    let button = move || {
        view! { <Button text=t!("configurations.storage.ask") busy=ask.pending() on_press=press/> }
    };
    view! {
        <Card title=t!("configurations.storage.title") text=Signal::derive(promise)>
            <p class="hint">{used}</p>
            {move || (is_promised.get() == Some(false)).then(button)}
        </Card>
    }
}

fn used(i18n: I18n, (used, room): (f64, f64)) -> String {
    // Browsers count in whole bytes, far below what a double holds exactly.
    let size = |bytes: f64| size(i18n, bytes as u64);
    i18n.fill("configurations.storage.used", &[("used", &size(used)), ("room", &size(room))])
}
