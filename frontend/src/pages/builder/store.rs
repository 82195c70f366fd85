//! What the builder shows and how it is changed. Everything that changes the blueprint goes through here.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::configuration::{Act, Configuration, ConfigurationId, Done, Entry, Refusal};
use shared::operation::history::{CheckpointError, Origin, Stamp, StepId};
use shared::operation::intention::Intention;
use shared::operation::{Element, ElementId, ElementKind, Operation, Rejection};
use shared::plan::{Plan, State, Target, plan};
use shared::platform::Platform;
use shared::validate::{Problem, validate};
use shared::words::Language;

use super::bench::Pane;
use super::keeping::Keeping;
use super::outline::part_of;
use super::session::{Panel, Session};
use crate::browser::{layer, random, time};
use crate::i18n::{I18n, Key, known};
use crate::pages::result::store::System;
use crate::state::toasts::{Message, Toasts};

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
            platform: RwSignal::new(platform),
            done: RwSignal::new(0),
            selection: RwSignal::new(selection),
            session: RwSignal::new(session),
            pane: RwSignal::new(Pane::Canvas),
            renaming: RwSignal::new(None),
            palette: RwSignal::new(false),
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
        self.settled.with(|blueprint| validate(blueprint, Some(platform)))
    }

    // What is selected.

    /// What is selected, the first one first; never empty.
    pub(crate) fn selection(self) -> Vec<ElementId> {
        self.selection.get()
    }

    /// What was selected first.
    pub(crate) fn selected(self) -> ElementId {
        self.selection.with(|selection| selection.first().cloned()).unwrap_or(ElementId::Blueprint)
    }

    /// What was selected first, for those who need no news.
    pub(crate) fn selected_now(self) -> ElementId {
        untrack(|| self.selected())
    }

    /// What is selected, for those who need no news.
    pub(crate) fn selection_now(self) -> Vec<ElementId> {
        self.selection.get_untracked()
    }

    /// Whether `element` is selected.
    pub(crate) fn is_selected(self, element: &ElementId) -> bool {
        self.selection.with(|selection| selection.contains(element))
    }

    /// Selects `element` alone.
    pub(crate) fn select(self, element: ElementId) {
        self.finish();
        self.selection.set(vec![element]);
        self.keep_session();
    }

    /// Selects `element` alone and brings it in sight, also where one pane is seen at a time.
    pub(crate) fn lead_to(self, element: ElementId) {
        self.select(element);
        self.pane.set(Pane::Canvas);
    }

    /// Selects these, or the whole where there are none.
    pub(crate) fn select_all(self, elements: Vec<ElementId>) {
        self.finish();
        self.selection.set(if elements.is_empty() { vec![ElementId::Blueprint] } else { elements });
        self.keep_session();
    }

    /// Adds `element` to what is selected, or takes it out. Only elements of one kind are selected together.
    pub(crate) fn toggle(self, element: ElementId) {
        self.finish();
        self.selection.update(|selection| {
            selection.retain(|it| it.kind() == element.kind());
            match selection.iter().position(|it| *it == element) {
                Some(at) => drop(selection.remove(at)),
                None => selection.push(element),
            }
            if selection.is_empty() {
                selection.push(ElementId::Blueprint);
            }
        });
        self.keep_session();
    }

    /// Whether `element` is being given another name.
    pub(crate) fn is_renamed(self, element: &ElementId) -> bool {
        self.renaming.with(|renaming| renaming.as_ref() == Some(element))
    }

    /// Whether anything is being given another name.
    pub(crate) fn is_renaming(self) -> bool {
        self.renaming.try_with_untracked(Option::is_some).unwrap_or_default()
    }

    /// Gives an element another name in the outline; nothing ends that.
    pub(crate) fn rename(self, element: Option<ElementId>) {
        if element.is_some() && !self.session.with_untracked(|it| it.is_outline_open) {
            self.arrange(|it| it.is_outline_open = true);
        }
        if element.is_some() {
            self.pane.set(Pane::Outline);
        }
        self.renaming.set(element);
    }

    /// Opens what holds `element` in the outline.
    pub(crate) fn unfold_to(self, element: &ElementId) {
        let blueprint = self.blueprint.get_untracked();
        let mut holders = Vec::new();
        let mut at = element.clone();
        while let Some(found) = Element::find(&blueprint, &at) {
            at = found.parent();
            holders.push(at.as_str().to_owned());
        }
        holders.extend(part_of(element).map(str::to_owned));
        let folded = self.session.with_untracked(|it| holders.iter().any(|id| !it.unfolded.contains(id)));
        if folded {
            self.arrange(|it| {
                holders.retain(|id| !it.unfolded.contains(id));
                it.unfolded.extend(holders);
            });
        }
    }

    /// Shows a panel at the side.
    pub(crate) fn show(self, panel: Panel) {
        self.arrange(|it| {
            it.panel = panel;
            it.is_side_open = true;
        });
        self.pane.set(Pane::Side);
    }

    /// Says what was just done, with the way to undo it for as long as nothing was done after it.
    pub(crate) fn offer_undo(self, text: String) {
        let next = move || self.with_now(|it| it.history().undoes().map(|(id, _)| id.clone()));
        let step = next();
        let message = Message { key: known!("builder.said"), values: vec![("text", text)] };
        self.toasts.say_with_undo(message, move || {
            // The builder may be gone by then.
            if self.keeping.is_there() {
                if next() == step { self.undo() } else { self.toasts.say(known!("builder.not_last")) }
            }
        });
    }

    /// Says something for a while.
    pub(crate) fn say(self, key: Key) {
        self.toasts.say(key);
    }

    /// Moves the focus to what is selected, unless it is somewhere already: what had it may be gone.
    pub(crate) fn focus_selected_soon(self) {
        request_animation_frame(move || {
            let Some(body) = document().body() else { return };
            if document().active_element().is_none_or(|focused| focused == *body) {
                layer::focus_nth(&body, ".outline [role=treeitem][aria-selected=true]", 0);
            }
        });
    }

    /// Changes what is open.
    pub(crate) fn arrange(self, change: impl FnOnce(&mut Session)) {
        self.session.update(change);
        self.keep_session();
    }

    fn keep_session(self) {
        after(self.unkept, SETTLE, move || self.keep_session_now());
    }

    /// Remembers what is open and selected.
    pub(crate) fn keep_session_now(self) {
        let selection = self.selection.get_untracked();
        let session = self.session.with_untracked(|session| session.with_selection(&selection));
        self.keeping.keep_session(&self.id(), &session.write());
    }

    // What is done.

    /// Does one whole intention; whether it could be done. Why not is said.
    pub(crate) fn perform(self, operations: Vec<Operation>) -> bool {
        self.act(Act::Do { operations }, None).is_some()
    }

    /// Does one whole intention under this name; whether it could be done.
    pub(crate) fn perform_as(self, label: String, operations: Vec<Operation>) -> bool {
        self.act(Act::Do { operations }, Some(label)).is_some()
    }

    /// Does one whole intention that has a name of its own.
    pub(crate) fn intend(self, intention: &Intention, operations: Result<Vec<Operation>, Rejection>) -> bool {
        match operations {
            Ok(operations) => {
                let label = self.with_now(|it| intention.label(it.blueprint(), self.language()));
                self.act(Act::Do { operations }, Some(label)).is_some()
            }
            Err(rejection) => {
                self.refuse(&rejection);
                false
            }
        }
    }

    /// Sets a property or a value bit by bit, as it is typed: one step until the person pauses or goes elsewhere.
    pub(crate) fn type_in(self, operation: Operation) {
        let goes_on =
            self.typing.with_value(|typing| typing.as_ref().is_some_and(|it| it.sets_the_same(&operation)));
        if !goes_on {
            self.finish();
            let stamp = self.stamp(None);
            self.configuration.update_value(|configuration| configuration.begin(stamp));
        }
        self.typing.set_value(Some(operation.clone()));
        let result = self.configuration.try_update_value(|configuration| configuration.edit(operation));
        if let Some(Err(rejection)) = result {
            self.refuse(&rejection);
        }
        self.publish();
        after(self.paused, PAUSE, move || {
            if let Some(step) = self.close() {
                self.typed.update_value(|typed| typed.push(step));
            }
        });
    }

    /// Makes a choice that may be another in a moment, as when arrows go through a list: `choose` is called once the
    /// person has paused or gone elsewhere, unless another choice takes its place.
    pub(crate) fn hold(self, choose: Callback<()>) {
        self.held.set_value(Some(choose));
        after(self.paused, PAUSE, move || self.finish());
    }

    /// What was typed becomes a step; a choice that was held is made.
    pub(crate) fn finish(self) {
        self.close();
        self.typed.try_set_value(Vec::new());
        if let Some(choose) = self.held.try_update_value(Option::take).flatten() {
            choose.try_run(());
        }
    }

    /// Closes the open step; which it was.
    fn close(self) -> Option<StepId> {
        self.typing.try_set_value(None);
        let entry = self.configuration.try_update_value(Configuration::finish).flatten()?;
        let step = entry.stamp.id.clone();
        self.publish();
        self.keeping.keep(self, entry);
        Some(step)
    }

    /// Takes back what is being typed, pauses or not, as if it had never been begun.
    pub(crate) fn abandon(self) {
        self.typing.set_value(None);
        self.held.set_value(None);
        self.configuration.update_value(Configuration::abandon);
        self.publish();
        let typed = self.typed.try_update_value(std::mem::take).unwrap_or_default();
        let is_last =
            |step: &StepId| self.with_now(|it| it.history().undoes().is_some_and(|(id, _)| id == step));
        for step in typed.iter().rev() {
            if is_last(step) {
                self.undo();
            }
        }
    }

    /// Whether something is being typed that is no step yet.
    pub(crate) fn is_typing(self) -> bool {
        let is_open = self.configuration.try_with_value(Configuration::is_open).unwrap_or_default();
        is_open || self.draft.try_with_value(Option::is_some).unwrap_or_default()
    }

    /// Whether there is something to undo.
    pub(crate) fn can_undo(self) -> bool {
        self.with(|configuration| configuration.history().can_undo())
    }

    /// Whether there is something to redo.
    pub(crate) fn can_redo(self) -> bool {
        self.with(|configuration| configuration.history().can_redo())
    }

    /// Undoes one's own last step.
    pub(crate) fn undo(self) {
        self.revert(Act::Undo);
    }

    /// Does again what was undone last.
    pub(crate) fn redo(self) {
        self.revert(Act::Redo);
    }

    fn revert(self, act: Act) {
        let Some(done) = self.act(act, None) else { return };
        let language = self.language();
        let skipped = self
            .with_now(|it| done.skipped.first().map(|skipped| skipped.sentence(it.blueprint(), language)));
        if let Some(sentence) = skipped {
            self.toasts.say(Message { key: known!("builder.said"), values: vec![("text", sentence)] });
        } else if let Some(step) = done.step {
            self.said.set(step.label);
        }
    }

    /// Goes back to how it was after a step.
    pub(crate) fn restore(self, step: StepId) {
        self.act(Act::Restore { step }, None);
    }

    /// Gives this moment a name; whether it could be had.
    pub(crate) fn checkpoint(self, name: String) -> bool {
        self.act(Act::Checkpoint { name }, None).is_some()
    }

    /// Takes the name from a moment.
    pub(crate) fn forget_checkpoint(self, name: String) {
        self.act(Act::ForgetCheckpoint { name }, None);
    }

    /// Goes back to a moment with a name.
    pub(crate) fn restore_checkpoint(self, name: String) {
        self.act(Act::RestoreCheckpoint { name }, None);
    }

    /// Chooses where the system is to live.
    pub(crate) fn set_platform(self, platform: Platform) {
        self.act(Act::SetPlatform { platform }, None);
    }

    /// Does `act`; nothing where it is refused, which is said.
    fn act(self, act: Act, label: Option<String>) -> Option<Done> {
        self.finish();
        let entry = Entry::new(self.stamp(label), act);
        let result = self.configuration.try_update_value(|configuration| {
            let before = configuration.version();
            configuration.perform(&entry).map(|done| (done, configuration.version() > before))
        })?;
        match result {
            Ok((done, is_kept)) => {
                self.publish();
                if is_kept {
                    self.keeping.keep(self, entry.told_as(&done));
                }
                Some(done)
            }
            Err(Refusal::Rejected(rejection)) => {
                self.refuse(&rejection);
                None
            }
            Err(Refusal::Checkpoint(CheckpointError::NameTaken)) => {
                self.toasts.say(known!("builder.history.name_taken"));
                None
            }
            Err(Refusal::Checkpoint(CheckpointError::TooMany)) => {
                self.toasts.say(known!("builder.history.too_many"));
                None
            }
        }
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

    /// Says why something cannot be done.
    pub(crate) fn refuse(self, rejection: &Rejection) {
        let language = self.language();
        let sentence = self.with_now(|it| rejection.sentence(it.blueprint(), language));
        self.toasts.say(Message { key: known!("builder.said"), values: vec![("text", sentence)] });
    }

    fn stamp(self, label: Option<String>) -> Stamp {
        let id = StepId::new(random::id("step"));
        Stamp { id, at: time::now(), origin: Origin::Me, language: self.language(), label }
    }

    /// Shows the configuration as it now is.
    pub(crate) fn publish(self) {
        let blueprint = self.with_now(|it| Arc::new(it.blueprint().clone()));
        let platform = self.with_now(Configuration::platform);
        let is_there =
            |id: &ElementId| *id == ElementId::Blueprint || Element::find(&blueprint, id).is_some();
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
        let parent = |id: &ElementId| Element::find(&before, id).map(|element| element.parent());
        let holders = std::iter::successors(Some(self.selected_now()), |id| parent(id));
        holders.skip(1).find(is_there).unwrap_or(ElementId::Blueprint)
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
