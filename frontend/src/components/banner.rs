//! A message that stays until its cause is gone.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How serious a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Info,
    /// It works, but not as one would expect.
    Warning,
    /// It does not work.
    Error,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "banner info",
            Self::Warning => "banner warning",
            Self::Error => "banner error",
        }
    }

    fn glyph(self) -> Glyph {
        match self {
            Self::Info => Glyph::Info,
            Self::Warning => Glyph::TriangleAlert,
            Self::Error => Glyph::CircleAlert,
        }
    }
}

/// A message that stays until its cause is gone, with the way on as children.
#[component]
pub(crate) fn Banner(
    /// How serious it is.
    tone: Tone,
    /// The message.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons that lead on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=tone.class()>
            <Icon glyph=tone.glyph()/>
            <p>{text}</p>
            {children.map(|children| view! { <div class="banner-actions">{children()}</div> })}
        </div>
    }
}
