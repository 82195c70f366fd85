//! A list of very many.

use leptos::prelude::*;

use super::Scroll;

/// A list of very many, of which only those in sight exist. All rows are of one height.
#[component]
pub(crate) fn VirtualList(
    /// What the rows are.
    #[prop(into)]
    label: Signal<String>,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How high a row is, in pixels.
    #[prop(default = 40.0)]
    row_height: f64,
    /// What stands in a row; called with its place, from 0.
    #[prop(into)]
    row: Callback<usize, AnyView>,
) -> impl IntoView {
    let scroll = Scroll::new(count, row_height);
    let shown = Memo::new(move |_| scroll.rows().shown(scroll.top.get()));
    let item = move |at: usize| {
        view! {
            <div
                class="row"
                role="listitem"
                aria-setsize=move || count.get()
                aria-posinset=at + 1
                style:inset-block-start=format!("{}px", scroll.rows_now().top(at))
                style:block-size=format!("{row_height}px")
            >
                {row.run(at)}
            </div>
        }
    };
    view! {
        <div class="rows" tabindex="0" role="region" aria-label=label node_ref=scroll.frame on:scroll=move |_| scroll.measure()>
            <div
                class="rows-all"
                role="list"
                aria-label=label
                style:block-size=move || format!("{}px", scroll.rows().height())
            >
                <For each=move || shown.get() key=|at| *at children=item/>
            </div>
        </div>
    }
}
