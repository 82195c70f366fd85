//! A platform's mark: its letters in its colour, never its logo.

use leptos::prelude::*;
use shared::platform::Platform;

/// A platform's mark, beside its name: hidden from screen readers.
#[component]
pub(crate) fn PlatformTile(
    /// Which platform.
    platform: Platform,
) -> impl IntoView {
    view! {
        <span class=format!("tile {platform}") aria-hidden="true">{letters(platform)}</span>
    }
}

fn letters(platform: Platform) -> &'static str {
    match platform {
        Platform::Notion => "N",
        Platform::Airtable => "At",
        Platform::GoogleSheets => "Gs",
        Platform::Excel => "Xl",
        Platform::Obsidian => "Ob",
        Platform::Logseq => "Lq",
        Platform::Monday => "m",
        Platform::Clickup => "Cu",
        Platform::Trello => "Tr",
        Platform::Asana => "As",
        Platform::Jira => "Ji",
        Platform::Linear => "Li",
        Platform::Coda => "Co",
        Platform::Builtin => "◆",
        Platform::Custom => "{ }",
    }
}
