//! Any of a few values.

use leptos::prelude::*;

use super::Named;
use crate::components::{Checkbox, Checked};

/// Any of a few values, all in sight.
#[component]
pub(crate) fn Checks(
    /// What they are for.
    #[prop(into)]
    label: Signal<String>,
    /// Values and their names, in order.
    choices: Vec<Named>,
    /// Those that are chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Called with those that are then chosen: in the order of the choices.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let all = StoredValue::new(choices.clone());
    let toggle = move |value: &str, wanted: bool| {
        let now = chosen.get_untracked();
        let is_wanted = |it: &String| if it == value { wanted } else { now.contains(it) };
        let values = all.with_value(|all| all.iter().map(|(it, _)| it.clone()).filter(is_wanted).collect());
        on_change.run(values);
    };
    let check = move |(value, name): Named| {
        let own = value.clone();
        let state = Signal::derive(move || Checked::from(chosen.with(|chosen| chosen.contains(&own))));
        view! {
            <Checkbox
                label=Signal::stored(name)
                checked=state
                on_change=move |wanted| toggle(&value, wanted)
            />
        }
    };
    view! {
        <div class="clause-checks" role="group" aria-label=label>
            {choices.into_iter().map(check).collect_view()}
        </div>
    }
}
