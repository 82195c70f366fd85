//! Any of a few values.

use leptos::prelude::*;

use super::Offer;
use crate::components::OptionChip;
use crate::i18n::use_i18n;
use crate::pages::builder::edits::called;

/// Any of a few values, all in sight.
#[component]
pub(super) fn Checks(
    /// What they are for.
    label: Signal<String>,
    /// Whether what it stands beside says that already to who sees it.
    is_short: bool,
    /// The values, in order.
    offers: Vec<Offer>,
    /// What there is to say where there are none.
    empty: Signal<String>,
    /// Those that are chosen.
    chosen: Signal<Vec<String>>,
    /// Called with those that are then chosen.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let order = StoredValue::new(offers.iter().map(|it| it.value.clone()).collect::<Vec<_>>());
    let is_empty = offers.is_empty();
    let row = move |offer: Offer| {
        let Offer { value, name, color } = offer;
        let own = value.clone();
        let name = called(i18n, name);
        let change = move |wanted: bool| {
            let now = chosen.get_untracked();
            on_change.run(order.with_value(|order| toggled(now, &value, wanted, order)));
        };
        view! {
            <label class="check-row">
                <input
                    class="check-box"
                    type="checkbox"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                    on:change:target=move |event| change(event.target().checked())
                />
                <span class="check-words">
                    {match color {
                        Some(color) => view! { <OptionChip name color/> }.into_any(),
                        None => name.into_any(),
                    }}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="props-group">
            <legend class:visually-hidden=is_short>{label}</legend>
            <div class="value-checks">{offers.into_iter().map(row).collect_view()}</div>
            {is_empty.then(|| view! { <p class="hint">{empty}</p> })}
        </fieldset>
    }
}

/// The chosen values with or without one more, which comes where `order` has it; the others stay in theirs.
fn toggled(mut chosen: Vec<String>, value: &str, wanted: bool, order: &[String]) -> Vec<String> {
    chosen.retain(|it| it != value);
    if wanted {
        let rank = |value: &str| order.iter().position(|it| it == value);
        let at = chosen.iter().position(|it| rank(it) > rank(value)).unwrap_or(chosen.len());
        chosen.insert(at, value.to_owned());
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chosen: &[&str], value: &str, wanted: bool, expected: &[&str]) {
        let own = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(toggled(own(chosen), value, wanted, &own(&["a", "b", "c"])), own(expected));
    }

    #[test]
    fn what_is_checked_comes_in_its_place() {
        check(&["a", "c"], "b", true, &["a", "b", "c"]);
        check(&[], "c", true, &["c"]);
        check(&["a", "b"], "a", false, &["b"]);
        check(&["a"], "a", true, &["a"]);
    }

    #[test]
    fn what_is_not_offered_stays_chosen() {
        check(&["x", "c"], "b", true, &["x", "b", "c"]);
        check(&["x", "c"], "c", false, &["x"]);
    }
}
