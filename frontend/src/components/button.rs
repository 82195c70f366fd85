//! Buttons with a text, and links that look like them.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing to do on a page.
    Primary,
    /// Everything else that is done there.
    #[default]
    Secondary,
    /// What stands beside many others of its kind: no frame until it is pointed at.
    Quiet,
    /// What ends something for good.
    Danger,
}

impl Look {
    /// Class of a button with this look.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Secondary => "button secondary",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// A button that does something here.
#[component]
pub(crate) fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    text: Signal<String>,
    /// What it does in full, for those who do not see what it stands beside; it starts with the text.
    #[prop(into, optional)]
    label: Option<Signal<String>>,
    /// Its id, where something leads to it.
    #[prop(into, optional)]
    id: Option<String>,
    /// The key that presses it.
    #[prop(optional)]
    shortcut: Option<&'static str>,
    /// How much it asks for attention.
    #[prop(default = Look::Secondary)]
    look: Look,
    /// A shape before the text.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// `submit` in a form whose way to be sent it is.
    #[prop(default = "button")]
    kind: &'static str,
    /// Whether it is at work: it keeps its size, says so, and takes no second press.
    #[prop(into, default = Signal::stored(false))]
    busy: Signal<bool>,
    /// Whether there is nothing for it to do now; say beside it why.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called when it is pressed.
    #[prop(into, default = Callback::new(|()| ()))]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |_| {
        if !busy.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type=kind
            id=id
            class=look.class()
            aria-label=label
            aria-keyshortcuts=shortcut
            aria-busy=move || busy.get().to_string()
            disabled=disabled
            on:click=press
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            <span>{text}</span>
            {move || busy.get().then(|| view! { <span class="button-busy"><Icon glyph=Glyph::LoaderCircle/></span> })}
        </button>
    }
}

/// A link to another page that looks like a button.
#[component]
pub(crate) fn ButtonLink(
    /// Where it leads, as a verb.
    #[prop(into)]
    text: Signal<String>,
    /// Where it leads in full, for those who do not see what it stands beside; it starts with the text.
    #[prop(into, optional)]
    label: Option<Signal<String>>,
    /// Address of the page.
    #[prop(into)]
    href: Signal<String>,
    /// The key that follows it.
    #[prop(optional)]
    shortcut: Option<&'static str>,
    /// How much it asks for attention.
    #[prop(default = Look::Secondary)]
    look: Look,
    /// A shape before the text.
    #[prop(optional)]
    before: Option<Glyph>,
    /// A shape after the text.
    #[prop(optional)]
    after: Option<Glyph>,
) -> impl IntoView {
    view! {
        <a class=look.class() href=href aria-label=label aria-keyshortcuts=shortcut>
            {before.map(|glyph| view! { <Icon glyph/> })}
            <span>{text}</span>
            {after.map(|glyph| view! { <Icon glyph/> })}
        </a>
    }
}
