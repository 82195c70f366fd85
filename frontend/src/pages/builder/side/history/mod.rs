//! What was done, by whom and when, and the ways back.

mod checkpoints;
mod entry;
mod lines;
mod preview;
mod steps;
mod when;

use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::configuration::Configuration;
use shared::operation::diff;

use self::checkpoints::Checkpoints;
use self::entry::Entry;
use self::lines::{Line, lines};
use self::preview::{Moment, Preview};
use self::steps::Steps;
use crate::browser::time;
use crate::components::{Badge, Button, EmptyState, Glyph};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::store::{Workbench, use_workbench};

/// How many entries are shown at first, and how many more at each press.
const PAGE: usize = 100;
/// How often "5 minutes ago" is looked at again.
const TICK: Duration = Duration::from_secs(30);
/// Id of the button that opens the beginning.
const BEGINNING: &str = "history-beginning";

/// What the panel knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Look {
    bench: Workbench,
    i18n: I18n,
    /// The entries in sight, the newest first.
    lines: Memo<Vec<Line>>,
    /// The moment whose preview is open.
    open: RwSignal<Option<Moment>>,
    /// The time, now and then.
    now: RwSignal<DateTime<Utc>>,
}

impl Look {
    /// Opens the preview of a moment, or closes it.
    fn toggle(self, moment: Moment) {
        self.bench.finish();
        self.open.update(|open| *open = Some(moment).filter(|moment| open.as_ref() != Some(moment)));
    }

    /// When something was.
    fn when(self, at: DateTime<Utc>) -> String {
        when::when(self.i18n, at, self.now.get())
    }

    /// Goes back to a moment, as a step that can be undone.
    fn go_back(self, moment: &Moment) {
        let bench = self.bench;
        let before = bench.with_now(Configuration::version);
        match moment {
            Moment::After(step) => bench.restore(step.clone()),
            Moment::Named(name) => bench.restore_checkpoint(name.clone()),
            Moment::Beginning => {
                let operations = bench.with_now(|it| {
                    let now = it.blueprint();
                    diff(now, &it.history().oldest(now))
                });
                bench.perform_as(self.i18n.text("builder.history.went_to_beginning"), operations);
            }
        }
        // What was refused has been said.
        if bench.with_now(Configuration::version) > before {
            bench.offer_undo(self.i18n.text("builder.history.went_back"));
        }
    }
}

/// Everybody's steps, the last one first, and the moments that have a name.
#[component]
pub(super) fn HistoryPanel() -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let count = RwSignal::new(PAGE);
    let lines = Memo::new(move |_| bench.with(|it| lines(it.history(), count.get())));
    let look = Look { bench, i18n, lines, open: RwSignal::new(None), now: RwSignal::new(time::now()) };
    tick(look.now);
    let steps = Memo::new(move |_| bench.with(|it| it.history().steps().len()));
    let folded = Memo::new(move |_| bench.with(|it| it.history().folded()));
    let is_empty = Memo::new(move |_| steps.get() == 0);
    // A new step is of now: the time must not be from before it.
    Effect::new(move || {
        steps.track();
        look.now.set(time::now());
    });
    view! {
        <Steps look/>
        <Checkpoints look/>
        <h2 class="side-title">{t!("builder.history.title")}</h2>
        {move || is_empty.get().then(|| view! {
            <EmptyState
                glyph=Glyph::Clock
                title=t!("builder.history.none.title")
                text=t!("builder.history.none.text")
            />
        })}
        <ol class="side-lines history">
            <For each=move || lines.get() key=|line| line.id.clone() let(line)>
                <Entry line look/>
            </For>
            {move || (!is_empty.get() && steps.get() <= count.get()).then(|| view! { <Beginning look folded/> })}
        </ol>
        {move || (steps.get() > count.get()).then(|| view! {
            <Button text=t!("builder.history.more") on_press=move |()| count.update(|count| *count += PAGE)/>
        })}
        {move || (folded.get() > 0).then(|| {
            let folded = usize::try_from(folded.get()).unwrap_or(usize::MAX);
            view! { <p class="hint">{i18n.count("builder.history.folded", folded)}</p> }
        })}
    }
}

/// The moment before the oldest step that is kept.
#[component]
fn Beginning(
    /// The panel.
    look: Look,
    /// How many older steps are gone.
    folded: Memo<u64>,
) -> impl IntoView {
    let Look { bench, i18n, open, .. } = look;
    let is_open = Memo::new(move |_| open.with(|open| *open == Some(Moment::Beginning)));
    let is_now = Memo::new(move |_| !bench.can_undo() && bench.can_redo());
    let label = move || match folded.get() {
        0 => i18n.text("builder.history.beginning"),
        _ => i18n.text("builder.history.oldest"),
    };
    view! {
        <li class="history-entry" aria-current=move || is_now.get().then_some("step")>
            <button
                type="button"
                class="side-line"
                id=BEGINNING
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| look.toggle(Moment::Beginning)
            >
                <span class="history-label">{label}</span>
                {move || is_now.get().then(|| view! {
                    <span class="history-facts"><Badge text=t!("builder.history.now") tone="green"/></span>
                })}
            </button>
            {move || is_open.get().then(|| view! { <Preview moment=Moment::Beginning opener=BEGINNING.to_owned() look/> })}
        </li>
    }
}

/// Keeps the time, for as long as the panel is there.
fn tick(now: RwSignal<DateTime<Utc>>) {
    let step = move || {
        now.try_set(time::now());
    };
    if let Ok(interval) = set_interval_with_handle(step, TICK) {
        on_cleanup(move || interval.clear());
    }
}
