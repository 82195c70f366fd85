//! The switch between light, dark and the system's choice.

use leptos::prelude::*;

use super::select::{Select, SelectItem};
use crate::i18n::{t, use_i18n};
use crate::state::theme::{Theme, Themes};

/// The switch between light, dark and the system's choice.
#[component]
pub(crate) fn ThemeSwitch(
    /// The theme in use.
    themes: Themes,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = move |theme: Theme| SelectItem {
        value: theme.as_str(),
        name: i18n.text(&format!("theme.{}", theme.as_str())),
    };
    view! {
        <Select
            id="theme"
            label=t!("theme.label")
            items=Signal::derive(move || Theme::ALL.map(item).to_vec())
            selected=Signal::derive(move || themes.current().as_str())
            on_select=move |name: String| themes.choose(Theme::parse(&name))
        />
    }
}
