//! What the builder shows and how it is changed. Everything that changes the blueprint goes through here.

mod doing;
mod revealing;
mod saying;
mod selecting;
mod typing;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::configuration::{Configuration, ConfigurationId, Entry};
use shared::operation::history::{Origin, Stamp, StepId};
use shared::operation::{ElementId, ElementKind, Operation};
use shared::plan::{Plan, State, Target, plan};
use shared::platform::Platform;
use shared::validate::{Problem, validate};
use shared::words::Language;

use super::bench::Pane;
use super::from_file::Door;
use super::keeping::Keeping;
use super::session::Session;
use crate::browser::{random, time};
use crate::i18n::I18n;
use crate::pages::result::store::System;
use crate::state::toasts::Toasts;

/// How long a person may pause in the middle of a word: after that, what they typed is a step.
const PAUSE: Duration = Duration::from_millis(700);
/// How long after an edit the problems and the plan follow: typing must not wait for them.
const SETTLE: Duration = Duration::from_millis(200);

/// The open configuration. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Workbench {
    configuration: StoredValue<Configuration>,
    /// The blueprint as it now is.
    pub blueprint: RwSignal<Arc<Blueprint>>,
    /// The blueprint as it was a moment ago: what problems and plan are of.
    pub settled: RwSignal<Arc<Blueprint>>,
    /// Whether problems and plan can be asked for: opening does not wait for them.
    is_settled: RwSignal<bool>,
    /// Where the system is to live.
    pub platform: RwSignal<Platform>,
    /// Counts what was done: whoever reads the history follows it.
    done: RwSignal<u64>,
    /// What is selected, the first one first; never empty.
    selection: RwSignal<Vec<ElementId>>,
    /// What is open, and how wide the panes are.
    pub session: RwSignal<Session>,
    /// The pane that a narrow screen shows.
    pub pane: RwSignal<Pane>,
    /// What is being given another name, in the outline.
    renaming: RwSignal<Option<ElementId>>,
    /// Whether the palette is open.
    pub palette: RwSignal<bool>,
    /// Whether a table is being made of a file.
    pub from_file: RwSignal<Door>,
    /// What the builder says to a reader of screens after a move or a step.
    pub said: RwSignal<String>,
    /// Keeps everything on the device.
    pub keeping: Keeping,
    typing: StoredValue<Option<Operation>>,
    /// Steps that pauses made of what is being typed: Escape takes them back as well.
    typed: StoredValue<Vec<StepId>>,
    /// A choice that may still be another in a moment.
    held: StoredValue<Option<Callback<()>>>,
    /// What is written in the text mode and not applied yet, and what it was written from.
    pub draft: StoredValue<Option<(String, Arc<Blueprint>)>>,
    paused: StoredValue<u32>,
    unsettled: StoredValue<u32>,
    unkept: StoredValue<u32>,
    i18n: I18n,
    toasts: Toasts,
}

impl Workbench {
    /// The builder of `configuration`, as `session` left it.
    pub(crate) fn new(
        configuration: Configuration,
        session: Session,
        keeping: Keeping,
        i18n: I18n,
        toasts: Toasts,
    ) -> Self {
        let blueprint = Arc::new(configuration.blueprint().clone());
        let platform = configuration.platform();
        let selection = session.selection(&blueprint);
        Self {
            configuration: StoredValue::new(configuration),
            blueprint: RwSignal::new(Arc::clone(&blueprint)),
            settled: RwSignal::new(blueprint),
            is_settled: RwSignal::new(false),
            platform: RwSignal::new(platform),
            done: RwSignal::new(0),
            selection: RwSignal::new(selection),
            session: RwSignal::new(session),
            pane: RwSignal::new(Pane::Canvas),
            renaming: RwSignal::new(None),
            palette: RwSignal::new(false),
            from_file: RwSignal::new(Door::Closed),
            said: RwSignal::new(String::new()),
            keeping,
            typing: StoredValue::new(None),
            typed: StoredValue::new(Vec::new()),
            held: StoredValue::new(None),
            draft: StoredValue::new(None),
            paused: StoredValue::new(0),
            unsettled: StoredValue::new(0),
            unkept: StoredValue::new(0),
            i18n,
            toasts,
        }
    }

    /// Whose builder it is.
    pub(crate) fn id(self) -> ConfigurationId {
        self.configuration.with_value(|configuration| configuration.id().clone())
    }

    /// Reads the configuration; follows everything that is done to it.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Configuration) -> T) -> T {
        self.done.track();
        self.configuration.with_value(read)
    }

    /// Reads the configuration as it is at this moment.
    pub(crate) fn with_now<T>(self, read: impl FnOnce(&Configuration) -> T) -> T {
        self.configuration.with_value(read)
    }

    /// The language of the interface, which steps are told in.
    pub(crate) fn language(self) -> Language {
        self.i18n.language_now()
    }

    /// The language that the blueprint is written in, and what is said of it.
    pub(crate) fn written(self) -> Memo<Language> {
        Memo::new(move |_| self.blueprint.with(|it| it.settings.language))
    }

    /// What the parts of the result page draw themselves from, a moment after each edit.
    pub(crate) fn system(self) -> System {
        let platform = Memo::new(move |_| self.platform.get());
        System {
            blueprint: Memo::new(move |_| self.settled.get()),
            platform,
            plan: Memo::new(move |_| Arc::new(self.planned(platform.get()))),
            problems: Memo::new(move |_| Arc::new(self.problems(platform.get()))),
        }
    }

    fn planned(self, platform: Platform) -> Plan {
        self.settled.with(|blueprint| plan(blueprint, &Target { platform }, &State::default()))
    }

    fn problems(self, platform: Platform) -> Vec<Problem> {
        if !self.is_settled.get() {
            return Vec::new();
        }
        self.settled.with(|blueprint| validate(blueprint, Some(platform)))
    }

    /// Takes over the configuration as another tab has left it, with what is not kept yet on top.
    pub(crate) fn take_over(self, configuration: Configuration) {
        self.configuration.set_value(configuration);
        self.publish();
    }

    /// Does what another tab has done.
    pub(crate) fn follow(self, entry: &Entry) -> bool {
        let done = self.configuration.try_update_value(|configuration| configuration.perform(entry).is_ok());
        done.unwrap_or_default()
    }

    /// A new id for an element of a kind.
    pub(crate) fn new_id(kind: ElementKind) -> String {
        random::id(kind.prefix())
    }

    fn stamp(self, label: Option<String>) -> Stamp {
        let id = StepId::new(random::id("step"));
        Stamp { id, at: time::now(), origin: Origin::Me, language: self.language(), label }
    }

    /// Shows the configuration as it now is.
    pub(crate) fn publish(self) {
        let blueprint = self.with_now(|it| Arc::new(it.blueprint().clone()));
        let platform = self.with_now(Configuration::platform);
        let is_there = |id: &ElementId| id.is_in(&blueprint);
        let is_gone = self.selection.with_untracked(|selection| !selection.iter().all(is_there));
        if is_gone {
            let holder = self.holder(is_there);
            self.selection.update(|selection| {
                selection.retain(is_there);
                if selection.is_empty() {
                    selection.push(holder);
                }
            });
        }
        if self.platform.get_untracked() != platform {
            self.platform.set(platform);
        }
        if self.blueprint.with_untracked(|before| **before != *blueprint) {
            self.blueprint.set(blueprint);
            self.settle_later();
        }
        self.done.update(|done| *done += 1);
    }

    /// What held the selected element, which is gone, and is still there.
    fn holder(self, is_there: impl Fn(&ElementId) -> bool) -> ElementId {
        let before = self.blueprint.get_untracked();
        let holders = std::iter::successors(Some(self.selected_now()), |id| id.holder(&before));
        holders.skip(1).find(is_there).unwrap_or(ElementId::Blueprint)
    }

    /// Whether problems and plan are known, and can be shown.
    pub(crate) fn is_settled(self) -> bool {
        self.is_settled.get()
    }

    /// Problems and plan follow once the builder is on screen.
    pub(crate) fn settle_once_drawn(self) {
        let settle = move || {
            self.is_settled.try_set(true);
        };
        // A frame is drawn after what was asked to come before it, and before anything that waits.
        request_animation_frame(move || set_timeout(settle, Duration::ZERO));
    }

    fn settle_later(self) {
        after(self.unsettled, SETTLE, move || {
            if let Some(now) = self.blueprint.try_get_untracked() {
                self.settled.set(now);
            }
        });
    }
}

/// Does `act` after `pause`, unless this is called again with the same count meanwhile, or the builder is gone by then.
fn after(count: StoredValue<u32>, pause: Duration, act: impl FnOnce() + 'static) {
    count.update_value(|count| *count = count.wrapping_add(1));
    let counted = count.get_value();
    set_timeout(
        move || {
            if count.try_get_value() == Some(counted) {
                act();
            }
        },
        pause,
    );
}

/// The builder around this component.
pub(crate) fn use_workbench() -> Workbench {
    expect_context::<Workbench>()
}
