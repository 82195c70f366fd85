//! The answers being given: kept on the device and in the address from the first change on.

use std::sync::Arc;

use leptos::prelude::*;
use shared::advice::{Change, apply};
use shared::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize, from_link, to_link};
use shared::blueprint::Blueprint;
use shared::design::design;
use shared::platform::Platform;
use shared::words::Language;
use validator::Validate;

use super::arrival::{Arrival, Opening};
use crate::browser::{page, storage};

const KEPT_ANSWERS: &str = "csmb.answers";
const KEPT_STEP: &str = "csmb.step";

/// The answers being given and the system they make. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Draft {
    answers: RwSignal<Answers>,
    arrival: RwSignal<Arrival>,
    blueprint: StoredValue<Option<Memo<Arc<Blueprint>>>>,
    /// Lives as long as the app.
    owner: StoredValue<Option<Owner>>,
}

impl Draft {
    /// What the page was opened with, else what the device remembers, else a suggestion in `language`.
    pub(crate) fn open(language: Language) -> Self {
        let (answers, arrival) = opening().arrive();
        let answers = RwSignal::new(answers.unwrap_or_else(|| in_language(suggested(), language)));
        let from_elsewhere = matches!(arrival, Arrival::Link { .. } | Arrival::PreviousProduct { .. });
        let draft = Self {
            answers,
            arrival: RwSignal::new(arrival),
            blueprint: StoredValue::new(None),
            owner: StoredValue::new(Owner::current()),
        };
        if from_elsewhere {
            draft.enter();
        }
        draft
    }

    /// Reads a part of the answers.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.answers.with(read)
    }

    /// The language that the system is to be written in.
    pub(crate) fn language(self) -> Signal<Language> {
        Memo::new(move |_| self.with(|answers| answers.customization.language)).into()
    }

    /// The system that the answers make. Its words, [`crate::i18n::Bundle::Design`] in [`Self::language`], must be at hand.
    ///
    /// It is made for the first who asks, and none of the first load may be that: designing is not part of it.
    pub(crate) fn blueprint(self) -> Memo<Arc<Blueprint>> {
        if let Some(blueprint) = self.blueprint.get_value() {
            return blueprint;
        }
        let make = || Memo::new(move |_| Arc::new(self.answers.with(design)));
        let blueprint =
            self.owner.with_value(|owner| owner.as_ref().map_or_else(make, |owner| owner.with(make)));
        self.blueprint.set_value(Some(blueprint));
        blueprint
    }

    /// How the answers came to be.
    pub(crate) fn arrival(self) -> Arrival {
        self.arrival.get()
    }

    /// Whether the answers can be used as they stand.
    pub(crate) fn is_valid(self) -> bool {
        self.answers.with(|answers| answers.validate().is_ok())
    }

    /// Chooses where the system will live.
    pub(crate) fn set_platform(self, platform: Platform) {
        self.change(|answers| answers.platform = platform);
    }

    /// Makes `changes`, one after the other.
    pub(crate) fn apply(self, changes: &[Change]) {
        self.change(|answers| *answers = apply(answers, changes));
    }

    /// Takes `answers` in place of those there are.
    pub(crate) fn replace(self, answers: Answers) {
        self.change(|kept| *kept = answers);
    }

    /// Changes language, dates, colours or fields of one's own.
    pub(crate) fn customize(self, change: impl FnOnce(&mut Customization)) {
        self.change(|answers| change(&mut answers.customization));
    }

    /// The interface changed its language: a design in the old one follows.
    pub(crate) fn follow_language(self, from: Language, to: Language) {
        if self.answers.with_untracked(|answers| answers.customization.language == from) {
            self.answers.update(|answers| answers.customization.language = to);
            if storage::read(KEPT_ANSWERS).is_some() {
                self.keep();
            }
        }
    }

    /// Takes one's own answers back in place of those that a link brought.
    pub(crate) fn take_own_back(self) {
        if let Arrival::Link { own: Some(own) } | Arrival::PreviousProduct { own: Some(own), .. } =
            self.arrival.get_untracked()
        {
            self.acknowledge();
            self.change(|answers| *answers = own);
        }
    }

    /// The person has seen how the answers came to be, and goes on with them.
    pub(crate) fn acknowledge(self) {
        self.arrival.set(Arrival::Resumed);
        self.keep();
    }

    /// Shows the answers of `link`. What this device keeps stays as it is until the person changes them.
    pub(crate) fn visit(self, link: &str) {
        let opening = Opening { fragment: link.to_owned(), config: None, kept: storage::read(KEPT_ANSWERS) };
        if let (Some(answers), arrival) = opening.arrive() {
            self.arrival.set(arrival);
            self.answers.set(answers);
        }
    }

    /// Leaves answers that were only looked at for one's own, else for a suggestion in `language`.
    pub(crate) fn end_visit(self, language: Language) {
        if self.is_visit() {
            let (answers, arrival) =
                Opening { kept: storage::read(KEPT_ANSWERS), ..Opening::default() }.arrive();
            self.arrival.set(arrival);
            self.answers.set(answers.unwrap_or_else(|| in_language(suggested(), language)));
        }
    }

    /// Forgets all answers.
    pub(crate) fn start_over(self, language: Language) {
        storage::remove(KEPT_STEP);
        self.acknowledge();
        self.change(|answers| *answers = in_language(suggested(), language));
    }

    /// The step that was open last, by its name in addresses; none where nothing is kept.
    pub(crate) fn kept_step(self) -> Option<String> {
        storage::read(KEPT_STEP)
    }

    /// Remembers which step is open, and the answers with it.
    pub(crate) fn keep_step(self, step: &str) {
        if !self.is_visit() {
            storage::write(KEPT_STEP, step);
        }
        self.keep();
    }

    /// Keeps the answers on this device and in the address; those that are not valid are not kept, the last
    /// valid ones stay. A link's are on the device only from the first change on.
    pub(crate) fn keep(self) {
        if let Some(link) = self.link() {
            if !self.is_visit() {
                storage::write(KEPT_ANSWERS, &link);
            }
            page::replace_fragment(link);
        }
    }

    /// Whether the device remembers the answers as they are, those that are not valid yet included.
    pub(crate) fn is_kept(self) -> bool {
        let link = self.link();
        link.is_some() && link == storage::read(KEPT_ANSWERS)
    }

    /// Keeps the answers if any were given: another tab may have kept others since.
    pub(crate) fn keep_again(self) {
        if storage::read(KEPT_ANSWERS).is_some() {
            self.keep();
        }
    }

    /// The answers as the fragment of a link; none while they are not valid.
    pub(crate) fn link(self) -> Option<String> {
        let link = self.answers.with_untracked(to_link);
        from_link(&link).is_ok().then_some(link)
    }

    fn change(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        if let Some(link) = self.link() {
            storage::write(KEPT_ANSWERS, &link);
        }
        self.keep();
    }

    /// Whether these are a link's answers that nobody has changed or taken over.
    fn is_visit(self) -> bool {
        let is_link = self.arrival.with_untracked(|arrival| matches!(arrival, Arrival::Link { .. }));
        is_link && storage::read(KEPT_ANSWERS) != self.link()
    }

    /// Answers from elsewhere belong on a page that shows them, under an address without what brought them.
    fn enter(self) {
        let place = if page::path() == "/" { "/design/review".to_owned() } else { page::here() };
        page::replace_address(&place);
        self.keep();
    }
}

/// What the wizard starts with: the answers that most people end up near.
pub(crate) fn suggested() -> Answers {
    Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Organization, Priority::Search],
        features: vec![Feature::Tags],
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

/// `answers` for a design in `language`.
pub(crate) fn in_language(mut answers: Answers, language: Language) -> Answers {
    answers.customization.language = language;
    answers
}

fn opening() -> Opening {
    Opening {
        fragment: answers_in_address(),
        config: page::parameter("config"),
        kept: storage::read(KEPT_ANSWERS),
    }
}

/// The fragment of the address, unless it only names a part of the landing page, or holds a whole system.
fn answers_in_address() -> String {
    let fragment = page::fragment();
    let names_part = page::path() == "/" && fragment.starts_with(|letter: char| letter.is_ascii_lowercase());
    if names_part || page::shows_configurations() { String::new() } else { fragment }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suggestion_can_be_used_as_it_is() {
        assert!(suggested().validate().is_ok());
    }
}
