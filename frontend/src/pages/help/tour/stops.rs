//! Where one is led.

use crate::i18n::{Key, known};
use crate::state::help::Place;

/// A place of a page.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    /// Finds it on the page; of several the first in sight.
    pub at: &'static str,
    /// What it is called here.
    pub title: Key,
    /// What it is good for.
    pub text: Key,
}

const WIZARD: [Stop; 4] = [
    Stop {
        at: "[data-tour=question]",
        title: known!("tour.question.title"),
        text: known!("tour.question.text"),
    },
    Stop {
        at: "[data-tour=preview]",
        title: known!("tour.preview.title"),
        text: known!("tour.preview.text"),
    },
    Stop { at: "[data-tour=now]", title: known!("tour.now.title"), text: known!("tour.now.text") },
    Stop { at: "#help", title: known!("tour.help.title"), text: known!("tour.help.text") },
];

const RESULT: [Stop; 5] = [
    Stop { at: "[data-tour=parts]", title: known!("tour.parts.title"), text: known!("tour.parts.text") },
    Stop {
        at: "[data-tour=diagram]",
        title: known!("tour.diagram.title"),
        text: known!("tour.diagram.text"),
    },
    Stop {
        at: "[data-tour=platform]",
        title: known!("tour.platform.title"),
        text: known!("tour.platform.text"),
    },
    Stop {
        at: "[data-tour=actions]",
        title: known!("tour.actions.title"),
        text: known!("tour.actions.text"),
    },
    Stop { at: "#help", title: known!("tour.help.title"), text: known!("tour.help.text") },
];

/// Where one is led at `place`, in order.
pub(super) fn stops(place: Place) -> impl Iterator<Item = Stop> {
    let stops: &[Stop] = match place {
        Place::Wizard => &WIZARD,
        Place::Result => &RESULT,
    };
    stops.iter().copied()
}
