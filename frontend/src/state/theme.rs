//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::browser::{page, storage};

const STORED_THEME: &str = "csmb.theme";

/// A theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which people see them.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in storage and in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this name, the system's for any other.
    pub(crate) fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name).unwrap_or_default()
    }
}

/// The theme in use.
#[derive(Clone, Copy)]
pub(crate) struct Themes(RwSignal<Theme>);

impl Themes {
    /// The theme that the person chose before; the page's own script has applied it already.
    pub(crate) fn load() -> Self {
        Self(RwSignal::new(Theme::parse(&storage::read(STORED_THEME).unwrap_or_default())))
    }

    /// The theme in use.
    pub(crate) fn current(self) -> Theme {
        self.0.get()
    }

    /// Uses `theme` from now on.
    pub(crate) fn choose(self, theme: Theme) {
        self.0.set(theme);
        if theme == Theme::System {
            storage::remove(STORED_THEME);
            page::set_theme(None);
        } else {
            storage::write(STORED_THEME, theme.as_str());
            page::set_theme(Some(theme.as_str()));
        }
    }
}
