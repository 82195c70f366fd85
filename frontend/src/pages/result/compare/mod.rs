//! How the system fits two platforms, side by side, and all of them in order.

mod differences;
mod ranking;
mod sides;
mod store;

use leptos::prelude::*;

use self::differences::Differences;
use self::ranking::Ranking;
use self::sides::SideBySide;
use self::store::Sides;
use super::store::System;
use crate::state::draft::Draft;

/// How the system fits two platforms, side by side, and all of them in order.
#[component]
pub(crate) fn ComparePart(
    /// The system.
    system: System,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let sides = Sides::of(system);
    // Another address has lost the answers: they follow.
    Effect::new(move || {
        sides.one.track();
        sides.other.track();
        draft.keep();
    });
    view! {
        <SideBySide system sides draft/>
        <Differences system sides/>
        <Ranking system draft/>
    }
}
