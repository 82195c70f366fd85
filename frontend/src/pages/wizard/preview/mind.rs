//! What designs and advises. It comes with the picture, so that the questions are there before it.

use std::sync::Arc;

use leptos::prelude::*;
use shared::advice::{Advice, Effect, advise, apply, between};
use shared::blueprint::Blueprint;
use shared::design::design;

use super::help::help;
use super::slots::Slots;
use crate::i18n::{Bundle, use_bundles, use_i18n};
use crate::pages::wizard::store::{Help, WizardStore};

/// The system as it is, and what the last answer changed about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Growth {
    /// The system.
    pub blueprint: Arc<Blueprint>,
    /// What came and went with the last answer.
    pub fresh: Effect,
    /// Where its tables stand in the picture.
    pub slots: Slots,
}

/// The system as it would be with the option that somebody thinks about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Prospect {
    /// The system.
    pub blueprint: Arc<Blueprint>,
    /// What would come and go.
    pub effect: Effect,
}

/// What follows from the answers. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Mind {
    /// Everything to tell about the answers; nothing before the words for it are at hand.
    pub advice: Memo<Vec<Advice>>,
    /// The system as it is. The words of its language must be at hand.
    pub growth: Memo<Growth>,
    /// The system as it would be, while somebody thinks about an option that changes it.
    pub prospect: Memo<Option<Prospect>>,
    /// Makes the help of an option.
    pub help: Help,
}

impl Mind {
    /// Whether the option that somebody thinks about would take the element with this id away.
    pub(crate) fn would_remove(self, id: &str) -> bool {
        self.prospect.with(|prospect| prospect.as_ref().is_some_and(|prospect| prospect.effect.removes(id)))
    }
}

/// Lets the wizard know what follows from the answers, from now on.
pub(crate) fn teach(store: WizardStore) {
    let (i18n, bundles, draft) = (use_i18n(), use_bundles(), store.draft);
    // Advice speaks the language of the interface, which need not be that of the design.
    let words = LocalResource::new(move || {
        let language = i18n.language();
        async move { bundles.load(language, &[Bundle::Design]).await }
    });
    let advice = Memo::new(move |_| {
        words.track();
        let language = i18n.language();
        match bundles.has(language, &[Bundle::Design]) {
            true => draft.with(|answers| advise(answers, language)),
            false => Vec::new(),
        }
    });
    let blueprint = draft.blueprint();
    let growth = Memo::new(move |before: Option<&Growth>| grow(before, blueprint.get()));
    let prospect = Memo::new(move |_| {
        let pick = store.considered()?;
        let blueprint = draft.with(|answers| design(&apply(answers, &[pick.press(answers)])));
        let effect = growth.with(|growth| between(&growth.blueprint, &blueprint));
        (!effect.is_empty()).then(|| Prospect { blueprint: Arc::new(blueprint), effect })
    });
    store.learn(Mind { advice, growth, prospect, help });
}

/// The system after a change, with what is new about it. A fresh page shows nothing as new.
fn grow(before: Option<&Growth>, blueprint: Arc<Blueprint>) -> Growth {
    let fresh = before.map(|before| between(&before.blueprint, &blueprint)).unwrap_or_default();
    let slots = before.map(|before| before.slots.clone()).unwrap_or_default().follow(&blueprint);
    Growth { blueprint, fresh, slots }
}

#[cfg(test)]
mod tests {
    use shared::advice::{Change, Pick};
    use shared::answers::Feature;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn only_what_an_answer_brought_is_new() {
        let first = grow(None, Arc::new(design(&suggested())));
        assert!(first.fresh.is_empty());
        let projects = Change::Take(Pick::Feature(Feature::Projects));
        let second = grow(Some(&first), Arc::new(design(&apply(&suggested(), &[projects]))));
        assert!(second.fresh.adds("tbl_projects") && !second.fresh.adds("tbl_topics"));
        let third = grow(Some(&second), second.blueprint.clone());
        assert!(third.fresh.is_empty());
    }
}
