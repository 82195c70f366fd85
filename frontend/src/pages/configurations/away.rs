//! Those put away.

use leptos::prelude::*;
use shared::configuration::ConfigurationId;

use super::store::{LIST, Systems};
use crate::browser::{page, time};
use crate::components::{Button, Disclosure, Look, PlatformTile};
use crate::i18n::{t, use_i18n};

/// Those put away, for as long as they can be brought back.
#[component]
pub(super) fn Away(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| systems.away().into_iter().map(|it| it.id).collect::<Vec<_>>());
    let has_any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let summary = Signal::derive(move || i18n.count("configurations.away", ids.with(Vec::len)));
    view! {
        <Show when=move || has_any.get()>
            <Disclosure summary>
                <p class="hint">{t!("configurations.away.hint")}</p>
                <ul class="systems-list">
                    <For each=move || ids.get() key=|id| id.as_str().to_owned() let(id)>
                        <AwayRow systems id/>
                    </For>
                </ul>
            </Disclosure>
        </Show>
    }
}

#[component]
fn AwayRow(
    /// The configurations.
    systems: Systems,
    /// Which one.
    id: ConfigurationId,
) -> impl IntoView {
    let i18n = use_i18n();
    let summary = Memo::new(move |_| systems.find(&id));
    let name =
        Memo::new(move |_| summary.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let platform = Memo::new(move |_| summary.with(|it| it.as_ref().map(|it| it.platform)));
    let since = move || {
        let deleted_at = summary.with(|it| it.as_ref().and_then(|it| it.deleted_at)).unwrap_or_default();
        let time = time::local(&deleted_at.to_rfc3339(), i18n.language().tag());
        i18n.fill("configurations.away.since", &[("time", &time)])
    };
    let label = move |key: &'static str| Signal::derive(move || i18n.fill(key, &[("name", &name.get())]));
    let restore = move |()| {
        if let Some(summary) = summary.get_untracked() {
            page::focus_in_place(LIST);
            systems.bring_back(summary.id, summary.name);
        }
    };
    let erase = move |()| systems.erasing.set(summary.get_untracked());
    view! {
        <li class="system away">
            {move || platform.get().map(|platform| view! { <PlatformTile platform/> })}
            <div class="system-words">
                <span class="system-name" dir="auto">{name}</span>
                <p class="hint">{since}</p>
            </div>
            <div class="system-actions">
                <Button
                    text=t!("configurations.away.restore")
                    label=label("configurations.away.restore.label")
                    on_press=restore
                />
                <Button
                    text=t!("configurations.away.erase")
                    label=label("configurations.away.erase.label")
                    look=Look::Quiet
                    on_press=erase
                />
            </div>
        </li>
    }
}
