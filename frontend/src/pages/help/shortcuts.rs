//! What keys do here. The controls of the page say it themselves; what has keys of its own is listed below.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser::shortcuts::{self, Shortcut};
use crate::browser::{boot, layer};
use crate::components::{Button, Dialog, Glyph, Kbd, Look, Switch};
use crate::i18n::{Key, known, t, use_i18n};
use crate::state::help::{Help, Place, Wanted};

/// Keys that lead through something, and what they do there.
struct Keys {
    /// Finds it on the page.
    at: &'static str,
    /// What it is.
    name: Key,
    /// The keys, as [`Kbd`] takes them, and what they do.
    keys: &'static [(&'static [&'static str], Key)],
}

/// Everything that has keys of its own.
const KEYS: [Keys; 5] = [
    Keys {
        at: ".question-page input",
        name: known!("shortcuts.options"),
        keys: &[
            (&["Up", "Down"], known!("shortcuts.options.move")),
            (&["1–9"], known!("shortcuts.options.choose")),
            (&["Enter"], known!("shortcuts.options.go_on")),
        ],
    },
    Keys {
        at: ".diagram-frame",
        name: known!("shortcuts.diagram"),
        keys: &[
            (&["Left", "Up", "Down", "Right"], known!("shortcuts.diagram.move")),
            (&["Enter"], known!("shortcuts.diagram.open")),
            (&["+", "-"], known!("shortcuts.diagram.zoom")),
            (&["0"], known!("shortcuts.diagram.fit")),
        ],
    },
    Keys {
        at: "[role=tablist]",
        name: known!("shortcuts.tabs"),
        keys: &[
            (&["Left", "Right"], known!("shortcuts.tabs.move")),
            (&["Home", "End"], known!("shortcuts.tabs.ends")),
        ],
    },
    Keys {
        at: ".chart",
        name: known!("shortcuts.charts"),
        keys: &[(&["Left", "Right"], known!("shortcuts.charts.move"))],
    },
    Keys {
        at: "body",
        name: known!("shortcuts.everywhere"),
        keys: &[
            (&["Tab"], known!("shortcuts.everywhere.next")),
            (&["Shift+Tab"], known!("shortcuts.everywhere.previous")),
            (&["Esc"], known!("shortcuts.everywhere.close")),
        ],
    },
];

/// What keys do here, over the page.
#[component]
pub(super) fn Shortcuts() -> impl IntoView {
    let help = expect_context::<Help>();
    let path = use_location().pathname;
    let is_open = Memo::new(move |_| help.wants(Wanted::Shortcuts));
    let close = move |()| help.close();
    let around = move |()| help.want(Wanted::Tour);
    let is_place = move || path.with(|path| Place::of_path(path).is_some());
    let actions = move || {
        view! {
            <Show when=is_place>
                <Button text=t!("tour.start") look=Look::Primary glyph=Glyph::Compass on_press=around/>
            </Show>
        }
    };
    view! {
        <Dialog id="shortcuts" title=t!("shortcuts.title") is_open on_close=close actions>
            {move || is_open.get().then(|| view! { <List/> })}
        </Dialog>
    }
}

/// What keys do on the page as it is now.
#[component]
fn List() -> impl IntoView {
    let is_on = RwSignal::new(boot::are_single_keys_on());
    let turn = move |on| {
        boot::turn_single_keys(on);
        is_on.set(on);
    };
    let own = shortcuts::on_page();
    let others =
        KEYS.iter().filter(|keys| layer::first_in_sight(keys.at).is_some()).map(group).collect_view();
    view! {
        <section class="shortcuts-group" class:off=move || !is_on.get()>
            <h3>{t!("shortcuts.page")}</h3>
            <dl class="shortcuts">{own.into_iter().map(line_of).collect_view()}</dl>
        </section>
        {others}
        <Switch label=t!("shortcuts.single") hint=t!("shortcuts.single.hint") is_on on_change=turn/>
    }
}

fn group(keys: &'static Keys) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |(keys, what): &'static (&'static [&'static str], Key)| {
        let keys = keys.iter().map(|key| view! { <Kbd keys=*key/> }).collect_view().into_any();
        line(keys, Signal::derive(move || i18n.text(what.as_str())))
    };
    view! {
        <section class="shortcuts-group">
            <h3>{move || i18n.text(keys.name.as_str())}</h3>
            <dl class="shortcuts">{keys.keys.iter().map(line).collect_view()}</dl>
        </section>
    }
}

fn line_of(Shortcut { key, name }: Shortcut) -> impl IntoView {
    line(view! { <span class="keys"><kbd>{key.to_uppercase()}</kbd></span> }.into_any(), Signal::stored(name))
}

fn line(keys: AnyView, what: Signal<String>) -> impl IntoView {
    view! {
        <div>
            <dt>{what}</dt>
            <dd>{keys}</dd>
        </div>
    }
}
