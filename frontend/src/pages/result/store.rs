//! What the result page shows, computed from the answers.

use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::Blueprint;
use shared::plan::{Plan, State, Target, plan};
use shared::platform::Platform;
use shared::validate::{Problem, validate};

use crate::state::draft::Draft;

/// What the result page shows. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct System {
    /// The design.
    pub blueprint: Memo<Arc<Blueprint>>,
    /// Where it will live.
    pub platform: Memo<Platform>,
    /// What becomes of it there.
    pub plan: Memo<Arc<Plan>>,
    /// What a person should know before.
    pub problems: Memo<Arc<Vec<Problem>>>,
}

impl System {
    /// The system that the answers of `draft` make.
    pub(crate) fn of(draft: Draft) -> Self {
        let blueprint = draft.blueprint();
        let platform = Memo::new(move |_| draft.with(|answers| answers.platform));
        let target = move || Target { platform: platform.get() };
        Self {
            blueprint,
            platform,
            plan: Memo::new(move |_| {
                Arc::new(blueprint.with(|blueprint| plan(blueprint, &target(), &State::default())))
            }),
            problems: Memo::new(move |_| {
                Arc::new(blueprint.with(|blueprint| validate(blueprint, Some(platform.get()))))
            }),
        }
    }
}
