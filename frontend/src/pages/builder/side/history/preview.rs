//! What going back to a moment would change. Nothing changes until the person says so.

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::configuration::Configuration;
use shared::operation::history::StepId;
use shared::operation::{Operation, apply, diff};
use shared::words::Language;

use super::Look;
use crate::browser::page;
use crate::components::{Button, Look as Emphasis};
use crate::i18n::t;

/// Most changes that are told.
const TOLD_MAX: usize = 8;

/// A moment to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// Right after a step.
    After(StepId),
    /// When it was given this name.
    Named(String),
    /// Before the oldest step.
    Beginning,
}

impl Moment {
    /// The blueprint of that moment; nothing where it is gone.
    fn blueprint(&self, of: &Configuration) -> Option<Blueprint> {
        let (history, now) = (of.history(), of.blueprint());
        match self {
            Self::After(step) => history.preview(now, step),
            Self::Named(name) => history.preview_checkpoint(now, name),
            Self::Beginning => Some(history.oldest(now)),
        }
    }
}

/// What would differ from now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Changes {
    /// How many operations lead there.
    count: usize,
    /// The first of them, in words.
    told: Vec<String>,
}

fn changes(now: &Blueprint, then: &Blueprint, language: Language) -> Changes {
    let operations: Vec<_> = diff(now, then).into_iter().flat_map(Operation::parts).collect();
    let mut work = now.clone();
    let told = operations.iter().take(TOLD_MAX).map(|operation| {
        let told = operation.describe(&work, language);
        // A difference applies; if it did not, what follows would be told with the names of before.
        let _ = apply(&mut work, operation.clone());
        told
    });
    Changes { told: told.collect(), count: operations.len() }
}

/// What going back to a moment would change, and the way to do it.
#[component]
pub(super) fn Preview(
    /// The moment.
    moment: Moment,
    /// Id of the button that opened it: the focus goes back there.
    opener: String,
    /// The panel.
    look: Look,
) -> impl IntoView {
    let Look { bench, i18n, .. } = look;
    let moment = StoredValue::new(moment);
    let changes = Memo::new(move |_| {
        let language = i18n.language();
        let there = bench.with(|it| {
            let then = moment.with_value(|moment| moment.blueprint(it))?;
            Some(changes(it.blueprint(), &then, language))
        });
        there.unwrap_or_default()
    });
    let is_same = move || changes.with(|it| it.count == 0);
    let opener = StoredValue::new(opener);
    let close = move || {
        look.open.set(None);
        page::focus_soon(opener.get_value());
    };
    let go = move |()| {
        close();
        moment.with_value(|moment| look.go_back(moment));
    };
    let lines = move || changes.get().told.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let more = move || {
        let left = changes.with(|it| it.count - it.told.len());
        (left > 0).then(|| view! { <p class="hint">{i18n.count("builder.history.more_changes", left)}</p> })
    };
    let told = move || match changes.with(|it| it.count) {
        0 => i18n.text("builder.history.same"),
        count => i18n.count("builder.history.would_change", count),
    };
    view! {
        <section class="history-preview" aria-label=t!("builder.history.preview")>
            <p class="history-told" role="status">{told}</p>
            <ul>{lines}</ul>
            {more}
            <div class="actions">
                {move || (!is_same()).then(|| view! {
                    <Button text=t!("builder.history.go_back") look=Emphasis::Primary on_press=go/>
                })}
                <Button text=t!("builder.history.close") look=Emphasis::Quiet on_press=move |()| close()/>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use shared::design::design;
    use shared::operation::intention::remove;
    use shared::operation::{ElementId, apply_all};

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn a_few_changes_are_told_and_all_are_counted() {
        let now = design(&suggested());
        assert_eq!(changes(&now, &now, Language::En), Changes::default());
        let mut then = now.clone();
        let operations = remove(&now, &ElementId::Table("tbl_sessions".into())).unwrap();
        apply_all(&mut then, operations).unwrap();
        let found = changes(&now, &then, Language::En);
        assert!(found.count >= found.told.len() && found.told.len() <= TOLD_MAX);
        assert!(found.told.iter().all(|line| !line.is_empty()));
    }
}
