//! The top of every page.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::language_switch::LanguageSwitch;
use super::theme_switch::ThemeSwitch;
use crate::i18n::t;
use crate::state::draft::Draft;
use crate::state::theme::Themes;

/// The top of every page: the way home, language and theme.
#[component]
pub(crate) fn TopBar(
    /// The answers whose language may follow the interface's.
    draft: Draft,
    /// The theme in use.
    themes: Themes,
) -> impl IntoView {
    view! {
        <header class="top-bar">
            <div class="top-bar-inner">
                <a class="brand" href="/">
                    <span class="brand-mark"><Icon glyph=Glyph::MessagesSquare/></span>
                    <span class="brand-name">{t!("app.name")}</span>
                </a>
                <div class="top-bar-tools">
                    <span class="tool"><Icon glyph=Glyph::Languages/><LanguageSwitch draft/></span>
                    <span class="tool"><Icon glyph=Glyph::SunMoon/><ThemeSwitch themes/></span>
                </div>
            </div>
        </header>
    }
}
