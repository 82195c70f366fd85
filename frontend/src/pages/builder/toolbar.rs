//! The top line: what is open, whether it is kept, and what can be done with the whole.

use leptos::prelude::*;
use shared::platform::Platform;

use super::keeping::Saving;
use super::not_opened::storage_reason;
use super::palette::PaletteButton;
use super::session::Mode;
use super::store::{Workbench, use_workbench};
use crate::components::{
    Button, Glyph, Icon, IconButton, PageHeading, PlatformTile, Segment, Segmented, Select, SelectItem, spelt,
};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::wizard::platform_name;

/// The top line.
#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    let bench = use_workbench();
    let name = Memo::new(move |_| bench.blueprint.with(|it| it.name.clone()));
    view! {
        <header class="bench-top">
            <div class="bench-where">
                <a class="bench-back" href="/configurations">{t!("configurations.title")}</a>
                <Icon glyph=Glyph::ChevronRight/>
                <PageHeading text=name/>
                <SavingState/>
            </div>
            <div class="bench-do">
                <PaletteButton/>
                <Steps/>
                <ModeSwitch/>
                <PlatformChoice/>
            </div>
        </header>
    }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let (can_undo, can_redo) = (Memo::new(move |_| bench.can_undo()), Memo::new(move |_| bench.can_redo()));
    let label = move |key: &'static str, keys: &'static str| {
        Signal::derive(move || format!("{} ({})", i18n.text(key), spelt(keys)))
    };
    view! {
        <IconButton
            label=label("builder.undo", "Mod+Z")
            glyph=Glyph::Undo2
            disabled=Signal::derive(move || !can_undo.get())
            on_press=move |()| bench.undo()
        />
        <IconButton
            label=label("builder.redo", "Mod+Shift+Z")
            glyph=Glyph::Redo2
            disabled=Signal::derive(move || !can_redo.get())
            on_press=move |()| bench.redo()
        />
    }
}

/// Drawn or as text.
#[component]
fn ModeSwitch() -> impl IntoView {
    let bench = use_workbench();
    let name = |mode| match mode {
        Mode::Canvas => "canvas",
        Mode::Text => "text",
    };
    let choose = move |value: &'static str| {
        bench.arrange(|it| it.mode = if value == "text" { Mode::Text } else { Mode::Canvas });
    };
    view! {
        <Segmented
            legend=t!("builder.mode")
            name="mode"
            segments=vec![
                Segment { value: "canvas", name: t!("builder.mode.canvas"), glyph: None },
                Segment { value: "text", name: t!("builder.mode.text"), glyph: None },
            ]
            chosen=Signal::derive(move || bench.session.with(|it| name(it.mode)))
            on_choose=choose
        />
    }
}

/// Where the system is to live.
#[component]
fn PlatformChoice() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let item = move |platform: Platform| SelectItem {
        value: platform.as_str(),
        name: platform_name(i18n, platform),
    };
    let select = move |name: String| {
        if let Some(platform) = Platform::parse(&name) {
            bench.set_platform(platform);
        }
    };
    view! {
        <div class="platform-switch">
            {move || view! { <PlatformTile platform=bench.platform.get()/> }}
            <Select
                id="bench-platform"
                label=t!("result.platform")
                items=Signal::derive(move || Platform::ALL.map(item).to_vec())
                selected=Signal::derive(move || bench.platform.get().as_str())
                on_select=select
            />
        </div>
    }
}

/// Whether everything is kept.
#[component]
fn SavingState() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let state = Memo::new(move |_| bench.keeping.saving());
    let is_failed = move || matches!(state.get(), Saving::Failed(_));
    view! {
        // Told only where something is wrong: after each step it would speak over what was done.
        <p class="bench-saving" class:failed=is_failed role=move || is_failed().then_some("alert")>
            {move || is_failed().then(|| view! { <Icon glyph=Glyph::TriangleAlert/> })}
            <span>{move || told(i18n, &state.get())}</span>
        </p>
        {move || is_failed().then(|| view! { <TryAgain bench/> })}
    }
}

#[component]
fn TryAgain(
    /// The builder.
    bench: Workbench,
) -> impl IntoView {
    view! { <Button text=t!("builder.again") on_press=move |()| bench.keeping.try_again(bench)/> }
}

fn told(i18n: I18n, state: &Saving) -> String {
    match state {
        Saving::Kept => i18n.text("builder.saved"),
        Saving::UnderWay => i18n.text("builder.saving"),
        Saving::Failed(error) => i18n.text(storage_reason(error).as_str()),
    }
}
