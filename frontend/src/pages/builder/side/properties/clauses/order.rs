//! Up and down.

use leptos::prelude::*;

use super::focus::focus_later;
use crate::components::{Glyph, IconButton};
use crate::i18n::use_i18n;
use crate::pages::builder::store::use_workbench;

/// Puts something one place up or down in its list; the focus goes with it, and where it now is is said.
#[component]
pub(crate) fn OrderButtons(
    /// What ids of the list's lines begin with, before a hyphen and the place: `OrderButtons` come first among the
    /// buttons of a line that begins with no other.
    #[prop(into)]
    list: String,
    /// What is moved.
    #[prop(into)]
    name: Signal<String>,
    /// Which of them it is, from 0.
    #[prop(into)]
    at: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// Moves it up (-1) or down (1); gives back where it now is, nothing where it did not move.
    #[prop(into)]
    on_move: Callback<isize, Option<usize>>,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let list = StoredValue::new(list);
    let label = move |key: &'static str| Signal::derive(move || i18n.fill(key, &[("name", &name.get())]));
    let go = move |by: isize| {
        let Some(to) = on_move.run(by) else { return };
        let all = count.get_untracked();
        let (place, of) = ((to + 1).to_string(), all.to_string());
        bench.said.set(i18n.fill("builder.moved", &[("place", &place), ("count", &of)]));
        // At an end of the list only the other button can be pressed.
        let wanted = if (by < 0 && to > 0) || to + 1 >= all { 0 } else { 1 };
        focus_later(list.with_value(|list| format!("{list}-{to}")), wanted);
    };
    view! {
        <span class="clause-up">
            <IconButton
                label=label("builder.view.move_up")
                glyph=Glyph::ChevronDown
                disabled=Signal::derive(move || at.get() == 0)
                on_press=move |()| go(-1)
            />
        </span>
        <IconButton
            label=label("builder.view.move_down")
            glyph=Glyph::ChevronDown
            disabled=Signal::derive(move || at.get() + 1 >= count.get())
            on_press=move |()| go(1)
        />
    }
}
