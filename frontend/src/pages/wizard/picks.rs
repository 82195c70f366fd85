//! The options of a step, as cards.

use leptos::prelude::*;
use shared::advice::Pick;

use super::store::WizardStore;
use super::{Step, options};
use crate::components::{CardExtras, CheckCards, RadioCards};
use crate::i18n::use_i18n;

/// The options of a step, as cards; each tells what it adds before it is chosen.
#[component]
pub(crate) fn Picks(
    /// The open step.
    step: Step,
    /// State of the wizard.
    store: WizardStore,
) -> impl IntoView {
    let group = move |(legend, picks): (&'static str, Vec<Pick>)| group(store, step, legend, picks);
    step.groups().into_iter().map(group).collect_view()
}

fn group(store: WizardStore, step: Step, legend: &'static str, picks: Vec<Pick>) -> Option<AnyView> {
    let i18n = use_i18n();
    let first = *picks.first()?;
    let is_many = first.is_one_of_many();
    let name = first.group();
    let choices = picks.iter().copied().map(options::card).collect();
    let legend = Signal::derive(move || i18n.text(legend));
    let picks = StoredValue::new(picks);
    let find =
        move |value: &str| picks.with_value(|picks| picks.iter().copied().find(|it| it.value() == value));
    let press = move |value: &'static str| {
        if let Some(pick) = find(value) {
            store.press(pick);
        }
    };
    let taken = move || {
        let is_taken = |answers: &_| {
            let taken = |picks: &Vec<Pick>| {
                picks.iter().filter(|it| it.is_taken(answers)).map(|it| it.value()).collect()
            };
            picks.with_value(taken)
        };
        store.draft.with(is_taken)
    };
    let extras = CardExtras {
        is_recommended: Callback::new(move |value| {
            find(value).is_some_and(|it| store.recommendation(it).is_some())
        }),
        help: Callback::new(move |value| help(store, find(value))),
        on_consider: Callback::new(move |value: Option<&'static str>| store.consider(value.and_then(find))),
    };
    let taken: Signal<Vec<&'static str>> = Signal::derive(taken);
    Some(if is_many {
        view! { <CheckCards legend name choices chosen=taken on_toggle=press extras/> }.into_any()
    } else {
        let chosen = Signal::derive(move || taken.with(|taken| taken.first().copied().unwrap_or_default()));
        // One group of a step is named by its heading already.
        let show_legend = step.groups().len() > 1;
        view! { <RadioCards legend show_legend name choices chosen on_choose=press extras/> }.into_any()
    })
}

/// The help of an option, once it can be given.
fn help(store: WizardStore, pick: Option<Pick>) -> AnyView {
    (move || Some((store.mind()?.help)(store, pick?))).into_any()
}
