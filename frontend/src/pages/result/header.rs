//! What the system is called, where it will live, and the way to share or change it.

use leptos::prelude::*;
use shared::platform::Platform;

use super::edit::EditButton;
use super::store::System;
use crate::browser::page;
use crate::components::{Button, ButtonLink, Glyph, Look, PageHeading, PlatformTile, Select, SelectItem};
use crate::i18n::{known, t, use_i18n};
use crate::pages::wizard::platform_name;
use crate::state::copying::use_copy;
use crate::state::draft::Draft;

/// What the system is called, where it will live, and the way to share or change it.
#[component]
pub(crate) fn Header(
    /// The system.
    system: System,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let blueprint = system.blueprint;
    view! {
        <header class="result-header">
            <div class="result-title">
                <PageHeading text=Signal::derive(move || blueprint.with(|it| it.name.clone()))/>
                <p class="lead">{move || blueprint.with(|it| it.description.clone())}</p>
            </div>
            <div class="result-actions" data-tour="actions">
                <PlatformSwitch system draft/>
                <ButtonLink text=t!("result.change") href="/design/review" shortcut="e" before=Glyph::ListChecks/>
                <EditButton system draft/>
                <CopyLink draft/>
                <ButtonLink text=t!("result.download") href="/system/files" shortcut="d" look=Look::Primary before=Glyph::Download/>
            </div>
        </header>
    }
}

/// Where the system will live; another platform makes another plan.
#[component]
fn PlatformSwitch(
    /// The system.
    system: System,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = move |platform: Platform| SelectItem {
        value: platform.as_str(),
        name: platform_name(i18n, platform),
    };
    let select = move |name: String| {
        if let Some(platform) = Platform::parse(&name) {
            draft.set_platform(platform);
        }
    };
    view! {
        <div class="platform-switch" data-tour="platform">
            {move || view! { <PlatformTile platform=system.platform.get()/> }}
            <Select
                id="platform"
                label=t!("result.platform")
                items=Signal::derive(move || Platform::ALL.map(item).to_vec())
                selected=Signal::derive(move || system.platform.get().as_str())
                on_select=select
            />
        </div>
    }
}

/// Puts a link to this very system on the clipboard.
#[component]
fn CopyLink(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let copy = use_copy(known!("result.copied"), known!("result.not_copied"));
    let press = move |()| {
        if let Some(link) = draft.link() {
            copy.dispatch_local(page::address("/system/overview", &link));
        }
    };
    view! { <Button text=t!("result.copy_link") glyph=Glyph::Link on_press=press/> }
}
