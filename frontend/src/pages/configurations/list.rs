//! The list of those in use.

use leptos::prelude::*;
use shared::configuration::Summary;

use super::open_file::OpenFile;
use super::row::Row;
use super::store::{LIST, Systems};
use crate::components::{Banner, Button, ButtonLink, EmptyState, Glyph, Icon, Look, Skeleton, Tone};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::not_opened::storage_reason;

/// From so many on, one looks for a name rather than reading all of them.
const SEARCHED_FROM: usize = 6;

/// What the list shows as a whole; its rows follow by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Reading,
    Failed,
    Empty,
    Filled,
}

/// Those in use: a row each, the one changed last first.
#[component]
pub(super) fn List(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let shape = Memo::new(move |_| match systems.in_use() {
        None if systems.failure().is_some() => Shape::Failed,
        None => Shape::Reading,
        Some(all) if all.is_empty() => Shape::Empty,
        Some(_) => Shape::Filled,
    });
    view! {
        <section class="systems-kept" aria-busy=move || (shape.get() == Shape::Reading).to_string()>
            <h2 id=LIST class="visually-hidden" tabindex="-1">{t!("configurations.list")}</h2>
            {move || match shape.get() {
                Shape::Reading => view! { <Skeleton/> }.into_any(),
                Shape::Failed => view! { <Failed systems/> }.into_any(),
                Shape::Empty => view! { <Empty systems/> }.into_any(),
                Shape::Filled => view! { <Rows systems/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Rows(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let all = systems.in_use().unwrap_or_default();
        let query = systems.query.get();
        all.into_iter().filter(|summary| matches(&summary.name, &query)).collect::<Vec<Summary>>()
    });
    let is_empty = Memo::new(move |_| shown.with(Vec::is_empty));
    view! {
        <Tools systems found=Signal::derive(move || shown.with(Vec::len))/>
        <Show when=move || is_empty.get()>
            <p class="empty">{t!("configurations.nothing_found")}</p>
        </Show>
        <ul class="systems-list">
            <For
                each=move || shown.with(|all| all.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
                key=|id| id.as_str().to_owned()
                let(id)
            >
                <Row systems id/>
            </For>
        </ul>
    }
}

/// How many there are, and a field to look for one among many.
#[component]
fn Tools(
    /// The configurations.
    systems: Systems,
    /// How many of them are shown.
    found: Signal<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = Memo::new(move |_| systems.in_use().map_or(0, |all| all.len()));
    let is_searched =
        Memo::new(move |_| count.get() >= SEARCHED_FROM || systems.query.with(|query| !query.is_empty()));
    let told = move || match systems.query.with(|query| query.trim().is_empty()) {
        true => i18n.count("configurations.count", count.get()),
        false => i18n.count("configurations.found", found.get()),
    };
    let search = move || {
        view! {
            <div class="systems-search" role="search">
                <Icon glyph=Glyph::Search/>
                <input
                    type="search"
                    class="input"
                    aria-label=t!("configurations.search")
                    placeholder=t!("configurations.search")
                    prop:value=systems.query
                    on:input:target=move |event| systems.query.set(event.target().value())
                />
            </div>
        }
    };
    view! {
        <div class="systems-tools">
            <p class="hint" role="status">{told}</p>
            {move || is_searched.get().then(search)}
        </div>
    }
}

#[component]
fn Empty(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    view! {
        <EmptyState
            glyph=Glyph::LibraryBig
            title=t!("configurations.none.title")
            text=t!("configurations.none.text")
        >
            <div class="actions systems-begin">
                <ButtonLink text=t!("configurations.design") href="/design" look=Look::Primary/>
                <OpenFile systems/>
            </div>
            <p class="hint">{t!("configurations.open_file.hint")}</p>
        </EmptyState>
    }
}

#[component]
fn Failed(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = Signal::derive(move || {
        let reason = systems.failure().map(|error| i18n.text(storage_reason(&error).as_str()));
        i18n.fill("configurations.failed", &[("reason", &reason.unwrap_or_default())])
    });
    let again = move |()| leptos::task::spawn_local(systems.reload());
    view! {
        <div role="alert">
            <Banner tone=Tone::Error text>
                <Button text=t!("configurations.again") on_press=again/>
            </Banner>
        </div>
    }
}

/// Whether a name holds every word of `query`, whatever the case.
fn matches(name: &str, query: &str) -> bool {
    let name = name.to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_words() {
        for query in ["", "  ", "chats", "CHATS work", "wor"] {
            assert!(matches("Work chats", query), "{query}");
        }
        assert!(!matches("Work chats", "work mail"));
    }
}
