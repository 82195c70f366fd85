//! Being shown around: a few places of the page, one after the other, each with two sentences.

mod card;
mod stops;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use self::card::StopCard;
use self::stops::{Stop, stops};
use crate::browser::{layer, page};
use crate::state::help::{Help, Place, Wanted};

/// Being shown around where one is; it ends when the page changes.
#[component]
pub(super) fn Tour() -> impl IntoView {
    let help = expect_context::<Help>();
    let path = use_location().pathname;
    let place = Memo::new(move |_| path.with(|path| Place::of_path(path)));
    let is_wanted = Memo::new(move |_| help.wants(Wanted::Tour));
    // Remembers the page one is shown around on.
    Effect::new(move |begun: Option<Option<String>>| {
        let (is_wanted, now) = (is_wanted.get(), path.get());
        let begun = begun.flatten().filter(|_| is_wanted);
        if begun.as_ref().is_some_and(|begun| *begun != now) {
            help.close();
            return None;
        }
        begun.or_else(|| is_wanted.then_some(now))
    });
    move || {
        let place = is_wanted.get().then(|| place.get_untracked()).flatten()?;
        let there: Vec<Stop> = stops(place).filter(|stop| layer::first_in_sight(stop.at).is_some()).collect();
        Some(view! { <Around place stops=there help/> })
    }
}

#[component]
fn Around(
    /// Where it is.
    place: Place,
    /// Where one is led, in order.
    stops: Vec<Stop>,
    /// What was asked for.
    help: Help,
) -> impl IntoView {
    let (at, last) = (RwSignal::new(0_usize), stops.len().saturating_sub(1));
    let stops = StoredValue::new(stops);
    queue_microtask(move || help.saw(place));
    let end = move || {
        help.close();
        page::focus_soon("help".to_owned());
    };
    let go = Callback::new(move |next: Option<usize>| match next.filter(|next| *next <= last) {
        Some(next) => at.set(next),
        None => end(),
    });
    let stop = move |at: usize| {
        let stop = stops.with_value(|stops| stops.get(at).copied())?;
        Some(view! { <StopCard stop at last on_go=go/> })
    };
    view! {
        // Made anew for each stop: it takes the focus, and is read.
        <For each=move || [at.get()] key=|at| *at children=stop/>
    }
}
