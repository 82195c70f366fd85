//! What the wizard knows beside the answers: what somebody thinks about, what to tell them, what is open.

use std::time::Duration;

use leptos::prelude::*;
use shared::advice::{Advice, Change, Kind, Pick, recommended_changes};
use shared::answers::Answers;

use super::preview::mind::Mind;
use crate::i18n::{Bundle, Bundles, I18n, use_bundles, use_i18n};
use crate::state::draft::Draft;

/// How long somebody has to stay with an option before it counts as thought about.
const PAUSE: Duration = Duration::from_millis(90);

/// Makes the help of an option.
pub(crate) type Help = fn(WizardStore, Pick) -> AnyView;

/// Advice that was followed: the answers before and after.
#[derive(Clone, Debug)]
struct Followed {
    before: Answers,
    after: Answers,
}

/// State of the wizard. Cheap to copy. It designs and advises nothing itself: that comes with the picture beside
/// the questions, and until then there is nothing to tell.
#[derive(Clone, Copy)]
pub(crate) struct WizardStore {
    /// The answers.
    pub draft: Draft,
    bundles: Bundles,
    i18n: I18n,
    mind: RwSignal<Option<Mind>>,
    considered: RwSignal<Option<Pick>>,
    thoughts: StoredValue<u32>,
    followed: RwSignal<Option<Followed>>,
    is_open: RwSignal<bool>,
}

impl WizardStore {
    /// Starts from the answers as they are.
    pub(super) fn new(draft: Draft) -> Self {
        Self {
            draft,
            bundles: use_bundles(),
            i18n: use_i18n(),
            mind: RwSignal::new(None),
            considered: RwSignal::new(None),
            thoughts: StoredValue::new(0),
            followed: RwSignal::new(None),
            is_open: RwSignal::new(false),
        }
    }

    /// From now on it is known what follows from the answers.
    pub(super) fn learn(self, mind: Mind) {
        self.mind.set(Some(mind));
    }

    /// What follows from the answers; those who ask see to it that the words for it are at hand.
    pub(super) fn knowledge(self) -> Option<Mind> {
        self.mind.get()
    }

    /// What follows from the answers, once that can be said in the language of the interface and designed in theirs.
    pub(super) fn mind(self) -> Option<Mind> {
        let design = self.draft.language().get();
        let can_speak = self.bundles.has(self.i18n.language(), &[Bundle::Design]);
        self.mind.get().filter(|_| can_speak && self.bundles.has(design, &[Bundle::Design]))
    }

    /// The option that somebody thinks about.
    pub(super) fn considered(self) -> Option<Pick> {
        self.considered.get()
    }

    /// Somebody points at an option or has the focus on it; none when they leave it.
    pub(super) fn consider(self, pick: Option<Pick>) {
        // The last thing that a card hears may be that its page is gone.
        let Some(thought) = self.next_thought() else { return };
        let settle = move || {
            if self.thoughts.try_get_value() == Some(thought) {
                self.considered.set(pick);
            }
        };
        set_timeout(settle, PAUSE);
    }

    /// Takes an option, or leaves it where that is possible and it was taken.
    pub(super) fn press(self, pick: Pick) {
        let change = untrack(|| self.draft.with(|answers| pick.press(answers)));
        self.settle();
        self.draft.apply(&[change]);
    }

    /// Everything to tell about the answers.
    pub(super) fn advice(self) -> Vec<Advice> {
        self.mind().map(|mind| mind.advice.get()).unwrap_or_default()
    }

    /// The recommendation of this option, if it is recommended.
    pub(super) fn recommendation(self, pick: Pick) -> Option<Advice> {
        self.advice().into_iter().find(|advice| advice.kind == Kind::Recommendation && advice.subject == pick)
    }

    /// What speaks against the answers because of this option.
    pub(super) fn conflicts(self, pick: Pick) -> impl Iterator<Item = Advice> {
        let advice = self.advice().into_iter();
        advice.filter(move |advice| advice.kind != Kind::Recommendation && advice.subject == pick)
    }

    /// Follows advice; it can be taken back until the next answer.
    pub(super) fn follow(self, changes: &[Change]) {
        let before = untrack(|| self.draft.with(Clone::clone));
        self.settle();
        self.draft.apply(changes);
        let after = untrack(|| self.draft.with(Clone::clone));
        self.followed.set(Some(Followed { before, after }));
    }

    /// Follows every recommendation at once.
    pub(super) fn follow_recommendations(self) {
        let changes = untrack(|| recommended_changes(&self.advice()));
        self.follow(&changes);
    }

    /// Whether advice was just followed, and nothing else was answered since.
    pub(super) fn can_undo(self) -> bool {
        let is_current = |followed: &Followed| self.draft.with(|answers| *answers == followed.after);
        self.followed.with(|followed| followed.as_ref().is_some_and(is_current))
    }

    /// Takes back the advice that was followed.
    pub(super) fn undo(self) {
        if let Some(Followed { before, .. }) = self.followed.get_untracked() {
            self.followed.set(None);
            self.draft.replace(before);
        }
    }

    /// Whether the picture lies open over the questions, where there is no room for it beside them.
    pub(super) fn is_open(self) -> Signal<bool> {
        self.is_open.into()
    }

    /// Opens or closes the picture there.
    pub(super) fn open(self, is_open: bool) {
        self.is_open.set(is_open);
    }

    fn settle(self) {
        let _ = self.next_thought();
        self.considered.set(None);
    }

    fn next_thought(self) -> Option<u32> {
        self.thoughts.try_update_value(|count| {
            *count = count.wrapping_add(1);
            *count
        })
    }
}
