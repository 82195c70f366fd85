//! Answering from the keyboard: Enter goes on, a digit chooses. Both only work on the options themselves.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::Step;
use super::store::WizardStore;
use crate::browser::page;

/// What a key does on an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stroke {
    /// Go on to the next step.
    GoOn,
    /// Choose the option at this place, from 0.
    Choose(usize),
}

impl Stroke {
    fn of(key: &str) -> Option<Self> {
        match key.parse::<usize>() {
            Ok(digit @ 1..=9) => Some(Self::Choose(digit - 1)),
            _ => (key == "Enter").then_some(Self::GoOn),
        }
    }
}

/// Does what a key on an option asks for; other keys, and keys anywhere else, are left alone.
pub(super) fn press(event: &KeyboardEvent, step: Step, store: WizardStore, go: Callback<()>) {
    let is_held = event.ctrl_key() || event.alt_key() || event.meta_key();
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let is_option = input.is_some_and(|input| ["radio", "checkbox"].contains(&input.type_().as_str()));
    if is_held || !is_option {
        return;
    }
    match Stroke::of(&event.key()) {
        Some(Stroke::GoOn) => {
            event.prevent_default();
            go.run(());
        }
        Some(Stroke::Choose(at)) => {
            let picks = step.groups().into_iter().flat_map(|(_, picks)| picks);
            if let Some(pick) = picks.into_iter().nth(at) {
                store.press(pick);
                page::focus(&format!("{}-{}", pick.group(), pick.value()));
            }
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_goes_on_and_digits_choose() {
        assert_eq!(Stroke::of("Enter"), Some(Stroke::GoOn));
        assert_eq!(Stroke::of("1"), Some(Stroke::Choose(0)));
        assert_eq!(Stroke::of("9"), Some(Stroke::Choose(8)));
        assert_eq!(Stroke::of("0"), None);
        assert_eq!(Stroke::of("Tab"), None);
    }
}
